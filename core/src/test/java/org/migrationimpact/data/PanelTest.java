package org.migrationimpact.data;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.migrationimpact.Refusal;
import org.migrationimpact.Serialized;

class PanelTest {

    private static final Period START = Period.year(2010);
    private static final Series AL = Series.of("AL", "persons", START, 1, 2, Double.NaN, 4);
    private static final Series XK = Series.of("XK", "persons", START.plus(1), 10, 20, 30, 40);

    @Test
    void unitsKeepTheirOrderAndAreFoundByName() {
        List<Series> given = new ArrayList<>(List.of(XK, AL));
        Panel panel = new Panel(given);
        given.clear();
        assertEquals(List.of("XK", "AL"), panel.units());
        assertEquals(AL, panel.unit("AL"));
        assertEquals(List.of("AL"), panel.without("XK").units());
        assertEquals(XK + "\n" + AL, panel.toString());
    }

    @Test
    void aTotalIsTheSumOverThePeriodsThatAllCoverAndMissingWhereAPartIs() {
        Series total = new Panel(List.of(AL, XK)).total("both");
        assertEquals(Period.year(2011), total.start());
        assertArrayEquals(new double[] {12, Double.NaN, 34}, total.values());
        assertEquals(Set.of(Flag.NOT_AVAILABLE), total.flags(1));
        assertEquals(Set.of(), total.flags(0));
        assertEquals("both", total.name());
        assertEquals(total, new Panel(List.of(XK, AL)).total("both"));
    }

    @Test
    void whatCannotBeAPanelIsRefused() {
        Refusal.of(
                DataException.class,
                "E-PANEL-001 a panel needs at least one series, got none",
                () -> new Panel(List.of()));
        Refusal.of(
                DataException.class,
                "E-PANEL-001 a panel needs at least one series, got none",
                () -> new Panel(List.of(AL)).without("AL"));
        Refusal.of(
                DataException.class,
                "E-PANEL-002 RS is by month in persons, AL by year in persons; a panel has one frequency and one unit",
                () -> new Panel(List.of(AL, Series.of("RS", "persons", Period.month(2010, 1), 1))));
        Refusal.of(
                DataException.class,
                "E-PANEL-002 RS is by year in detections, AL by year in persons; a panel has one frequency and one unit",
                () -> new Panel(List.of(AL, Series.of("RS", "detections", START, 1))));
        Refusal.of(
                DataException.class,
                "E-PANEL-003 two series of a panel have the same name among AL, XK, AL",
                () -> new Panel(List.of(AL, XK, AL)));
    }

    @Test
    void anUnknownUnitIsRefusedWithTheNamesThereAre() {
        Refusal.of(
                InputException.class,
                "E-PANEL-004 there is no unit 'MD'; the units are AL, XK",
                () -> new Panel(List.of(AL, XK)).unit("MD"));
        Panel many = new Panel(IntStream.range(0, 22)
                .mapToObj(i -> Series.of("u" + i, "persons", START, 1))
                .toList());
        Refusal.of(
                InputException.class,
                "E-PANEL-004 there is no unit 'MD'; the units are u0, u1, u2, u3, u4, u5, u6, u7, u8, u9, u10, u11, u12, u13,"
                        + " u14, u15, u16, u17, u18, u19 and 2 more",
                () -> many.without("MD"));
    }

    @Test
    void unitsThatShareNoPeriodHaveNoTotal() {
        Series late = Series.of("late", "persons", Period.year(2020), 1);
        Refusal.of(
                DataException.class,
                "E-PANEL-005 the units AL, late share no period; a total needs periods that all cover",
                () -> new Panel(List.of(AL, late)).total("sum"));
    }

    @Test
    void aPanelSurvivesSerialization() throws IOException, ClassNotFoundException {
        Panel panel = new Panel(List.of(AL, XK));
        assertThat(Serialized.copy(panel)).isEqualTo(panel).hasSameHashCodeAs(panel);
    }
}
