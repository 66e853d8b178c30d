package org.migrationimpact.did;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.OptionalInt;
import java.util.TreeSet;
import java.util.stream.IntStream;
import org.migrationimpact.data.DataException;

/** The event times of an event study, ends binned where that is asked for, and their columns of 0 and 1. */
final class EventColumns {

    /** Every event time for itself. */
    static final int ALL = Integer.MAX_VALUE;

    private final AdoptionPanel panel;
    private final Timing timing;
    private final int leads;
    private final int lags;
    private final int[] rows;
    private final OptionalInt secondReference;

    EventColumns(AdoptionPanel panel, int anticipation, int leads, int lags) {
        this.panel = panel;
        this.timing = new Timing(panel, anticipation);
        this.leads = leads;
        this.lags = lags;
        this.rows = timing.rowsWithBase();
        if (timing.studied().isEmpty() || Arrays.stream(rows).noneMatch(row -> timing.event(row) >= 0)) {
            throw new DataException(
                    "E-DID-032",
                    "no unit of " + panel.name() + " has a treated row between "
                            + panel.periods().get(0) + " and "
                            + panel.periods().get(panel.periods().size() - 1)
                            + " with a period before; there is no effect to estimate");
        }
        this.secondReference = secondReference();
    }

    Timing timing() {
        return timing;
    }

    int[] rows() {
        return rows;
    }

    /** Without units that are never treated one more event time must be set to 0: the earliest. */
    private OptionalInt secondReference() {
        boolean anyNever = Arrays.stream(rows).anyMatch(row -> timing.isNever(panel.unitOf(row)));
        if (anyNever || leads != ALL || lags != ALL) {
            return OptionalInt.empty();
        }
        if (timing.studied().size() == 1) {
            throw new DataException(
                    "E-DID-033",
                    "every unit of " + panel.name() + " is first treated in "
                            + timing.studied().get(0)
                            + ", so the effect cannot be told from that of the periods; hand in units that are treated later or never");
        }
        int earliest = Arrays.stream(rows).map(timing::event).min().orElseThrow();
        return earliest < timing.reference() ? OptionalInt.of(earliest) : OptionalInt.empty();
    }

    OptionalInt alsoSetToZero() {
        return secondReference;
    }

    /** The event time under which a row stands; {@link Timing#NEVER} for the never treated. */
    int event(int row) {
        int event = timing.event(row);
        return event == Timing.NEVER
                ? event
                : Math.max(-Math.max(leads, 1 + timing.anticipation()), Math.min(lags, event));
    }

    /** The event times seen, the reference among them, ascending. */
    List<Integer> events() {
        TreeSet<Integer> seen = new TreeSet<>();
        Arrays.stream(rows)
                .map(this::event)
                .filter(event -> event != Timing.NEVER)
                .forEach(seen::add);
        seen.add(timing.reference());
        return new ArrayList<>(seen);
    }

    boolean isReference(int event) {
        return event == timing.reference() || (secondReference.isPresent() && secondReference.getAsInt() == event);
    }

    static String name(int event) {
        return "event." + event;
    }

    /** Hands the columns to a regression. */
    void addTo(PanelRegression regression) {
        int[] event = IntStream.of(rows).map(this::event).toArray();
        for (int e : events()) {
            if (!isReference(e)) {
                regression.column(
                        name(e),
                        Arrays.stream(event).mapToDouble(of -> of == e ? 1 : 0).toArray());
            }
        }
    }

    String inWords() {
        String ends = leads == ALL && lags == ALL
                ? "every one"
                : "from " + (leads == ALL ? "the first" : -leads + " (and before)") + " to "
                        + (lags == ALL ? "the last" : lags + " (and after)");
        return ends + ", measured from " + timing.reference()
                + (secondReference.isPresent() ? " and " + secondReference.getAsInt() : "");
    }
}
