package org.migrationimpact.report;

import java.io.IOException;
import java.util.OptionalLong;
import org.migrationimpact.assess.Detectable;
import org.migrationimpact.assess.PowerCurve;

/**
 * The smallest effects that a design would show, as JSON: {@code design, subject, unit, from, power, level, draws, errors, rows, seed,
 * version}; of a row {@code periods, effect, mc.error, percent, false.positives}. Numbers as in {@link ResultJson}.
 */
public final class PowerJson {

    private final PowerCurve curve;
    private final OptionalLong seed;

    private PowerJson(PowerCurve curve, OptionalLong seed) {
        this.curve = curve;
        this.seed = seed;
    }

    /** This curve. */
    public static PowerJson of(PowerCurve curve) {
        return new PowerJson(curve, OptionalLong.empty());
    }

    /** With the seed from which its draws came. */
    public PowerJson withSeed(long number) {
        return new PowerJson(curve, OptionalLong.of(number));
    }

    /** The JSON text, to be written as UTF-8. */
    public String text() {
        return Json.object(this::write);
    }

    private void write(Json json) throws IOException {
        json.text("design", curve.design())
                .text("subject", curve.subject())
                .text("unit", curve.unit())
                .text("from", curve.start().toString())
                .number("power", curve.power())
                .number("level", curve.level())
                .whole("draws", curve.draws())
                .text("errors", curve.noise())
                .list("rows", curve.rows(), PowerJson::row);
        if (seed.isPresent()) {
            json.whole("seed", seed.getAsLong());
        }
        json.text("version", Software.current().version());
    }

    private static void row(Json json, Detectable row) throws IOException {
        json.whole("periods", row.periods())
                .number("effect", row.effect())
                .number("mc.error", row.error())
                .number("percent", row.percent())
                .number("false.positives", row.falsePositives().share());
    }

    /** The JSON text. */
    @Override
    public String toString() {
        return text();
    }
}
