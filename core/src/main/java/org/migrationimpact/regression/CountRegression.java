package org.migrationimpact.regression;

import java.io.Serializable;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;
import org.migrationimpact.covariance.Classical;
import org.migrationimpact.covariance.Covariance;
import org.migrationimpact.covariance.NeweyWest;
import org.migrationimpact.data.DataException;
import org.migrationimpact.data.EstimationException;
import org.migrationimpact.model.Design;

/**
 * How do counts depend on columns, {@code E y_t = exposure_t · exp(x_t b)}? Poisson, or negative binomial with the variance {@code μ + μ²/θ}
 * (NB2) and θ by maximum likelihood; by iteratively weighted least squares until the deviance changes by less than 1e-12 of itself.
 *
 * <p>Errors: the covariance is taken from the weighted rows of the last step. So {@link Classical} is the
 * inverse information, for Poisson times Pearson's dispersion {@code Σ (y−μ)²/μ / (n−k)} (R's {@code quasipoisson}), for the negative
 * binomial with dispersion 1 (R's {@code glm.nb}), and
 * {@link org.migrationimpact.covariance.Robust} and {@link NeweyWest} are sandwiches of the scores (R's {@code sandwich} on a {@code glm}).
 * Terms are tested by the normal distribution.
 *
 * <p>Defaults: exposure 1; Newey–West errors with lags by the rule of thumb and T/(T−K).
 *
 * <p>Sources: Nelder and Wedderburn (1972), doi:10.2307/2344614; Lawless (1987), doi:10.2307/3314912.
 */
public final class CountRegression implements Serializable {

    private static final long serialVersionUID = 1L;
    private static final double TOLERANCE = 1e-12;
    private static final int MAX_ITERATIONS = 200;
    private static final double LARGEST_THETA = 1e7;

    private enum Family {
        POISSON,
        NEGATIVE_BINOMIAL
    }

    private final Family family;
    private final Covariance covariance;

    private CountRegression(Family family, Covariance covariance) {
        this.family = family;
        this.covariance = covariance;
    }

    /** Variance equal to the mean, or, with the errors named above, proportional to it or anything. */
    public static CountRegression poisson() {
        return new CountRegression(Family.POISSON, NeweyWest.automatic());
    }

    /** Variance μ + μ²/θ. */
    public static CountRegression negativeBinomial() {
        return new CountRegression(Family.NEGATIVE_BINOMIAL, NeweyWest.automatic());
    }

    /** With errors of the coefficients estimated in this way. */
    public CountRegression with(Covariance newCovariance) {
        return new CountRegression(family, newCovariance);
    }

    /** Fits counts to a design, with an exposure of 1 in every period. */
    public CountFit fit(double[] counts, Design design) {
        double[] ones = new double[counts.length];
        Arrays.fill(ones, 1);
        return fit(counts, design, ones);
    }

    /**
     * Fits counts to a design.
     *
     * @param counts n values, 0 or more; whole numbers for the negative binomial
     * @param design n × k
     * @param exposure n values above 0
     * @throws DataException E-COUNT-001 where a value is below 0, or not a whole number though one is needed; E-COUNT-002 where zeros are
     *     told apart exactly by the columns; E-COUNT-005 where an exposure is not above 0
     * @throws EstimationException E-COUNT-003 where the counts do not vary more than Poisson counts do; E-COUNT-004 where the iterations do
     *     not settle
     */
    public CountFit fit(double[] counts, Design design, double[] exposure) {
        requireCounts(counts, exposure);
        return new CountIterations(counts, design, exposure).run();
    }

    private void requireCounts(double[] counts, double[] exposure) {
        for (int t = 0; t < counts.length; t++) {
            boolean whole = family == Family.POISSON || counts[t] == Math.rint(counts[t]);
            if (!(counts[t] >= 0) || Double.isInfinite(counts[t]) || !whole) {
                throw new DataException(
                        "E-COUNT-001",
                        "value " + (t + 1) + " is " + counts[t] + "; a count is 0 or more"
                                + (whole ? "" : " and, for the negative binomial, a whole number")
                                + ": take errors: ols for other figures");
            }
            if (!(exposure[t] > 0) || Double.isInfinite(exposure[t])) {
                throw new DataException(
                        "E-COUNT-005",
                        "the exposure of value " + (t + 1) + " is " + exposure[t]
                                + "; an exposure is above 0: leave the period out, or the exposure");
            }
        }
    }

    /** One fit under way. */
    private final class CountIterations {
        private final double[] counts;
        private final Design design;
        private final double[] offset;
        private double theta = Double.POSITIVE_INFINITY;
        private double[] means;
        private int iterations;

        CountIterations(double[] counts, Design design, double[] exposure) {
            this.counts = counts;
            this.design = design;
            offset = Arrays.stream(exposure).map(Math::log).toArray();
            means = Arrays.stream(counts).map(y -> y + 0.1).toArray();
        }

        CountFit run() {
            settleMeans();
            for (int round = 1; family == Family.NEGATIVE_BINOMIAL; round++) {
                double before = theta;
                theta = Dispersion.theta(counts, means);
                requireOverdispersion();
                settleMeans();
                if (Math.abs(theta - before) < 1e-10 * theta) {
                    break;
                }
                requireMore(round);
            }
            return new CountFit(named(weighted(covariance)).asymptotic(), counts, means, theta, iterations);
        }

        /** Classical errors say which dispersion they suppose. */
        private Fit named(Fit fit) {
            if (!(covariance instanceof Classical)) {
                return fit;
            }
            return family == Family.POISSON
                    ? fit.called("inverse information times Pearson's dispersion with T-K (quasi-Poisson)")
                    : fit.withVarianceOne("inverse information, dispersion 1");
        }

        private void requireOverdispersion() {
            if (!(theta < LARGEST_THETA)) {
                throw new EstimationException(
                        "E-COUNT-003",
                        "the counts vary no more than Poisson counts do, so theta of the negative binomial grows without bound;"
                                + " take errors: poisson");
            }
        }

        private void settleMeans() {
            double deviance = Double.POSITIVE_INFINITY;
            for (int i = 1; ; i++) {
                double[] b = weighted(new Classical()).estimates();
                for (int t = 0; t < means.length; t++) {
                    means[t] = Math.exp(Math.min(700, dot(design.row(t), b) + offset[t]));
                }
                iterations++;
                double next = Dispersion.deviance(counts, means, theta);
                if (Math.abs(next - deviance) <= TOLERANCE * (next + 0.1)) {
                    requireNoSeparation();
                    return;
                }
                deviance = next;
                requireMore(i);
            }
        }

        private void requireMore(int done) {
            if (done >= MAX_ITERATIONS) {
                requireNoSeparation();
                throw new EstimationException(
                        "E-COUNT-004",
                        family.name().toLowerCase(Locale.ROOT).replace('_', ' ') + " regression on "
                                + String.join(", ", design.names()) + " did not settle within " + MAX_ITERATIONS
                                + " iterations; leave terms out, or take errors: ols");
            }
        }

        /** Zeros whose mean has run away to 0: some combination of columns is there with zeros only. */
        private void requireNoSeparation() {
            List<Integer> separated = new ArrayList<>();
            for (int t = 0; t < counts.length; t++) {
                if (counts[t] == 0 && means[t] * Math.exp(-offset[t]) < 1e-7 * averageRate()) {
                    separated.add(t);
                }
            }
            if (!separated.isEmpty()) {
                throw separation(separated);
            }
        }

        private double averageRate() {
            double sum = 0;
            double exposures = 0;
            for (int t = 0; t < counts.length; t++) {
                sum += counts[t];
                exposures += Math.exp(offset[t]);
            }
            return sum / exposures;
        }

        private DataException separation(List<Integer> rows) {
            List<String> suspects = new ArrayList<>();
            for (int j = 0; j < design.columns(); j++) {
                int column = j;
                boolean onlyThere =
                        IntStream.range(0, counts.length).allMatch(t -> design.get(t, column) == 0 || counts[t] == 0);
                if (onlyThere) {
                    suspects.add(design.names().get(j));
                }
            }
            return new DataException(
                    "E-COUNT-002",
                    rows.size() + " of " + counts.length + " counts are zeros that the columns tell apart exactly"
                            + (suspects.isEmpty() ? "" : " (" + String.join(", ", suspects) + ")")
                            + ", so their logarithm runs away to minus infinity; leave those terms out, take a longer window, or"
                            + " take errors: ols");
        }

        private Fit weighted(Covariance errors) {
            double[][] rows = new double[counts.length][];
            double[] working = new double[counts.length];
            for (int t = 0; t < rows.length; t++) {
                double root = Math.sqrt(means[t] / (1 + means[t] / theta));
                rows[t] = design.row(t);
                for (int j = 0; j < rows[t].length; j++) {
                    rows[t][j] *= root;
                }
                working[t] = root * (Math.log(means[t]) - offset[t] + (counts[t] - means[t]) / means[t]);
            }
            return Ols.fit(working, Design.of(design.names(), rows, design.places()), errors);
        }
    }

    private static double dot(double[] a, double[] b) {
        double sum = 0;
        for (int j = 0; j < a.length; j++) {
            sum += a[j] * b[j];
        }
        return sum;
    }

    /** The family and the errors. */
    @Override
    public String toString() {
        return (family == Family.POISSON ? "Poisson" : "negative binomial (NB2)") + ", log link, " + covariance;
    }
}
