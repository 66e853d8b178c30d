package org.migrationimpact.examples.study;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.migrationimpact.chart.Chart;
import org.migrationimpact.chart.ImpactChart;
import org.migrationimpact.report.Figure;
import org.migrationimpact.report.Finding;
import org.migrationimpact.report.HtmlReport;
import org.migrationimpact.report.Manifest;
import org.migrationimpact.report.OutputFolder;
import org.migrationimpact.report.Report;
import org.migrationimpact.report.ResultJson;
import org.migrationimpact.report.TidyTable;

/** The answer to a study as a folder: JSON, report, charts, tables, manifest. */
record ResultFolder(Answer answer, Manifest manifest, Pictures pictures) {

    /** The files of an answer that these arguments asked for. */
    static ResultFolder of(Answer answer, List<String> arguments) {
        return new ResultFolder(
                answer,
                Manifest.of(List.of(answer.input()))
                        .withCommand(arguments)
                        .withStudy(answer.study().text().text())
                        .withSeed(answer.study().seed()),
                Pictures.of("impact", chart(answer)));
    }

    private static Chart chart(Answer answer) {
        ImpactChart chart =
                ImpactChart.of(answer.impact()).withConfidence(answer.study().confidence());
        return answer.study().treatment().start() instanceof Treatment.InForce start
                ? chart.with(start.measure())
                : chart;
    }

    /** The result as JSON. */
    static String json(Answer answer) {
        return ResultJson.of(answer.impact())
                .withConfidence(answer.study().confidence())
                .withSeed(answer.study().seed())
                .withInput(answer.source())
                .text();
    }

    /** Writes the folder, whole or not at all. */
    void write(Path target) {
        OutputFolder.write(target, manifest, this::fill);
    }

    private void fill(OutputFolder folder) throws IOException {
        double confidence = answer.study().confidence();
        folder.write("result.json", json(answer))
                .write(HtmlReport.FILE, HtmlReport.of(report()).text())
                .write("terms.csv", TidyTable.csv(TidyTable.of(answer.impact(), confidence)))
                .write("path.csv", TidyTable.csv(TidyTable.path(answer.impact(), confidence)));
        pictures.writeTo(folder);
    }

    private Report report() {
        Finding finding = Finding.of(answer.impact())
                .with(Figure.of("Observed, and expected without the measure", chart(answer)));
        return Report.titled(answer.impact().subject(), finding.question())
                .withConfidence(answer.study().confidence())
                .with(finding)
                .with(answer.source());
    }
}
