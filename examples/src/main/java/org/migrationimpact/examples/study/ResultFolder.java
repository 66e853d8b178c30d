package org.migrationimpact.examples.study;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.CompletableFuture;
import org.migrationimpact.chart.Chart;
import org.migrationimpact.report.Figure;
import org.migrationimpact.report.FileDigest;
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
    static ResultFolder of(Answer answer, Optional<Editions> editions, List<String> arguments) {
        // the first table and the first chart each take their time to load, so they do it side by side
        CompletableFuture<Map<String, String>> tables = CompletableFuture.supplyAsync(() -> tables(answer));
        Map<String, Chart> charts = answer.charts();
        Pictures pictures = Pictures.of(charts);
        Map<String, String> texts = new TreeMap<>(tables.join());
        texts.put("result.json", json(answer));
        texts.put(
                HtmlReport.FILE, HtmlReport.of(report(answer, charts, editions)).text());
        editions.ifPresent(both -> texts.putAll(both.tables()));
        return new ResultFolder(manifest(answer, editions, arguments), texts, pictures);
    }

    private static Manifest manifest(Answer answer, Optional<Editions> editions, List<String> arguments) {
        List<FileDigest> inputs = editions.map(Editions::inputs).orElse(List.of(answer.input()));
        return Manifest.of(inputs)
                .withCommand(arguments)
                .withStudy(answer.study().text().text())
                .withSeed(answer.study().seed());
    }

    private static Map<String, String> tables(Answer answer) {
        Map<String, String> texts = new TreeMap<>();
        answer.tables().forEach((name, table) -> texts.put(name, TidyTable.csv(table)));
        return texts;
    }

    /** The result as JSON. */
    static String json(Answer answer) {
        return ResultJson.of(answer.result())
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

    private static Report report(Answer answer, Map<String, Chart> charts, Optional<Editions> editions) {
        Finding bare = Finding.of(answer.result());
        Finding finding = charts.values().stream()
                .findFirst()
                .map(chart -> bare.with(Figure.of(answer.caption(), chart)))
                .orElse(bare);
        Report report = Report.titled(answer.result().subject(), finding.question())
                .withConfidence(answer.study().confidence())
                .with(editions.map(both -> both.in(finding)).orElse(finding))
                .with(answer.source());
        return editions.map(both -> report.with(both.other().source())).orElse(report);
    }
}
