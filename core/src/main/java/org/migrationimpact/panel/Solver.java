package org.migrationimpact.panel;

import java.util.List;

/**
 * Which way the small side is solved: in closed form for one effect, and for balanced effects with equal weights; by Cholesky where it is
 * short; otherwise by conjugate gradients, which leave a stubborn graph to Cholesky: exact where the levels are few, approximate where they are
 * many.
 */
final class Solver implements SmallSide {

    /** As many levels as a dense factor is quicker for than a few passes over the rows. */
    private static final int SHORT = 64;

    /** As many levels as a dense factor takes about a second. */
    private static final int DENSE = 1_500;

    /** Iterations after which a graph counts as stubborn. */
    private static final int PATIENCE = 40;

    private final SmallSide first;
    private final SmallSide rescue;
    private boolean rescued;

    private Solver(SmallSide first, SmallSide rescue) {
        this.first = first;
        this.rescue = rescue;
    }

    /** The way that suits these rows; {@code equal} where all weights are and stay the same. */
    static Solver of(Layout layout, boolean equal) {
        if (layout.small() == 0) {
            return only(new SmallSide.Closed("means by level"));
        }
        if (equal && layout.isBalanced()) {
            return only(new SmallSide.Closed("closed form of balanced effects"));
        }
        if (layout.small() <= SHORT) {
            return only(new SchurComplement());
        }
        SmallSide stubborn = layout.small() <= DENSE ? new SchurComplement() : ConjugateGradient.led();
        return new Solver(ConjugateGradient.plain(), stubborn);
    }

    private static Solver only(SmallSide way) {
        return new Solver(way, way);
    }

    @Override
    public int improve(Sweep sweep, List<Column> columns, double tolerance, int maxIterations) {
        if (rescued || rescue == first) {
            return (rescued ? rescue : first).improve(sweep, columns, tolerance, maxIterations);
        }
        int taken = first.improve(sweep, columns, tolerance, Math.min(PATIENCE, maxIterations));
        rescued = taken >= PATIENCE;
        return taken;
    }

    @Override
    public String describe() {
        return rescued && rescue != first ? first.describe() + ", then " + rescue.describe() : first.describe();
    }
}
