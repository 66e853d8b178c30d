package org.migrationimpact.measure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.migrationimpact.data.InputException;

class ObjectiveTest {

    @Test
    void thereAre44ObjectivesInFiveFields() {
        assertEquals(44, Objective.values().length);
        assertThat(Field.values())
                .extracting(field -> field.letter() + ":" + Objective.of(field).size())
                .containsExactly("f:11", "g:8", "h:9", "i:5", "j:11");
    }

    @Test
    void theCodesOfAFieldCountUpFromOne() {
        assertThat(Field.values()).allSatisfy(field -> {
            List<String> codes =
                    Objective.of(field).stream().map(Objective::code).toList();
            for (int i = 0; i < codes.size(); i++) {
                assertEquals(field.letter() + String.valueOf(i + 1), codes.get(i));
            }
        });
    }

    @Test
    void everyObjectiveIsFoundByItsCodeAndSaysWhatItIs() {
        assertThat(Objective.values()).allSatisfy(objective -> {
            assertEquals(objective, Objective.of(objective.code()));
            assertThat(objective.title()).isNotBlank();
            assertThat(objective.field().title()).isNotBlank();
        });
        assertEquals(Objective.F11, Objective.of(" F11"));
        assertThat(Objective.values()).extracting(Objective::title).doesNotHaveDuplicates();
    }

    @Test
    void anotherCodeIsRefused() {
        InputException refusal = assertThrows(InputException.class, () -> Objective.of("f12"));
        assertEquals("E-OBJECTIVE-001", refusal.code());
        assertEquals(
                "'f12' is no objective of the declaration; known are f1 to f11, g1 to g8, h1 to h9, i1 to i5 and j1 to j11",
                refusal.getMessage());
    }
}
