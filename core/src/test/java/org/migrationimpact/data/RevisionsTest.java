package org.migrationimpact.data;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

class RevisionsTest {

    private static ObservationsBuilder table(String... dimensions) {
        return Observations.of("n", "persons", List.of(dimensions));
    }

    private static Observations built(ObservationsBuilder table) {
        return table.build(Source.named("t"));
    }

    @Test
    void cellsAreMatchedByNameAndPeriodWhateverTheOrder() {
        Observations before = built(table("sex", "geo")
                .add(List.of("T", "EL"), Period.year(2010), 1, Set.of(Flag.BREAK), 2)
                .add(List.of("T", "EL"), Period.year(2011), Double.NaN, Set.of(Flag.NOT_AVAILABLE), 3)
                .add(List.of("T", "EL"), Period.year(2012), Double.NaN, Set.of(Flag.NOT_AVAILABLE), 4)
                .add(List.of("T", "FR"), Period.year(2010), 5));
        Observations after = built(table("freq", "geo", "sex")
                .add(List.of("A", "EL", "T"), Period.year(2012), Double.NaN, Set.of(Flag.NOT_AVAILABLE), 2)
                .add(List.of("A", "EL", "T"), Period.year(2011), 7)
                .add(List.of("A", "EL", "T"), Period.year(2010), 1)
                .add(List.of("A", "UK", "T"), Period.year(2010), 9));
        Revisions revised = Revisions.between(before, after);
        assertEquals(List.of("sex", "geo"), revised.dimensions());
        assertEquals(3, revised.common());
        assertThat(revised.values()).hasToString("[T, EL in 2011: no figure (not available) -> 7.0]");
        assertThat(revised.flags()).hasSize(2);
        assertThat(revised.onlyBefore()).hasToString("[T, FR in 2010]");
        assertThat(revised.onlyAfter()).hasToString("[T, UK in 2010]");
        assertEquals("""
                3 common cells, 1 values and 2 flags revised; 1 cells only before, 1 only after
                  T, EL in 2011: no figure (not available) -> 7.0""", revised.toString());
    }

    @Test
    void aTableIsNoRevisionOfItself() {
        Observations table = built(table("geo")
                .add(List.of("EL"), Period.year(2010), 1)
                .add(List.of("EL"), Period.year(2011), Double.NaN));
        Revisions none = Revisions.between(table, table);
        assertEquals(2, none.common());
        assertThat(none.values()).isEmpty();
        assertThat(none.flags()).isEmpty();
        assertThat(none.onlyBefore()).isEmpty();
        assertThat(none.onlyAfter()).isEmpty();
    }

    @Test
    void whatCannotBeComparedIsRefused() {
        Observations plain = built(table("geo").add(List.of("EL"), Period.year(2010), 1));
        Observations two = built(table("geo", "sex")
                .add(List.of("EL", "M"), Period.year(2010), 1)
                .add(List.of("EL", "F"), Period.year(2010), 1));
        assertEquals(
                "E-REVISION-001 only t has the dimension sex, with 2 codes (M, F); choose one of them with where",
                assertThrows(DataException.class, () -> Revisions.between(plain, two))
                        .line());
        Observations twice = built(table("geo")
                .add(List.of("EL"), Period.year(2010), 1, Set.of(), 2)
                .add(List.of("EL"), Period.year(2010), 2, Set.of(), 3));
        assertEquals(
                "E-REVISION-002 t has two rows for EL in 2010 (lines 2 and 3); choose one by a further dimension, or mend the file",
                assertThrows(DataException.class, () -> Revisions.between(plain, twice))
                        .line());
    }

    @Test
    void twoIssuesOfASeriesAreComparedPeriodByPeriodAndAPeriodWithoutARowIsNoCell() {
        Series before = built(table().add(List.of(), Period.year(2010), 1)
                        .add(List.of(), Period.year(2012), 3, Set.of(Flag.PROVISIONAL), 1))
                .series();
        Series after = Series.of("n", "persons", Period.year(2010), 1, 2, 4);
        Revisions revised = Revisions.between(before, after);
        assertEquals(2, revised.common());
        assertThat(revised.values()).hasToString("[2012: 3.0 (provisional) -> 4.0]");
        assertThat(revised.flags()).hasSize(1);
        assertThat(revised.onlyAfter()).hasToString("[2011]");
    }

    @Test
    void theLargestRevisionsComeFirstAndThoseWithoutAFigureLast() {
        Series before = Series.of("n", "persons", Period.year(2010), 10, 10, 10, Double.NaN, 10);
        Series after = Series.of("n", "persons", Period.year(2010), 11, 1, 10, 7, 15);
        Revisions revised = Revisions.between(before, after);
        assertThat(revised.largest(9).stream().map(Revisions.Revised::change))
                .containsExactly(-9.0, 5.0, 1.0, Double.NaN);
        assertThat(revised.largest(1)).hasToString("[2011: 10.0 -> 1.0]");
    }

    @Test
    void theOrderOfTheRowsMakesNoDifferenceToTheCounts() {
        Observations up =
                built(table("geo").add(List.of("A"), Period.year(2010), 1).add(List.of("B"), Period.year(2010), 2));
        Observations down =
                built(table("geo").add(List.of("B"), Period.year(2010), 3).add(List.of("A"), Period.year(2010), 1));
        assertEquals(
                Revisions.between(up, down).values().size(),
                Revisions.between(down, up).values().size());
        assertEquals(2, CommonCells.of(up, down).common().size());
    }
}
