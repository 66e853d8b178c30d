package org.migrationimpact.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.migrationimpact.covariance.Interval;
import org.migrationimpact.covariance.PointOnly;
import org.migrationimpact.data.Period;
import org.migrationimpact.data.SampleAudit;
import org.migrationimpact.impact.Aggregate;
import org.migrationimpact.impact.Breakdown;
import org.migrationimpact.impact.Effect;
import org.migrationimpact.impact.EffectPath;
import org.migrationimpact.impact.GroupTime;
import org.migrationimpact.impact.Impact;
import org.migrationimpact.impact.Weight;
import org.migrationimpact.model.Scale;
import org.migrationimpact.regression.Coefficient;

class BreakdownJsonTest {

    private static final Coefficient ONE = new Coefficient("simple", 1, new PointOnly());

    private static Impact impact(Breakdown breakdown) {
        return new Impact(
                "group-time",
                "all",
                new Effect("effect", "persons", Scale.LEVEL, ONE),
                List.of(),
                new EffectPath("all", "persons", Scale.LEVEL, 1, Period.year(2004), List.of()),
                SampleAudit.complete(3),
                List.of(),
                List.of(),
                List.of(),
                breakdown);
    }

    @Test
    void weightsCohortsAndAggregatesStandWhereTheFormatOfResultsHasThem() {
        Breakdown breakdown = new Breakdown(
                List.of(new Weight("Utah", 0.5)),
                List.of(new GroupTime("2004", "2005", ONE)),
                List.of(
                        Aggregate.of(ONE),
                        new Aggregate(
                                "dynamic",
                                Aggregate.By.EVENT,
                                List.of(new Aggregate.Row("-1", ONE, Optional.of(new Interval(-2, 4, 0.95)))))));

        String json = ResultJson.of(impact(breakdown)).text().replaceAll("\\s+", "");

        assertThat(json).contains("\"weights\":[{\"unit\":\"Utah\",\"weight\":0.5}]");
        assertThat(json).contains("\"groupTime\":[{\"cohort\":\"2004\",\"period\":\"2005\",\"estimate\":1.0}]");
        assertThat(json)
                .contains("\"aggregates\":{\"simple\":{\"estimate\":1.0},"
                        + "\"dynamic\":[{\"event\":-1,\"estimate\":1.0,\"uniform.low\":-2.0,\"uniform.high\":4.0}]}");
    }

    @Test
    void aResultThatIsNotBrokenDownHasNoneOfTheKeys() {
        assertThat(ResultJson.of(impact(Breakdown.NONE)).text()).doesNotContain("weights", "groupTime", "aggregates");
    }

    @Test
    void anAggregateIsFoundByItsNameAndARowByItsLabel() {
        Breakdown breakdown = new Breakdown(List.of(), List.of(), List.of(Aggregate.of(ONE)));
        assertThat(breakdown.aggregate("simple").row("simple").coefficient()).isEqualTo(ONE);
        assertThatThrownBy(() -> breakdown.aggregate("dynamic"))
                .hasMessage("there is no aggregate 'dynamic'; there are [simple]");
    }
}
