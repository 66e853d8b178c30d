package org.migrationimpact.data;

import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * One cell of the tidy cube.
 *
 * @param codes one code a dimension, in the order of {@link Observations#dimensions()}
 * @param period when
 * @param value the figure; {@code NaN} where there is none, and then a flag says why
 * @param flags what the publisher says about it, in the order of {@link Flag}
 * @param line the line or row of the file it comes from, from 1; 0 where there is no file
 */
public record Observation(List<String> codes, Period period, double value, Set<Flag> flags, int line) {

    public Observation {
        codes = List.copyOf(codes);
        flags = Flag.unmask(Flag.mask(flags)); // Set.copyOf has another order in every run
    }

    @Override
    public String toString() {
        String what = codes.isEmpty() ? "" : String.join(", ", codes) + ", ";
        String said =
                flags.isEmpty() ? "" : flags.stream().map(Flag::meaning).collect(Collectors.joining(", ", " (", ")"));
        return what + period + ": " + (Double.isNaN(value) ? "no figure" : Double.toString(value)) + said
                + (line == 0 ? "" : ", line " + line);
    }
}
