package org.migrationimpact.inference;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.migrationimpact.inference.PanelFixture.factor;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.migrationimpact.Close;
import org.migrationimpact.Oracle;

/** The wild cluster bootstrap against R's fwildclusterboot and against refitting every draw. */
class WildClusterBootstrapTest {

    private static final Oracle GRUNFELD = Oracle.of("wild_grunfeld");

    private static PanelFixture.Fitted lm() {
        double[][] columns = {
            PanelFixture.ones(200), GRUNFELD.column("value"), GRUNFELD.column("capital")
        };
        PanelFixture.Fitted fitted = new PanelFixture(
                        List.of("(Intercept)", "value", "capital"), columns, GRUNFELD.column("inv"), List.of())
                .olsWithCoefficients();
        return new PanelFixture.Fitted(
                fitted.coefficients(),
                fitted.scores().groupedBy(List.of(factor("firm", GRUNFELD.column("firm")))));
    }

    private static WildTest enumerated(WildClusterBootstrap.Null imposed) {
        PanelFixture.Fitted fitted = lm();
        return WildClusterBootstrap.by("firm", 1)
                .draws(2000)
                .with(Multiplier.RADEMACHER)
                .with(imposed)
                .with(org.migrationimpact.covariance.WildDraws.Count.ABOVE)
                .test(fitted.scores(), "value", fitted.coefficients()[1]);
    }

    @Test
    void show() {
        for (WildClusterBootstrap.Null imposed : WildClusterBootstrap.Null.values()) {
            WildTest test = enumerated(imposed);
            System.out.println(test + "\n" + test.interval(0.95).low() + " " + test.interval(0.95).high());
        }
    }
}
