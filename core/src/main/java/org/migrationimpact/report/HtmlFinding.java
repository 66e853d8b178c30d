package org.migrationimpact.report;

import java.util.List;
import java.util.function.Predicate;
import org.migrationimpact.assess.CheckResult;
import org.migrationimpact.covariance.Interval;
import org.migrationimpact.data.Warning;
import org.migrationimpact.impact.BreakFindings;
import org.migrationimpact.impact.Effect;
import org.migrationimpact.impact.Impact;
import org.migrationimpact.impact.Result;
import org.migrationimpact.model.Scale;
import tech.tablesaw.api.IntColumn;
import tech.tablesaw.api.StringColumn;
import tech.tablesaw.api.Table;
import tech.tablesaw.columns.Column;

/** What an answer rests on: pictures, estimates, checks, rows, conventions, warnings. */
final class HtmlFinding {

    private final Html page;
    private final double confidence;

    HtmlFinding(Html page, double confidence) {
        this.page = page;
        this.confidence = confidence;
    }

    void write(Finding finding, String anchor) {
        page.open("section", "id", anchor).element("h2", "What the answer rests on");
        page.element("p", finding.question(), "class", "question");
        finding.figures().forEach(this::figure);
        finding.results().forEach(this::result);
        if (!finding.checks().isEmpty()) {
            page.element("h3", "Checks");
            HtmlTable.write(page, checks(finding.checks()));
            finding.checks().forEach(check -> evidence(check, finding.results()));
        }
        page.close("section");
    }

    private void figure(Figure figure) {
        page.open("figure");
        if (figure.wide() instanceof Drawing.Absent absent) {
            page.element("p", "No picture: " + absent.reason(), "class", "absent");
            page.element("p", figure.alternative());
        } else {
            drawing(figure, figure.wide(), "wide");
            drawing(figure, figure.narrow(), "narrow");
        }
        page.element("figcaption", figure.caption()).close("figure");
    }

    private void drawing(Figure figure, Drawing drawing, String width) {
        if (drawing instanceof Drawing.Vector vector) {
            page.open("div", "class", "drawing " + width, "role", "img", "aria-label", figure.alternative())
                    .drawing(vector)
                    .close("div");
        }
    }

    private void result(Result result) {
        if (result instanceof Impact impact) {
            page.element("h3", "Estimate: " + impact.design().replace('-', ' '));
            headline(impact.effect());
        } else if (result instanceof BreakFindings breaks) {
            page.element("h3", "Breaks");
            page.open("p", "class", "headline").text(breaks.headline() + ".").close("p");
        }
        HtmlTable.write(page, TidyTable.of(result, confidence));
        warnings(result.warnings());
        if (result instanceof Impact impact) {
            TidyTable.breakdown(impact, confidence).values().forEach(table -> HtmlTable.write(page, table));
            if (!impact.path().points().isEmpty()) {
                HtmlTable.write(page, TidyTable.path(impact, confidence));
            }
        } else if (result instanceof BreakFindings breaks) {
            HtmlTable.write(page, TidyTable.breaks(breaks));
        }
        if (!result.diagnostics().isEmpty()) {
            HtmlTable.write(page, inWords(TidyTable.diagnostics(result.diagnostics())));
        }
        HtmlTable.write(page, TidyTable.sample(result.sample()));
        if (!result.conventions().isEmpty()) {
            HtmlTable.write(page, TidyTable.conventions(result.conventions()));
        }
    }

    private void headline(Effect effect) {
        Interval interval = effect.coefficient().interval(confidence);
        page.open("p", "class", "headline")
                .text(HtmlVerdict.capital(effect.estimand()) + ": ")
                .element("strong", Numbers.rounded(effect.estimate()) + " " + effect.unit())
                .text(
                        Double.isInfinite(interval.width())
                                ? " (no interval)."
                                : " (" + Numbers.percent(confidence) + " interval "
                                        + Numbers.rounded(interval.low()) + " to " + Numbers.rounded(interval.high())
                                        + ").");
        if (effect.scale() == Scale.LOG && !Double.isInfinite(interval.width())) {
            page.text(" That is " + Numbers.rounded(effect.percent(), 1) + " % ("
                    + Numbers.rounded(100 * Math.expm1(interval.low()), 1) + " to "
                    + Numbers.rounded(100 * Math.expm1(interval.high()), 1) + " %).");
        }
        page.close("p");
    }

    void warnings(List<Warning> warnings) {
        if (!warnings.isEmpty()) {
            page.open("div", "class", "warnings").element("h4", "Warnings").open("ul");
            warnings.forEach(warning -> page.open("li")
                    .element("code", warning.code())
                    .text(" " + warning.message())
                    .close("li"));
            page.close("ul").close("div");
        }
    }

    private static Table checks(List<CheckResult> checks) {
        Table table = inWords(
                TidyTable.diagnostics(checks.stream().map(CheckResult::finding).toList()));
        int[] costs = checks.stream().mapToInt(check -> -check.deduction()).toArray();
        table.setName("What the checks found");
        return table.insertColumn(4, IntColumn.create("steps", costs));
    }

    /** The same with statuses as people say them. */
    private static Table inWords(Table diagnostics) {
        StringColumn status = diagnostics.stringColumn("status");
        StringColumn words =
                StringColumn.create("status", status.asList().stream().map(HtmlTable::words));
        return diagnostics.replaceColumn("status", words);
    }

    private void evidence(CheckResult check, List<Result> shown) {
        List<Impact> others =
                check.evidence().stream().filter(one -> !shown.contains(one)).toList();
        if (!others.isEmpty()) {
            String name = HtmlVerdict.capital(check.name()) + ", what it rests on: intervals of "
                    + Numbers.percent(confidence);
            HtmlTable.write(
                    page, withoutConstants(TidyTable.effects(others, confidence).setName(name)));
        }
    }

    /** What all of several rows have in common is said once, in the name. */
    private static Table withoutConstants(Table table) {
        Predicate<Column<?>> isText = StringColumn.class::isInstance;
        List<String> constant = table.columns().stream()
                .filter(isText.and(column -> column.countUnique() == 1))
                .map(Column::name)
                .toList();
        if (constant.size() == table.columns().stream().filter(isText).count()) {
            return table;
        }
        StringBuilder name = new StringBuilder(table.name());
        constant.forEach(column -> name.append("; ")
                .append(column)
                .append(' ')
                .append(table.stringColumn(column).get(0)));
        return table.rejectColumns(constant.toArray(String[]::new)).setName(name.toString());
    }
}
