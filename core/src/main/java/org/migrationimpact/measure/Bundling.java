package org.migrationimpact.measure;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.TreeSet;
import org.migrationimpact.data.Frequency;
import org.migrationimpact.data.Period;

/** Finds the measures that data of one frequency cannot separate. */
final class Bundling {

    private static final long SEPARABLE = 2;

    private final Frequency frequency;

    Bundling(Frequency frequency) {
        this.frequency = frequency;
    }

    /** A measure with the earliest and the latest period that may be its first treated one. */
    private record Placed(Measure measure, Period earliest, Period latest) {

        boolean isNear(Placed other) {
            return latest.until(other.earliest) < SEPARABLE && other.latest.until(earliest) < SEPARABLE;
        }
    }

    /** The measure and all others that share a partner with it and begin too near to it. */
    Bundle around(Measure measure, List<Measure> all) {
        Placed centre = place(measure, measure.start());
        List<Placed> near = placed(all).stream()
                .filter(other -> !other.measure().id().equals(measure.id()))
                .filter(centre::isNear)
                .filter(other -> other.measure().partners().stream().anyMatch(measure.partners()::contains))
                .toList();
        List<Placed> together = new ArrayList<>(near);
        together.add(centre);
        List<Party> shared = measure.partners().stream()
                .filter(partner -> near.isEmpty()
                        || near.stream()
                                .anyMatch(other -> other.measure().partners().contains(partner)))
                .toList();
        return bundle(together, shared);
    }

    /** For each partner, the runs of measures in which each begins too near to the one before. */
    List<Bundle> runs(List<Measure> all) {
        TreeSet<Party> partners = new TreeSet<>();
        all.forEach(measure -> partners.addAll(measure.partners()));
        return partners.stream().flatMap(partner -> runs(partner, all).stream()).toList();
    }

    private List<Bundle> runs(Party partner, List<Measure> all) {
        List<Bundle> bundles = new ArrayList<>();
        List<Placed> run = new ArrayList<>();
        for (Placed next : placed(all.stream()
                .filter(measure -> measure.partners().contains(partner))
                .toList())) {
            if (!run.isEmpty() && last(run).until(next.earliest()) >= SEPARABLE) {
                bundles.add(bundle(run, List.of(partner)));
                run.clear();
            }
            run.add(next);
        }
        if (!run.isEmpty()) {
            bundles.add(bundle(run, List.of(partner)));
        }
        return bundles.stream().filter(bundle -> !bundle.isSingle()).toList();
    }

    private List<Placed> placed(List<Measure> measures) {
        return measures.stream()
                .flatMap(measure -> measure.inForce().stream().map(date -> place(measure, date)))
                .sorted(Comparator.comparing(Placed::earliest)
                        .thenComparing(placed -> placed.measure().id()))
                .toList();
    }

    private Placed place(Measure measure, PartialDate start) {
        return new Placed(measure, firstWhole(start.earliest()), latestStart(start));
    }

    /** A date that the frequency resolves counts as its first day, as in {@link Measure#firstTreated}. */
    private Period latestStart(PartialDate date) {
        return firstWhole(date.precision().reaches(frequency) ? date.earliest() : date.latest());
    }

    private Period firstWhole(LocalDate day) {
        Period period = Period.containing(day, frequency);
        return period.firstDay().equals(day) ? period : period.plus(1);
    }

    private static Period last(List<Placed> placed) {
        return placed.stream()
                .map(Placed::latest)
                .max(Comparator.naturalOrder())
                .orElseThrow();
    }

    private static Bundle bundle(List<Placed> placed, List<Party> partners) {
        List<Placed> sorted = placed.stream()
                .sorted(Comparator.comparing((Placed one) -> one.measure().start())
                        .thenComparing(one -> one.measure().id()))
                .toList();
        return new Bundle(
                sorted.stream().map(Placed::measure).toList(),
                partners,
                sorted.get(0).earliest(),
                last(sorted));
    }
}
