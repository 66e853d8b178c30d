package org.migrationimpact.examples.study;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.migrationimpact.chart.Chart;
import org.migrationimpact.data.InputException;
import org.migrationimpact.report.OutputFolder;

/**
 * Charts as files, or why there are none: a machine without fonts draws nothing, and the numbers are right all the same.
 *
 * @param files the files by name
 * @param lacking why there are none; empty where there are
 */
record Pictures(List<File> files, String lacking) {

    /** One file. */
    @SuppressWarnings("ArrayRecordComponent") // compared by nobody
    record File(String name, byte[] content) {}

    Pictures {
        files = List.copyOf(files);
    }

    /** Each chart as SVG and PNG under its name. */
    static Pictures of(Map<String, Chart> charts) {
        try {
            List<File> files = new ArrayList<>();
            for (Map.Entry<String, Chart> one : charts.entrySet()) {
                Chart chart = one.getValue();
                byte[] svg = chart.svg(Chart.WIDTH, Chart.HEIGHT).getBytes(StandardCharsets.UTF_8);
                byte[] png = chart.png(Chart.WIDTH, Chart.HEIGHT);
                files.add(new File("charts/" + one.getKey() + ".svg", svg));
                files.add(new File("charts/" + one.getKey() + ".png", png));
            }
            return new Pictures(files, "");
        } catch (InputException noFont) {
            return new Pictures(List.of(), noFont.line());
        }
    }

    /** These and others; lacking what either lacks. */
    Pictures and(Pictures others) {
        List<File> all = new ArrayList<>(files);
        all.addAll(others.files);
        return new Pictures(all, lacking.isEmpty() ? others.lacking : lacking);
    }

    void writeTo(OutputFolder folder) throws IOException {
        for (File file : files) {
            folder.write(file.name(), file.content());
        }
    }
}
