package org.migrationimpact.data;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.migrationimpact.Refusal;

class FlagTest {

    @Test
    void lettersWrittenTogetherAreReadOneByOne() {
        assertThat(Flag.parse("bep")).containsExactly(Flag.BREAK, Flag.ESTIMATED, Flag.PROVISIONAL);
        assertThat(Flag.parse(" b, e ")).containsExactly(Flag.BREAK, Flag.ESTIMATED);
        assertThat(Flag.parse(": c")).containsExactly(Flag.SUPPRESSED, Flag.NOT_AVAILABLE);
        assertThat(Flag.parse("")).isEmpty();
    }

    @Test
    void theLettersOfBothErasMeanTheSame() {
        assertEquals(Flag.parse("s"), Flag.parse("i"));
        assertEquals(Flag.parse("z"), Flag.parse("m"));
        assertEquals(Flag.parse("c"), Flag.parseConfidentiality("C"));
        assertEquals(Flag.parse("c"), Flag.parse("*"));
    }

    @ParameterizedTest
    @EnumSource(
            value = Flag.class,
            names = {"NOT_FOR_PUBLICATION", "ABSENT"},
            mode = EnumSource.Mode.EXCLUDE)
    void theLetterOfAFlagIsReadBack(Flag flag) {
        assertEquals(Set.of(flag), Flag.parse(flag.letter()));
        assertThat(flag.meaning()).isNotBlank();
    }

    @Test
    void aLetterOfNeitherEraIsRefused() {
        Refusal.of(
                InputException.class,
                "E-FLAG-001 'x' in 'bx' is no flag; known are b c d e f i m n p r s u z : *",
                () -> Flag.parse("bx"));
        Refusal.of(
                InputException.class,
                "E-FLAG-001 'N' in 'N' is no flag; known are b c d e f i m n p r s u z : *",
                () -> Flag.parse("N"));
    }

    @Test
    void confidentialityHasAColumnOfItsOwn() {
        assertThat(Flag.parseConfidentiality("")).isEmpty();
        assertThat(Flag.parseConfidentiality(" F ")).isEmpty();
        assertThat(Flag.parseConfidentiality("N")).containsExactly(Flag.NOT_FOR_PUBLICATION);
        assertThat(Flag.parseConfidentiality("P")).containsExactly(Flag.SUPPRESSED);
        assertThat(Flag.parseConfidentiality("S")).containsExactly(Flag.SUPPRESSED);
        Refusal.of(
                InputException.class,
                "E-FLAG-002 'x' is no confidentiality status; known are C, N, P, S, F and empty",
                () -> Flag.parseConfidentiality("x"));
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 2, 5, 1 << 13, (1 << 14) - 1})
    void aMaskAndItsFlagsAreTheSame(int mask) {
        assertEquals(mask, Flag.mask(Flag.unmask(mask)));
    }

    @Test
    void flagsOfAnObservationHaveTheOrderOfTheListAndCannotBeChanged() {
        Set<Flag> all = EnumSet.allOf(Flag.class);
        Observation observation = new Observation(List.of(), Period.year(2015), 1, all, 0);
        assertThat(observation.flags()).containsExactly(Flag.values());
        assertThrows(
                UnsupportedOperationException.class, () -> observation.flags().clear());
    }
}
