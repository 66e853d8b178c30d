package org.migrationimpact.regression;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.function.Executable;
import org.migrationimpact.Close;
import org.migrationimpact.Oracle;
import org.migrationimpact.model.Design;

/** A regression of a reference data set, and the comparison of its coefficients with the reference. */
@SuppressWarnings("ArrayRecordComponent") // compared by nobody
record OracleModel(Oracle oracle, String prefix, double[] response, Design design) {

    static List<OracleModel> all() {
        Oracle puertoRico = Oracle.of("its_puertorico");
        Oracle seatBelts = Oracle.of("its_seatbelts");
        return List.of(
                of(puertoRico, "", "lprepop", List.of("lmincov", "lusgnp", "t")),
                of(puertoRico, "prgnp_", "lprepop", List.of("lmincov", "lusgnp", "lprgnp", "t")),
                of(seatBelts, "plain_", "log_drivers", List.of("t", "law", "t_law")),
                withMonths(seatBelts, "log_drivers", List.of("t", "law", "t_law", "log_petrol", "log_kms")));
    }

    private static OracleModel of(Oracle oracle, String prefix, String response, List<String> columns) {
        List<String> names = new ArrayList<>(List.of("intercept"));
        names.addAll(columns);
        return new OracleModel(oracle, prefix, oracle.column(response), Design.of(names, oracle.rows(columns)));
    }

    private static OracleModel withMonths(Oracle oracle, String response, List<String> columns) {
        List<String> names = new ArrayList<>(List.of("intercept"));
        names.addAll(columns);
        IntStream.rangeClosed(2, 12).forEach(m -> names.add("factor(month)" + m));
        double[][] rows = oracle.rows(columns);
        double[] month = oracle.column("month");
        for (int i = 0; i < rows.length; i++) {
            int base = rows[i].length;
            rows[i] = Arrays.copyOf(rows[i], base + 11);
            if (month[i] > 1) {
                rows[i][base + (int) month[i] - 2] = 1;
            }
        }
        return new OracleModel(oracle, "", oracle.column(response), Design.of(names, rows));
    }

    void compare(String name, Fit fit, double tolerance) {
        for (String kind : List.of("coef", "se")) {
            if (!oracle.expected(prefix + name).has(kind)) {
                continue;
            }
            for (Map.Entry<String, com.fasterxml.jackson.databind.JsonNode> entry :
                    oracle.expected(prefix + name).get(kind).properties()) {
                String term = entry.getKey().equals("(Intercept)") ? "intercept" : entry.getKey();
                Coefficient ours = fit.coefficient(term);
                Close.relative(
                        entry.getValue().asDouble(),
                        kind.equals("se") ? ours.standardError() : ours.estimate(),
                        tolerance,
                        prefix + name + " " + kind + " " + term);
            }
        }
    }

    double number(String name, String key) {
        return oracle.expected(prefix + name).get(key).asDouble();
    }

    Executable close(String name, String key, double actual, double tolerance) {
        return () -> Close.relative(number(name, key), actual, tolerance, prefix + name + " " + key);
    }
}
