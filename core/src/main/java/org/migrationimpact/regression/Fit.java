package org.migrationimpact.regression;

import java.io.Serializable;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;
import org.migrationimpact.covariance.Covariance;
import org.migrationimpact.covariance.StudentT;
import org.migrationimpact.model.Design;

/** Fitted least squares: coefficients with their covariance, residuals, and the usual figures of fit. Tests use Student's t with T−K. */
public final class Fit implements Serializable {

    private static final long serialVersionUID = 1L;

    private final Design design;
    private final double[] response;
    private final double[] estimates;
    private final double[] residuals;
    private final double[][] covariance;
    private final String covarianceName;
    private final Freedom freedom;

    Fit(
            Design design,
            double[] response,
            double[] estimates,
            double[] residuals,
            double[][] covariance,
            Covariance estimator) {
        this.design = design;
        this.response = response.clone();
        this.estimates = estimates;
        this.residuals = residuals;
        this.covariance = covariance;
        this.covarianceName = estimator.describe(design, residuals);
        this.freedom = new Freedom.Same(residuals.length - estimates.length);
    }

    private Fit(Fit other, double[][] covariance, String covarianceName) {
        design = other.design;
        response = other.response;
        estimates = other.estimates;
        residuals = other.residuals;
        freedom = other.freedom;
        this.covariance = covariance;
        this.covarianceName = covarianceName;
    }

    /** The same fit with (X'X)⁻¹ itself as covariance: of weighted rows, whose variance is known to be 1. */
    Fit withVarianceOne(String name) {
        return new Fit(this, unscaledCovariance(), name);
    }

    /** The same fit under another name of its covariance. */
    Fit called(String name) {
        return new Fit(this, covariance, name);
    }

    private Fit(Fit other, Freedom freedom) {
        design = other.design;
        response = other.response;
        estimates = other.estimates;
        residuals = other.residuals;
        covariance = other.covariance;
        covarianceName = other.covarianceName;
        this.freedom = freedom;
    }

    /** The design, n × k. */
    public Design design() {
        return design;
    }

    /** The number of rows, n. */
    public int rows() {
        return residuals.length;
    }

    /** n − k. */
    public int degreesOfFreedom() {
        return rows() - estimates.length;
    }

    /** Which covariance it has, with every number that was chosen. */
    public String covarianceName() {
        return covarianceName;
    }

    /** The coefficient of the column with exactly this name. */
    public Coefficient coefficient(String term) {
        int j = design.column(term);
        if (j < 0) {
            throw new IllegalArgumentException("there is no term '" + term + "'; there are " + design.names());
        }
        return coefficient(j);
    }

    /** All coefficients, in the order of the columns. */
    public List<Coefficient> coefficients() {
        return IntStream.range(0, estimates.length).mapToObj(this::coefficient).toList();
    }

    private Coefficient coefficient(int j) {
        double error = Math.sqrt(Math.max(0, covariance[j][j]));
        double[] weights = new double[estimates.length];
        weights[j] = 1;
        return new Coefficient(design.names().get(j), estimates[j], new StudentT(error, freedom.of(weights)));
    }

    /** A linear combination of the coefficients under a name of its own, with its error. */
    public Coefficient combination(String term, double[] weights) {
        double error = Math.sqrt(variance(weights));
        return new Coefficient(term, predict(weights), new StudentT(error, freedom.of(weights)));
    }

    double[] response() {
        return response.clone();
    }

    double[] estimates() {
        return estimates.clone();
    }

    /** The same fit, its coefficients tested by the normal distribution: what maximum likelihood knows in large samples. */
    Fit asymptotic() {
        return with(new Freedom.Same(Double.POSITIVE_INFINITY));
    }

    /** The same fit, its coefficients tested by Student's t with so many degrees of freedom, or by the normal distribution. */
    public Fit withDegreesOfFreedom(double degrees) {
        return with(new Freedom.Same(degrees));
    }

    /** The same fit, its coefficients tested with other degrees of freedom. */
    Fit with(Freedom other) {
        return new Fit(this, other);
    }

    /** Where all coefficients are tested with the same degrees of freedom, in words; otherwise how each gets its own. */
    public String distribution() {
        return freedom.toString();
    }

    /** Degrees of freedom for a band about predictions: infinite where the coefficients are tested by the normal distribution. */
    public double bandDegreesOfFreedom() {
        return freedom instanceof Freedom.Same same ? same.degrees() : degreesOfFreedom();
    }

    /** The covariance of two coefficients. */
    public double covariance(int i, int j) {
        return covariance[i][j];
    }

    /** The covariance over σ²: (X'X)⁻¹ where it is classical. */
    double[][] unscaledCovariance() {
        double variance = sigma() * sigma();
        return Arrays.stream(covariance)
                .map(row -> Arrays.stream(row).map(v -> v / variance).toArray())
                .toArray(double[][]::new);
    }

    /** ln|X'X|, from the triangle of its QR. */
    double logDeterminantOfCrossProduct() {
        double[][] columns = IntStream.range(0, design.columns())
                .mapToObj(j -> IntStream.range(0, rows())
                        .mapToDouble(i -> design.get(i, j))
                        .toArray())
                .toArray(double[][]::new);
        return new Qr(columns).logDeterminantOfCrossProduct();
    }

    /** A smooth function of the coefficients by its value and its gradient, one a column; its error by the delta method. */
    public Coefficient function(String term, double value, double[] gradient) {
        return new Coefficient(term, value, new StudentT(Math.sqrt(variance(gradient)), freedom.of(gradient)));
    }

    /** Residuals, n, in the unit of the response. */
    public double[] residuals() {
        return residuals.clone();
    }

    /** The prediction x'b for one row of k values. */
    public double predict(double[] row) {
        double sum = 0;
        for (int j = 0; j < estimates.length; j++) {
            sum += row[j] * estimates[j];
        }
        return sum;
    }

    /** The variance of that prediction, x'Vx. */
    public double variance(double[] row) {
        double sum = 0;
        for (int i = 0; i < row.length; i++) {
            for (int j = 0; j < row.length; j++) {
                sum += row[i] * covariance[i][j] * row[j];
            }
        }
        return Math.max(0, sum);
    }

    /** The sum of squared residuals. */
    public double residualSumOfSquares() {
        return Arrays.stream(residuals).map(e -> e * e).sum();
    }

    /** The residual standard deviation, √(RSS/(n−k)). */
    public double sigma() {
        return Math.sqrt(residualSumOfSquares() / degreesOfFreedom());
    }

    /** 1 − RSS/TSS, about the mean where there is an intercept and about 0 where there is none. */
    public double rSquared() {
        double centre = hasIntercept() ? Arrays.stream(response).average().orElseThrow() : 0;
        double total =
                Arrays.stream(response).map(y -> (y - centre) * (y - centre)).sum();
        return 1 - residualSumOfSquares() / total;
    }

    private boolean hasIntercept() {
        return IntStream.range(0, design.columns())
                .anyMatch(j -> IntStream.range(0, rows())
                        .allMatch(i -> design.get(i, j) == design.get(0, j) && design.get(0, j) != 0));
    }

    /** {@code 1 − (1 − R²)(n − c)/(n − k)}, c being 1 with an intercept, else 0. */
    public double adjustedRSquared() {
        double lost = hasIntercept() ? 1 : 0;
        return 1 - (1 - rSquared()) * (rows() - lost) / degreesOfFreedom();
    }

    /** The logarithm of the normal likelihood at its maximum. */
    public double logLikelihood() {
        double n = rows();
        return -n / 2 * (Math.log(2 * Math.PI) + 1 + Math.log(residualSumOfSquares() / n));
    }

    /** −2 log L + 2 (k + 1). */
    public double aic() {
        return -2 * logLikelihood() + 2 * (estimates.length + 1);
    }

    /** −2 log L + ln(n) (k + 1). */
    public double bic() {
        return -2 * logLikelihood() + Math.log(rows()) * (estimates.length + 1);
    }

    /** Σ (e_t − e_{t−1})² / Σ e_t², over pairs of periods that follow each other; near 2 without autocorrelation. */
    public double durbinWatson() {
        double sum = 0;
        for (int t = 1; t < residuals.length; t++) {
            if (design.place(t) == design.place(t - 1) + 1) {
                double step = residuals[t] - residuals[t - 1];
                sum += step * step;
            }
        }
        return sum / residualSumOfSquares();
    }

    @Override
    public String toString() {
        StringBuilder text = new StringBuilder(String.format(
                Locale.ROOT,
                "least squares, %d periods, %d columns, R² %.4f, residual sd %.6g%ncovariance: %s%n",
                rows(),
                estimates.length,
                rSquared(),
                sigma(),
                covarianceName));
        for (Coefficient c : coefficients()) {
            text.append(String.format(
                    Locale.ROOT,
                    "  %-12s %14.6g  (%.6g)  p = %.4g%n",
                    c.term(),
                    c.estimate(),
                    c.standardError(),
                    c.pValue()));
        }
        return text.toString().replace(System.lineSeparator(), "\n").stripTrailing();
    }
}
