package org.migrationimpact.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;

import java.io.IOException;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.migrationimpact.Refusal;
import org.migrationimpact.Serialized;
import org.migrationimpact.data.Period;
import org.migrationimpact.data.Series;

class DesignTest {

    private static final Period START = Period.month(2011, 1);

    private static List<Period> months(int... offsets) {
        return IntStream.of(offsets).mapToObj(START::plus).toList();
    }

    private static double[] column(Term term, int... offsets) {
        return months(offsets).stream().mapToDouble(p -> term.at(p)[0]).toArray();
    }

    @Test
    void columnsStandInTheOrderOfTheTermsAndRowsAtTheirPlaces() {
        Design design = Design.of(
                months(-2, -1, 1),
                List.of(
                        new Intercept(),
                        new Trend(START.plus(-2)),
                        new LevelShift("level", START, 1),
                        new SlopeChange("slope", START)));
        assertEquals(List.of("intercept", "trend", "level", "slope"), design.names());
        assertArrayEquals(new double[] {1, 1, 0, 0}, design.row(0));
        assertArrayEquals(new double[] {1, 2, 0, 0}, design.row(1));
        assertArrayEquals(new double[] {1, 4, 1, 1}, design.row(2));
        assertEquals(2, design.place(2) - design.place(1));
        assertEquals(3, design.rows());
        assertEquals(4, design.columns());
        assertEquals(2, design.column("level"));
        assertEquals(-1, design.column("lev"));
        assertEquals(4, design.get(2, 1));
    }

    @Test
    void aStepIsARampOfOnePeriod() {
        assertArrayEquals(new double[] {0, 0, 1, 1}, column(new LevelShift("level", START, 1), -2, -1, 0, 1));
        assertArrayEquals(
                new double[] {0, 0, 1 / 3.0, 2 / 3.0, 1, 1, 1},
                column(new LevelShift("level", START, 3), -5, -1, 0, 1, 2, 3, 100));
        Refusal.argument("a ramp has 1 period (a step) or more, got 0", () -> new LevelShift("level", START, 0));
    }

    @Test
    void aSlopeChangeIsZeroInTheFirstTreatedPeriod() {
        assertArrayEquals(new double[] {0, 0, 0, 1, 7}, column(new SlopeChange("slope", START), -3, -1, 0, 1, 7));
    }

    @Test
    void aTrendCountsOverGaps() {
        assertArrayEquals(new double[] {1, 2, 13}, column(new Trend(START), 0, 1, 12));
    }

    @Test
    void aPulseHasBothItsEnds() {
        assertArrayEquals(
                new double[] {0, 1, 1, 1, 0}, column(new Pulse("shock", START, START.plus(2)), -1, 0, 1, 2, 3));
        assertArrayEquals(new double[] {0, 1, 0}, column(new Pulse("shock", START, START), -1, 0, 1));
        Refusal.argument(
                "shock ends in 2010-12 before it begins in 2011-01", () -> new Pulse("shock", START, START.plus(-1)));
    }

    @Test
    void aCovariateIsItsSeriesAndMissingOutsideIt() {
        Covariate covariate = new Covariate(Series.of("rate", "%", START, 4, Double.NaN));
        assertEquals(List.of("rate"), covariate.names());
        assertArrayEquals(new double[] {Double.NaN, 4, Double.NaN, Double.NaN}, column(covariate, -1, 0, 1, 2));
    }

    @Test
    void termsOfAnotherFrequencyAreRefused() {
        Refusal.argument(
                "2011-01 is a month and 2011 a year; they do not compare",
                () -> new LevelShift("level", START, 1).at(Period.year(2011)));
    }

    @Test
    void periodsMustAscendInOneFrequency() {
        Refusal.argument(
                "periods must ascend, got 2011-02 before 2011-02",
                () -> Design.of(months(1, 1), List.of(new Intercept())));
        Refusal.argument(
                "periods must ascend, got 2011-02 before 2011-01",
                () -> Design.of(months(1, 0), List.of(new Intercept())));
        Refusal.argument(
                "2011-01 is a month and 2012 a year; they do not compare",
                () -> Design.of(List.of(START, Period.year(2012)), List.of(new Intercept())));
    }

    @Test
    void columnsMustHaveDifferentNames() {
        Refusal.argument(
                "columns must have different names, got [intercept, intercept]",
                () -> Design.of(months(0, 1), List.of(new Intercept(), new Intercept())));
    }

    @Test
    void measuredRowsAreCopiedAndStandSideBySide() throws IOException, ClassNotFoundException {
        double[][] rows = {{1, 2}, {1, 3}};
        Design design = Design.of(List.of("intercept", "x"), rows);
        rows[0][1] = 99;
        design.row(1)[1] = 99;
        assertEquals(2, design.get(0, 1));
        assertEquals(3, design.get(1, 1));
        assertEquals(1, design.place(1) - design.place(0));
        assertThat((Design) Serialized.copy(design)).usingRecursiveComparison().isEqualTo(design);
        Refusal.argument(
                "row 1 has 1 values for 2 columns",
                () -> Design.of(List.of("intercept", "x"), new double[][] {{1, 2}, {1}}));
    }

    @Test
    void aScaleIsUndone() {
        for (Scale scale : Scale.values()) {
            assertEquals(7.25, scale.undo(scale.apply(7.25)), 1e-14);
        }
        assertEquals(Math.log(3), Scale.LOG.apply(3));
        assertEquals("persons", Scale.LEVEL.unit("persons"));
        assertEquals("%", Scale.PERCENT.unit("persons"));
        assertEquals("log points", Scale.LOG.unit("persons"));
        assertNotEquals(Scale.LOG.apply(2), Scale.LEVEL.apply(2));
    }
}
