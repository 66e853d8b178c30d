package org.migrationimpact.assess;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.random.RandomGenerator;
import java.util.stream.Collectors;
import org.migrationimpact.data.Period;
import org.migrationimpact.model.Design;
import org.migrationimpact.model.Term;
import org.migrationimpact.regression.AutoregressiveFit;
import org.migrationimpact.regression.AutoregressiveLikelihood;
import org.migrationimpact.regression.AutoregressiveOls;
import org.migrationimpact.regression.AutoregressiveProcess;

/**
 * Normal errors that depend on their past.
 *
 * @param order how many periods back
 */
record AutoregressiveNoise(int order) implements Noise {

    private static final int WARM_UP = 200;

    AutoregressiveNoise {
        if (order < 1 || order > 24) {
            throw new IllegalArgumentException("an autoregression has an order of 1 to 24, got " + order);
        }
    }

    @Override
    public NullFit fit(double[] values, List<Period> periods, List<Term> terms) {
        Design design = Design.of(periods, terms);
        AutoregressiveFit fit = order == 1
                ? AutoregressiveLikelihood.restricted().fit(values, design)
                : AutoregressiveOls.praisWinsten()
                        .withOrder(order)
                        .with(AutoregressiveOls.Autoregression.YULE_WALKER)
                        .fit(values, design);
        AutoregressiveProcess process = fit.process();
        double sigma = fit.fit().sigma();
        return new NullFit(
                fit.fit().coefficients().stream().mapToDouble(c -> c.estimate()).toArray(),
                (random, n) -> draw(random, n, process, sigma),
                words(process));
    }

    private static String words(AutoregressiveProcess process) {
        return "AR(" + process.order() + ") errors with "
                + Arrays.stream(process.coefficients())
                        .mapToObj(value -> String.format(Locale.ROOT, "%.2f", value))
                        .collect(Collectors.joining(", "));
    }

    /** From the stationary distribution on where it looks one period back, after a warm-up where it looks further. */
    private static double[] draw(RandomGenerator random, int n, AutoregressiveProcess process, double sigma) {
        double[] phi = process.coefficients();
        int before = phi.length == 1 ? 1 : WARM_UP;
        double[] path = new double[before + n];
        if (phi.length == 1) {
            path[0] = sigma * random.nextGaussian() * Math.sqrt(process.autocovariances(0)[0]);
        }
        for (int t = phi.length == 1 ? 1 : 0; t < path.length; t++) {
            path[t] = sigma * random.nextGaussian();
            for (int j = 1; j <= Math.min(t, phi.length); j++) {
                path[t] += phi[j - 1] * path[t - j];
            }
        }
        return Arrays.copyOfRange(path, before, path.length);
    }
}
