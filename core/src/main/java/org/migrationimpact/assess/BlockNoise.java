package org.migrationimpact.assess;

import java.util.ArrayList;
import java.util.List;
import java.util.random.RandomGenerator;
import org.migrationimpact.covariance.Classical;
import org.migrationimpact.data.DataException;
import org.migrationimpact.data.Period;
import org.migrationimpact.model.Design;
import org.migrationimpact.model.Term;
import org.migrationimpact.regression.Fit;
import org.migrationimpact.regression.Ols;

/**
 * Deviations as they were found, in runs of neighbouring periods.
 *
 * @param length of a run; 0 for twice the cube root of the number of periods
 */
record BlockNoise(int length) implements Noise {

    BlockNoise {
        if (length < 0 || length > 10_000) {
            throw new IllegalArgumentException("a block has 1 to 10000 periods (0 is automatic), got " + length);
        }
    }

    @Override
    public NullFit fit(double[] values, List<Period> periods, List<Term> terms) {
        Fit fit = Ols.fit(values, Design.of(periods, terms), new Classical());
        int run = length > 0 ? length : 2 * (int) Math.ceil(Math.cbrt(values.length));
        List<Integer> starts = starts(periods, run);
        if (starts.size() < 2) {
            throw new DataException(
                    "E-CALIBRATION-001",
                    "the periods " + periods.get(0) + " to " + periods.get(periods.size() - 1) + " have "
                            + starts.size()
                            + (starts.size() == 1 ? " run" : " runs") + " of " + run
                            + " without a gap, and two are needed to draw from; take shorter blocks or autoregressive errors");
        }
        double inflate = Math.sqrt(fit.rows() / (double) fit.degreesOfFreedom());
        double[] residuals = fit.residuals();
        return new NullFit(
                fit.coefficients().stream().mapToDouble(c -> c.estimate()).toArray(),
                (random, n) -> draw(random, n, residuals, starts, run, inflate),
                "blocks of " + run + " deviations");
    }

    private static List<Integer> starts(List<Period> periods, int run) {
        List<Integer> starts = new ArrayList<>();
        for (int i = 0; i + run <= periods.size(); i++) {
            if (periods.get(i).until(periods.get(i + run - 1)) == run - 1) {
                starts.add(i);
            }
        }
        return starts;
    }

    private static double[] draw(
            RandomGenerator random, int n, double[] residuals, List<Integer> starts, int run, double inflate) {
        double[] path = new double[n];
        for (int t = 0; t < n; t += run) {
            int from = starts.get(random.nextInt(starts.size()));
            for (int i = 0; i < Math.min(run, n - t); i++) {
                path[t + i] = inflate * residuals[from + i];
            }
        }
        return path;
    }
}
