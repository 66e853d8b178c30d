package org.migrationimpact.assess;

import java.io.Serializable;
import java.util.List;
import org.migrationimpact.data.Period;
import org.migrationimpact.model.Term;

/**
 * What is supposed of the deviations from trend and season when series without any effect are drawn.
 *
 * <p>{@link #autoregressive()} is the usual choice; {@link #blocks(int)} keeps the deviations as they were found, runs of neighbouring
 * periods at a time, which keeps their distribution but forgets what reaches further back than a block.
 */
public sealed interface Noise extends Serializable permits AutoregressiveNoise, BlockNoise {

    /** Normal errors that depend on the one before, the autocorrelation by restricted maximum likelihood. */
    static Noise autoregressive() {
        return new AutoregressiveNoise(1);
    }

    /** Normal errors that depend on so many before, by Prais–Winsten with the Yule–Walker equations where that is more than one. */
    static Noise autoregressive(int order) {
        return new AutoregressiveNoise(order);
    }

    /**
     * Runs of so many neighbouring deviations of a least-squares fit, drawn with replacement and joined; 0 for {@code 2 ⌈n^(1/3)⌉}.
     * Source: Künsch (1989), doi:10.1214/aos/1176347265.
     */
    static Noise blocks(int length) {
        return new BlockNoise(length);
    }

    /** Trend, season and deviations of these values, on the scale of the design, in these periods. */
    NullFit fit(double[] values, List<Period> periods, List<Term> terms);
}
