package org.migrationimpact.synthetic;

import java.io.Serializable;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.migrationimpact.data.Period;
import org.migrationimpact.impact.Weight;

/**
 * One twin and what it says: the main one, a placebo, one without a donor, one of another date or window.
 *
 * @param name what is peculiar to it: the unit that plays the treated, the donor left out, the date
 * @param first the period of the first gap
 * @param matchedFrom the first period that was matched
 * @param firstTreated the first treated period, or the one that plays it
 * @param gaps observed less twin, one a period, on the scale of the design
 * @param weights of the donors, in their order
 * @param kktResidual how far the weights are from an optimum; at one it is rounding
 */
@SuppressWarnings("ArrayRecordComponent") // cloned in and out, with an equals of its own
public record Refit(
        String name,
        Period first,
        Period matchedFrom,
        Period firstTreated,
        double[] gaps,
        List<Weight> weights,
        double kktResidual)
        implements Serializable {

    public Refit {
        gaps = gaps.clone();
        weights = List.copyOf(weights);
    }

    @Override
    public double[] gaps() {
        return gaps.clone();
    }

    /** The same under another name. */
    Refit named(String other) {
        return new Refit(other, first, matchedFrom, firstTreated, gaps, weights, kktResidual);
    }

    private double[] before() {
        return Arrays.copyOfRange(gaps, (int) first.until(matchedFrom), (int) first.until(firstTreated));
    }

    private double[] after() {
        return Arrays.copyOfRange(gaps, (int) first.until(firstTreated), gaps.length);
    }

    /** The mean gap from the first treated period on. */
    public double effect() {
        return Arrays.stream(after()).sum() / after().length;
    }

    /** The root mean squared gap over the matched periods. */
    public double rmspeBefore() {
        return root(before());
    }

    /** The root mean squared gap from the first treated period on. */
    public double rmspeAfter() {
        return root(after());
    }

    private static double root(double[] gaps) {
        return Math.sqrt(Arrays.stream(gaps).map(gap -> gap * gap).sum() / gaps.length);
    }

    /** The root mean squared gap after over that before; infinite where the twin fits perfectly before and not after, 0 where also after. */
    public double ratio() {
        double before = rmspeBefore();
        double after = rmspeAfter();
        return before > 0 ? after / before : after > 0 ? Double.POSITIVE_INFINITY : 0;
    }

    /** The weight of one donor; 0 for a unit that is none. */
    public double weight(String unit) {
        return weights.stream()
                .filter(weight -> weight.unit().equals(unit))
                .mapToDouble(Weight::weight)
                .sum();
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Refit that
                && name.equals(that.name)
                && first.equals(that.first)
                && matchedFrom.equals(that.matchedFrom)
                && firstTreated.equals(that.firstTreated)
                && Arrays.equals(gaps, that.gaps)
                && weights.equals(that.weights);
    }

    @Override
    public int hashCode() {
        return 31 * name.hashCode() + Arrays.hashCode(gaps);
    }

    @Override
    public String toString() {
        return String.format(
                Locale.ROOT,
                "%s: effect %.5g from %s on, gap before %.4g, after over before %.4g",
                name,
                effect(),
                firstTreated,
                rmspeBefore(),
                ratio());
    }
}
