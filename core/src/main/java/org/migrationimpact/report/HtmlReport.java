package org.migrationimpact.report;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import org.migrationimpact.assess.EvidenceGrade;
import org.migrationimpact.data.Source;

/**
 * A report as one page of HTML that needs nothing else: no script, no style sheet, font or picture from elsewhere. The verdicts stand on
 * top, then what they rest on, then where the data come from.
 *
 * <p>The same report gives the same bytes. Every text that came from a file is text on the page, whatever it says.
 */
public final class HtmlReport {

    /** The name of its file in an output folder. */
    public static final String FILE = "report.html";

    private static final String STYLE = "report.css";
    private static final String GUIDE = "guide.html";

    private final Report report;

    private HtmlReport(Report report) {
        this.report = report;
    }

    /** The page of this report. */
    public static HtmlReport of(Report report) {
        return new HtmlReport(report);
    }

    /** The page, to be written as UTF-8. */
    public String text() {
        Html page = new Html();
        page.own("<!DOCTYPE html>\n").open("html", "lang", "en-GB");
        head(page);
        page.open("body").open("header").element("h1", report.title());
        page.element("p", report.question(), "class", "question")
                .close("header")
                .open("main");
        HtmlFinding details = new HtmlFinding(page, report.confidence());
        List<Finding> findings = report.findings();
        for (int i = 0; i < findings.size(); i++) {
            HtmlVerdict.write(page, findings.get(i), anchor(i));
        }
        details.warnings(report.warnings());
        for (int i = 0; i < findings.size(); i++) {
            details.write(findings.get(i), anchor(i));
        }
        report.tables().forEach(table -> HtmlTable.write(page, table));
        sources(page);
        guide(page);
        page.close("main")
                .open("footer")
                .element("p", Software.current().toString())
                .close("footer");
        return page.close("body").close("html").toString();
    }

    /**
     * Writes the page as {@code report.html} into this folder, with the manifest beside it; the folder appears whole or not at all.
     *
     * @throws org.migrationimpact.data.InputException as {@link OutputFolder#write(Path, Manifest, OutputFolder.Content)} does
     */
    public void write(Path folder, Manifest manifest) {
        OutputFolder.write(folder, manifest, files -> files.write(FILE, text()));
    }

    private static String anchor(int finding) {
        return "finding-" + (finding + 1);
    }

    private void head(Html page) {
        page.open("head")
                .own("<meta charset=\"utf-8\">\n")
                .own(
                        "<meta http-equiv=\"Content-Security-Policy\" content=\"default-src 'none'; style-src 'unsafe-inline';"
                                + " img-src data:\">\n")
                .own("<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n")
                .own("<meta name=\"color-scheme\" content=\"light\">\n")
                .own("<link rel=\"icon\" href=\"data:,\">\n")
                .element("title", report.title())
                .own("<style>\n" + resource(STYLE) + "</style>\n")
                .close("head");
    }

    private void sources(Html page) {
        page.open("section", "id", "sources").element("h2", "Where the data come from");
        if (report.sources().isEmpty()) {
            page.element("p", "No source was named.");
        }
        report.sources().forEach(source -> source(page, source));
        page.element(
                "p",
                "The file " + Manifest.FILE
                        + " beside this page lists the software, the command, every input and every output;"
                        + " from it the run can be repeated and gives the same bytes.");
        page.close("section");
    }

    private static void source(Html page, Source source) {
        page.open("div", "class", "source").element("h3", source.title()).open("dl");
        entry(page, "File", source.file());
        entry(page, "Vintage", source.vintage());
        entry(page, "Terms of use", source.terms());
        entry(page, "SHA-256", source.sha256());
        page.close("dl").close("div");
    }

    private static void entry(Html page, String name, String value) {
        page.element("dt", name).element("dd", value.isEmpty() ? "not stated" : value);
    }

    private static void guide(Html page) {
        page.open("section", "id", "guide")
                .own(resource(GUIDE))
                .element("h3", "The grades, from the lowest")
                .open("ol", "start", "0");
        for (EvidenceGrade grade : EvidenceGrade.values()) {
            page.element("li", HtmlVerdict.capital(grade.words()));
        }
        page.close("ol").close("section");
    }

    private static String resource(String name) {
        try (InputStream in = Objects.requireNonNull(HtmlReport.class.getResourceAsStream(name), name)) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** What it holds; the page itself is {@link #text}. */
    @Override
    public String toString() {
        return FILE + ": " + report;
    }
}
