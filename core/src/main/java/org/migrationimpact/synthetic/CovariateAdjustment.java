package org.migrationimpact.synthetic;

import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.migrationimpact.covariance.PointOnly;
import org.migrationimpact.data.DataException;
import org.migrationimpact.data.Period;
import org.migrationimpact.data.Series;
import org.migrationimpact.regression.Coefficient;

/**
 * What covariates explain of the outcome, by a regression of the never treated with effects of units and periods; balanced, so that taking
 * out both means is exact.
 *
 * <p>Source: Arkhangelsky and others (2021), footnote 4; Kranz (2022), Synthetic difference-in-differences with time-varying covariates.
 */
@SuppressWarnings("ArrayRecordComponent") // inside the package, compared by nobody
record CovariateAdjustment(List<String> names, double[][][] columns, double[] slopes) {

    static CovariateAdjustment of(AdoptionPanel data, List<PanelCovariate> covariates) {
        List<String> names = covariates.stream().map(PanelCovariate::name).toList();
        double[][][] columns = covariates.stream().map(one -> column(data, one)).toArray(double[][][]::new);
        double[][] within = new double[columns.length][];
        int[] never = data.never();
        for (int k = 0; k < within.length; k++) {
            within[k] = TwoWay.within(rows(columns[k], never));
        }
        double[] slopes =
                columns.length == 0 ? new double[0] : slopes(names, within, TwoWay.within(rows(data.values(), never)));
        return new CovariateAdjustment(names, columns, slopes);
    }

    private static double[] slopes(List<String> names, double[][] within, double[] outcome) {
        return SmallSystem.leastSquares(within, outcome)
                .orElseThrow(() -> new DataException(
                        "E-SDID-003",
                        "the covariates " + String.join(", ", names)
                                + " cannot be told apart from each other, or from effects of units and periods, among the never treated;"
                                + " leave one out"));
    }

    private static double[][] rows(double[][] all, int[] some) {
        return Arrays.stream(some).mapToObj(i -> all[i]).toArray(double[][]::new);
    }

    private static double[][] column(AdoptionPanel data, PanelCovariate covariate) {
        double[][] column = new double[data.units().size()][data.periods()];
        for (int i = 0; i < column.length; i++) {
            Series series = covariate.panel().unit(data.units().get(i));
            for (int t = 0; t < column[i].length; t++) {
                Period period = data.period(t);
                double value = series.covers(period) ? series.at(period) : Double.NaN;
                if (Double.isNaN(value)) {
                    throw new DataException(
                            "E-SDID-005",
                            "the covariate " + covariate.name() + " of " + series.name() + " is missing in " + period
                                    + "; a covariate needs a value in every period of every unit");
                }
                column[i][t] = value;
            }
        }
        return column;
    }

    /** The outcomes without what the covariates explain. */
    AdoptionPanel adjusted(AdoptionPanel data) {
        return slopes.length == 0 ? data : data.with(moved(data.values(), -1));
    }

    /** What was predicted without the covariates, with what they explain. */
    double[][] restored(AdoptionPanel data, double[][] predicted) {
        if (slopes.length == 0) {
            return predicted;
        }
        double[][] moved = predicted.clone();
        for (int i : data.treated()) {
            moved[i] = moved(predicted[i], i, 1);
        }
        return moved;
    }

    private double[][] moved(double[][] values, int sign) {
        return IntStream.range(0, values.length)
                .mapToObj(i -> moved(values[i], i, sign))
                .toArray(double[][]::new);
    }

    private double[] moved(double[] row, int i, int sign) {
        double[] moved = row.clone();
        for (int k = 0; k < slopes.length; k++) {
            for (int t = 0; t < moved.length; t++) {
                moved[t] += sign * slopes[k] * columns[k][i][t];
            }
        }
        return moved;
    }

    List<Coefficient> coefficients() {
        return IntStream.range(0, slopes.length)
                .mapToObj(k -> new Coefficient(names.get(k), slopes[k], new PointOnly()))
                .toList();
    }

    String words() {
        return names.isEmpty()
                ? "none"
                : names.stream().collect(Collectors.joining(", "))
                        + "; taken out by a regression of the never treated with effects of units and periods, whose error is not in the"
                        + " errors";
    }
}
