package org.migrationimpact.forecast;

import java.io.Serializable;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;
import org.migrationimpact.covariance.StudentT;
import org.migrationimpact.data.EstimationException;
import org.migrationimpact.data.Frequency;
import org.migrationimpact.data.Period;
import org.migrationimpact.data.Series;
import org.migrationimpact.regression.Coefficient;
import org.migrationimpact.regression.LjungBox;

/**
 * A fitted regression with ARIMA errors: coefficients with standard errors from the observed information, likelihood, residuals, and what
 * the model expects of other periods.
 *
 * <p>Coefficients are named {@code ar1}, {@code ma1}, {@code sar1}, {@code sma1} and so on, in that order, then the regressors by their
 * own names. Signs are those of R: {@code w_t = ar1 w_{t−1} + a_t + ma1 a_{t−1}}.
 */
public final class ArimaFit implements Serializable {

    private static final long serialVersionUID = 1L;

    private final ArimaData data;
    private final ArimaOrder order;
    private final int season;
    private final ArimaErrors.Likelihood likelihood;
    private final int searched;
    private final double[] free;
    private final double[] estimates;
    private final double[][] covariance;
    private final double[][] covarianceOfFree;
    private final double variance;
    private final double logLikelihood;
    private final int observations;
    private final double[] residuals;
    private final double[] innovations;
    private final double[] deviations;
    private final double gradientNorm;
    private final int iterations;
    private final double autoregressiveRoot;
    private final double movingAverageRoot;

    private ArimaFit(ArimaOptimum optimum, int searched) {
        ArimaProblem problem = optimum.problem();
        Whitened at = optimum.at();
        Information information = new Information(optimum);
        data = problem.data();
        order = problem.order();
        season = problem.season();
        likelihood = problem.kind();
        this.searched = searched;
        free = optimum.free();
        double[] b = at.coefficients();
        estimates = Arrays.copyOf(at.arma().coefficients(), free.length + b.length);
        System.arraycopy(b, 0, estimates, free.length, b.length);
        covariance = information.ofCoefficients();
        covarianceOfFree = information.ofFree();
        variance = at.variance();
        logLikelihood = at.logLikelihood();
        observations = problem.observations();
        ArimaInnovations all = ArimaInnovations.of(problem, at);
        residuals = all.standardised();
        innovations =
                IntStream.range(0, data.size()).mapToDouble(all::innovation).toArray();
        deviations = IntStream.range(0, data.size()).mapToDouble(all::deviation).toArray();
        gradientNorm = information.gradientNorm();
        iterations = optimum.iterations();
        autoregressiveRoot = Arrays.stream(optimum.autoregressiveRoots()).min().orElseThrow();
        movingAverageRoot = Arrays.stream(optimum.movingAverageRoots()).min().orElseThrow();
    }

    /** The fit of this order, found after so many orders were tried; 0 for an order that was given. */
    static ArimaFit of(ArimaProblem problem, int searched) {
        ArimaOptimum optimum = ArimaOptimum.exact(problem);
        if (!optimum.converged()) {
            throw new EstimationException(
                    "E-ARIMA-006",
                    String.format(
                            Locale.ROOT,
                            "the likelihood of %s with %s errors has no maximum that was found in %d iterations (derivative and"
                                    + " residuals are still correlated with %.2g); choose a lower order, or more differences",
                            problem.data().name(),
                            problem.order(),
                            optimum.iterations(),
                            optimum.slope()));
        }
        if (!(optimum.at().square() > 0)) {
            throw new EstimationException(
                    "E-ARIMA-007",
                    problem.data().name() + " leaves no error after its regressors and the differences of "
                            + problem.order() + "; where nothing is left to chance nothing can be estimated");
        }
        return new ArimaFit(optimum, searched);
    }

    /** The order, given or chosen. */
    public ArimaOrder order() {
        return order;
    }

    /** Which likelihood was at its largest. */
    public ArimaErrors.Likelihood likelihood() {
        return likelihood;
    }

    /** How many orders the automatic choice tried; 0 where the order was given. */
    public int searched() {
        return searched;
    }

    /** The first period with a value. */
    public Period start() {
        return data.start();
    }

    /** All coefficients, in the order {@code ar, ma, sar, sma}, regressors. */
    public List<Coefficient> coefficients() {
        List<String> names = names();
        return IntStream.range(0, estimates.length)
                .mapToObj(j -> new Coefficient(
                        names.get(j), estimates[j], new StudentT(Math.sqrt(covariance[j][j]), degreesOfFreedom(j))))
                .toList();
    }

    private double degreesOfFreedom(int j) {
        return j < free.length ? Double.POSITIVE_INFINITY : degreesOfFreedom();
    }

    private List<String> names() {
        return IntStream.range(0, estimates.length)
                .mapToObj(j -> j < free.length ? armaName(j) : data.names().get(j - free.length))
                .toList();
    }

    private String armaName(int j) {
        int[] counts = {order.p(), order.q(), order.seasonalP(), order.seasonalQ()};
        String[] parts = {"ar", "ma", "sar", "sma"};
        int at = j;
        int part = 0;
        while (at >= counts[part]) {
            at -= counts[part];
            part++;
        }
        return parts[part] + (at + 1);
    }

    /** The coefficient with exactly this name. */
    public Coefficient coefficient(String name) {
        return coefficients().stream()
                .filter(c -> c.term().equals(name))
                .findFirst()
                .orElseThrow(() ->
                        new IllegalArgumentException("there is no coefficient '" + name + "'; there are " + names()));
    }

    /** The covariance of two coefficients, by their places in {@link #coefficients()}. */
    public double covariance(int i, int j) {
        return covariance[i][j];
    }

    /** Of the distribution of regression coefficients: infinite (normal) for the full likelihood, N − k for the restricted one. */
    public double degreesOfFreedom() {
        return likelihood == ArimaErrors.Likelihood.FULL
                ? Double.POSITIVE_INFINITY
                : observations - data.names().size();
    }

    /** The variance of the shocks: S/N for the full likelihood, S/(N − k) for the restricted one. */
    public double sigma2() {
        return variance;
    }

    /** The logarithm of the likelihood at its maximum; the first values that differences cost are diffuse and not counted. */
    public double logLikelihood() {
        return logLikelihood;
    }

    /** N: values observed, less those that the differences cost. */
    public int observations() {
        return observations;
    }

    /** Everything estimated: coefficients and variance. */
    public int parameters() {
        return estimates.length + 1;
    }

    /** −2 log L + 2 k. */
    public double aic() {
        return -2 * logLikelihood + 2.0 * parameters();
    }

    /** AIC + 2 k (k + 1) / (N − k − 1); infinite where N is no larger than k + 1. */
    public double aicc() {
        double k = parameters();
        double left = observations - k - 1;
        return left <= 0 ? Double.POSITIVE_INFINITY : aic() + 2 * k * (k + 1) / left;
    }

    /** −2 log L + k ln N. */
    public double bic() {
        return -2 * logLikelihood + parameters() * Math.log(observations);
    }

    /** The largest absolute slope of the log likelihood at the estimates; 0 where the order has no coefficients. */
    public double gradientNorm() {
        return gradientNorm;
    }

    /** Steps of the search. */
    public int iterations() {
        return iterations;
    }

    /** The smallest absolute value of a root of the autoregressive polynomials, in steps of their own lag; near 1 is near a unit root, infinite without. */
    public double smallestAutoregressiveRoot() {
        return autoregressiveRoot;
    }

    /** The smallest absolute value of a root of the moving-average polynomials, in steps of their own lag; near 1 says that a difference is too many. */
    public double smallestMovingAverageRoot() {
        return movingAverageRoot;
    }

    /**
     * ArimaInnovations over their standard deviations, with variance σ²; missing where the response is, and in the first periods, that the
     * differences cost.
     */
    public Series residuals() {
        return Series.of("residuals of " + data.name(), data.unit(), data.start(), residuals);
    }

    /** Are the residuals correlated with their past? With so many lags, less the ARMA coefficients as degrees of freedom. */
    public LjungBox ljungBox(int lags) {
        return LjungBox.test(residuals, lags, free.length);
    }

    /** The usual number of lags: 2 seasons or 10, at most a fifth of the values, and 3 more than there are ARMA coefficients at least. */
    public LjungBox ljungBox() {
        int usual = Math.min(season > 1 ? 2 * season : 10, observations / 5);
        return ljungBox(Math.min(observations - 1, Math.max(usual, free.length + 3)));
    }

    /**
     * What the model expects of each period from {@code from} to {@code to}, knowing what was observed before {@code from} and nothing
     * later, with these regressors left out; coefficients are those of the whole fit. A period in which a regressor has no value is not in
     * the list.
     *
     * @param without names of regressors that are taken as 0 throughout
     * @throws org.migrationimpact.data.DataException E-ARIMA-008 where too little lies before
     */
    public List<Prediction> forecast(Period from, Period to, List<String> without) {
        return expected().between(from, to, without);
    }

    /**
     * What the model expects of each period before {@code end} from those before it alone. The first periods, that the differences cost,
     * are predicted from the later ones up to {@code end}, missing ones from all others; their errors say so.
     */
    public List<Prediction> oneStep(Period end, List<String> without) {
        return expected().oneStep(end, innovations, deviations, without);
    }

    private ArimaForecast expected() {
        double[] b = Arrays.copyOfRange(estimates, free.length, estimates.length);
        return new ArimaForecast(data, order, season, free, b, variance, covarianceOfFree);
    }

    /** The length of a season that this frequency gives to an ARIMA model; 1 where it has none: weeks do not fit a year evenly. */
    static int seasonOf(Frequency frequency) {
        return frequency == Frequency.WEEK ? 1 : frequency.seasons();
    }

    /** Order, likelihood and coefficients, one a line. */
    @Override
    public String toString() {
        StringBuilder text = new StringBuilder(String.format(
                Locale.ROOT,
                "regression with ARIMA %s errors, %s likelihood: log L %.6f, AICc %.4f, sigma2 %.6g, %d values%n"
                        + "gradient %.2g after %d iterations%n",
                order,
                likelihood.name().toLowerCase(Locale.ROOT),
                logLikelihood,
                aicc(),
                variance,
                observations,
                gradientNorm,
                iterations));
        coefficients().forEach(c -> text.append("  ").append(c).append('\n'));
        return text.toString().replace(System.lineSeparator(), "\n").stripTrailing();
    }
}
