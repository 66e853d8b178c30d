package org.migrationimpact.regression;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.migrationimpact.covariance.StudentT;
import org.migrationimpact.data.DataException;
import org.migrationimpact.data.EstimationException;
import org.migrationimpact.model.Factor;

/**
 * Least squares where every unit has a level of its own that is a random draw, independent of the columns: {@code y_it = x_it'b + μ_i + ε_it}.
 * It uses differences between units too, which fixed effects throw away, and is wrong where the levels go with the columns: {@link
 * RandomEffectsFit#hausman()} compares the two. For the effect of a measure take fixed effects; this is the comparison beside it.
 *
 * <p>The variances are those of Swamy and Arora, of ε from the regression within units and of μ from the one between their means, with Baltagi and
 * Chang's allowance for units with different numbers of rows; each row is then cleared of the share {@code θ_i = 1 − √(σ²_ε / (σ²_ε + T_i σ²_μ))}
 * of the mean of its unit. Tests use the normal distribution. R's {@code plm(model = "random")} gives the same numbers.
 *
 * <p>Sources: Swamy and Arora (1972), doi:10.2307/1909405; Baltagi and Chang (1994), doi:10.1016/0304-4076(94)90030-2.
 */
public final class RandomEffects {

    private static final String INTERCEPT = "intercept";

    private final List<String> names;
    private final double[][] columns;
    private final double[] response;
    private final Factor unit;
    private final int[] sizes;

    private RandomEffects(List<String> names, double[][] columns, double[] response, Factor unit) {
        this.names = names;
        this.columns = columns;
        this.response = response;
        this.unit = unit;
        this.sizes = new int[unit.levels()];
        for (int i = 0; i < unit.rows(); i++) {
            sizes[unit.code(i)]++;
        }
    }

    /**
     * Fits a response to columns and an intercept.
     *
     * @param names k names
     * @param columns k × n, finite, each of which changes within units
     * @param response n, finite
     * @param unit the unit of each row
     * @throws DataException E-LEVELS-001 where there are no more units than coefficients, or no more rows than units and coefficients
     * @throws EstimationException E-LEVELS-002 where columns are collinear, within units or between them
     */
    public static RandomEffectsFit fit(List<String> names, double[][] columns, double[] response, Factor unit) {
        RandomEffects model = new RandomEffects(List.copyOf(names), columns, response, unit);
        model.requireShape();
        model.requireRows();
        return model.fit();
    }

    private void requireShape() {
        if (columns.length != names.size() || columns.length == 0 || unit.rows() != response.length) {
            throw new IllegalArgumentException(names.size() + " names, " + columns.length + " columns; "
                    + response.length + " values of the response, " + unit.rows() + " of the unit");
        }
        for (int j = 0; j < columns.length; j++) {
            requireFinite(names.get(j), columns[j]);
        }
        requireFinite("the response", response);
    }

    private void requireFinite(String name, double... values) {
        if (values.length != response.length) {
            throw new IllegalArgumentException(
                    name + " has " + values.length + " values for " + response.length + " rows");
        }
        for (int i = 0; i < values.length; i++) {
            if (!Double.isFinite(values[i])) {
                throw new IllegalArgumentException(name + " is " + values[i] + " in row " + i);
            }
        }
    }

    private void requireRows() {
        int k = names.size();
        if (sizes.length <= k + 1 || response.length <= sizes.length + k) {
            throw new DataException(
                    "E-LEVELS-001",
                    response.length + " rows of " + sizes.length + " units cannot carry random effects and " + k
                            + " columns, which need more than " + (k + 1) + " units and more than " + (sizes.length + k)
                            + " rows; take fewer columns");
        }
    }

    private RandomEffectsFit fit() {
        Regression within =
                new Regression(cleared(columns, ones(1)), cleared(response, ones(1)), names, "within units");
        double noise = within.squares / (response.length - sizes.length - names.size());
        double level = level(noise);
        double[] shares = Arrays.stream(sizes)
                .mapToDouble(t -> 1 - Math.sqrt(noise / (noise + t * level)))
                .toArray();
        List<String> all = new ArrayList<>(List.of(INTERCEPT));
        all.addAll(names);
        Regression random = new Regression(
                cleared(withIntercept(columns), shares), cleared(response, shares), all, "between and within units");
        double variance = random.squares / (response.length - all.size());
        List<Coefficient> coefficients = IntStream.range(0, all.size())
                .mapToObj(j -> new Coefficient(
                        all.get(j),
                        random.b[j],
                        new StudentT(Math.sqrt(variance * random.bread[j][j]), Double.POSITIVE_INFINITY)))
                .toList();
        return new RandomEffectsFit(
                coefficients,
                noise,
                level,
                Hausman.of(within.b, within.bread, noise, random.b, random.bread, variance));
    }

    private double[] ones(double share) {
        double[] shares = new double[sizes.length];
        Arrays.fill(shares, share);
        return shares;
    }

    /** σ²_μ from the means of units, each counted as often as it has rows; 0 where that comes out below 0. */
    private double level(double noise) {
        double[][] weighted = means(withIntercept(columns), 0.5);
        List<String> all = new ArrayList<>(List.of(INTERCEPT));
        all.addAll(names);
        Regression between = new Regression(weighted, means(new double[][] {response}, 0.5)[0], all, "between units");
        double[][] twice = means(withIntercept(columns), 1);
        double trace = 0;
        for (int a = 0; a < all.size(); a++) {
            for (int b = 0; b < all.size(); b++) {
                for (int u = 0; u < sizes.length; u++) {
                    trace += between.bread[a][b] * twice[a][u] * twice[b][u];
                }
            }
        }
        double excess = between.squares - (sizes.length - all.size()) * noise;
        return Math.max(0, excess / (response.length - trace));
    }

    private double[][] withIntercept(double[][] others) {
        double[][] all = new double[others.length + 1][];
        all[0] = new double[response.length];
        Arrays.fill(all[0], 1);
        System.arraycopy(others, 0, all, 1, others.length);
        return all;
    }

    /** The mean of each unit times a power of its number of rows. */
    private double[][] means(double[][] of, double power) {
        double[][] means = new double[of.length][];
        for (int j = 0; j < of.length; j++) {
            means[j] = mean(of[j]);
            for (int u = 0; u < sizes.length; u++) {
                means[j][u] *= Math.pow(sizes[u], power);
            }
        }
        return means;
    }

    private double[] mean(double... of) {
        double[] mean = new double[sizes.length];
        for (int i = 0; i < of.length; i++) {
            mean[unit.code(i)] += of[i];
        }
        for (int u = 0; u < mean.length; u++) {
            mean[u] /= sizes[u];
        }
        return mean;
    }

    private double[][] cleared(double[][] of, double[] shares) {
        return Arrays.stream(of).map(column -> cleared(column, shares)).toArray(double[][]::new);
    }

    /** Less this share of the mean of the unit. */
    private double[] cleared(double[] of, double[] shares) {
        double[] mean = mean(of);
        return IntStream.range(0, of.length)
                .mapToDouble(i -> of[i] - shares[unit.code(i)] * mean[unit.code(i)])
                .toArray();
    }

    /** Least squares on columns as they are. */
    private static final class Regression {
        private final double[] b;
        private final double[][] bread;
        private final double squares;

        Regression(double[][] x, double[] y, List<String> names, String where) {
            Qr qr = new Qr(x);
            if (qr.rank() < x.length) {
                throw new EstimationException(
                        "E-LEVELS-002", "the columns " + names + " are collinear " + where + "; leave one out");
            }
            b = qr.solve(y);
            bread = qr.inverseOfCrossProduct();
            double sum = 0;
            for (int i = 0; i < y.length; i++) {
                double e = y[i];
                for (int j = 0; j < b.length; j++) {
                    e -= b[j] * x[j][i];
                }
                sum += e * e;
            }
            squares = sum;
        }
    }
}
