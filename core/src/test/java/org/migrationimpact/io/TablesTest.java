package org.migrationimpact.io;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.migrationimpact.table.Given.refusal;

import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.migrationimpact.data.Flag;
import org.migrationimpact.data.Observation;
import org.migrationimpact.data.Observations;
import org.migrationimpact.data.Period;
import org.migrationimpact.data.Source;
import tech.tablesaw.api.DoubleColumn;
import tech.tablesaw.api.IntColumn;
import tech.tablesaw.api.StringColumn;
import tech.tablesaw.api.Table;

class TablesTest {

    private static final Source SOURCE = new Source("A table", "a.csv", "00", "2020", "free");

    private static final Observations CUBE = Observations.of("detections", "persons", List.of("geo", "code"))
            .add(List.of("NA", "004"), Period.month(2015, 3), 1.5, Set.of(Flag.BREAK, Flag.ESTIMATED), 2)
            .add(List.of("F", ""), Period.month(2015, 4), Double.NaN, Set.of(Flag.NOT_AVAILABLE), 3)
            .add(
                    List.of("F", "T"),
                    Period.month(2015, 5),
                    Double.NaN,
                    Set.of(Flag.SUPPRESSED, Flag.NOT_FOR_PUBLICATION),
                    4)
            .add(List.of("=1", "x, \"y\""), Period.month(2015, 6), -0.1, Set.of(), 5)
            .add(List.of("NA", "004"), Period.month(2015, 7), 1e308, Set.of(), 6)
            .build(SOURCE);

    private static List<Observation> rows(Observations cube) {
        return cube.stream().toList();
    }

    @Test
    void aCubeComesBackFromATableUnchanged() {
        Observations back = Tables.observations(Tables.of(CUBE), SOURCE);
        assertEquals(rows(CUBE), rows(back));
        assertEquals(CUBE.unit(), back.unit());
        assertEquals(CUBE.quantity(), back.quantity());
        assertEquals(CUBE.source(), back.source());
        assertEquals(CUBE.dimensions(), back.dimensions());
    }

    @Test
    void everyFlagAndEveryFrequencyComesBack() {
        var builder = Observations.of("q", "", List.of());
        for (Flag flag : Flag.values()) {
            builder.add(List.of(), Period.year(1900 + flag.ordinal()), Double.NaN, Set.of(flag), 0);
        }
        List.of("2015", "2015-S1", "2015-Q1", "2015-03", "2015-W01", "2015-03-31")
                .forEach(text -> builder.add(List.of(), Period.parse(text), 1));
        Observations cube = builder.add(List.of(), Period.ordinal(2015), 1).build(SOURCE);
        assertEquals(rows(cube), rows(Tables.observations(Tables.of(cube))));
    }

    @Test
    void namibiaIsTextInTheTable() {
        Table table = Tables.of(CUBE);
        assertEquals("NA", table.stringColumn("geo").get(0));
        assertEquals("004", table.stringColumn("code").get(0));
        assertEquals(0, table.stringColumn("geo").countMissing());
        assertEquals(2, table.column("value").countMissing());
        assertEquals("detections", table.name());
    }

    @Test
    void aTableOfOnesOwnNeedsAPeriodAndAValueOnly() {
        Table own = Table.create(
                "own",
                StringColumn.create("period", "2015", "2016"),
                IntColumn.create("value", 1, 2),
                IntColumn.create("firm", 7, 8));
        Observations cube = Tables.observations(own);
        assertEquals(List.of("7", "8"), cube.codes("firm"));
        assertEquals(2, cube.get(1).value());
        assertEquals(Source.named("own"), cube.source());
    }

    @Test
    void aTableThatIsNoCubeIsRefused() {
        assertEquals(
                "E-TABLES-001 a dimension named 'unit' cannot stand beside the column of that name; rename it",
                refusal(() ->
                        Tables.of(Observations.of("q", "", List.of("unit")).build(SOURCE))));
        assertEquals(
                "E-TABLES-002 the table 'own' has no column 'value'; its columns are period",
                refusal(() -> Tables.observations(Table.create("own", StringColumn.create("period", "2015")))));
        assertEquals(
                "E-TABLES-002 the table 'own' has a column 'value' that is not numeric but STRING",
                refusal(() -> Tables.observations(Table.create(
                        "own", StringColumn.create("period", "2015"), StringColumn.create("value", "1")))));
        assertEquals(
                "E-TABLES-003 the table 'own' has 2 units (a, b); keep the rows of one",
                refusal(() -> Tables.observations(Table.create(
                        "own",
                        StringColumn.create("period", "2015", "2016"),
                        DoubleColumn.create("value", 1, 2),
                        StringColumn.create("unit", "a", "b")))));
    }
}
