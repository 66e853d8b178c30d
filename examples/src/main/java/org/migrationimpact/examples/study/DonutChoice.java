package org.migrationimpact.examples.study;

import java.util.List;
import java.util.stream.LongStream;
import org.migrationimpact.data.Frequency;
import org.migrationimpact.data.Period;
import org.migrationimpact.model.Donut;

/**
 * The option {@code donut}: {@code 2} (periods just before the first treated one), {@code {before: 1, after: 2}}, {@code
 * 2010-11..2010-12}, or a list of periods.
 */
sealed interface DonutChoice permits DonutChoice.Sides, DonutChoice.Range, DonutChoice.Single {

    /** The donut in the calendar of the data. */
    Donut in(Frequency frequency);

    static DonutChoice of(Block options) {
        return options.get("donut").map(DonutChoice::of).orElse(new Sides(Donut.none()));
    }

    private static DonutChoice of(Node node) {
        if (node instanceof Block sides) {
            Block known = sides.named("donut").allowing(List.of("before", "after"));
            return new Sides(Donut.around(side(known, "before"), side(known, "after")));
        }
        List<Text> texts = Block.texts(node, "donut");
        if (node instanceof Text text && text.isWhole()) {
            return new Sides(Donut.before(Calendar.count(text, "donut", 0)));
        }
        return texts.size() == 1 && Calendar.isRange(texts.get(0))
                ? new Range(Calendar.ends(texts.get(0)))
                : new Single(texts);
    }

    private static int side(Block sides, String key) {
        return sides.text(key)
                .map(text -> Calendar.count(text, "donut " + key, 0))
                .orElse(0);
    }

    /** Periods next to the first treated one. */
    record Sides(Donut donut) implements DonutChoice {
        @Override
        public Donut in(Frequency frequency) {
            return donut;
        }
    }

    /** From one period to another. */
    record Range(List<Text> ends) implements DonutChoice {
        @Override
        public Donut in(Frequency frequency) {
            List<Period> periods = Calendar.range(ends, frequency, "the donut");
            Period first = periods.get(0);
            long last = first.until(periods.get(1));
            return Donut.of(
                    LongStream.rangeClosed(0, last).mapToObj(first::plus).toArray(Period[]::new));
        }
    }

    /** These periods. */
    record Single(List<Text> texts) implements DonutChoice {
        @Override
        public Donut in(Frequency frequency) {
            return Donut.of(
                    texts.stream().map(text -> Calendar.period(text, frequency)).toArray(Period[]::new));
        }
    }
}
