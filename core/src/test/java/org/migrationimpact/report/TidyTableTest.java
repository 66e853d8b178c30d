package org.migrationimpact.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.migrationimpact.data.Flag;
import org.migrationimpact.data.Observations;
import org.migrationimpact.data.ObservationsBuilder;
import org.migrationimpact.data.Period;
import org.migrationimpact.data.Revisions;
import org.migrationimpact.data.Source;
import org.migrationimpact.impact.BeforeAfter;
import org.migrationimpact.impact.Comparison;
import org.migrationimpact.impact.Impact;
import org.migrationimpact.impact.InterruptedTimeSeries;
import org.migrationimpact.quality.MirrorFlows;
import org.migrationimpact.regression.Coefficient;
import tech.tablesaw.api.DoubleColumn;
import tech.tablesaw.api.IntColumn;
import tech.tablesaw.api.StringColumn;
import tech.tablesaw.api.Table;

class TidyTableTest {

    private final Impact impact = Made.impact();

    @Test
    void aResultHasOneRowATermInTheColumnsOfATidyTable() {
        Table table = TidyTable.of(impact);
        assertEquals(
                List.of("term", "estimate", "std.error", "statistic", "p.value", "conf.low", "conf.high"),
                table.columnNames());
        assertEquals(
                impact.terms().stream().map(Coefficient::term).toList(),
                table.stringColumn("term").asList());
        assertEquals("Terms of interrupted-time-series, Albania, intervals of 95 %", table.name());
    }

    @Test
    void theNumbersAreThoseOfTheResult() {
        Coefficient level = impact.term("level");
        Table table = TidyTable.of(impact, 0.9);
        Table row = table.where(table.stringColumn("term").isEqualTo("level"));
        assertArrayEquals(
                new double[] {
                    level.estimate(),
                    level.standardError(),
                    level.statistic(),
                    level.pValue(),
                    level.interval(0.9).low(),
                    level.interval(0.9).high()
                },
                row.columns().stream()
                        .skip(1)
                        .mapToDouble(c -> ((DoubleColumn) c).getDouble(0))
                        .toArray());
    }

    @Test
    void csvReadsBackToTheSameBits() {
        Table table = TidyTable.path(impact);
        List<NamedCsvRecord> rows = CsvReader.builder().ofNamedCsvRecord(TidyTable.csv(table)).stream()
                .toList();
        for (String name : List.of("observed", "counterfactual", "effect", "conf.low", "conf.high")) {
            assertArrayEquals(
                    table.doubleColumn(name).asDoubleArray(),
                    rows.stream()
                            .mapToDouble(row -> Double.parseDouble(row.getField(name)))
                            .toArray());
        }
    }

    @Test
    void aPeriodWithoutObservationStaysWithItsCounterfactualAndNoEffect() {
        Impact gap = InterruptedTimeSeries.at(Made.START).onLog().fit(Made.withGap("gap"));
        String line =
                TidyTable.csv(TidyTable.path(gap)).lines().skip(2).findFirst().orElseThrow();
        assertThat(line).matches("2011-02,,\\d+\\.\\d+,,,");
    }

    @Test
    void whatAMethodDoesNotHaveIsEmpty() {
        Impact rank = BeforeAfter.at(Made.START).with(Comparison.mannWhitney()).fit(Made.series("Albania"));
        Table table = TidyTable.effects(List.of(rank), 0.95);
        assertThat(table.doubleColumn("std.error").isMissing(0)).isTrue();
        assertThat(TidyTable.csv(table))
                .contains("detections," + Numbers.exact(rank.effect().estimate()) + ",,");
        assertThat(TidyTable.markdown(table)).contains(" |  | ");
    }

    @Test
    void everyKindOfFindingHasItsTable() {
        assertEquals(
                List.of("name", "statistic", "p.value", "status", "reason"),
                TidyTable.diagnostics(impact.diagnostics()).columnNames());
        assertEquals(
                List.of("code", "message"),
                TidyTable.warnings(impact.warnings()).columnNames());
        assertEquals(
                impact.conventions().size(),
                TidyTable.conventions(impact.conventions()).rowCount());
        assertEquals("step,rows\nread,48\nused,48\n", TidyTable.csv(TidyTable.sample(impact.sample())));
    }

    @Test
    void whatWasDroppedStandsBetweenReadAndUsed() {
        Impact gap = InterruptedTimeSeries.at(Made.START).onLog().fit(Made.withGap("gap"));
        assertThat(TidyTable.csv(TidyTable.sample(gap.sample())))
                .startsWith("step,rows\nread,48\ndropped: ")
                .endsWith(",1\nused,47\n");
    }

    @ParameterizedTest
    @CsvSource(
            quoteCharacter = '~',
            value = {
                "=1+1| '=1+1",
                "+1| '+1",
                "-1| '-1",
                "@SUM(A1)| '@SUM(A1)",
                "＝1| '＝1",
                "a=b| a=b",
                "say \"no\"| \"say \"\"no\"\"\"",
                "a,b| \"a,b\""
            },
            delimiter = '|')
    void textIsNoFormulaAndNoEndOfACell(String text, String cell) {
        assertEquals("x\n" + cell + "\n", TidyTable.csv(Table.create("t", StringColumn.create("x", text))));
    }

    @Test
    void aTabOrALineBreakInFrontIsNoWayAroundIt() {
        Table table = Table.create("t", StringColumn.create("=x", "\t=1", "\r=1", "\n=1"));
        assertEquals("'=x\n'\t=1\n\"'\r=1\"\n\"'\n=1\"\n", TidyTable.csv(table));
    }

    @Test
    void aNegativeNumberIsNoFormula() {
        Table table = Table.create("t", DoubleColumn.create("x", -1.5), IntColumn.create("n", new int[] {-2}));
        assertEquals("x,n\n-1.5,-2\n", TidyTable.csv(table));
    }

    @Test
    void markdownIsRoundedForPeopleAndItsTextIsText() {
        Table table = Table.create(
                "A <b> | *table*",
                StringColumn.create("name", "a|b\nc", "<script>"),
                DoubleColumn.create("value", 2936.1666666666665, Double.NaN),
                DoubleColumn.create("p.value", 0.00001, 0.5));
        assertEquals("""
                **A &lt;b&gt; \\| \\*table\\***

                | name | value | p.value |
                | :--- | ---: | ---: |
                | a\\|b c | 2,936.2 | &lt;0.0001 |
                | &lt;script&gt; |  | 0.5000 |
                """, TidyTable.markdown(table));
    }

    @Test
    void aConfidenceOutsideZeroToOneIsRefused() {
        IllegalArgumentException refusal = assertThrows(IllegalArgumentException.class, () -> TidyTable.of(impact, 95));
        assertEquals("a confidence level lies between 0 and 1, got 95.0", refusal.getMessage());
    }

    @Test
    void decimalsAreAlikeWithinAColumnAndEnoughForItsSmallestNumber() {
        Table table = Table.create(
                "t",
                DoubleColumn.create("x", 2936.1666, -55.2523, 0.0123456, 7),
                DoubleColumn.create("n", 1, 200, -3, 0));
        assertEquals(
                "**t**\n\n| x | n |\n| ---: | ---: |\n| 2,936.2 | 1 |\n| -55.3 | 200 |\n| 0.012346 | -3 |\n| 7.0 | 0 |\n",
                TidyTable.markdown(table));
    }

    @Test
    void everyRevisedCellIsARowAndTextThatLooksLikeAFormulaIsHarmless() {
        Revisions revisions = Revisions.between(
                cells("n")
                        .add(List.of("=A"), Period.year(2010), 1)
                        .add(List.of("B"), Period.year(2010), 2, Set.of(Flag.PROVISIONAL), 1)
                        .add(List.of("C"), Period.year(2010), 3)
                        .build(Source.named("old")),
                cells("n")
                        .add(List.of("=A"), Period.year(2010), 1.5)
                        .add(List.of("B"), Period.year(2010), 2)
                        .add(List.of("D"), Period.year(2010), Double.NaN)
                        .build(Source.named("new")));
        assertEquals("""
                geo,period,revised,before,after,change,flags.before,flags.after
                '=A,2010,value,1.0,1.5,0.5,,
                B,2010,flag,2.0,2.0,0.0,provisional,
                C,2010,only before,,,,,
                D,2010,only after,,,,,
                """, TidyTable.csv(TidyTable.revisions(revisions)));
    }

    @Test
    void mirrorFlowsAreARowEachAndWhatOneSideAloneSaysIsThere() {
        MirrorFlows mirror = MirrorFlows.of(
                cells("emigrants")
                        .add(List.of("A"), Period.year(2010), 1)
                        .add(List.of("B"), Period.year(2010), 0)
                        .add(List.of("C"), Period.year(2010), 3)
                        .build(Source.named("o")),
                cells("immigrants")
                        .add(List.of("A"), Period.year(2010), 1)
                        .add(List.of("B"), Period.year(2010), 5)
                        .build(Source.named("d")));
        assertEquals("""
                geo,period,origin,destination,asymmetry,log.ratio,flags.origin,flags.destination,sides
                A,2010,1.0,1.0,0.0,0.0,,,both
                B,2010,0.0,5.0,-1.0,,,,both
                C,2010,,,,,,,origin
                """, TidyTable.csv(TidyTable.mirror(mirror)));
    }

    private static ObservationsBuilder cells(String quantity) {
        return Observations.of(quantity, "persons", List.of("geo"));
    }
}
