package org.migrationimpact.did;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.function.Function;
import org.junit.jupiter.api.Test;
import org.migrationimpact.Close;
import org.migrationimpact.Oracle;
import org.migrationimpact.impact.Impact;
import org.migrationimpact.regression.Coefficient;

/** Event studies by least squares. */
class EventStudyTest {

    private static final double EXACT = 1e-8;

    static AdoptionColumns baseStagg(Oracle oracle) {
        double[] first = oracle.column("year_treated");
        for (int i = 0; i < first.length; i++) {
            first[i] = first[i] == 10000 ? 0 : first[i];
        }
        return Staggered.columns(oracle.column("id"), oracle.column("year"), oracle.column("y"), first)
                .covariate("x1", oracle.column("x1"));
    }

    static void compare(JsonNode expected, Function<String, Coefficient> found, String what) {
        expected.get("coef").fieldNames().forEachRemaining(name -> {
            Coefficient c = found.apply(name);
            Close.relative(expected.get("coef").get(name).asDouble(), c.estimate(), EXACT, what + " " + name);
            Close.relative(expected.get("se").get(name).asDouble(), c.standardError(), 1e-6, what + " se " + name);
        });
    }

    @Test
    void theRegressionOnEventTimesIsThatOfFixest() {
        Oracle oracle = Oracle.of("did_base_stagg");
        Impact impact =
                EventStudy.of(baseStagg(oracle).panel()).adjustedFor("x1").fit().impact();
        compare(
                oracle.expected("twfe_event"),
                name -> impact.term(
                        name.replace("time_to_treatment::", "event.").replace(":treated", "")),
                "twfe_event");
        assertEquals("event-study", impact.design());
        assertEquals(18, impact.breakdown().aggregate("dynamic").rows().size());
    }

    @Test
    void theEventStudyOfTheCountiesIsThatOfFixest() {
        Oracle oracle = Oracle.of("did_mpdta");
        Impact impact = EventStudy.of(Staggered.mpdta(oracle).panel()).fit().impact();
        compare(
                oracle.expected("event_study_twfe"),
                name -> impact.term(name.replace("rel::", "event.")),
                "event_study_twfe");
    }
}
