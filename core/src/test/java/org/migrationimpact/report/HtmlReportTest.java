package org.migrationimpact.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.migrationimpact.Serialized;
import org.migrationimpact.assess.Assessed;
import org.migrationimpact.chart.ImpactChart;
import org.migrationimpact.data.InputException;
import org.migrationimpact.data.Warning;
import org.migrationimpact.impact.Impact;
import tech.tablesaw.api.StringColumn;
import tech.tablesaw.api.Table;

class HtmlReportTest {

    private static final Pattern ELEMENT = Pattern.compile("<(/?)([a-zA-Z][a-zA-Z0-9]*)[^>]*?(/?)>");

    private final Assessed assessed = Made.assessed("Albania");
    private final String page = HtmlReport.of(Made.report("Albania")).text();

    @Test
    void theVerdictStandsOnTopInItsOwnWords() {
        assertThat(page)
                .containsSubsequence(
                        "<h1>Report on Albania</h1>",
                        Html.escaped(assessed.verdict().question()),
                        Html.escaped(
                                HtmlVerdict.capital(assessed.verdict().grade().words())),
                        Html.escaped(assessed.verdict().answer()),
                        Html.escaped(assessed.verdict().reasons().get(0)),
                        "Steps given and taken away",
                        "<figure>",
                        "Terms of interrupted-time-series, Albania, intervals of 95 %",
                        "Where the data come from");
    }

    @Test
    void allThatARendererNeedsToTrustTheNumbersIsThere() {
        Impact impact = assessed.impact();
        assertThat(page).contains("ab".repeat(32), "2025-01", "free &amp; open", "Detections &lt;made up&gt;");
        impact.conventions().forEach(c -> assertThat(page).contains(Html.escaped(c.value())));
        impact.warnings()
                .forEach(w -> assertThat(page).contains("<code>" + w.code() + "</code>", Html.escaped(w.message())));
        assessed.checks().forEach(check -> assertThat(page).contains(Html.escaped(check.reason())));
        assertThat(page).contains(Software.current().toString());
    }

    @Test
    void aNumberIsShownRoundedWithAllItsDigitsBesideIt() {
        double estimate = assessed.impact().effect().estimate();
        assertThat(page)
                .contains(
                        "<data value=\"" + Numbers.exact(estimate) + "\">" + Numbers.rounded(estimate, 4) + "</data>");
    }

    @Test
    void aChangeOfLogarithmsIsSaidInPerCentToo() {
        double percent = assessed.impact().effect().percent();
        assertThat(page).contains("That is " + String.format(Locale.ROOT, "%.1f", percent) + " % (");
    }

    @Test
    void nothingIsFetchedAndNothingActs() {
        String text = page.replaceAll("(?s)<style>.*?</style>", "");
        assertThat(text).doesNotContain("<script", "<img", "<iframe", "javascript:", "@import");
        assertThat(Pattern.compile("(?:src|href)=\"(?!#|data:,)").matcher(text).find())
                .isFalse();
        assertThat(page).contains("default-src 'none'").doesNotContain("url(");
    }

    @Test
    void aSeriesNamedLikeAScriptIsText() {
        String evil = "<script>alert(1)</script>\"onload='x'";
        String text = HtmlReport.of(Made.report(evil)).text();
        assertThat(text)
                .doesNotContain("<script")
                .contains("&lt;script&gt;alert(1)&lt;/script&gt;&quot;onload=&#39;x&#39;");
        assertEquals(elements(page), elements(text));
    }

    @Test
    void everyElementIsClosed() {
        List<String> open = elements(page).stream()
                .filter(tag -> !List.of("meta", "link", "path").contains(tag))
                .toList();
        for (String tag :
                open.stream().distinct().filter(t -> !t.startsWith("/")).toList()) {
            assertEquals(
                    open.stream().filter(tag::equals).count(),
                    open.stream().filter(("/" + tag)::equals).count(),
                    tag);
        }
    }

    private static List<String> elements(String html) {
        return ELEMENT.matcher(html).results().map(m -> m.group(1) + m.group(2)).toList();
    }

    @Test
    void tablesHaveCaptionsAndHeadsWithScope() {
        long tables = elements(page).stream().filter("table"::equals).count();
        assertEquals(tables, elements(page).stream().filter("caption"::equals).count());
        assertThat(page)
                .doesNotContain("<th>")
                .contains(
                        "<th scope=\"row\" role=\"rowheader\">level</th>",
                        "<th scope=\"col\" role=\"columnheader\" class=\"number\">estimate</th>");
    }

    @Test
    void aPictureHasItsWordsAndItsCaption() {
        assertThat(page)
                .contains(
                        "role=\"img\" aria-label=\"It falls from 1,000 to 400.\"",
                        "<title>A line</title>",
                        "<figcaption>Fewer &amp; fewer</figcaption>");
    }

    @Test
    void whereThereIsNoPictureThePageSaysWhy() {
        Drawing none = new Drawing.Absent("no font is installed.");
        Figure figure = new Figure("Detections", "It falls.", none, none);
        Report report = Report.titled("t", "q").with(Finding.of(Made.impact()).with(figure));
        assertThat(HtmlReport.of(report).text())
                .contains(
                        "No picture: no font is installed.", "<p>It falls.</p>", "<figcaption>Detections</figcaption>");
    }

    @Test
    void anEstimateWithoutAssessmentIsNotGraded() {
        Report report = Report.titled("t", "q").with(Finding.of(Made.impact())).withConfidence(0.9);
        assertThat(HtmlReport.of(report).text())
                .contains(
                        "Not graded",
                        "was not assessed",
                        "What changed in Albania at 2011-01?",
                        "intervals of 90 %",
                        "(90 % interval ");
    }

    @Test
    void furtherTablesAndWarningsOfTheWholeAreShown() {
        Table table = Table.create("By <year>", StringColumn.create("year", "2009"));
        Report report = Report.titled("t", "q").with(table).with(new Warning("W-TEST-001", "mind < this"));
        table.stringColumn("year").set(0, "changed later");
        assertThat(HtmlReport.of(report).text())
                .contains(
                        "<caption>By &lt;year&gt;</caption>",
                        "<th scope=\"row\" role=\"rowheader\">2009</th>",
                        "mind &lt; this",
                        "No source was named.")
                .doesNotContain("changed later");
    }

    @Test
    void theSameReportGivesTheSameBytes() {
        assertEquals(page, HtmlReport.of(Made.report("Albania")).text());
    }

    @Test
    void signsThatTurnOrBreakTextAreShownAsUnknown() {
        assertEquals("a\uFFFDb\uFFFDc\uFFFD\n\u00E9", Html.escaped("a\u202Eb\u0000c\uD800\n\u00E9"));
    }

    @Test
    void whatStandsBeforeTheRootOfADrawingIsLeftOut() {
        String document =
                "<?xml version=\"1.0\"?><!DOCTYPE svg PUBLIC '-//W3C//DTD SVG 1.0//EN' 'http://www.w3.org/TR/svg10.dtd'>"
                        + Made.SVG;
        assertEquals(Drawing.of(Made.SVG), Drawing.of(document));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '~',
            value = {
                "<svg><script>1</script></svg>| a drawing holds shapes and text only, got <script>",
                "<svg><foreignObject/></svg>| a drawing holds shapes and text only, got <foreignObject>",
                "<svg onload=\"x\"/>| a drawing holds shapes and text only, got onload=\"x\"",
                "<svg><use href=\"http://x/y#z\"/></svg>| a drawing holds shapes and text only, got href=\"http://x/y#z\"",
                "<svg><rect style=\"fill:url( http://x )\"/></svg>| a drawing holds shapes and text only, got style=\"fill:url( http://x )\"",
                "<svg>&x;</svg>| a drawing is an SVG document; this is not XML",
                "<p/>| a drawing holds shapes and text only, got <p>",
                "no picture| a drawing is an SVG document; this is not XML"
            })
    void aDrawingThatActsOrFetchesIsRefused(String svg, String message) {
        IllegalArgumentException refusal = assertThrows(IllegalArgumentException.class, () -> Drawing.of(svg));
        assertEquals(message, refusal.getMessage());
    }

    @Test
    void aChartBecomesAFigureWithItsWords() {
        assumeTrue(hasFont(), "skipped: there is no font on this machine");
        Figure figure = Figure.of("What came", ImpactChart.of(Made.impact()));
        assertEquals(ImpactChart.of(Made.impact()).altText(), figure.alternative());
        assertThat(figure.wide()).isInstanceOf(Drawing.Vector.class).isNotEqualTo(figure.narrow());
    }

    private static boolean hasFont() {
        try {
            return !ImpactChart.of(Made.impact()).svg(400, 400).isEmpty();
        } catch (InputException noFont) {
            return false;
        }
    }

    @Test
    void evidenceSaysOnceWhatAllItsRowsHaveInCommon() {
        assertThat(page)
                .contains(
                        "Same date on the untreated of the route, what it rests on: intervals of 95 %; design before-after; window 2009-01..2012-12");
    }

    @Test
    void partsOfAReportGoThroughSerialization() throws IOException, ClassNotFoundException {
        Finding finding = Made.report("Albania").findings().get(0);
        assertEquals(finding.figures(), ((Finding) Serialized.copy(finding)).figures());
    }

    @Test
    void thePageIsWrittenWithItsManifest(@TempDir Path place) throws IOException {
        HtmlReport.of(Made.report("Albania")).write(place.resolve("out"), Manifest.of(List.of()));
        assertEquals(page, Files.readString(place.resolve("out/report.html")));
        assertEquals(
                List.of(FileDigest.of(place.resolve("out/report.html"))),
                Manifest.read(place.resolve("out/manifest.json")).outputs());
    }
}
