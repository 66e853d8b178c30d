package org.migrationimpact.report;

import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import org.migrationimpact.breaks.BreakDate;
import org.migrationimpact.covariance.Interval;
import org.migrationimpact.data.SampleAudit;
import org.migrationimpact.data.Source;
import org.migrationimpact.data.Warning;
import org.migrationimpact.impact.BreakFindings;
import org.migrationimpact.impact.Convention;
import org.migrationimpact.impact.Diagnostic;
import org.migrationimpact.impact.Effect;
import org.migrationimpact.impact.Impact;
import org.migrationimpact.impact.Result;

/**
 * One result as the JSON of a study: design, effect, terms, path, weights, groupTime,
 * aggregates, breaks, sample, conventions, diagnostics, warnings, seed, version, input.
 *
 * <p>Numbers have 17 significant digits and read back to the same bits. A number that does not exist is absent, never 0 or NaN; a key
 * that does not apply, or whose list is empty, is absent. The path holds the treated periods that have an observation. Default: intervals
 * of 95 %, no seed, no input file.
 */
public final class ResultJson {

    private final Result result;
    private final double confidence;
    private final OptionalLong seed;
    private final Source input;

    private ResultJson(Result result, double confidence, OptionalLong seed, Source input) {
        this.result = result;
        this.confidence = confidence;
        this.seed = seed;
        this.input = input;
    }

    /** This result, intervals of 95 %. */
    public static ResultJson of(Result result) {
        return new ResultJson(result, TidyTable.CONFIDENCE, OptionalLong.empty(), Source.named(""));
    }

    /** With intervals of this confidence, between 0 and 1. */
    public ResultJson withConfidence(double level) {
        return new ResultJson(result, Interval.requireLevel(level), seed, input);
    }

    /** With the seed from which its random draws came. */
    public ResultJson withSeed(long number) {
        return new ResultJson(result, confidence, OptionalLong.of(number), input);
    }

    /** With the file that was read: its name, without folder, and its SHA-256. */
    public ResultJson withInput(Source source) {
        return new ResultJson(result, confidence, seed, source);
    }

    /** The JSON text, to be written as UTF-8. */
    public String text() {
        return Json.object(this::write);
    }

    private void write(Json json) throws IOException {
        json.text("design", result.design());
        if (result instanceof Impact impact) {
            json.object("effect", part -> effect(part, impact.effect()));
        }
        json.list("terms", terms(), ResultJson::term);
        if (result instanceof Impact impact) {
            json.list("path", path(impact), ResultJson::period);
            new BreakdownJson(impact, confidence).write(json);
        }
        if (result instanceof BreakFindings findings) {
            json.list("breaks", findings.breaks(), ResultJson::breakDate);
        }
        json.object("sample", this::sample);
        if (!result.conventions().isEmpty()) {
            json.object("conventions", this::conventions);
        }
        json.list("diagnostics", result.diagnostics(), ResultJson::diagnostic);
        json.list("warnings", result.warnings(), ResultJson::warning);
        if (seed.isPresent()) {
            json.whole("seed", seed.getAsLong());
        }
        json.text("version", Software.current().version());
        if (!input.file().isEmpty()) {
            json.object("input", part -> part.text("file", input.file()).text("sha256", input.sha256()));
        }
    }

    private void effect(Json json, Effect effect) throws IOException {
        TermRow row = TermRow.of(effect.coefficient(), confidence);
        json.text("estimand", effect.estimand())
                .text("unit", effect.unit())
                .number("estimate", row.estimate())
                .number("std.error", row.standardError())
                .count("df", row.degreesOfFreedom())
                .number("statistic", row.statistic())
                .number("p.value", row.pValue())
                .number("conf.low", row.low())
                .number("conf.high", row.high());
    }

    private List<TermRow> terms() {
        return result.terms().stream().map(term -> TermRow.of(term, confidence)).toList();
    }

    static void estimate(Json json, TermRow row) throws IOException {
        json.number("estimate", row.estimate())
                .number("std.error", row.standardError())
                .number("statistic", row.statistic())
                .number("p.value", row.pValue())
                .number("conf.low", row.low())
                .number("conf.high", row.high());
    }

    private static void term(Json json, TermRow row) throws IOException {
        json.text("term", row.term());
        estimate(json, row);
    }

    private List<PathRow> path(Impact impact) {
        return PathRow.treated(impact.path(), confidence).stream()
                .filter(PathRow::isObserved)
                .toList();
    }

    private static void period(Json json, PathRow row) throws IOException {
        json.text("period", row.period())
                .number("observed", row.observed())
                .number("counterfactual", row.counterfactual())
                .number("effect", row.effect())
                .number("conf.low", row.low())
                .number("conf.high", row.high());
    }

    private static void breakDate(Json json, BreakDate date) throws IOException {
        json.text("last.of.old", date.lastOfOld().toString())
                .text("first.of.new", date.firstOfNew().toString());
        if (date.earliest().isPresent() && date.latest().isPresent()) {
            json.text("conf.low", date.earliest().get().toString())
                    .text("conf.high", date.latest().get().toString());
        }
    }

    private void sample(Json json) throws IOException {
        SampleAudit audit = result.sample();
        json.whole("read", audit.read()).whole("used", audit.used());
        json.fullList(
                "dropped",
                audit.dropped(),
                (part, drop) -> part.text("reason", drop.reason()).whole("rows", drop.rows()));
    }

    /** A name that occurs twice holds both values, in order: a key of JSON may occur once. */
    private void conventions(Json json) throws IOException {
        Map<String, String> values = new LinkedHashMap<>();
        for (Convention convention : result.conventions()) {
            values.merge(convention.name(), convention.value(), (one, other) -> one + "; " + other);
        }
        for (Map.Entry<String, String> convention : values.entrySet()) {
            json.text(convention.getKey(), convention.getValue());
        }
    }

    private static void diagnostic(Json json, Diagnostic diagnostic) throws IOException {
        json.text("name", diagnostic.name())
                .number("statistic", diagnostic.statistic())
                .number("p.value", diagnostic.pValue())
                .text("status", diagnostic.status().name())
                .text("reason", diagnostic.reason());
    }

    private static void warning(Json json, Warning warning) throws IOException {
        json.text("code", warning.code()).text("message", warning.message());
    }

    @Override
    public String toString() {
        return text();
    }
}
