package org.migrationimpact.examples.study;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.CompletableFuture;
import org.migrationimpact.chart.Chart;
import org.migrationimpact.chart.ImpactChart;
import org.migrationimpact.chart.ResidualChart;
import org.migrationimpact.report.Figure;
import org.migrationimpact.report.Finding;
import org.migrationimpact.report.HtmlReport;
import org.migrationimpact.report.Manifest;
import org.migrationimpact.report.OutputFolder;
import org.migrationimpact.report.Report;
import org.migrationimpact.report.ResultJson;
import org.migrationimpact.report.TidyTable;

/**
 * The answer to a study as a folder: JSON, report, charts, tables, manifest. Everything is made before the first file is written.
 *
 * @param manifest from which the run can be repeated
 * @param texts the files of text by name
 * @param pictures the charts
 */
record ResultFolder(Manifest manifest, Map<String, String> texts, Pictures pictures) {

    /** The files of an answer that these arguments asked for. */
    static ResultFolder of(Answer answer, List<String> arguments) {
        // the first table and the first chart each take their time to load, so they do it side by side
        CompletableFuture<Map<String, String>> tables = CompletableFuture.supplyAsync(() -> tables(answer));
        Pictures pictures = Pictures.of("impact", chart(answer));
        if (hasResiduals(answer)) {
            pictures = pictures.and(Pictures.of("residuals", ResidualChart.of(answer.impact())));
        }
        Map<String, String> texts = new TreeMap<>(tables.join());
        texts.put("result.json", json(answer));
        texts.put(HtmlReport.FILE, HtmlReport.of(report(answer)).text());
        return new ResultFolder(manifest(answer, arguments), texts, pictures);
    }

    private static Manifest manifest(Answer answer, List<String> arguments) {
        return Manifest.of(List.of(answer.input()))
                .withCommand(arguments)
                .withStudy(answer.study().text().text())
                .withSeed(answer.study().seed());
    }

    private static Map<String, String> tables(Answer answer) {
        double confidence = answer.study().confidence();
        return Map.of(
                "terms.csv", TidyTable.csv(TidyTable.of(answer.impact(), confidence)),
                "path.csv", TidyTable.csv(TidyTable.path(answer.impact(), confidence)));
    }

    /** A design that looked at its residuals has some; one that fits perfectly has none. */
    private static boolean hasResiduals(Answer answer) {
        return answer.impact().diagnostics().stream().anyMatch(d -> d.name().startsWith("Ljung–Box"));
    }

    private static Chart chart(Answer answer) {
        ImpactChart chart = ImpactChart.of(answer.impact())
                .withConfidence(answer.study().confidence())
                .against(answer.controls());
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
        for (Map.Entry<String, String> file : texts.entrySet()) {
            folder.write(file.getKey(), file.getValue());
        }
        pictures.writeTo(folder);
    }

    private static Report report(Answer answer) {
        Finding finding = Finding.of(answer.impact())
                .with(Figure.of("Observed, and expected without the measure", chart(answer)));
        return Report.titled(answer.impact().subject(), finding.question())
                .withConfidence(answer.study().confidence())
                .with(finding)
                .with(answer.source());
    }
}
