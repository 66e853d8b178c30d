package org.migrationimpact.synthetic;

import java.io.Serializable;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.migrationimpact.covariance.PointOnly;
import org.migrationimpact.covariance.PooledRanks;
import org.migrationimpact.covariance.Uncertainty;
import org.migrationimpact.data.Period;
import org.migrationimpact.data.Warning;
import org.migrationimpact.impact.Aggregate;
import org.migrationimpact.impact.Breakdown;
import org.migrationimpact.impact.Convention;
import org.migrationimpact.impact.Diagnostic;
import org.migrationimpact.impact.Effect;
import org.migrationimpact.impact.EffectPath;
import org.migrationimpact.impact.GroupTime;
import org.migrationimpact.impact.Impact;
import org.migrationimpact.impact.Weight;
import org.migrationimpact.model.Scale;
import org.migrationimpact.regression.Coefficient;

/**
 * The twins of several treated units, each with the date and the donors of its own, and what they come to together: the mean of their
 * effects, each unit counting alike, with a p-value by the sum of their places among placebos ({@link PooledRanks}).
 */
public final class SyntheticControlFits implements Serializable {

    private static final long serialVersionUID = 1L;

    private final List<SyntheticControlFit> fits;

    SyntheticControlFits(List<SyntheticControlFit> fits) {
        this.fits = List.copyOf(fits);
    }

    /** One a treated unit, in the order in which they were named. */
    public List<SyntheticControlFit> each() {
        return fits;
    }

    /** The mean of the effects of the treated units, each counting alike. */
    public double effect() {
        return fits.stream().mapToDouble(SyntheticControlFit::effect).sum() / fits.size();
    }

    /** The result as every design gives it; effects by the calendar stand with cohorts, those by time since the date as {@code dynamic}. */
    public Impact impact() {
        SyntheticControlFit first = fits.get(0);
        PooledRanks ranks =
                new PooledRanks(fits.stream().map(SyntheticControlFit::rank).toList());
        Coefficient effect = new Coefficient("effect", effect(), ranks);
        List<Coefficient> terms = new ArrayList<>(List.of(effect));
        fits.forEach(fit -> terms.add(new Coefficient("effect:" + fit.series().name(), fit.effect(), fit.rank())));
        return new Impact(
                TwinImpact.DESIGN,
                names(),
                new Effect(
                        "mean effect on " + names() + ", from the first treated period of each on",
                        first.unit(),
                        first.scale(),
                        effect),
                terms,
                new EffectPath(names(), first.series().unit(), Scale.LEVEL, Double.NaN, earliest(), List.of()),
                first.background().sample(),
                conventions(first),
                diagnostics(),
                warnings(),
                new Breakdown(
                        weights(),
                        cells(),
                        List.of(Aggregate.of(new Coefficient("simple", effect(), ranks)), dynamic())));
    }

    private String names() {
        return fits.stream().map(fit -> fit.series().name()).collect(Collectors.joining(", "));
    }

    private Period earliest() {
        return fits.stream()
                .map(fit -> fit.twin().firstTreated())
                .min(Period::compareTo)
                .orElseThrow();
    }

    private List<Convention> conventions(SyntheticControlFit first) {
        List<Convention> all = new ArrayList<>();
        all.add(new Convention("together", "the mean over treated units, each counting alike"));
        all.add(new Convention(
                "p-value together", "by the sum of the places among placebos, taken as independent; no interval"));
        first.impact().conventions().stream()
                .filter(convention -> !convention.name().equals("donors")
                        && !convention.name().equals("matched")
                        && !convention.name().equals("intervals"))
                .forEach(all::add);
        fits.forEach(fit -> {
            all.add(new Convention(
                    "donors of " + fit.series().name(), fit.donors().toString()));
            all.add(new Convention(
                    "matched of " + fit.series().name(), fit.impact().convention("matched")));
        });
        return all;
    }

    private List<Diagnostic> diagnostics() {
        return fits.stream()
                .flatMap(fit -> fit.impact().diagnostics().stream()
                        .map(found -> new Diagnostic(
                                found.name() + ", " + fit.series().name(),
                                found.statistic(),
                                found.pValue(),
                                found.status(),
                                found.reason())))
                .toList();
    }

    private List<Warning> warnings() {
        return fits.stream()
                .flatMap(fit -> fit.impact().warnings().stream())
                .distinct()
                .toList();
    }

    private List<Weight> weights() {
        Map<String, Double> sums = new LinkedHashMap<>();
        fits.forEach(fit -> fit.weights().forEach(w -> sums.merge(w.unit(), w.weight() / fits.size(), Double::sum)));
        return sums.entrySet().stream()
                .map(sum -> new Weight(sum.getKey(), sum.getValue()))
                .toList();
    }

    /** What is known of one treated unit in one treated period. */
    private record Cell(SyntheticControlFit fit, int sinceStart) {
        Period start() {
            return fit.twin().firstTreated();
        }

        double effect() {
            return fit.twin().gaps()[(int) fit.twin().first().until(start()) + sinceStart];
        }

        Uncertainty error() {
            return fit.ofPeriods().get(sinceStart);
        }
    }

    private <K extends Comparable<K>> Map<K, List<Cell>> by(Function<Cell, K> key) {
        Map<K, List<Cell>> cells = new TreeMap<>();
        for (SyntheticControlFit fit : fits) {
            for (int e = 0; e < fit.ofPeriods().size(); e++) {
                Cell cell = new Cell(fit, e);
                cells.computeIfAbsent(key.apply(cell), k -> new ArrayList<>()).add(cell);
            }
        }
        return cells;
    }

    private static Coefficient mean(String term, List<Cell> cells) {
        double mean = cells.stream().mapToDouble(Cell::effect).sum() / cells.size();
        return new Coefficient(term, mean, cells.size() == 1 ? cells.get(0).error() : new PointOnly());
    }

    private Aggregate dynamic() {
        List<Aggregate.Row> rows = new ArrayList<>();
        by(Cell::sinceStart)
                .forEach(
                        (event, cells) -> rows.add(new Aggregate.Row(event.toString(), mean("event:" + event, cells))));
        return new Aggregate("dynamic", Aggregate.By.EVENT, rows);
    }

    private List<GroupTime> cells() {
        List<GroupTime> all = new ArrayList<>();
        by(Cell::start).forEach((cohort, own) -> {
            Map<Period, List<Cell>> periods = own.stream()
                    .collect(Collectors.groupingBy(
                            cell -> cohort.plus(cell.sinceStart()), TreeMap::new, Collectors.toList()));
            periods.forEach((period, cells) ->
                    all.add(new GroupTime(cohort.toString(), period.toString(), mean(cohort + "." + period, cells))));
        });
        return all;
    }

    /** As {@link Impact#summary()}. */
    @Override
    public String toString() {
        return impact().summary();
    }
}
