package org.migrationimpact.did;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.fasterxml.jackson.databind.JsonNode;
import org.junit.jupiter.api.Test;
import org.migrationimpact.Close;
import org.migrationimpact.Oracle;
import org.migrationimpact.inference.PanelClassical;
import org.migrationimpact.regression.Coefficient;

/** Effects by cohort and event time, against fixest. */
class SunAbrahamTest {

    private static Coefficient named(AdoptionFit fit, String name) {
        if (name.startsWith("year::")) {
            return fit.aggregate(Aggregation.DYNAMIC).row(name.substring(6)).coefficient();
        }
        if (name.startsWith("cohort::")) {
            String year = String.format(java.util.Locale.ROOT, "%04d", Integer.parseInt(name.substring(8)));
            return fit.aggregate(Aggregation.GROUP).row(year).coefficient();
        }
        return fit.impact().term(name);
    }

    private static void compareAtt(JsonNode expected, AdoptionFit fit) {
        Close.relative(expected.get("att").asDouble(), fit.headline().estimate(), 1e-8, "att");
        Close.relative(expected.get("se").asDouble(), fit.headline().standardError(), 1e-6, "se of att");
    }

    @Test
    void everyFigureOfTheSimulatedPanelIsThatOfFixest() {
        Oracle oracle = Oracle.of("did_base_stagg");
        SunAbraham design =
                SunAbraham.of(EventStudyTest.baseStagg(oracle).panel()).adjustedFor("x1");
        AdoptionFit fit = design.fit();
        EventStudyTest.compare(oracle.expected("sunab_cluster_id"), name -> named(fit, name), "by unit");
        EventStudyTest.compare(oracle.expected("sunab_cohort"), name -> named(fit, name), "by cohort");
        compareAtt(oracle.expected("sunab_att"), fit);
        AdoptionFit iid = design.with(new PanelClassical()).fit();
        EventStudyTest.compare(oracle.expected("sunab"), name -> named(iid, name), "iid");
    }

    @Test
    void everyFigureOfTheCountiesIsThatOfFixest() {
        Oracle oracle = Oracle.of("did_mpdta");
        AdoptionFit fit = SunAbraham.of(Staggered.mpdta(oracle).panel()).fit();
        EventStudyTest.compare(oracle.expected("sunab"), name -> named(fit, name), "counties");
        compareAtt(oracle.expected("sunab_att"), fit);
        assertEquals(12, fit.effects().size());
    }
}
