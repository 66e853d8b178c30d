package org.migrationimpact.impact;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.migrationimpact.data.Period;
import org.migrationimpact.data.SampleAudit;
import org.migrationimpact.data.Series;
import org.migrationimpact.model.Design;
import org.migrationimpact.model.Intercept;
import org.migrationimpact.model.Scale;
import org.migrationimpact.model.Term;
import org.migrationimpact.model.Trend;

/** Several series as one regression: rows by period and then by series, each series with columns of its own beside those it shares. */
final class StackedRows {

    private final List<Member> members = new ArrayList<>();

    /** One series of the stack. */
    record Member(Series series, Sample sample, List<Term> own, List<Term> shared, String suffix) {

        List<Term> terms() {
            List<Term> all = new ArrayList<>(own);
            all.addAll(shared);
            return all;
        }

        /** A column's name in the stack: its own columns carry the name of the series, but those of the first. */
        List<String> names() {
            List<String> names = new ArrayList<>();
            own.forEach(term -> term.names().forEach(name -> names.add(name + suffix)));
            shared.forEach(term -> names.addAll(term.names()));
            return names;
        }
    }

    void add(Series series, Sample sample, List<Term> nuisance, Period origin, List<Term> shared) {
        List<Term> own = new ArrayList<>(List.of(new Intercept(), new Trend(origin)));
        own.addAll(nuisance);
        members.add(new Member(series, sample, own, shared, members.isEmpty() ? "" : ":" + series.name()));
    }

    List<Member> members() {
        return members;
    }

    Member first() {
        return members.get(0);
    }

    /** The names of all columns: the first series' own, the shared ones, then those of the others. */
    private List<String> names() {
        Map<String, Boolean> names = new LinkedHashMap<>();
        members.forEach(member -> member.names().forEach(name -> names.put(name, true)));
        return List.copyOf(names.keySet());
    }

    /** The periods that any series uses, ascending. */
    List<Period> periods() {
        return members.stream()
                .flatMap(member -> member.sample().periods().stream())
                .sorted()
                .distinct()
                .toList();
    }

    Design design() {
        List<String> names = names();
        List<double[]> rows = new ArrayList<>();
        List<Long> places = new ArrayList<>();
        for (Period period : periods()) {
            for (Member member : members) {
                if (member.sample().periods().contains(period)) {
                    rows.add(row(member, period, names));
                    places.add(period.index());
                }
            }
        }
        return Design.of(
                names,
                rows.toArray(double[][]::new),
                places.stream().mapToLong(place -> place).toArray());
    }

    private static double[] row(Member member, Period period, List<String> names) {
        double[] row = new double[names.size()];
        List<String> own = member.names();
        double[] values = Design.of(List.of(period), member.terms()).row(0);
        IntStream.range(0, values.length).forEach(j -> row[names.indexOf(own.get(j))] = values[j]);
        return row;
    }

    double[] response(Scale scale) {
        return periods().stream()
                .flatMapToDouble(period -> members.stream()
                        .mapToDouble(member -> member.sample().value(period, scale))
                        .filter(value -> !Double.isNaN(value)))
                .toArray();
    }

    /** The residuals of the first series, which in every period stands before the others. */
    double[] residualsOfFirst(double[] residuals) {
        List<Double> kept = new ArrayList<>();
        int row = 0;
        for (Period period : periods()) {
            if (first().sample().periods().contains(period)) {
                kept.add(residuals[row]);
            }
            row += (int) members.stream()
                    .filter(member -> member.sample().periods().contains(period))
                    .count();
        }
        return kept.stream().mapToDouble(value -> value).toArray();
    }

    /** All samples together, what was dropped told apart by series. */
    SampleAudit audit() {
        int read = 0;
        int used = 0;
        List<SampleAudit.Dropped> dropped = new ArrayList<>();
        for (Member member : members) {
            SampleAudit audit = member.sample().audit();
            read += audit.read();
            used += audit.used();
            audit.dropped()
                    .forEach(drop -> dropped.add(new SampleAudit.Dropped(
                            drop.reason() + " of " + member.series().name(), drop.rows())));
        }
        return new SampleAudit(read, used, dropped);
    }
}
