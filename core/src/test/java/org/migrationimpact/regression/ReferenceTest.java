package org.migrationimpact.regression;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.migrationimpact.Close;
import org.migrationimpact.Oracle;
import org.migrationimpact.Refusal;
import org.migrationimpact.covariance.Classical;
import org.migrationimpact.covariance.Covariance;
import org.migrationimpact.covariance.Lags;
import org.migrationimpact.covariance.NeweyWest;
import org.migrationimpact.covariance.Robust;
import org.migrationimpact.data.DataException;
import org.migrationimpact.model.Design;

/** Reference values of R 4.2.2 with sandwich 3.0-2, and NIST's certified values, where they lie beside the project. */
class ReferenceTest {

    private record Model(String prefix, String response, List<String> columns, List<String> names) {}

    private static List<String> months() {
        return IntStream.rangeClosed(2, 12).mapToObj(m -> "factor(month)" + m).toList();
    }

    private static Fit fit(Oracle oracle, Model model, Covariance covariance) {
        List<String> names = new ArrayList<>(List.of("intercept"));
        names.addAll(model.names());
        double[][] rows = oracle.rows(model.columns());
        if (model.names().size() > model.columns().size()) {
            double[] month = oracle.column("month");
            rows = IntStream.range(0, rows.length)
                    .mapToObj(i -> withMonths(oracle, model, i, month[i]))
                    .toArray(double[][]::new);
        }
        return Ols.fit(oracle.column(model.response()), Design.of(names, rows), covariance);
    }

    private static double[] withMonths(Oracle oracle, Model model, int row, double month) {
        double[] base = oracle.rows(model.columns())[row];
        double[] all = Arrays.copyOf(base, base.length + 11);
        for (int m = 2; m <= 12; m++) {
            all[base.length + m - 2] = month == m ? 1 : 0;
        }
        return all;
    }

    private static void compare(Oracle oracle, Model model, String name, Covariance covariance) {
        Fit fit = fit(oracle, model, covariance);
        JsonNode expected = oracle.expected(model.prefix() + name);
        expected.get("se").properties().forEach(entry -> {
            String term = entry.getKey().equals("(Intercept)") ? "intercept" : entry.getKey();
            Close.relative(
                    entry.getValue().asDouble(),
                    fit.coefficient(term).standardError(),
                    1e-8,
                    model.prefix() + name + " " + term);
        });
        if (expected.has("coef")) {
            expected.get("coef").properties().forEach(entry -> {
                String term = entry.getKey().equals("(Intercept)") ? "intercept" : entry.getKey();
                Close.relative(
                        entry.getValue().asDouble(),
                        fit.coefficient(term).estimate(),
                        1e-8,
                        model.prefix() + name + " " + term);
            });
            Close.relative(expected.get("sigma").asDouble(), fit.sigma(), 1e-8, "sigma");
            Close.relative(expected.get("adj_r2").asDouble(), fit.adjustedRSquared(), 1e-8, "adjusted R squared");
            assertEquals(expected.get("df_resid").asInt(), fit.degreesOfFreedom());
            Close.relative(expected.get("r2").asDouble(), fit.rSquared(), 1e-8, "R squared");
            Close.relative(expected.get("loglik").asDouble(), fit.logLikelihood(), 1e-8, "log likelihood");
            Close.relative(expected.get("aic").asDouble(), fit.aic(), 1e-8, "AIC");
            Close.relative(expected.get("bic").asDouble(), fit.bic(), 1e-8, "BIC");
            Close.relative(expected.get("durbin_watson").asDouble(), fit.durbinWatson(), 1e-8, "Durbin-Watson");
        }
    }

    private static void compareAll(Oracle oracle, Model model, int shortLag, int longLag) {
        compare(oracle, model, "ols", new Classical());
        for (Robust robust : Robust.values()) {
            compare(oracle, model, robust.name().toLowerCase(Locale.ROOT), robust);
        }
        for (int lag : List.of(shortLag, longLag)) {
            String name = "newey_west_lag" + lag;
            if (oracle.cases().contains(model.prefix() + name)) {
                compare(oracle, model, name, NeweyWest.lags(lag).withoutFactor());
                compare(oracle, model, name + "_adjust", NeweyWest.lags(lag));
            }
        }
        compare(
                oracle,
                model,
                "newey_west_auto",
                NeweyWest.automatic().with(Lags.plugIn()).withoutFactor());
        LjungBox box = LjungBox.test(fit(oracle, model, new Classical()), 12);
        JsonNode ljung = oracle.expected(model.prefix() + "ljung_box_12");
        Close.relative(ljung.get("Q").asDouble(), box.statistic(), 1e-8, "Ljung-Box");
        double p = ljung.get("p").asDouble(); // 1 - P there, 0 where the tail is tiny
        assertEquals(p, box.pValue(), Math.max(1e-15, 1e-8 * p), "Ljung-Box p");
        Fit plugIn = fit(oracle, model, NeweyWest.automatic().with(Lags.plugIn()));
        Close.relative(
                oracle.expected(model.prefix() + "newey_west_auto").get("bw").asDouble(),
                NeweyWest.automatic().bandwidthFor(plugIn.design(), plugIn.residuals()),
                1e-8,
                "bandwidth");
    }

    @Test
    void puertoRicoHasRsErrorsUnderEveryConvention() {
        Oracle oracle = Oracle.of("its_puertorico");
        Model plain = new Model("", "lprepop", List.of("lmincov", "lusgnp", "t"), List.of("lmincov", "lusgnp", "t"));
        compareAll(oracle, plain, 2, 2);
        compare(
                oracle,
                plain,
                "newey_west_prewhite",
                NeweyWest.lags(2).withoutFactor().prewhitened());
        List<String> columns = List.of("lmincov", "lusgnp", "lprgnp", "t");
        Model local = new Model("prgnp_", "lprepop", columns, columns);
        compareAll(oracle, local, 2, 2);
        compare(
                oracle,
                local,
                "newey_west_prewhite",
                NeweyWest.lags(2).withoutFactor().prewhitened());
    }

    @Test
    void seatBeltsHaveRsErrorsUnderEveryConvention() {
        Oracle oracle = Oracle.of("its_seatbelts");
        List<String> plainColumns = List.of("t", "law", "t_law");
        Model plain = new Model("plain_", "log_drivers", plainColumns, plainColumns);
        compareAll(oracle, plain, 12, 12);
        compare(
                oracle,
                plain,
                "newey_west_prewhite",
                NeweyWest.lags(12).withoutFactor().prewhitened());
        List<String> columns = List.of("t", "law", "t_law", "log_petrol", "log_kms");
        List<String> names = new ArrayList<>(columns);
        names.addAll(months());
        Model full = new Model("", "log_drivers", columns, names);
        compareAll(oracle, full, 4, 12);
        compare(
                oracle,
                full,
                "newey_west_prewhite",
                NeweyWest.lags(4).withoutFactor().prewhitened());
    }

    @ParameterizedTest
    @ValueSource(strings = {"stl_nottem", "stl_ukdrivers"})
    void autocorrelationsAreThoseOfR(String id) {
        JsonNode expected = Oracle.of(id).expected("acf_pacf");
        Autocorrelations found = Autocorrelations.of(Oracle.of(id).column("y"), 24);
        assertEquals(24, found.lags());
        for (int lag = 1; lag <= 24; lag++) {
            Close.relative(expected.get("acf").get(lag).asDouble(), found.at(lag), 1e-9, "plain " + lag);
            Close.relative(expected.get("pacf").get(lag - 1).asDouble(), found.partialAt(lag), 1e-9, "partial " + lag);
        }
        Refusal.of(
                DataException.class,
                "E-AUTOCORRELATION-001 all values are equal; autocorrelations need some that differ",
                () -> Autocorrelations.of(new double[] {2, 2, 2}, 1));
    }

    @ParameterizedTest
    @ValueSource(strings = {"longley", "norris", "wampler1", "wampler2", "wampler3", "noint1"})
    void certifiedValuesOfNistHold(String set) {
        Oracle oracle = Oracle.of("ols_nist_" + set);
        Fit fit = nist(oracle, set);
        JsonNode expected = oracle.expected("certified");
        expected.get("coef").properties().forEach(entry -> {
            Coefficient c = fit.coefficient(entry.getKey());
            Close.relative(entry.getValue().asDouble(), c.estimate(), 1e-9, set + " " + entry.getKey());
            double error = expected.get("se").get(entry.getKey()).asDouble();
            if (error > 0) {
                Close.relative(error, c.standardError(), 1e-9, set + " " + entry.getKey() + " error");
            }
        });
        if (expected.get("residual_sd").asDouble() > 0) {
            Close.relative(expected.get("residual_sd").asDouble(), fit.sigma(), 1e-9, set + " residual sd");
            Close.relative(expected.get("r_squared").asDouble(), fit.rSquared(), 1e-9, set + " R squared");
        }
    }

    private static Fit nist(Oracle oracle, String set) {
        double[] y = oracle.column("y");
        if (set.equals("longley")) {
            List<String> names = List.of("B0", "B1", "B2", "B3", "B4", "B5", "B6");
            return Ols.fit(
                    y, Design.of(names, oracle.rows(List.of("x1", "x2", "x3", "x4", "x5", "x6"))), new Classical());
        }
        double[] x = oracle.column("x");
        int degree = set.startsWith("wampler") ? 5 : 1;
        int lowest = set.equals("noint1") ? 1 : 0;
        List<String> names =
                IntStream.rangeClosed(lowest, degree).mapToObj(j -> "B" + j).toList();
        double[][] rows = IntStream.range(0, x.length)
                .mapToObj(i -> IntStream.rangeClosed(lowest, degree)
                        .mapToDouble(j -> Math.pow(x[i], j))
                        .toArray())
                .toArray(double[][]::new);
        return Ols.fit(y, Design.of(names, rows), new Classical());
    }
}
