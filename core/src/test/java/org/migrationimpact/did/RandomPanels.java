package org.migrationimpact.did;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.random.RandomGenerator;
import java.util.random.RandomGeneratorFactory;
import java.util.stream.IntStream;
import org.apache.commons.math3.linear.Array2DRowRealMatrix;
import org.apache.commons.math3.linear.ArrayRealVector;
import org.apache.commons.math3.linear.SingularValueDecomposition;
import org.migrationimpact.data.Period;

/** Random unbalanced weighted staggered panels, and least squares with a dummy for everything. */
final class RandomPanels {

    private RandomPanels() {}

    static RandomGenerator random(long seed) {
        return RandomGeneratorFactory.of("L64X128MixRandom").create(seed);
    }

    /** Units in years, a third of them never treated, a tenth of the rows missing, weights between 0.5 and 2, a covariate x. */
    static AdoptionColumns unbalanced(long seed, int units, int years) {
        RandomGenerator random = random(seed);
        List<String> unit = new ArrayList<>();
        List<Period> period = new ArrayList<>();
        List<Optional<Period>> first = new ArrayList<>();
        List<Double> y = new ArrayList<>();
        List<Double> x = new ArrayList<>();
        List<Double> w = new ArrayList<>();
        for (int i = 0; i < units; i++) {
            int start = i % 3 == 0 ? 0 : 2002 + random.nextInt(years - 3);
            double level = 5 * random.nextGaussian();
            for (int t = 0; t < years; t++) {
                if (random.nextDouble() < 0.1) {
                    continue;
                }
                double covariate = random.nextGaussian() + 0.2 * t;
                double effect = start > 0 && 2000 + t >= start ? 1 + 0.5 * (2000 + t - start) : 0;
                unit.add("u" + (100 + i));
                period.add(Period.year(2000 + t));
                first.add(start == 0 ? Optional.empty() : Optional.of(Period.year(start)));
                x.add(covariate);
                y.add(level + 0.7 * t * t / years + effect + 0.8 * covariate + random.nextGaussian());
                w.add(0.5 + 1.5 * random.nextDouble());
            }
        }
        return AdoptionColumns.of(unit, period, doubles(y), first)
                .covariate("x", doubles(x))
                .weight(doubles(w));
    }

    static double[] doubles(List<Double> list) {
        return list.stream().mapToDouble(d -> d).toArray();
    }

    /** Least squares of y on these columns and a dummy for every unit and every period but the first, of these rows. */
    static double[] withDummies(AdoptionPanel panel, int[] rows, double[]... columns) {
        int units = panel.units().size();
        int width = columns.length + units + panel.periods().size() - 1;
        double[][] design = new double[rows.length][width];
        double[] y = new double[rows.length];
        for (int i = 0; i < rows.length; i++) {
            double root = Math.sqrt(panel.weight(rows[i]));
            for (int j = 0; j < columns.length; j++) {
                design[i][j] = root * columns[j][rows[i]];
            }
            design[i][columns.length + panel.unitOf(rows[i])] = root;
            if (panel.periodOf(rows[i]) > 0) {
                design[i][columns.length + units + panel.periodOf(rows[i]) - 1] = root;
            }
            y[i] = root * panel.outcome(rows[i]);
        }
        return new SingularValueDecomposition(new Array2DRowRealMatrix(design)) // the shortest where a unit has no row
                .getSolver()
                .solve(new ArrayRealVector(y))
                .toArray();
    }

    static int[] all(AdoptionPanel panel) {
        return IntStream.range(0, panel.size()).toArray();
    }

    static double[] column(AdoptionPanel panel, java.util.function.IntToDoubleFunction value) {
        double[] column = new double[panel.size()];
        Arrays.setAll(column, value);
        return column;
    }
}
