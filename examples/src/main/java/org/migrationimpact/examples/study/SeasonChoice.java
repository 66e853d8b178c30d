package org.migrationimpact.examples.study;

import java.util.List;
import java.util.Optional;
import org.migrationimpact.data.Frequency;
import org.migrationimpact.model.Season;

/** The options {@code season} and {@code harmonics}. */
record SeasonChoice(Name name, Optional<Integer> harmonics) {

    /** The names of seasons; what suits the frequency where none is named. */
    enum Name {
        NONE,
        DUMMIES,
        FOURIER,
        BY_FREQUENCY
    }

    static SeasonChoice of(Block options) {
        Name name = options.text("season")
                .map(text -> text.choice("season", List.of(Name.NONE, Name.DUMMIES, Name.FOURIER)))
                .orElse(Name.BY_FREQUENCY);
        if (name != Name.FOURIER) {
            Options.refuseIdle(options, "season: fourier", "harmonics");
        }
        return new SeasonChoice(name, options.text("harmonics").map(text -> (int) text.whole("harmonics", 1, 26)));
    }

    Season in(Frequency frequency) {
        return switch (name) {
            case NONE -> Season.NONE;
            case DUMMIES -> Season.DUMMIES;
            case FOURIER -> harmonics.map(Season::fourier).orElseGet(() -> Season.fourier(frequency));
            case BY_FREQUENCY -> Season.BY_FREQUENCY;
        };
    }
}
