package org.migrationimpact.chart;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Locale;
import org.migrationimpact.data.InputException;

/** Writes a chart to a file, whole or not at all. */
final class ChartFile {

    private ChartFile() {}

    static void save(Chart chart, Path file, int width, int height) {
        byte[] picture = picture(chart, file, width, height);
        try {
            write(file.toAbsolutePath(), picture);
        } catch (IOException e) {
            throw InputException.in(
                    "E-CHART-003",
                    file.toString(),
                    "the chart cannot be written here (" + e.getClass().getSimpleName()
                            + "); name a file in a folder that exists and may be written to");
        }
    }

    private static byte[] picture(Chart chart, Path file, int width, int height) {
        String name = file.toString().toLowerCase(Locale.ROOT);
        if (name.endsWith(".png")) {
            return chart.png(width, height);
        }
        if (name.endsWith(".svg")) {
            return chart.svg(width, height).getBytes(StandardCharsets.UTF_8);
        }
        throw InputException.in(
                "E-CHART-001",
                file.toString(),
                "a chart is saved as PNG or SVG, and the ending says which; let the name end in .png or .svg");
    }

    private static void write(Path file, byte[] picture) throws IOException {
        Path folder = file.getParent();
        Path draft = Files.createTempFile(folder == null ? file : folder, ".chart", ".tmp");
        try {
            Files.write(draft, picture);
            Files.move(draft, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        } finally {
            Files.deleteIfExists(draft);
        }
    }
}
