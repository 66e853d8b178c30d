package org.migrationimpact.report;

import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.function.ToDoubleFunction;
import org.migrationimpact.breaks.BreakDate;
import org.migrationimpact.covariance.Interval;
import org.migrationimpact.data.Period;
import org.migrationimpact.data.Revisions;
import org.migrationimpact.data.SampleAudit;
import org.migrationimpact.data.Warning;
import org.migrationimpact.impact.BreakFindings;
import org.migrationimpact.impact.Convention;
import org.migrationimpact.impact.Diagnostic;
import org.migrationimpact.impact.Effect;
import org.migrationimpact.impact.Impact;
import org.migrationimpact.impact.Result;
import org.migrationimpact.quality.MirrorFlows;
import org.migrationimpact.regression.Coefficient;
import tech.tablesaw.api.DoubleColumn;
import tech.tablesaw.api.IntColumn;
import tech.tablesaw.api.StringColumn;
import tech.tablesaw.api.Table;

/**
 * A result as tidy tables: one row a term, a period, a finding; the same columns whatever the design. The name of a table says what it
 * holds and at which confidence.
 *
 * <p>A number that does not exist is a missing value. {@link #csv}, {@link #markdown} and {@link #html} write any of them, or any other table.
 */
public final class TidyTable {

    /** The confidence of intervals where none is named. */
    public static final double CONFIDENCE = 0.95;

    private TidyTable() {}

    /** Every term, with intervals of 95 %: see {@link #of(Result, double)}. */
    public static Table of(Result result) {
        return of(result, CONFIDENCE);
    }

    /** Every term: term, estimate, std.error, statistic, p.value, conf.low, conf.high, in the units of {@link Result#terms()}. */
    public static Table of(Result result, double confidence) {
        String name = "Terms of " + result.design() + ", " + result.subject() + intervals(confidence);
        List<Coefficient> terms = result.terms();
        return table(name, text("term", terms, Coefficient::term)).addColumns(estimates(terms, confidence));
    }

    /**
     * The headlines of several results, one row each: design, series, window, estimand, unit, estimate, std.error, statistic, p.value, conf.low,
     * conf.high.
     */
    public static Table effects(List<Impact> impacts, double confidence) {
        List<Effect> effects = impacts.stream().map(Impact::effect).toList();
        return table("Effects" + intervals(confidence), text("design", impacts, Impact::design))
                .addColumns(
                        text("series", impacts, Impact::subject),
                        text("window", impacts, impact -> impact.convention("window")),
                        text("estimand", effects, Effect::estimand),
                        text("unit", effects, Effect::unit))
                .addColumns(estimates(effects.stream().map(Effect::coefficient).toList(), confidence));
    }

    /** Every treated period, with bands of 95 %: see {@link #path(Impact, double)}. */
    public static Table path(Impact impact) {
        return path(impact, CONFIDENCE);
    }

    /**
     * Every treated period, one without an observation too: period, observed, counterfactual, effect, conf.low, conf.high (of the
     * effect), in the unit of the series.
     */
    public static Table path(Impact impact, double confidence) {
        List<PathRow> rows = PathRow.treated(impact.path(), confidence);
        String name = "Path of " + impact.design() + ", " + impact.subject() + ", in "
                + impact.path().unit();
        return table(name + intervals(confidence), text("period", rows, PathRow::period))
                .addColumns(
                        numbers("observed", rows, PathRow::observed),
                        numbers("counterfactual", rows, PathRow::counterfactual),
                        numbers("effect", rows, PathRow::effect),
                        numbers("conf.low", rows, PathRow::low),
                        numbers("conf.high", rows, PathRow::high));
    }

    /**
     * What the effect is made of, by the name of a file: {@code aggregates.csv} (aggregate, of, estimate … conf.high and the ends of the
     * uniform band where there is one), {@code group-time.csv} (cohort, period, estimate …), {@code weights.csv} (unit, weight). Empty for a
     * design that is not broken down.
     */
    public static Map<String, Table> breakdown(Impact impact, double confidence) {
        return BreakdownTables.of(impact, Interval.requireLevel(confidence));
    }

    /**
     * The dates of breaks, one row each: last.of.old, first.of.new, conf.low, conf.high, the interval being that of the last period of the
     * old regime.
     */
    public static Table breaks(BreakFindings findings) {
        List<BreakDate> dates = findings.breaks();
        return table(
                        "Breaks of " + findings.subject(),
                        text("last.of.old", dates, date -> date.lastOfOld().toString()))
                .addColumns(
                        text("first.of.new", dates, date -> date.firstOfNew().toString()),
                        text(
                                "conf.low",
                                dates,
                                date -> date.earliest().map(Period::toString).orElse("")),
                        text(
                                "conf.high",
                                dates,
                                date -> date.latest().map(Period::toString).orElse("")));
    }

    /** What tests found: name, statistic, p.value, status, reason. */
    public static Table diagnostics(List<Diagnostic> diagnostics) {
        return table("Diagnostics", text("name", diagnostics, Diagnostic::name))
                .addColumns(
                        numbers("statistic", diagnostics, Diagnostic::statistic),
                        numbers("p.value", diagnostics, Diagnostic::pValue),
                        text("status", diagnostics, finding -> finding.status().name()),
                        text("reason", diagnostics, Diagnostic::reason));
    }

    /** What a reader must know: code, message. */
    public static Table warnings(List<Warning> warnings) {
        return table("Warnings", text("code", warnings, Warning::code))
                .addColumns(text("message", warnings, Warning::message));
    }

    /** The choices on which the numbers depend: name, value. */
    public static Table conventions(List<Convention> conventions) {
        return table("Conventions", text("name", conventions, Convention::name))
                .addColumns(text("value", conventions, Convention::value));
    }

    /** How many rows were read, dropped for each reason, and used: step, rows. */
    public static Table sample(SampleAudit audit) {
        StringColumn steps = StringColumn.create("step", "read");
        IntColumn rows = IntColumn.create("rows");
        rows.append(audit.read());
        audit.dropped().forEach(drop -> {
            steps.append("dropped: " + drop.reason());
            rows.append(drop.rows());
        });
        steps.append("used");
        rows.append(audit.used());
        return table("Sample", steps).addColumns(rows);
    }

    /**
     * What a publisher revised, one row a cell: the dimensions, period, revised (value, flag, value and flag, only before, only after),
     * before, after, change, flags.before, flags.after.
     */
    public static Table revisions(Revisions revisions) {
        return CellTables.revisions(revisions);
    }

    /**
     * Mirror flows, one row a cell, those included that one side alone has: the dimensions, period, origin, destination, asymmetry,
     * log.ratio, flags.origin, flags.destination, sides (both, origin, destination). A number that does not exist is missing.
     */
    public static Table mirror(MirrorFlows mirror) {
        return CellTables.mirror(mirror);
    }

    /**
     * The table as CSV: a line of names, comma, LF, quotes where needed; numbers with 17 significant digits, so that they read back to
     * the same bits; a missing value is an empty cell. Text that a spreadsheet would take for a formula ({@code = + - @}, tab or a line
     * break in front) gets an apostrophe in front.
     */
    public static String csv(Table table) {
        return CsvText.of(table);
    }

    /** The table as Markdown, numbers rounded to five significant digits, under its name. */
    public static String markdown(Table table) {
        return MarkdownText.of(table);
    }

    /**
     * The table as HTML, under its name, numbers rounded as in the report; every text is escaped. A fragment for a page or a notebook, which
     * needs no style sheet.
     */
    public static String html(Table table) {
        Html fragment = new Html();
        HtmlTable.write(fragment, table);
        return fragment.toString();
    }

    static DoubleColumn[] estimates(List<Coefficient> coefficients, double confidence) {
        List<TermRow> rows =
                coefficients.stream().map(c -> TermRow.of(c, confidence)).toList();
        return new DoubleColumn[] {
            numbers("estimate", rows, TermRow::estimate),
            numbers("std.error", rows, TermRow::standardError),
            numbers("statistic", rows, TermRow::statistic),
            numbers("p.value", rows, TermRow::pValue),
            numbers("conf.low", rows, TermRow::low),
            numbers("conf.high", rows, TermRow::high)
        };
    }

    static String intervals(double confidence) {
        return ", intervals of " + Numbers.percent(Interval.requireLevel(confidence));
    }

    private static Table table(String name, StringColumn first) {
        return Table.create(name, first);
    }

    private static <T> StringColumn text(String name, List<T> rows, Function<T, String> cell) {
        return StringColumn.create(name, rows.stream().map(cell));
    }

    private static <T> DoubleColumn numbers(String name, List<T> rows, ToDoubleFunction<T> cell) {
        return DoubleColumn.create(name, rows.stream().mapToDouble(cell));
    }
}
