package org.migrationimpact.quality;

import java.io.Serializable;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.migrationimpact.data.Series;

/**
 * Does the level of a series jump where the publisher flags nothing? A country that begins to be counted, a coder that stops, a territory
 * that changes look like the effect of a measure. This reports; it corrects nothing, and it cannot tell a change of coverage from a true
 * jump: that takes the publisher's notes.
 *
 * <p>The rule looks at every pair of neighbouring values {@code a, b} above 0. The jump is {@code j = |ln(b/a)|}. The usual change is {@code
 * s = 1.4826 median |ln(x_t/x_(t-1))| / sqrt(gap)} over all other neighbouring pairs, {@code gap} being the number of periods between
 * them in units of the commonest one. The levels are the {@code K} values before and the {@code K} from there on, {@code K} being a cycle
 * of seasons and at least {@value #LEAST}; the distance {@code g} between them is the logarithm of the ratio of the lowest of the higher
 * side to the highest of the lower side, a sixth of each side (rounded down) left out. A break is reported where
 *
 * <ul>
 *   <li>{@code min(j, g)} is at least {@code ln 1.5}: the levels lie apart by half and more, and
 *   <li>{@code min(j, g) / sqrt(s² gap + e²)} is at least {@code 4 + 24/m}, with {@code m} other pairs, of which it takes {@value #PAIRS}.
 *       For counts {@code e² = 1/a + 1/b}, the variance of the logarithm of a ratio of two Poisson counts; otherwise it is 0.
 * </ul>
 *
 * <p>Where a series has a season and no missing value, the same is asked a second time of what is left without it: each change less that
 * of the same season one cycle before for {@code j} and {@code s}, and the ratios to the same season one cycle before for {@code g}.
 *
 * <p>A break is reported too where one side is all zeros, at least two, and every value of the other, at least two, is {@value #BEYOND_ZERO} or more;
 * this holds for counts only. Where the publisher flags a break after the old value or at the new one, or a definition that
 * differs at one of the two alone, the jump is left to that flag. A series of fewer than {@code PAIRS + 2} values is too short to say anything, unless
 * by its zeros. A five-yearly series of seven values can show a jump that is nine times its usual change, and no smaller one.
 *
 * <p>How often it speaks up on series that have no break is measured by simulation: {@code docs/QUALITY.md}. The median of absolute
 * changes as a scale: Rousseeuw and Croux (1993), Journal of the American Statistical Association 88, 1273-1283,
 * doi:10.1080/01621459.1993.10476408.
 *
 * @param series the name of the series
 * @param values how many values it has
 * @param breaks what was found, in order of time
 */
public record CoverageBreaks(String series, int values, List<CoverageBreak> breaks) implements Serializable {

    static final int LEAST = 3;
    static final int PAIRS = 4;
    static final int BEYOND_ZERO = 10;

    public CoverageBreaks {
        breaks = List.copyOf(breaks);
    }

    /** Every jump of the level of this series that no flag announces. */
    public static CoverageBreaks in(Series series) {
        JumpSearch search = JumpSearch.in(series);
        return new CoverageBreaks(
                series.name(),
                search.size(),
                IntStream.range(1, search.size())
                        .filter(search::isUnannounced)
                        .boxed()
                        .flatMap(t -> search.at(t).stream())
                        .toList());
    }

    /** Whether the series is long enough for its jumps to be judged. */
    public boolean isLongEnough() {
        return values >= PAIRS + 2;
    }

    @Override
    public String toString() {
        String none = isLongEnough()
                ? "no jump of the level without a flag"
                : "too short to judge a jump: " + values + " values, " + (PAIRS + 2) + " needed";
        return series + ": "
                + (breaks.isEmpty()
                        ? none
                        : breaks.stream().map(CoverageBreak::toString).collect(Collectors.joining("; ", "level ", "")));
    }
}
