package org.migrationimpact.did;

import java.io.Serializable;
import java.util.Arrays;
import java.util.stream.IntStream;
import org.migrationimpact.data.InputException;

/**
 * Effects by event time with their covariance, from any design: what {@link PreTrend} and {@link HonestBounds} take.
 *
 * <p>Event time counts periods since treatment began, 0 being the first treated one. The reference, which all others are measured from, is
 * not among them.
 */
public final class EventStudyEstimates implements Serializable {

    private static final long serialVersionUID = 1L;

    private final int[] events;
    private final double[] estimates;
    private final double[][] covariance;
    private final int reference;
    private final BasePeriod base;

    /**
     * Estimates of any design.
     *
     * @param events event times, ascending, without the reference
     * @param estimates one each, in the unit of the outcome
     * @param covariance symmetric, positive on its diagonal
     * @param reference the event time that is 0 by construction; -1 where there is no anticipation
     * @param base whether all are measured from that reference
     * @throws InputException E-DID-014 where the three do not fit together
     */
    public EventStudyEstimates(
            int[] events, double[] estimates, double[][] covariance, int reference, BasePeriod base) {
        this.events = events.clone();
        this.estimates = estimates.clone();
        this.covariance = Arrays.stream(covariance).map(double[]::clone).toArray(double[][]::new);
        this.reference = reference;
        this.base = base;
        requireFit();
    }

    private void requireFit() {
        int n = events.length;
        boolean square = covariance.length == n && Arrays.stream(covariance).allMatch(row -> row.length == n);
        if (estimates.length != n || !square) {
            throw refusal(n + " event times, " + estimates.length + " estimates and a covariance of "
                    + covariance.length + " rows: there must be as many of each, and the covariance square");
        }
        for (int i = 0; i < n; i++) {
            if ((i > 0 && events[i] <= events[i - 1]) || events[i] == reference) {
                throw refusal("the event times " + Arrays.toString(events)
                        + ": they ascend and leave out the reference " + reference);
            }
            if (!Double.isFinite(estimates[i]) || !(covariance[i][i] > 0)) {
                throw refusal("the estimate " + estimates[i] + " with variance " + covariance[i][i] + " at event time "
                        + events[i] + ": estimates are finite and variances above 0");
            }
            for (int j = 0; j < i; j++) {
                double gap = Math.abs(covariance[i][j] - covariance[j][i]);
                if (!(gap <= 1e-8 * Math.sqrt(covariance[i][i] * covariance[j][j]))) {
                    throw refusal("a covariance of " + covariance[i][j] + " and " + covariance[j][i]
                            + " of event times " + events[j] + " and " + events[i] + ": it is symmetric");
                }
            }
        }
    }

    private static InputException refusal(String found) {
        return new InputException("E-DID-014", "an event study was handed in with " + found);
    }

    /** Event times, ascending, without the reference. */
    public int[] events() {
        return events.clone();
    }

    /** One estimate for each of them. */
    public double[] estimates() {
        return estimates.clone();
    }

    /** Their covariance. */
    public double[][] covariance() {
        return Arrays.stream(covariance).map(double[]::clone).toArray(double[][]::new);
    }

    /** The event time that is 0 by construction. */
    public int reference() {
        return reference;
    }

    /** Whether all are measured from the reference. */
    public BasePeriod base() {
        return base;
    }

    /** How many lie before the reference. */
    public int before() {
        return (int) Arrays.stream(events).filter(event -> event < reference).count();
    }

    /** How many lie after the reference. */
    public int after() {
        return events.length - before();
    }

    /** The estimates before the reference. */
    double[] pre() {
        return Arrays.copyOf(estimates, before());
    }

    double[][] preCovariance() {
        int k = before();
        return IntStream.range(0, k)
                .mapToObj(i -> Arrays.copyOf(covariance[i], k))
                .toArray(double[][]::new);
    }

    /** One line: the event times and the reference. */
    @Override
    public String toString() {
        return "event study at " + Arrays.toString(events) + ", reference " + reference + ", base " + base;
    }
}
