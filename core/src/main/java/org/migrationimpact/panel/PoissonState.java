package org.migrationimpact.panel;

/** Where a Poisson fit stands: linear predictor, weights and working residual of every place, and its deviance. */
final class PoissonState {

    /** Means are kept above this, so that no weight vanishes. */
    private static final double LEAST = 1e-300;

    final double[] y;
    final double[] prior;

    /** The linear predictor, log μ. */
    final double[] eta;

    /** Prior weight times mean. */
    final double[] weights;

    /** (y − μ)/μ; before the first step, what the predictor is to move by. */
    final double[] working;

    private final Sweep sweep;
    private final double constant;
    private double deviance = Double.POSITIVE_INFINITY;

    /** Before the first step, half-way between the data and their mean, where Newton's steps are safe. */
    PoissonState(Sweep sweep, double[] y, double[] prior, double[] offset) {
        this.sweep = sweep;
        this.y = y;
        this.prior = prior;
        eta = offset;
        weights = new double[y.length];
        working = new double[y.length];
        constant = sweep.total((from, to) -> logarithms(from, to));
        double mean = sweep.total((from, to) -> sum(true, from, to)) / sweep.total((from, to) -> sum(false, from, to));
        sweep.total((from, to) -> begin(mean, from, to));
        sweep.reweigh(weights);
    }

    private double logarithms(int from, int to) {
        double sum = 0;
        for (int i = from; i < to; i++) {
            sum += y[i] > 0 ? prior[i] * y[i] * (Math.log(y[i]) - 1) : 0;
        }
        return sum;
    }

    private double sum(boolean counts, int from, int to) {
        double sum = 0;
        for (int i = from; i < to; i++) {
            sum += counts ? prior[i] * y[i] : prior[i];
        }
        return sum;
    }

    private double begin(double mean, int from, int to) {
        for (int i = from; i < to; i++) {
            double mu = (y[i] + mean) / 2;
            weights[i] = prior[i] * mu;
            working[i] = Math.log(mu) - eta[i] + (y[i] - mu) / mu;
        }
        return 0;
    }

    /** Moves the predictor by a multiple of the step and takes the weights of where it comes to; half the deviance, but for a constant. */
    private double move(double[] step, double length, int from, int to) {
        double sum = 0;
        for (int i = from; i < to; i++) {
            double place = eta[i] + length * step[i];
            double mu = Math.max(LEAST, Math.exp(place));
            eta[i] = place;
            weights[i] = prior[i] * mu;
            working[i] = (y[i] - mu) / mu;
            sum += prior[i] * (mu - y[i] * place);
        }
        return sum;
    }

    /**
     * Takes the step, or half of it, a quarter, … where the deviance would grow.
     *
     * @return what part of it was taken
     */
    double take(double[] step) {
        double length = 1;
        double before = deviance;
        moveBy(step, length);
        while (!(deviance <= before + 1e-10 * (Math.abs(before) + Math.abs(constant))) && length > 1e-6) {
            moveBy(step, -length / 2);
            length /= 2;
        }
        sweep.reweigh(weights);
        return length;
    }

    private void moveBy(double[] step, double length) {
        deviance = 2 * (constant + sweep.total((from, to) -> move(step, length, from, to)));
    }

    /** The deviance, each part of it computed by itself. */
    double exactDeviance() {
        return 2
                * sweep.total((from, to) -> {
                    double sum = 0;
                    for (int i = from; i < to; i++) {
                        double mu = weights[i] / prior[i];
                        sum += prior[i] * ((y[i] > 0 ? y[i] * (Math.log(y[i]) - eta[i]) : 0) - (y[i] - mu));
                    }
                    return sum;
                });
    }
}
