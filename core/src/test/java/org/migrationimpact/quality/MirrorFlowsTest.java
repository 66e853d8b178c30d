package org.migrationimpact.quality;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.migrationimpact.Refusal;
import org.migrationimpact.data.DataException;
import org.migrationimpact.data.Flag;
import org.migrationimpact.data.Observations;
import org.migrationimpact.data.ObservationsBuilder;
import org.migrationimpact.data.Period;
import org.migrationimpact.data.Source;

class MirrorFlowsTest {

    private static ObservationsBuilder emigration(String unit) {
        return Observations.of("emigrants", unit, List.of("origin", "destination"));
    }

    private static ObservationsBuilder immigration(String unit) {
        return Observations.of("immigrants", unit, List.of("destination", "origin"));
    }

    private static Observations built(ObservationsBuilder table) {
        return table.build(Source.named("t"));
    }

    private static MirrorFlows mirror() {
        return MirrorFlows.of(
                built(emigration("persons")
                        .add(List.of("RO", "ES"), Period.year(2007), 1000)
                        .add(List.of("RO", "ES"), Period.year(2008), 0)
                        .add(List.of("RO", "IT"), Period.year(2007), 0)
                        .add(List.of("RO", "DE"), Period.year(2007), 10)
                        .add(List.of("RO", "FR"), Period.year(2007), Double.NaN, Set.of(Flag.SUPPRESSED), 5)),
                built(immigration("persons")
                        .add(List.of("ES", "RO"), Period.year(2007), 9000)
                        .add(List.of("ES", "RO"), Period.year(2008), 700)
                        .add(List.of("IT", "RO"), Period.year(2007), 0)
                        .add(List.of("FR", "RO"), Period.year(2007), 40)
                        .add(List.of("UK", "RO"), Period.year(2007), 3)));
    }

    private static MirrorFlows.Flow flow(String destination, int year) {
        return mirror().flows().stream()
                .filter(flow ->
                        flow.codes().get(1).equals(destination) && flow.period().equals(Period.year(year)))
                .findFirst()
                .orElseThrow();
    }

    @Test
    void theAsymmetryIsTheDifferenceOverTheSumAndTheLogRatioItsAdditiveTwin() {
        assertEquals(-0.8, flow("ES", 2007).asymmetry(), 1e-15);
        assertEquals(-Math.log(9), flow("ES", 2007).logRatio(), 1e-15);
        assertEquals(-1, flow("ES", 2008).asymmetry());
        assertEquals(Double.NEGATIVE_INFINITY, flow("ES", 2008).logRatio());
        assertEquals(0, flow("IT", 2007).asymmetry());
        assertTrue(Double.isNaN(flow("IT", 2007).logRatio()));
    }

    @Test
    void whatOneSideDoesNotSayStaysApart() {
        MirrorFlows mirror = mirror();
        assertTrue(Double.isNaN(flow("FR", 2007).asymmetry()));
        assertEquals(Set.of(Flag.SUPPRESSED), flow("FR", 2007).originFlags());
        assertThat(mirror.onlyOrigin()).hasToString("[RO, DE in 2007]");
        assertThat(mirror.onlyDestination()).hasToString("[RO, UK in 2007]");
        assertEquals(3, mirror.complete().size());
        assertEquals((1000.0 - 9700) / (1000 + 9700), mirror.asymmetry(), 1e-15);
        assertEquals("""
                4 common cells, 3 with a figure on both sides; 1 cells only by the origins, 1 only by the destinations; in sum 1,000 by\
                 the origins and 9,700 by the destinations [persons], asymmetry -0.81
                  RO, ES in 2007: 1,000 by the origin, 9,000 by the destination, asymmetry -0.80
                  RO, ES in 2008: 0 by the origin, 700 by the destination, asymmetry -1.00
                  RO, IT in 2007: 0 by the origin, 0 by the destination, asymmetry 0.00
                  RO, FR in 2007: no figure (suppressed) by the origin, 40 by the destination""", mirror.toString());
    }

    @Test
    void exchangingTheSidesTurnsTheSign() {
        Observations one = built(emigration("persons").add(List.of("A", "B"), Period.year(2007), 10));
        Observations other = built(emigration("persons").add(List.of("A", "B"), Period.year(2007), 30));
        MirrorFlows.Flow there = MirrorFlows.of(one, other).flows().get(0);
        MirrorFlows.Flow back = MirrorFlows.of(other, one).flows().get(0);
        assertEquals(there.asymmetry(), -back.asymmetry());
        assertEquals(there.logRatio(), -back.logRatio(), 1e-15);
    }

    @Test
    void theUnitOfBothSidesMakesNoDifference() {
        Observations one = built(emigration("thousand").add(List.of("A", "B"), Period.year(2007), 0.01));
        Observations other = built(emigration("thousand").add(List.of("A", "B"), Period.year(2007), 0.03));
        assertEquals(-0.5, MirrorFlows.of(one, other).asymmetry(), 1e-15);
    }

    @Test
    void withoutACommonFigureThereIsNoAsymmetry() {
        Observations one = built(emigration("persons").add(List.of("A", "B"), Period.year(2007), 10));
        Observations other = built(emigration("persons").add(List.of("A", "C"), Period.year(2007), 30));
        assertTrue(Double.isNaN(MirrorFlows.of(one, other).asymmetry()));
        assertEquals(
                "0 common cells, 0 with a figure on both sides; 1 cells only by the origins, 1 only by the destinations",
                MirrorFlows.of(one, other).toString());
    }

    @Test
    void differentUnitsAndBalancesAreRefused() {
        Observations persons = built(emigration("persons").add(List.of("A", "B"), Period.year(2007), 10));
        Refusal.of(
                DataException.class,
                "E-MIRROR-001 the origin's emigrants is in 'persons', the destination's immigrants in 'thousand persons'; mirror flows"
                        + " need one unit: convert one side",
                () -> MirrorFlows.of(
                        persons, built(immigration("thousand persons").add(List.of("B", "A"), Period.year(2007), 1))));
        Refusal.of(
                DataException.class,
                "E-MIRROR-002 the destination says B, A, 2007: -1.0; a flow is 0 or more, and an asymmetry of anything else has no"
                        + " meaning: compare flows, not balances",
                () -> MirrorFlows.of(
                        persons, built(immigration("persons").add(List.of("B", "A"), Period.year(2007), -1))));
    }
}
