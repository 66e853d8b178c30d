package org.migrationimpact.gravity;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.migrationimpact.Close;
import org.migrationimpact.Oracle;
import org.migrationimpact.Refusal;
import org.migrationimpact.data.DataException;
import org.migrationimpact.data.EstimationException;
import org.migrationimpact.data.InputException;
import org.migrationimpact.data.Observations;
import org.migrationimpact.data.Period;
import org.migrationimpact.data.Source;
import org.migrationimpact.impact.Aggregate;
import org.migrationimpact.impact.Impact;
import org.migrationimpact.impact.Status;

class GravityTest {

    private static final List<String> PLACES = List.of("AL", "BA", "DE", "FR", "IT", "MD", "RS", "UA");

    /** Flows of eight places in twelve years; the measure adds 0.4 at once and 0.2 from the second year on, its removal takes 0.3. */
    private record Simulated(Flows flows, BilateralMeasure measure) {

        static Simulated of(double noise) {
            Random random = new Random(42);
            List<String> origins = new ArrayList<>();
            List<String> destinations = new ArrayList<>();
            List<Period> periods = new ArrayList<>();
            List<Double> values = new ArrayList<>();
            BilateralMeasure measure = BilateralMeasure.named("waiver");
            double[][] size = new double[16][12];
            for (double[] row : size) {
                for (int t = 0; t < 12; t++) {
                    row[t] = random.nextGaussian() / 2;
                }
            }
            for (int o = 0; o < 8; o++) {
                for (int d = 0; d < 8; d++) {
                    if (o == d) {
                        continue;
                    }
                    int start = random.nextInt(3) == 0 ? 3 + random.nextInt(5) : 99;
                    int end = start < 99 && random.nextBoolean() ? start + 3 : 99;
                    if (start < 99) {
                        Period first = Period.year(2000 + start);
                        measure = end < 99
                                ? measure.between(PLACES.get(o), PLACES.get(d), first, Period.year(2000 + end))
                                : measure.between(PLACES.get(o), PLACES.get(d), first);
                    }
                    double pair = 3 + random.nextGaussian();
                    for (int t = 0; t < 12; t++) {
                        double effect = (t >= start ? 0.4 : 0) + (t > start ? 0.2 : 0) - (t >= end ? 0.3 : 0);
                        double mean = Math.exp(pair + size[o][t] + size[8 + d][t] + effect);
                        origins.add(PLACES.get(o));
                        destinations.add(PLACES.get(d));
                        periods.add(Period.year(2000 + t));
                        values.add(mean * Math.exp(noise * random.nextGaussian()));
                    }
                }
            }
            double[] flows = values.stream().mapToDouble(v -> v).toArray();
            return new Simulated(Flows.of("arrivals", "persons", origins, destinations, periods, flows), measure);
        }
    }

    private static double estimate(Impact impact, String term) {
        return impact.term(term).estimate();
    }

    @Test
    void withoutNoiseEveryEffectIsRecoveredExactly() {
        Simulated system = Simulated.of(0);
        Impact impact = Gravity.of(system.measure())
                .lagged(1)
                .leading(1)
                .with(Removal.OWN_EFFECT)
                .fit(system.flows());
        assertEquals(0, estimate(impact, "waiver.lead1"), 1e-7);
        assertEquals(0.4, estimate(impact, "waiver"), 1e-7);
        assertEquals(0.2, estimate(impact, "waiver.lag1"), 1e-7);
        assertEquals(-0.3, estimate(impact, "waiver.removed"), 1e-7);
        assertEquals(0.6, impact.effect().estimate(), 1e-7);
        Aggregate dynamic = impact.breakdown().aggregate("dynamic");
        assertEquals(0.4, dynamic.row("0").coefficient().estimate(), 1e-7);
        assertEquals(0.6, dynamic.row("1").coefficient().estimate(), 1e-7);
        assertEquals(
                "effect of the introduction of waiver on the flow of a corridor that has it after 1 period",
                impact.effect().estimand());
    }

    @Test
    void removalThatDoesNotUndoIsTold() {
        Simulated system = Simulated.of(0.05);
        Impact impact =
                Gravity.of(system.measure()).lagged(1).with(Removal.OWN_EFFECT).fit(system.flows());
        assertEquals("removal undoes introduction", impact.diagnostics().get(0).name());
        Impact led = Gravity.of(system.measure()).leading(2).fit(system.flows());
        assertEquals(
                "no anticipation, 2 periods ahead", led.diagnostics().get(0).name());
        assertFalse(led.diagnostics().stream().anyMatch(d -> d.status() == Status.NOT_APPLICABLE));
    }

    @Test
    void thePartsOfASumShareItsError() {
        Simulated system = Simulated.of(0.3);
        Impact impact = Gravity.of(system.measure()).lagged(1, 2).fit(system.flows());
        double sum = estimate(impact, "waiver") + estimate(impact, "waiver.lag1") + estimate(impact, "waiver.lag2");
        Close.relative(sum, impact.effect().estimate(), 1e-14, "sum");
        Close.relative(
                impact.effect().coefficient().standardError(),
                impact.breakdown().aggregate("dynamic").row("2").coefficient().standardError(),
                1e-14,
                "error");
        assertEquals(Double.POSITIVE_INFINITY, impact.effect().coefficient().degreesOfFreedom());
    }

    @Test
    void everyChoiceIsAmongTheConventions() {
        Simulated system = Simulated.of(0.3);
        Impact impact = Gravity.of(system.measure()).fit(system.flows());
        assertEquals("gravity", impact.design());
        assertEquals("clustered by origin^destination, CR1", impact.convention("covariance"));
        assertEquals(
                "origin-period, destination-period and corridor effects", impact.convention("multilateral resistance"));
        assertEquals(system.flows().size(), impact.sample().used());
        assertTrue(impact.summary().contains("log points"), impact.summary());
    }

    /** The corridors of each agreement as spells, against fixest 0.14.2. */
    @Test
    void tradeAgreementsAreThoseOfFixest() {
        Oracle oracle = Oracle.of("ppml_fta_total");
        List<String> origins = oracle.words("isoexp");
        List<String> destinations = oracle.words("isoimp");
        List<Period> periods = new ArrayList<>();
        BilateralMeasure agreement = BilateralMeasure.named("fta");
        double[] year = oracle.column("year");
        double[] in = oracle.column("fta");
        for (int i = 0; i < year.length; i++) {
            periods.add(Period.year((int) year[i]));
            boolean continued = i > 0
                    && in[i - 1] == 1
                    && origins.get(i - 1).equals(origins.get(i))
                    && destinations.get(i - 1).equals(destinations.get(i));
            if (in[i] == 1 && !continued) {
                agreement = agreement.between(origins.get(i), destinations.get(i), periods.get(i));
            }
        }
        Flows flows = Flows.of("trade", "USD", origins, destinations, periods, oracle.column("trade"));
        Impact impact = Gravity.of(agreement).fit(flows);
        Close.relative(0.192445493471584, impact.effect().estimate(), 1e-7, "fta");
        Close.relative(0.0432402293545795, impact.effect().coefficient().standardError(), 1e-6, "se");
        assertEquals(
                "W-GRAVITY-001 with 5 periods, counts with three effects are biased noticeably, and their errors too small"
                        + " (Weidner and Zylkin 2021, doi:10.1016/j.jinteco.2021.103513)",
                impact.warnings().get(impact.warnings().size() - 1).toString());
    }

    @Test
    void aMeasureOfOnePlaceTowardsAllCannotBeToldFromItsEffects() {
        Flows flows = Simulated.of(0.1).flows();
        BilateralMeasure general = BilateralMeasure.named("general");
        for (String destination : PLACES) {
            general = destination.equals("MD") ? general : general.between("MD", destination, Period.year(2005));
        }
        BilateralMeasure towardsAll = general;
        Refusal.of(
                EstimationException.class,
                "E-EFFECTS-004 general is determined by the effects origin^period + destination^period +"
                        + " origin^destination in the rows used; leave out the effect or column that takes it up, or find"
                        + " rows in which it varies",
                () -> Gravity.of(towardsAll).fit(flows));
        assertTrue(Double.isFinite(Gravity.of(towardsAll)
                .with(Resistance.CONSTANT)
                .fit(flows)
                .effect()
                .estimate()));
    }

    @Test
    void flowsOfACubeAreTheSame() {
        Observations cube = Observations.of("arrivals", "persons", List.of("from", "to"))
                .add(List.of("MD", "DE"), Period.year(2001), 5)
                .add(List.of("MD", "FR"), Period.year(2001), 0)
                .build(Source.named("t"));
        Flows flows = Flows.of(cube, "from", "to");
        assertEquals("arrivals: 2 flows in persons", flows.toString());
        assertEquals(List.of(Period.year(2001)), flows.periods());
        Refusal.argument("there is no dimension 'x'; there are [from, to]", () -> Flows.of(cube, "x", "to"));
    }

    @Test
    void whatCannotBeAnsweredIsRefused() {
        Flows flows = Simulated.of(0.1).flows();
        Refusal.of(
                InputException.class,
                "E-GRAVITY-003 waiver begins in 2005-01, a month; arrivals is by year; date the measure in years",
                () -> Gravity.of(BilateralMeasure.named("waiver").between("MD", "DE", Period.month(2005, 1)))
                        .fit(flows));
        Refusal.of(
                DataException.class,
                "E-GRAVITY-004 waiver on 1 corridor is in force in no row of arrivals; check how places are named and the"
                        + " periods",
                () -> Gravity.of(BilateralMeasure.named("waiver").between("Moldova", "DE", Period.year(2005)))
                        .fit(flows));
        Refusal.of(
                DataException.class,
                "E-GRAVITY-001 f has two rows for MD to DE in 2001: 0 and 1 (the first row is 0); choose one, or add them"
                        + " up",
                () -> Flows.of(
                        "f",
                        "persons",
                        List.of("MD", "MD"),
                        List.of("DE", "DE"),
                        List.of(Period.year(2001), Period.year(2001)),
                        1,
                        2));
        Refusal.of(
                DataException.class,
                "E-GRAVITY-002 f is by month and by year; lower all flows to one frequency",
                () -> Flows.of(
                        "f",
                        "persons",
                        List.of("MD", "MD"),
                        List.of("DE", "DE"),
                        List.of(Period.year(2001), Period.month(2001, 2)),
                        1,
                        2));
        Refusal.argument(
                "MD to DE: removed in 2004, not after it began in 2005",
                () -> BilateralMeasure.named("w").between("MD", "DE", Period.year(2005), Period.year(2004)));
        Refusal.argument(
                "lags and leads are 1 period or more, got [0]",
                () -> Gravity.of(BilateralMeasure.named("w")).lagged(0));
    }
}
