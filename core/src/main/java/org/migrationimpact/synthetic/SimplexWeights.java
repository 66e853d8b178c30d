package org.migrationimpact.synthetic;

import java.util.Arrays;
import java.util.stream.IntStream;

/**
 * Which weighted mean of the donors is nearest to the target? Minimises {@code ||A w + a − b||² + ridge ||w||²} over weights w that are 0 or
 * more and sum to one; the intercept a is 0 unless asked for.
 *
 * <p>Where several weights do equally well the smallest ones are taken (smallest sum of squares), so that the answer is one, whatever the
 * order of the donors: the penalty 1e-8 of the mean squared distance of a donor from the target chooses among them, and is then taken back.
 * The search is a projected accelerated gradient followed by an exact active set; the result carries the violation of the conditions of an
 * optimum (KKT).
 *
 * <p>Default: no penalty, no intercept. Source: Abadie, Diamond and Hainmueller (2010), doi:10.1198/jasa.2009.ap08746; with penalty and
 * intercept, Arkhangelsky and others (2021), doi:10.1257/aer.20190159.
 */
public final class SimplexWeights {

    private enum Level {
        AS_IT_IS,
        FREE
    }

    private final double ridge;
    private final Level level;

    private SimplexWeights(double ridge, Level level) {
        this.ridge = ridge;
        this.level = level;
    }

    /** Without a penalty, without an intercept. */
    public static SimplexWeights leastSquares() {
        return new SimplexWeights(0, Level.AS_IT_IS);
    }

    /** With this penalty on the sum of squared weights, in squared units of the rows, 0 or more. */
    public SimplexWeights withRidge(double penalty) {
        if (!(penalty >= 0) || Double.isInfinite(penalty)) {
            throw new IllegalArgumentException("a ridge is finite and 0 or more, got " + penalty);
        }
        return new SimplexWeights(penalty, level);
    }

    /** With a constant difference between the target and its twin. */
    public SimplexWeights withIntercept() {
        return new SimplexWeights(ridge, Level.FREE);
    }

    /**
     * The weights.
     *
     * @param donors one array a donor, of the same length as the target
     * @param target what is to be matched
     * @throws IllegalArgumentException without a donor, for arrays of different lengths or values that are not finite
     */
    public SimplexFit fit(double[][] donors, double[] target) {
        require(donors, target);
        double[][] units = Arrays.copyOf(donors, donors.length + 1);
        units[donors.length] = target;
        return problem(
                        gram(units),
                        donors.length,
                        IntStream.range(0, donors.length).toArray())
                .fit();
    }

    /** The inner products of all these units, to be shared by several fits. */
    Gram gram(double[][] units) {
        return level == Level.FREE ? Gram.demeaned(units) : Gram.of(units);
    }

    /** The fit of one of the units by others of them. */
    SimplexProblem problem(Gram gram, int target, int[] donors) {
        return new SimplexProblem(gram, target, donors, ridge);
    }

    private static void require(double[][] donors, double[] target) {
        if (donors.length == 0 || target.length == 0) {
            throw new IllegalArgumentException(
                    "at least one donor and one row, got " + donors.length + " and " + target.length);
        }
        for (int j = 0; j < donors.length; j++) {
            if (donors[j].length != target.length) {
                throw new IllegalArgumentException(
                        "donor " + j + " has " + donors[j].length + " rows, the target " + target.length);
            }
            if (!Arrays.stream(donors[j]).allMatch(Double::isFinite)) {
                throw new IllegalArgumentException("donor " + j + " has values that are not finite");
            }
        }
        if (!Arrays.stream(target).allMatch(Double::isFinite)) {
            throw new IllegalArgumentException("the target has values that are not finite");
        }
    }
}
