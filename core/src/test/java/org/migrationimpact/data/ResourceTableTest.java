package org.migrationimpact.data;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.IOException;
import java.io.StringReader;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ResourceTableTest {

    private static List<ResourceTable.Row> rows(String text) throws IOException {
        return ResourceTable.parse("t.csv", new StringReader(text), "a", "b");
    }

    @Test
    void cellsAreReadAsWrittenAndCommentsAreSkipped() throws IOException {
        List<ResourceTable.Row> rows = rows("# head\na,b\n1,\"x; y;;z \"\n,\n");
        assertEquals(2, rows.size());
        assertEquals("x; y;;z ", rows.get(0).text("b"));
        assertEquals(List.of("x", "y", "z"), rows.get(0).list("b", ';'));
        assertEquals("", rows.get(1).text("a"));
        assertThat(rows.get(1).list("b", ';')).isEmpty();
    }

    @Test
    void otherColumnsAreRefused() {
        InputException refusal = assertThrows(InputException.class, () -> rows("a,b,c\n1,2,3\n"));
        assertEquals("E-TABLE-001", refusal.code());
        assertEquals(
                "t.csv: the columns are [a, b, c]; needed are exactly [a, b], in this order", refusal.getMessage());
    }

    @ParameterizedTest
    @ValueSource(strings = {"a,b\n1,2\n1,2,3\n", "a,b\n1,2\n1\n", "a,b\n1,2,3\n"})
    void aRowOfAnotherLengthIsRefused(String table) {
        InputException refusal = assertThrows(InputException.class, () -> rows(table));
        assertEquals("E-TABLE-002", refusal.code());
        assertThat(refusal).hasMessageContaining("a row has another length: ");
    }

    @Test
    void aFirstRowOfAnotherLengthIsRefusedWithItsLine() {
        InputException refusal = assertThrows(InputException.class, () -> rows("# x\na,b\n1\n"));
        assertEquals("t.csv:3: a row has another length: 1 cells under a header of 2", refusal.getMessage());
    }

    @Test
    void aRefusalNamesTheLine() throws IOException {
        assertEquals(
                "t.csv:3: no",
                rows("a,b\n1,2\n3,4\n").get(1).refusal("E-TEST-001", "no").getMessage());
    }

    @Test
    void aSpellingWithTwoMeaningsIsRefused() throws IOException {
        ResourceTable.Row row = rows("a,b\n1,2\n").get(0);
        SpellingIndex<String> index = new SpellingIndex<>();
        index.name("Congo", "CG", row);
        index.name("congo*", "CG", row);
        InputException refusal = assertThrows(InputException.class, () -> index.name("CONGO", "CD", row));
        assertEquals("E-TABLE-003", refusal.code());
        assertEquals("t.csv:2: 'congo' means both CG and CD", refusal.getMessage());
    }

    @Test
    void aMissingTableIsAFaultOfTheBuild() {
        assertThrows(IllegalStateException.class, () -> ResourceTable.read(Country.class, "none.csv", "a"));
    }

    @Test
    void confidenceIsReadFromItsWord() {
        assertEquals(Confidence.PARTIAL, Confidence.of("partial"));
        assertEquals("confirmed", Confidence.CONFIRMED.toString());
        InputException refusal = assertThrows(InputException.class, () -> Confidence.of("sure"));
        assertEquals("E-TABLE-004", refusal.code());
        assertEquals("'sure' is no confidence; write confirmed, partial or unconfirmed", refusal.getMessage());
    }
}
