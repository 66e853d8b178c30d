package org.migrationimpact.measure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.migrationimpact.Serialized;
import org.migrationimpact.data.DataException;
import org.migrationimpact.data.Frequency;
import org.migrationimpact.data.Period;

class BundleTest {

    private static Measure of(String id, String date, String... partners) {
        return Measure.named(id, "Measure " + id).withPartners(partners).inForceFrom(date);
    }

    private static MeasureInventory inventory(Measure... measures) {
        return MeasureInventory.of(Arrays.asList(measures));
    }

    private static List<String> ids(Bundle bundle) {
        return bundle.measures().stream().map(Measure::id).toList();
    }

    @Test
    void theAlbanianWaiverCannotBeToldFromTheMonitoringThatBeganAMonthBefore() {
        MeasureInventory standard = MeasureInventory.standard();
        Bundle bundle = standard.bundleWith(standard.get("M034"), Frequency.MONTH);
        assertEquals(List.of("M040", "M034"), ids(bundle));
        assertEquals(List.of(Party.of("AL")), bundle.partners());
        assertEquals(Period.month(2010, 12), bundle.first());
        assertEquals(Period.month(2011, 1), bundle.last());
        assertThat(bundle.isSingle()).isFalse();
        assertThat(bundle.toString())
                .startsWith("Albania, 2010-12 to 2011-01:\n  M040 ")
                .contains("\n  M034 Visa-free short stays: Albania;");
    }

    @Test
    void dailyDataTellTheAlbanianWaiverApart() {
        MeasureInventory standard = MeasureInventory.standard();
        Bundle bundle = standard.bundleWith(standard.get("M034"), Frequency.DAY);
        assertEquals(List.of("M034"), ids(bundle));
        assertThat(bundle.isSingle()).isTrue();
        assertThat(bundle.toString()).startsWith("Albania, 2010-12-15:\n  M034 ");
    }

    @Test
    void yearlyDataDoNotTellTheAccessionOfKyrgyzstanFromTheRussianPatents() {
        MeasureInventory standard = MeasureInventory.standard();
        Bundle bundle = standard.bundleWith(standard.get("M103"), Frequency.ANNUAL);
        assertEquals(List.of("M104", "M106", "M103"), ids(bundle));
        assertEquals(List.of(Party.of("KG")), bundle.partners());
        assertEquals(Period.year(2015), bundle.first());
        assertEquals(Period.year(2016), bundle.last());
    }

    @Test
    void twoPeriodsApartAreSeparateAndOnePeriodApartIsNot() {
        Measure first = of("A", "2010-03-01", "AL");
        MeasureInventory two = inventory(first, of("B", "2010-04-01", "AL"), of("C", "2010-05-01", "AL"));
        assertEquals(List.of("A", "B"), ids(two.bundleWith(first, Frequency.MONTH)));
    }

    @Test
    void measuresWithoutACommonPartnerAreNoBundle() {
        Measure albania = of("A", "2010-03-01", "AL");
        assertThat(inventory(albania, of("B", "2010-03-01", "BA"))
                        .bundleWith(albania, Frequency.MONTH)
                        .isSingle())
                .isTrue();
    }

    @Test
    void eachPartnerThatTwoMeasuresShareConnectsThem() {
        Measure three = of("A", "2010-03-01", "AL", "BA", "RS");
        Bundle bundle = inventory(three, of("B", "2010-03-01", "BA"), of("C", "2010-04-01", "AL"))
                .bundleWith(three, Frequency.MONTH);
        assertEquals(List.of("A", "B", "C"), ids(bundle));
        assertEquals(List.of(Party.of("AL"), Party.of("BA")), bundle.partners());
    }

    @Test
    void aDateTooCoarseForTheDataCountsAsAnyDayItMayHaveBeen() {
        Measure march = of("A", "2010-03-01", "AL");
        Measure sometime = of("B", "2010", "AL");
        Measure later = of("C", "2011-03-01", "AL");
        MeasureInventory all = inventory(march, sometime, later);
        assertEquals(List.of("B", "A"), ids(all.bundleWith(march, Frequency.MONTH)));
        Bundle coarse = all.bundleWith(sometime, Frequency.MONTH);
        assertEquals(List.of("B", "A"), ids(coarse));
        assertEquals(Period.month(2010, 1), coarse.first());
        assertEquals(Period.month(2011, 1), coarse.last());
        assertThat(all.bundleWith(later, Frequency.MONTH).isSingle()).isTrue();
    }

    @Test
    void allBundlesRunPartnerByPartner() {
        List<Bundle> bundles = inventory(
                        of("A", "2010-03-01", "AL", "BA"),
                        of("B", "2010-04-01", "AL"),
                        of("C", "2010-05-01", "AL"),
                        of("D", "2010-07-01", "AL"),
                        of("E", "2010-03-15", "BA"))
                .bundles(Frequency.MONTH);
        assertEquals(
                List.of(List.of("A", "B", "C"), List.of("A", "E")),
                bundles.stream().map(BundleTest::ids).toList());
        assertEquals(List.of(Party.of("BA")), bundles.get(1).partners());
    }

    @Test
    void theOrderOfTheInventoryDoesNotMatter() {
        Measure a = of("A", "2010-03-01", "AL");
        Measure b = of("B", "2010-04-01", "AL");
        assertEquals(inventory(a, b).bundles(Frequency.MONTH), inventory(b, a).bundles(Frequency.MONTH));
        assertEquals(
                inventory(a, b).bundleWith(a, Frequency.MONTH), inventory(b, a).bundleWith(a, Frequency.MONTH));
    }

    @Test
    void aMeasureWithoutADateHasNoBundle() throws Exception {
        Measure undated = Measure.named("A", "Undated").withPartners("AL");
        MeasureInventory all = inventory(undated, of("B", "2010", "AL"), of("C", "2010", "AL"));
        assertEquals(
                "E-MEASURE-003",
                assertThrows(DataException.class, () -> all.bundleWith(undated, Frequency.MONTH))
                        .code());
        Bundle bundle = all.bundles(Frequency.ANNUAL).get(0);
        assertEquals(List.of("B", "C"), ids(bundle));
        assertEquals(bundle, Serialized.copy(bundle));
    }
}
