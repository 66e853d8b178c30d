package org.migrationimpact.impact;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.migrationimpact.data.DataException;
import org.migrationimpact.data.Flag;
import org.migrationimpact.data.Period;
import org.migrationimpact.data.SampleAudit;
import org.migrationimpact.data.Series;
import org.migrationimpact.data.Warning;
import org.migrationimpact.model.Covariate;
import org.migrationimpact.model.Donut;
import org.migrationimpact.model.Scale;
import org.migrationimpact.model.Window;

/** The periods of a series that a design uses, why the others are not used, and what their flags say. */
final class Sample {

    private final Series inside;
    private final Period start;
    private final List<Period> periods = new ArrayList<>();
    private final List<Double> values = new ArrayList<>();
    private final Map<Flag, List<Period>> flagged = new EnumMap<>(Flag.class);
    private SampleAudit audit;

    private Sample(Series series, Period start, Window window) {
        this.inside = window.of(series, start);
        this.start = start;
        int rows = series.size() - series.count(Flag.ABSENT);
        int kept = inside.size() - inside.count(Flag.ABSENT);
        this.audit = SampleAudit.complete(rows).drop("outside the window", rows - kept);
    }

    /** Takes what lies inside the window, outside the donut, and has a value in every series; refuses what the scale cannot take. */
    static Sample of(Series series, Period start, Window window, Donut donut, List<Series> covariates) {
        if (start.isBefore(series.start()) || series.end().isBefore(start)) {
            throw new DataException(
                    "E-SAMPLE-001",
                    series.name() + " runs from " + series.start() + " to " + series.end() + "; the first treated "
                            + series.frequency().noun() + " " + start + " lies outside");
        }
        Sample sample = new Sample(series, start, window);
        for (int i = 0; i < sample.inside.size(); i++) {
            sample.take(i, donut, covariates);
        }
        return sample;
    }

    private void take(int i, Donut donut, List<Series> covariates) {
        Period period = inside.period(i);
        Set<Flag> flags = inside.flags(i);
        flags.forEach(
                flag -> flagged.computeIfAbsent(flag, f -> new ArrayList<>()).add(period));
        if (flags.contains(Flag.ABSENT)) {
            return;
        }
        if (donut.leavesOut(period, start)) {
            audit = audit.drop("in the donut", 1);
        } else if (Double.isNaN(inside.value(i))) {
            audit = audit.drop(flags.contains(Flag.SUPPRESSED) ? "suppressed outcome" : "missing outcome", 1);
        } else {
            covariates.stream()
                    .filter(c -> Double.isNaN(c.at(period)))
                    .findFirst()
                    .ifPresentOrElse(c -> audit = audit.drop("missing " + c.name(), 1), () -> {
                        periods.add(period);
                        values.add(inside.value(i));
                    });
        }
    }

    /** The periods used, ascending. */
    List<Period> periods() {
        return periods;
    }

    /** Every period of the window, used or not. */
    Series inside() {
        return inside;
    }

    SampleAudit audit() {
        return audit.dropped().isEmpty() ? audit : merged(audit);
    }

    private static SampleAudit merged(SampleAudit audit) {
        Map<String, Integer> sums = audit.dropped().stream()
                .collect(Collectors.groupingBy(
                        SampleAudit.Dropped::reason,
                        LinkedHashMap::new,
                        Collectors.summingInt(SampleAudit.Dropped::rows)));
        return new SampleAudit(
                audit.read(),
                audit.used(),
                sums.entrySet().stream()
                        .map(e -> new SampleAudit.Dropped(e.getKey(), e.getValue()))
                        .toList());
    }

    /** The values used, on this scale. */
    double[] values(Scale scale) {
        for (int i = 0; scale == Scale.LOG && i < values.size(); i++) {
            if (values.get(i) <= 0) {
                throw new DataException(
                        "E-SAMPLE-002",
                        inside.name() + " is " + values.get(i) + " in " + periods.get(i)
                                + "; a logarithm needs values above 0: take the level scale (adding 1 before the logarithm would make"
                                + " the answer depend on the unit)");
            }
        }
        return values.stream().mapToDouble(scale::apply).toArray();
    }

    int before() {
        return (int) periods.stream().filter(p -> p.isBefore(start)).count();
    }

    int after() {
        return periods.size() - before();
    }

    /** Refuses a sample too short on either side, or one in which nothing varies. */
    void require(int before, int after, String design) {
        if (before() < before) {
            throw tooShort(before(), "before", before, design);
        }
        if (after() < after) {
            throw tooShort(after(), "from", after, design);
        }
        if (values.stream().distinct().count() == 1) {
            throw new DataException(
                    "E-SAMPLE-004",
                    inside.name() + " is " + values.get(0) + " in all "
                            + inside.frequency().count(values.size())
                            + " that would be used; where nothing varies nothing can be estimated");
        }
    }

    private DataException tooShort(int found, String side, int needed, String design) {
        return new DataException(
                "E-SAMPLE-003",
                inside.name() + " has " + inside.frequency().count(found) + " with a value " + side + " " + start
                        + (side.equals("from") ? " on" : "") + "; " + design + " needs " + needed);
    }

    /** The value used in one period, on this scale; {@code NaN} where that period is not used. */
    double value(Period period, Scale scale) {
        int i = periods.indexOf(period);
        return i < 0 ? Double.NaN : scale.apply(values.get(i));
    }

    /** What the flags and gaps inside the window say. */
    List<Warning> warnings() {
        List<Warning> warnings = new ArrayList<>();
        warn(warnings, "W-SERIES-001", Flag.ABSENT, "no row, which is not zero");
        warn(warnings, "W-SERIES-002", Flag.BREAK, "the publisher's flag for a break in the series");
        warn(warnings, "W-SERIES-003", Flag.SUPPRESSED, "a suppressed figure");
        for (Flag flag : List.of(Flag.PROVISIONAL, Flag.ESTIMATED, Flag.FORECAST, Flag.IMPUTED, Flag.LOW_RELIABILITY)) {
            warn(warnings, "W-SERIES-004", flag, "the publisher's flag '" + flag.meaning() + "'");
        }
        warn(warnings, "W-SERIES-005", Flag.DEFINITION_DIFFERS, "the publisher's flag for a definition that differs");
        return warnings;
    }

    private void warn(List<Warning> warnings, String code, Flag flag, String what) {
        List<Period> where = flagged.getOrDefault(flag, List.of());
        if (!where.isEmpty()) {
            String shown = where.stream().limit(6).map(Period::toString).collect(Collectors.joining(", "));
            String more = where.size() > 6 ? " and " + (where.size() - 6) + " more" : "";
            warnings.add(new Warning(
                    code,
                    inside.name() + " has " + what + " in " + inside.frequency().count(where.size()) + ": " + shown
                            + more));
        }
    }

    static List<Covariate> terms(List<Series> covariates) {
        return covariates.stream().map(Covariate::new).toList();
    }
}
