package org.migrationimpact.examples.cases;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import org.migrationimpact.chart.Chart;
import org.migrationimpact.data.InputException;
import org.migrationimpact.examples.SlowReading;
import org.migrationimpact.impact.Impact;
import org.migrationimpact.io.Format;
import org.migrationimpact.report.Figure;
import org.migrationimpact.report.FileDigest;
import org.migrationimpact.report.Finding;
import org.migrationimpact.report.HtmlReport;
import org.migrationimpact.report.Manifest;
import org.migrationimpact.report.OutputFolder;
import org.migrationimpact.report.Report;
import org.migrationimpact.report.ResultJson;
import org.migrationimpact.report.TidyTable;
import org.migrationimpact.table.InputFile;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code example}: assesses two measures on published figures, prints the verdicts, and writes report, charts, tables and manifest. */
@Command(
        name = "example",
        description =
                "Assesses two measures on published figures: the visa waiver for Albania on monthly detections, and the Kyrgyz"
                        + " accession to the Eurasian Economic Union on yearly remittances.",
        mixinStandardHelpOptions = true)
public final class Example implements Callable<Integer> {
    @CommandLine.Spec
    private CommandLine.Model.CommandSpec spec;

    @Option(
            names = "--out",
            paramLabel = "DIR",
            defaultValue = "out",
            description = "The folder of results; by default ${DEFAULT-VALUE}.")
    private Path out = Path.of("out");

    @Option(
            names = "--data",
            paramLabel = "FILE",
            description =
                    "The publisher's own file in place of the small table that comes with the program: Frontex' monthly detections"
                            + " (XLSX, or an extract by month, route, type and nat), or the World Bank's personal remittances received (CSV)."
                            + " May be given once for each.")
    private List<Path> data = new ArrayList<>();

    private Example() {}

    @Override
    public Integer call() {
        InputFile detections = Figures.detections();
        InputFile remittances = Figures.remittances();
        for (Path path : data) {
            InputFile file = SlowReading.told(InputFile.of(path));
            switch (Format.of(file)) {
                case FRONTEX -> detections = file;
                case WORLD_BANK, WORLD_BANK_WORKBOOK -> remittances = file;
                default ->
                    throw InputException.in(
                            "E-EXAMPLE-001",
                            file.name(),
                            "is " + Format.of(file).title()
                                    + "; --data takes Frontex' monthly detections or a World Bank CSV of "
                                    + "remittances received");
            }
        }
        List<Case> cases = List.of(AlbanianWaiver.assess(detections), KyrgyzAccession.assess(remittances));
        OutputFolder.write(out, manifest(cases), folder -> fill(folder, cases));
        print(cases);
        return 0;
    }

    private Manifest manifest(List<Case> cases) {
        return Manifest.of(cases.stream()
                        .map(one -> new FileDigest(
                                one.file().name(),
                                one.file().bytes(),
                                one.file().sha256()))
                        .toList())
                .withCommand(spec.root().commandLine().getParseResult().originalArgs());
    }

    private static void fill(OutputFolder folder, List<Case> cases) throws IOException {
        folder.write(HtmlReport.FILE, HtmlReport.of(report(cases)).text());
        for (Case one : cases) {
            Impact impact = one.assessed().impact();
            folder.write(
                            one.name() + "/result.json",
                            ResultJson.of(impact).withInput(one.source()).text())
                    .write(one.name() + "/verdict.txt", one.assessed().verdict().summary() + "\n")
                    .write(one.name() + "/terms.csv", TidyTable.csv(TidyTable.of(impact)))
                    .write(one.name() + "/path.csv", TidyTable.csv(TidyTable.path(impact)));
            for (Case.Picture picture : one.pictures()) {
                draw(folder, picture);
            }
        }
    }

    /** A machine without fonts draws nothing; the report says so, and the numbers are right all the same. */
    static void draw(OutputFolder folder, Case.Picture picture) throws IOException {
        Chart chart = picture.chart();
        try {
            byte[] svg = chart.svg(Chart.WIDTH, Chart.HEIGHT).getBytes(StandardCharsets.UTF_8);
            byte[] png = chart.png(Chart.WIDTH, Chart.HEIGHT);
            folder.write("charts/" + picture.name() + ".svg", svg).write("charts/" + picture.name() + ".png", png);
        } catch (InputException noFont) {
            folder.write("charts/" + picture.name() + ".txt", noFont.line() + "\n" + chart.altText() + "\n");
        }
    }

    private static Report report(List<Case> cases) {
        Report report = Report.titled("Two measures assessed", "Did two measures work, and should that be believed?");
        for (Case one : cases) {
            Finding finding = Finding.of(one.assessed());
            for (Case.Picture picture : one.pictures()) {
                finding = finding.with(Figure.of(picture.caption(), picture.chart()));
            }
            report = report.with(finding).with(one.source());
        }
        return report;
    }

    private void print(List<Case> cases) {
        PrintWriter writer = spec.commandLine().getOut();
        writer.println(
                cases.stream().map(one -> one.assessed().verdict().summary()).collect(Collectors.joining("\n\n")));
        writer.println();
        writer.println("Written to " + out + ": begin with report.html");
        writer.flush();
    }
}
