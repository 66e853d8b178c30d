package org.migrationimpact.synthetic;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.migrationimpact.data.Panel;
import org.migrationimpact.data.Series;
import org.migrationimpact.data.Warning;
import org.migrationimpact.measure.Measure;
import org.migrationimpact.measure.MeasureInventory;
import org.migrationimpact.measure.RouteInventory;

class DonorsTest {

    private static Panel named(String... names) {
        List<Series> made = Made.panel(names.length - 1, 36, 0.3, 4).series();
        List<Series> series = new ArrayList<>();
        for (int j = 0; j < names.length; j++) {
            series.add(made.get(j).named(names[j]));
        }
        return new Panel(series);
    }

    private static final Measure WAIVER = Measure.named("X1", "A waiver")
            .withPartners("GE")
            .underParagraphs("f11")
            .inForceFrom("2012-01-01");

    @Test
    void thoseWhomTheMeasureOrOneOfItsKindReachedAreNoDonors() {
        Measure other = Measure.named("X2", "Another waiver")
                .withPartners("MD")
                .underParagraphs("f11")
                .inForceFrom("2011-05-01");
        Measure old = Measure.named("X3", "An old waiver")
                .withPartners("AM")
                .underParagraphs("f11")
                .inForceFrom("2001-05-01");
        Measure unlike = Measure.named("X4", "Something else")
                .withPartners("AZ")
                .underParagraphs("h5")
                .inForceFrom("2011-05-01");
        Donors donors = Donors.all().clearOf(WAIVER, MeasureInventory.of(List.of(other, old, unlike)));
        Screening screening = SyntheticControl.of(named("Georgia", "Moldova", "Armenia", "AZ", "applications, Belarus"))
                .treated("Georgia")
                .from(Made.START)
                .with(donors)
                .fit()
                .donors();
        assertEquals(List.of("Armenia", "AZ", "applications, Belarus"), screening.used());
        assertEquals(
                List.of(
                        new Excluded(
                                "Moldova",
                                "partner of X2 Another waiver, in force from 2011-05-01, which serves one of the same paragraphs")),
                screening.excluded());
    }

    @Test
    void aMeasureBringsItsDateAndItsScreeningWithIt() {
        SyntheticControlFit fit = SyntheticControl.of(named("T", "Georgia", "Armenia", "Azerbaijan", "Nowhere"))
                .treated("T")
                .from(WAIVER)
                .fit();
        assertEquals(Made.START, fit.twin().firstTreated());
        assertEquals(
                List.of(new Excluded("Georgia", "party to X1 itself")),
                fit.donors().excluded());
        assertThat(fit.impact().warnings())
                .anyMatch(warning -> warning.toString()
                        .contains(
                                "W-SYNTH-004 the names of Nowhere stand for no country and no route, so whether the measure or a"
                                        + " neighbouring route reached them was not looked up"));
    }

    @Test
    void aMonthThatIsPartlyTreatedIsTold() {
        SyntheticControlFit fit = SyntheticControl.of(named("T", "Armenia", "Azerbaijan"))
                .treated("T")
                .from(WAIVER.inForceFrom("2011-12-12"))
                .fit();
        assertEquals(Made.START, fit.twin().firstTreated());
        assertThat(fit.impact().warnings())
                .contains(new Warning(
                        "W-START-001", "X1 began within 2011-12; that month is partly treated and counts as before"));
    }

    @Test
    void neighboursOfATreatedRouteAreNoDonors() {
        RouteInventory routes = RouteInventory.standard();
        String near = routes.neighbours(routes.get("CIRC-ALGR")).get(0).id();
        SyntheticControlFit fit = SyntheticControl.of(named("detections, CIRC-ALGR", near, "Japan", "Chile", "Peru"))
                .treated("detections, CIRC-ALGR")
                .from(Made.START)
                .fit();
        assertEquals(List.of("Japan", "Chile", "Peru"), fit.donors().used());
        assertEquals(
                "the route " + routes.get(near).name() + ", a neighbour of CIRC-ALGR",
                fit.donors().excluded().get(0).reason());
    }

    @Test
    void aUnitFarFromTheTreatedIsNoDonorWhereThatIsAsked() {
        List<Series> series = new ArrayList<>(Made.panel(8, 36, 0.3, 4).series());
        series.set(3, series.get(3).map("persons", v -> v + 500));
        Screening screening = Made.control(new Panel(series))
                .with(Donors.all().within(2))
                .fit()
                .donors();
        assertEquals(7, screening.used().size());
        assertEquals(
                List.of(new Excluded("D3", "3.00 standard deviations from the treated, more than 2.00")),
                screening.excluded());
    }

    @Test
    void otherTreatedUnitsAreNoDonors() {
        SyntheticControlFits fits = SyntheticControl.of(Made.panel(8, 36, 0.3, 4))
                .treated("T")
                .from(Made.START)
                .treated("D1")
                .from(Made.START.plus(3))
                .fitEach();
        assertEquals(
                List.of(new Excluded("D1", "treated too")),
                fits.each().get(0).donors().excluded());
    }
}
