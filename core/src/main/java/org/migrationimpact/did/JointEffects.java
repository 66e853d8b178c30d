package org.migrationimpact.did;

import java.io.Serializable;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.migrationimpact.covariance.Interval;
import org.migrationimpact.covariance.PointOnly;
import org.migrationimpact.covariance.StudentT;
import org.migrationimpact.covariance.Uncertainty;
import org.migrationimpact.regression.Coefficient;

/** Estimates with their covariance, and combinations of them with theirs. */
final class JointEffects implements Serializable {

    private static final long serialVersionUID = 1L;

    private final List<String> names;
    private final double[] estimates;
    private final double[][] covariance;
    private final double[] freedom;
    private final double confidence;

    /**
     * Estimates of any kind.
     *
     * @param freedom degrees of freedom of each, infinite for the normal distribution
     * @param confidence of uniform bands
     */
    JointEffects(List<String> names, double[] estimates, double[][] covariance, double[] freedom, double confidence) {
        this.names = List.copyOf(names);
        this.estimates = estimates;
        this.covariance = covariance;
        this.freedom = freedom;
        this.confidence = confidence;
    }

    List<String> names() {
        return names;
    }

    double confidence() {
        return confidence;
    }

    /** One estimate under a label. */
    Combination single(String label, String name) {
        double[] on = new double[estimates.length];
        on[index(name)] = 1;
        return of(label, on);
    }

    /** The mean of these estimates by these weights, which need not sum to 1. */
    Combination mean(String label, List<String> of, double[] weights) {
        double total = Arrays.stream(weights).sum();
        double[] on = new double[estimates.length];
        for (int i = 0; i < weights.length; i++) {
            on[index(of.get(i))] += weights[i] / total;
        }
        return of(label, on);
    }

    /** 0 by construction. */
    Combination reference(String label) {
        return new Combination(label, 0, new double[estimates.length]);
    }

    private Combination of(String label, double[] on) {
        return new Combination(label, Spd.dot(on, estimates), on);
    }

    private int index(String name) {
        return names.indexOf(name);
    }

    private static boolean isReference(Combination one) {
        return Arrays.stream(one.on()).allMatch(a -> a == 0);
    }

    Coefficient coefficient(Combination one, String term) {
        return new Coefficient(term, one.estimate(), uncertainty(one));
    }

    private Uncertainty uncertainty(Combination one) {
        return isReference(one) ? new PointOnly() : new StudentT(Math.sqrt(Math.max(0, variance(one, one))), df(one));
    }

    private double df(Combination one) {
        return IntStream.range(0, freedom.length)
                .filter(j -> one.on()[j] != 0)
                .mapToDouble(j -> freedom[j])
                .min()
                .orElse(Double.POSITIVE_INFINITY);
    }

    private double variance(Combination one, Combination other) {
        double sum = 0;
        for (int j = 0; j < estimates.length; j++) {
            if (one.on()[j] != 0) {
                sum += one.on()[j] * Spd.dot(covariance[j], other.on());
            }
        }
        return sum;
    }

    /** Those that have an error. */
    List<Combination> estimated(List<Combination> all) {
        return all.stream()
                .filter(one -> !isReference(one) && variance(one, one) > 0)
                .toList();
    }

    double[][] covariance(List<Combination> all) {
        return all.stream()
                .map(one ->
                        all.stream().mapToDouble(other -> variance(one, other)).toArray())
                .toArray(double[][]::new);
    }

    /** The intervals that hold all of these together; empty for the reference. */
    List<Optional<Interval>> uniform(List<Combination> all) {
        List<Combination> estimated = estimated(all);
        if (estimated.isEmpty()) {
            return all.stream().map(one -> Optional.<Interval>empty()).toList();
        }
        double df = estimated.stream().mapToDouble(this::df).min().orElseThrow();
        double multiple = SimultaneousBand.multiple(covariance(estimated), df, confidence);
        return all.stream().map(one -> around(one, multiple)).toList();
    }

    private Optional<Interval> around(Combination one, double multiple) {
        if (isReference(one)) {
            return Optional.empty();
        }
        double half = multiple * Math.sqrt(Math.max(0, variance(one, one)));
        return Optional.of(new Interval(one.estimate() - half, one.estimate() + half, confidence));
    }
}
