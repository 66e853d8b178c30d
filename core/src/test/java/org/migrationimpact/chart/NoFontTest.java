package org.migrationimpact.chart;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a caller sees on a machine without fonts, and on one whose screen is not there: a child with an empty font configuration. */
class NoFontTest {

    private static final String ALT =
            "Line chart of Remittances received in million US$, 10 years from 2010 to 2019: lowest 1 266"
                    + " (2010), highest 2 689 (2018), last 2 411 (2019).";

    @TempDir
    Path folder;

    @BeforeEach
    void onLinux() {
        assumeTrue(
                System.getProperty("os.name").toLowerCase(Locale.ROOT).contains("linux"),
                "skipped: other systems bring their fonts with them");
    }

    @Test
    void withoutAFontEveryDrawingIsRefusedInOneLineAndTheWordsStillCome() throws IOException, InterruptedException {
        Path fonts =
                Files.writeString(folder.resolve("fonts.conf"), "<?xml version=\"1.0\"?><fontconfig></fontconfig>");
        String refusal =
                "E-CHART-002 no font is installed that Java can use, so no chart can be drawn; install fontconfig and a font,"
                        + " on Debian or Ubuntu with: apt-get install fontconfig fonts-dejavu-core (everything but charts works"
                        + " without)";
        assertEquals(
                List.of(ALT, refusal, refusal),
                child(List.of("-Djava.awt.headless=true"), Map.of("FONTCONFIG_FILE", fonts.toString())));
    }

    @Test
    void aScreenThatIsNotThereIsRefusedWithItsCure() throws IOException, InterruptedException {
        String refusal =
                "E-CHART-005 Java looks for a screen to measure text and cannot use it, so no chart can be drawn; charts"
                        + " need no screen: start Java with -Djava.awt.headless=true";
        assertEquals(
                List.of(ALT, refusal, refusal),
                child(List.of("-Djava.awt.headless=false"), Map.of("DISPLAY", "127.0.0.1:9")));
    }

    /** The lines that {@link WithoutFonts} prints in a Java of its own, which remembers no fonts of an earlier one. */
    private List<String> child(List<String> options, Map<String, String> environment)
            throws IOException, InterruptedException {
        Path out = folder.resolve("out");
        ProcessBuilder child = new ProcessBuilder();
        child.command()
                .add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        child.command().add("-Duser.home=" + folder);
        child.command().addAll(options);
        child.command().addAll(List.of("-cp", System.getProperty("java.class.path"), WithoutFonts.class.getName()));
        child.command().add(out.toString());
        child.environment().putAll(environment);
        Process process = child.redirectErrorStream(true)
                .redirectOutput(folder.resolve("log").toFile())
                .start();
        boolean ended = process.waitFor(60, TimeUnit.SECONDS);
        process.destroyForcibly();
        assertEquals(
                true,
                ended && process.waitFor() == 0,
                () -> read(folder.resolve("log")).toString());
        return read(out);
    }

    private static List<String> read(Path file) {
        try {
            return Files.readAllLines(file, StandardCharsets.UTF_8);
        } catch (IOException e) {
            return List.of(e.toString());
        }
    }
}
