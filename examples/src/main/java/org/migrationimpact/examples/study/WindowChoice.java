package org.migrationimpact.examples.study;

import java.util.List;
import org.migrationimpact.data.Frequency;
import org.migrationimpact.data.Period;
import org.migrationimpact.model.Window;

/** The option {@code window}: {@code 24}, {@code 2009-01..2012-12} or {@code [2009-01, 2012-12]}. */
sealed interface WindowChoice permits WindowChoice.All, WindowChoice.Around, WindowChoice.Span {

    /** The window in the calendar of the data. */
    Window in(Frequency frequency);

    static WindowChoice of(Block options) {
        return options.get("window")
                .map(node -> of(Block.texts(node, "window"), node.place()))
                .orElse(new All());
    }

    private static WindowChoice of(List<Text> texts, Place place) {
        if (texts.size() == 1 && Calendar.isRange(texts.get(0))) {
            return new Span(Calendar.ends(texts.get(0)));
        }
        if (texts.size() == 1 && texts.get(0).isWhole()) {
            return new Around(texts.get(0));
        }
        if (texts.size() == 2) {
            return new Span(texts);
        }
        throw place.refusal(
                "E-STUDY-021",
                "a window is a number of periods on each side (24), or a first and a last period"
                        + " (2009-01..2012-12, or [2009-01, 2012-12])");
    }

    /** The whole series. */
    record All() implements WindowChoice {
        @Override
        public Window in(Frequency frequency) {
            return Window.all();
        }
    }

    /** So many periods on each side. */
    record Around(Text periods) implements WindowChoice {
        public Around {
            Calendar.count(periods, "window", 1);
        }

        @Override
        public Window in(Frequency frequency) {
            return Window.around(Calendar.count(periods, "window", 1));
        }
    }

    /** From one period to another. */
    record Span(List<Text> ends) implements WindowChoice {
        @Override
        public Window in(Frequency frequency) {
            List<Period> periods = Calendar.range(ends, frequency, "the window");
            return Window.between(periods.get(0), periods.get(1));
        }
    }
}
