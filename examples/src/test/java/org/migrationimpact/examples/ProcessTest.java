package org.migrationimpact.examples;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The program as a user starts it: in a process of its own, in a working directory, on a machine whose charset is not UTF-8. */
class ProcessTest {
    @TempDir
    private Path folder;

    private Process start(String... arguments) throws IOException, InterruptedException {
        List<String> command = new ArrayList<>(List.of(
                ProcessHandle.current().info().command().orElse("java"),
                "-Dfile.encoding=US-ASCII",
                "-cp",
                System.getProperty("java.class.path"),
                Main.class.getName()));
        command.addAll(List.of(arguments));
        Process process = new ProcessBuilder(command)
                .directory(folder.toFile())
                .redirectOutput(folder.resolve("out.txt").toFile())
                .redirectError(folder.resolve("err.txt").toFile())
                .start();
        assertThat(process.waitFor(120, TimeUnit.SECONDS)).isTrue();
        return process;
    }

    @Test
    void theFolderOfResultsStandsInTheWorkingDirectoryAndHasTheNameOfTheStudy()
            throws IOException, InterruptedException {
        Program.file(folder, "d.csv", RunTest.Table.csv());
        Program.file(folder, "my.study.yaml", """
                data: {file: d.csv, unit: country, time: month, outcome: y}
                treatment: {unit: AL, from: 2010-07}
                design: before-after
                """);
        assertEquals(0, start("run", "my.study.yaml").exitValue());
        assertThat(folder.resolve("my.study-result/report.html")).isRegularFile();
        String printed = Files.readString(folder.resolve("out.txt"), StandardCharsets.UTF_8);
        assertThat(printed).contains("Newey–West").endsWith("Written to my.study-result: begin with report.html\n");
        assertThat(folder.resolve("err.txt")).isEmptyFile();
    }

    @Test
    void aRefusalIsOneLineAndAStatus() throws IOException, InterruptedException {
        assertEquals(2, start("run", "none.yaml").exitValue());
        assertThat(Files.readAllLines(folder.resolve("err.txt"), StandardCharsets.UTF_8))
                .singleElement()
                .asString()
                .startsWith("E-STUDY-001 ");
        assertThat(folder.resolve("out.txt")).isEmptyFile();
    }
}
