package org.migrationimpact.breaks;

import java.io.Serializable;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.function.ToDoubleFunction;
import java.util.stream.IntStream;
import org.migrationimpact.covariance.Classical;
import org.migrationimpact.regression.Fit;
import org.migrationimpact.regression.Ols;

/** The best partition of a series for each number of breaks, and ways to choose the number. */
public final class Breakpoints implements Serializable {

    private static final long serialVersionUID = 1L;

    private final TimeRegression regression;
    private final Trimming trimming;
    private final int shortest;
    private final List<Partition> partitions;

    Breakpoints(TimeRegression regression, Trimming trimming, int shortest, List<Partition> partitions) {
        this.regression = regression;
        this.trimming = trimming;
        this.shortest = shortest;
        this.partitions = List.copyOf(partitions);
    }

    /** What was searched, without the part that does not change. */
    public TimeRegression regression() {
        return regression;
    }

    /** The fewest periods of a regime. */
    public int shortestRegime() {
        return shortest;
    }

    /** The best partitions with 0, 1, 2 … breaks. */
    public List<Partition> partitions() {
        return partitions;
    }

    /**
     * The best partition with so many breaks.
     *
     * @throws IllegalArgumentException where there is no room for so many
     */
    public Partition with(int breaks) {
        if (breaks < 0 || breaks >= partitions.size()) {
            throw new IllegalArgumentException("there are 0 to " + (partitions.size() - 1) + " breaks, got " + breaks);
        }
        return partitions.get(breaks);
    }

    /** The Bayesian information criterion of a partition, {@code n (ln(RSS/n) + 1 + ln 2π) + ln(n) (k + 1)(m + 1)}. */
    public double bic(Partition partition) {
        return partition.bic(regression.rows(), regression.columns());
    }

    /**
     * The criterion of Liu, Wu and Zidek (1997), Statistica Sinica 7, {@code ln(RSS/(n−p)) + p/n · 0.299 ln(n)^2.1} with p = (m+1)k + m
     * parameters: it asks more of a break than the Bayesian one.
     */
    public double lwz(Partition partition) {
        return partition.lwz(regression.rows(), regression.columns());
    }

    /** The partition with the smallest Bayesian information criterion. */
    public Partition byBic() {
        return smallest(this::bic);
    }

    /** The partition with the smallest criterion of Liu, Wu and Zidek. */
    public Partition byLwz() {
        return smallest(this::lwz);
    }

    private Partition smallest(ToDoubleFunction<Partition> criterion) {
        return partitions.stream().min(Comparator.comparingDouble(criterion)).orElseThrow();
    }

    /**
     * The p-value of one break more in some regime of a partition: the largest sup F of its regimes, each trimmed by the same share, has
     * the distribution of one to the power of their number.
     */
    public double pValueOfOneMore(Partition partition) {
        double least = 1;
        for (TimeRegression regime : regimes(partition)) {
            Trimming within = Trimming.periods(
                    Math.max(regression.columns() + 1, (int) ((double) shortest / regression.rows() * regime.rows())));
            if (2 * within.of(regime.rows()) < regime.rows()) {
                least = Math.min(least, SupremumF.test(regime, within).supremumPValue());
            }
        }
        return -Math.expm1((partition.breaks() + 1) * Math.log1p(-least));
    }

    /** The first partition to which one break more adds nothing at this significance level, such as 0.05. */
    public Partition bySequence(double level) {
        if (!(level > 0 && level < 1)) {
            throw new IllegalArgumentException("a significance level lies between 0 and 1, got " + level);
        }
        return partitions.stream()
                .filter(partition -> partition.breaks() == partitions.size() - 1 || pValueOfOneMore(partition) > level)
                .findFirst()
                .orElseThrow();
    }

    private List<TimeRegression> regimes(Partition partition) {
        return IntStream.rangeClosed(0, partition.breaks())
                .mapToObj(i -> regression.rows(partition.firstRow(i), lastRow(partition, i)))
                .toList();
    }

    private int lastRow(Partition partition, int regime) {
        return regime == partition.breaks()
                ? regression.rows() - 1
                : partition.lastRows().get(regime);
    }

    /** The fit in each regime of a partition, in order, with errors of one variance within it. */
    public List<Fit> fits(Partition partition) {
        return regimes(partition).stream()
                .map(regime -> Ols.fit(regime.response(), regime.design(), new Classical()))
                .toList();
    }

    /** The dates of a partition with their intervals at a level such as 0.95; see {@link BreakDate}. */
    public List<BreakDate> dates(Partition partition, double level) {
        List<TimeRegression> regimes = regimes(partition);
        return IntStream.range(0, partition.breaks())
                .mapToObj(i -> BreakInterval.between(regimes.get(i), regimes.get(i + 1), level)
                        .date(regression, partition.lastRows().get(i)))
                .toList();
    }

    @Override
    public String toString() {
        StringBuilder text = new StringBuilder(regression + "; " + trimming);
        for (Partition partition : partitions) {
            text.append(String.format(
                    Locale.ROOT,
                    "%n  %s: RSS %.6g, BIC %.5f, LWZ %.5f",
                    partition.breaks() + (partition.breaks() == 1 ? " break" : " breaks"),
                    partition.residualSumOfSquares(),
                    bic(partition),
                    lwz(partition)));
            partition.lastRows().forEach(row -> text.append(", ").append(regression.period(row)));
        }
        return text.toString().replace(System.lineSeparator(), "\n");
    }
}
