package org.migrationimpact.data;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class KosovoBorderTest {

    private static Observations cube(String source, String... codes) {
        ObservationsBuilder builder = Observations.of("asylum", "persons", List.of("citizen"));
        for (String code : codes) {
            builder.add(List.of(code), Period.year(2015), 1);
        }
        return builder.build(Source.named(source));
    }

    private static final Observations EUROSTAT = cube("Eurostat", "RS", "XK", "AL");
    private static final Observations UNHCR = cube("UNHCR", "SRB+XKX", "AL");

    @ParameterizedTest
    @CsvSource({
        "UNHCR,INSIDE_SERBIA",
        "UN DESA,INSIDE_SERBIA",
        "Eurostat,APART",
        "Frontex,APART",
        "World Bank,APART",
        "BAMF,APART",
        "CEPII,NOT_SAID"
    })
    void publishersDrawTheBorderDifferently(String publisher, KosovoBorder border) {
        assertEquals(border, KosovoBorder.at(publisher));
    }

    @Test
    void theCodesOfATableSayWhereTheBorderIs() {
        assertEquals(KosovoBorder.APART, KosovoBorder.of(EUROSTAT));
        assertEquals(KosovoBorder.APART, KosovoBorder.of(cube("Frontex", "Kosovo*", "Serbia")));
        assertEquals(KosovoBorder.INSIDE_SERBIA, KosovoBorder.of(UNHCR));
        assertEquals(KosovoBorder.NOT_SAID, KosovoBorder.of(cube("own", "RS", "AL")));
    }

    @Test
    void theStatementTravelsWithASelection() {
        Observations serbia = EUROSTAT.where("citizen", "RS");
        assertThat(serbia.notes())
                .hasToString(
                        "[W-BORDER-001 Serbia does not include Kosovo in these figures, and Kosovo has rows of its own]");
        assertEquals(KosovoBorder.APART, KosovoBorder.of(serbia));
        assertEquals(KosovoBorder.APART, KosovoBorder.of(EUROSTAT.except("citizen", "XK")));
        assertEquals(1, serbia.where("citizen", "RS").notes().size());
        assertEquals(serbia.notes(), serbia.totalOver("citizen").notes());
        assertThat(EUROSTAT.where("citizen", "AL").notes()).isEmpty();
        assertThat(EUROSTAT.where("citizen", "RS", "XK").notes()).isEmpty();
    }

    @Test
    void twoSourcesWithDifferentBordersAreNotPutSideBySideInSilence() {
        assertThat(KosovoBorder.sideBySide(UNHCR, EUROSTAT.where("citizen", "RS")))
                .get()
                .hasToString(
                        "W-BORDER-002 asylum (UNHCR): Serbia includes Kosovo in these figures, and Kosovo has no row of its own; asylum"
                                + " (Eurostat): Serbia does not include Kosovo in these figures, and Kosovo has rows of its own; compare"
                                + " the sum of Serbia and Kosovo, or neither");
        assertThat(KosovoBorder.sideBySide(UNHCR, cube("own", "RS")))
                .get()
                .extracting(Warning::code)
                .isEqualTo("W-BORDER-002");
        assertThat(KosovoBorder.sideBySide(EUROSTAT, cube("Frontex", "RS", "XK")))
                .isEmpty();
        assertThat(KosovoBorder.sideBySide(UNHCR, EUROSTAT.where("citizen", "AL")))
                .isEmpty();
    }
}
