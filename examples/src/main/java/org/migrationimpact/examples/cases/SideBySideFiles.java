package org.migrationimpact.examples.cases;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;
import org.migrationimpact.data.Source;
import org.migrationimpact.impact.Impact;
import org.migrationimpact.report.Figure;
import org.migrationimpact.report.FileDigest;
import org.migrationimpact.report.Finding;
import org.migrationimpact.report.HtmlReport;
import org.migrationimpact.report.Manifest;
import org.migrationimpact.report.OutputFolder;
import org.migrationimpact.report.Report;
import org.migrationimpact.report.ResultJson;
import org.migrationimpact.report.TidyTable;
import tech.tablesaw.api.StringColumn;
import tech.tablesaw.api.Table;

/** A case as a folder: report, table of designs, the result of each, charts and manifest. */
final class SideBySideFiles {

    private SideBySideFiles() {}

    static void write(Path out, SideBySide one, List<String> command) {
        List<FileDigest> read = one.files().stream()
                .map(file -> new FileDigest(file.name(), file.bytes(), file.sha256()))
                .toList();
        OutputFolder.write(out, Manifest.of(read).withCommand(command), folder -> fill(folder, one));
    }

    private static void fill(OutputFolder folder, SideBySide one) throws IOException {
        folder.write(HtmlReport.FILE, HtmlReport.of(report(one)).text())
                .write("summary.txt", SideBySideText.of(one))
                .write("designs.csv", TidyTable.csv(TidyTable.effects(one.impacts(), 0.95)));
        for (Answered answer : one.answers()) {
            String name = answer.name().replaceAll("[^a-z0-9]+", "-");
            Impact impact = answer.impact();
            folder.write(name + "/result.json", ResultJson.of(impact).text())
                    .write(name + "/path.csv", TidyTable.csv(TidyTable.path(impact)));
        }
        for (Case.Picture picture : one.pictures()) {
            Example.draw(folder, picture);
        }
    }

    private static Report report(SideBySide one) {
        List<Impact> impacts = one.impacts();
        Finding finding = Finding.of(impacts.get(0));
        for (Impact impact : impacts.subList(1, impacts.size())) {
            finding = finding.with(impact);
        }
        for (Case.Picture picture : one.pictures()) {
            finding = finding.with(Figure.of(picture.caption(), picture.chart()));
        }
        Report report = Report.titled(one.title(), one.question())
                .with(finding)
                .with(assumptions(one))
                .with(lines("What is compared", one.data()))
                .with(lines("Why the designs differ", one.why()));
        for (Source source : one.sources()) {
            report = report.with(source);
        }
        return report;
    }

    private static Table assumptions(SideBySide one) {
        List<Answered> answers = one.answers();
        return Table.create("The designs side by side, in " + one.unit())
                .addColumns(
                        StringColumn.create("design", answers.stream().map(Answered::name)),
                        StringColumn.create(
                                "effect",
                                answers.stream().map(answer -> String.format(Locale.ROOT, "%.4g", answer.estimate()))),
                        StringColumn.create("95 % interval", answers.stream().map(Answered::interval)),
                        StringColumn.create("p", answers.stream().map(Answered::pValue)),
                        StringColumn.create("assumes", answers.stream().map(Answered::assumes)));
    }

    private static Table lines(String title, List<String> lines) {
        return Table.create(title)
                .addColumns(
                        StringColumn.create(
                                "no", IntStream.rangeClosed(1, lines.size()).mapToObj(Integer::toString)),
                        StringColumn.create("reason", lines));
    }
}
