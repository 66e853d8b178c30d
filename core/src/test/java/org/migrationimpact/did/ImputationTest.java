package org.migrationimpact.did;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.fasterxml.jackson.databind.JsonNode;
import org.junit.jupiter.api.Test;
import org.migrationimpact.Close;
import org.migrationimpact.Oracle;
import org.migrationimpact.regression.Coefficient;

/** Effects by imputation, against didimputation 0.5.0. */
class ImputationTest {

    @Test
    void theCountiesHaveTheEffectsOfDidimputation() {
        Oracle oracle = Oracle.of("did_mpdta");
        AdoptionFit fit =
                Imputation.of(Staggered.mpdta(oracle).panel()).leads(2).fit();
        JsonNode whole = oracle.expected("imputation_static");
        compare(whole.get("estimate").asDouble(), whole.get("std.error").asDouble(), fit.headline());
        JsonNode rows = oracle.expected("imputation_horizons");
        for (int i = 0; i < rows.get("term").size(); i++) {
            compare(
                    rows.get("estimate").get(i).asDouble(),
                    rows.get("std.error").get(i).asDouble(),
                    fit.aggregate(Aggregation.DYNAMIC)
                            .row(rows.get("term").get(i).asText())
                            .coefficient());
        }
    }

    private static void compare(double estimate, double error, Coefficient found) {
        Close.relative(estimate, found.estimate(), 2e-7, found.term()); // the reference iterates to 1e-6, see below
        Close.relative(error, found.standardError(), 1e-6, found.term() + " error");
    }

    /** R 4.2.2, dummies of unit and year by lm, residuals and moments of both stages written out with matrices. */
    @Test
    void bothHaveTheFiguresOfARegressionWithDummies() {
        AdoptionPanel panel = Staggered.mpdta(Oracle.of("did_mpdta")).panel();
        Close.relative(
                -0.0477099182784666, Imputation.of(panel).fit().headline().estimate(), 1e-11, "imputation");
        AdoptionFit two = TwoStage.of(panel).fit();
        Close.relative(-0.0477099182784666, two.headline().estimate(), 1e-11, "two stages");
        Close.relative(0.0134784088077594, two.headline().standardError(), 1e-10, "two stages, error");
        double[][] rows = {
            {-4, -0.00984915690581559, 0.00900092857838696},
            {-3, 0.00953578930423648, 0.00636690143948668},
            {-2, 0.00764359019120877, 0.00601724788229376},
            {-1, -0.00862531067581001, 0.00740749766024606},
            {0, -0.0310669271925998, 0.0136430663400539},
            {1, -0.0522348567485218, 0.0189638375332444},
            {2, -0.136078114440247, 0.0353419721333736},
            {3, -0.104707471576548, 0.0337658533577918}
        };
        for (double[] row : rows) {
            Coefficient found = two.aggregate(Aggregation.DYNAMIC)
                    .row(String.valueOf((int) row[0]))
                    .coefficient();
            Close.relative(row[1], found.estimate(), 1e-9, "at " + row[0]);
            Close.relative(row[2], found.standardError(), 1e-9, "error at " + row[0]);
        }
    }

    @Test
    void twoStagesHaveTheEstimatesOfImputation() {
        AdoptionPanel panel = Staggered.mpdta(Oracle.of("did_mpdta")).panel();
        AdoptionFit one = Imputation.of(panel).fit();
        AdoptionFit two = TwoStage.of(panel).fit();
        for (Aggregation aggregation : Aggregation.values()) {
            assertEquals(
                    one.overall(aggregation).estimate(),
                    two.overall(aggregation).estimate(),
                    1e-12);
        }
    }
}
