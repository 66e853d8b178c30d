package org.migrationimpact.chart;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;

class LetteringTest {

    private static final Lettering LETTERS = Lettering.plain(12);

    @Test
    void aLineBreaksAtASpaceButNotInsideANumberOrADate() {
        String text = "mean of 12 345 in 95 % of cases since 8 Nov 2010";
        assertThat(LETTERS.lines(text, 60, 20))
                .allMatch(line -> LETTERS.width(line) <= 60)
                .anyMatch(line -> line.contains("12 345"))
                .anyMatch(line -> line.contains("95 %"));
        assertEquals(text, String.join(" ", LETTERS.lines(text, 60, 20)));
    }

    @Test
    void whatDoesNotFitEndsInAnEllipsis() {
        String cut = LETTERS.cut("a very long name", 50);
        assertThat(cut).endsWith("…");
        assertThat(LETTERS.width(cut)).isLessThanOrEqualTo(50);
        assertThat(LETTERS.lines("one two three four five six", 60, 2))
                .hasSize(2)
                .last()
                .asString()
                .endsWith("…");
    }

    @Test
    void aCutNeverSplitsACharacter() {
        for (int width = 5; width < 120; width++) {
            String cut = LETTERS.cut("😀😀😀😀😀", width);
            assertEquals(cut, new String(cut.getBytes(UTF_8), UTF_8));
        }
    }

    @Test
    void aWordWiderThanTheLineIsCutAndTheRestGoesOn() {
        assertThat(LETTERS.lines("Donaudampfschifffahrtsgesellschaft runs", 60, 5))
                .hasSize(2)
                .last()
                .isEqualTo("runs");
    }

    @Test
    void nothingHasNoLines() {
        assertThat(LETTERS.lines("  ", 60, 5)).isEmpty();
    }
}
