package org.migrationimpact.report;

import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import org.migrationimpact.covariance.Interval;
import org.migrationimpact.data.SampleAudit;
import org.migrationimpact.data.Source;
import org.migrationimpact.data.Warning;
import org.migrationimpact.impact.Convention;
import org.migrationimpact.impact.Diagnostic;
import org.migrationimpact.impact.Impact;
import org.migrationimpact.regression.Coefficient;

/**
 * One result as the JSON of a study: design, effect, terms, path, sample, conventions, diagnostics, warnings, seed, version, input.
 *
 * <p>Numbers have 17 significant digits and read back to the same bits. A number that does not exist is absent, never 0 or NaN; a key
 * that does not apply, or whose list is empty, is absent. The path holds the treated periods that have an observation. Default: intervals
 * of 95 %, no seed, no input file.
 */
public final class ResultJson {

    private final Impact impact;
    private final double confidence;
    private final OptionalLong seed;
    private final Source input;

    private ResultJson(Impact impact, double confidence, OptionalLong seed, Source input) {
        this.impact = impact;
        this.confidence = confidence;
        this.seed = seed;
        this.input = input;
    }

    /** This result, intervals of 95 %. */
    public static ResultJson of(Impact impact) {
        return new ResultJson(impact, TidyTable.CONFIDENCE, OptionalLong.empty(), Source.named(""));
    }

    /** With intervals of this confidence, between 0 and 1. */
    public ResultJson withConfidence(double level) {
        return new ResultJson(impact, Interval.requireLevel(level), seed, input);
    }

    /** With the seed from which its random draws came. */
    public ResultJson withSeed(long number) {
        return new ResultJson(impact, confidence, OptionalLong.of(number), input);
    }

    /** With the file that was read: its name, without folder, and its SHA-256. */
    public ResultJson withInput(Source source) {
        return new ResultJson(impact, confidence, seed, source);
    }

    /** The JSON text, to be written as UTF-8. */
    public String text() {
        return Json.object(this::write);
    }

    private void write(Json json) throws IOException {
        json.text("design", impact.design()).object("effect", this::effect);
        json.list("terms", terms(), ResultJson::term);
        json.list("path", path(), ResultJson::period);
        if (!impact.path().sums().isEmpty()) {
            json.object("aggregates", this::aggregates);
        }
        json.object("sample", this::sample);
        if (!impact.conventions().isEmpty()) {
            json.object("conventions", this::conventions);
        }
        json.list("diagnostics", impact.diagnostics(), ResultJson::diagnostic);
        json.list("warnings", impact.warnings(), ResultJson::warning);
        if (seed.isPresent()) {
            json.whole("seed", seed.getAsLong());
        }
        json.text("version", Software.current().version());
        if (!input.file().isEmpty()) {
            json.object("input", part -> part.text("file", input.file()).text("sha256", input.sha256()));
        }
    }

    private void effect(Json json) throws IOException {
        TermRow row = TermRow.of(impact.effect().coefficient(), confidence);
        json.text("estimand", impact.effect().estimand())
                .text("unit", impact.effect().unit())
                .number("estimate", row.estimate())
                .number("std.error", row.standardError())
                .count("df", row.degreesOfFreedom())
                .number("statistic", row.statistic())
                .number("p.value", row.pValue())
                .number("conf.low", row.low())
                .number("conf.high", row.high());
    }

    private List<TermRow> terms() {
        return impact.terms().stream().map(term -> TermRow.of(term, confidence)).toList();
    }

    private void aggregates(Json json) throws IOException {
        for (Coefficient sum : impact.path().sums()) {
            json.object(sum.term(), part -> estimate(part, TermRow.of(sum, confidence)));
        }
    }

    private static void estimate(Json json, TermRow row) throws IOException {
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

    private List<PathRow> path() {
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

    private void sample(Json json) throws IOException {
        SampleAudit audit = impact.sample();
        json.whole("read", audit.read()).whole("used", audit.used());
        json.fullList(
                "dropped",
                audit.dropped(),
                (part, drop) -> part.text("reason", drop.reason()).whole("rows", drop.rows()));
    }

    /** A name that occurs twice holds both values, in order: a key of JSON may occur once. */
    private void conventions(Json json) throws IOException {
        Map<String, String> values = new LinkedHashMap<>();
        for (Convention convention : impact.conventions()) {
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
