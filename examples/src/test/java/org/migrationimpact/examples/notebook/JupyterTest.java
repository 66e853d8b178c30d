package org.migrationimpact.examples.notebook;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The notebook executed by Jupyter itself, as a reader does it, with the small kernel under the name of IJava's. */
class JupyterTest {

    private static final long MINUTES = 4;

    @TempDir
    private Path folder;

    @Test
    void jupyterExecutesTheNotebookAndShowsItsResults() throws IOException, InterruptedException {
        assumeTrue(run("jupyter", "nbconvert", "--version") == 0, "jupyter nbconvert is not installed");
        installKernel();
        int status = run(
                "jupyter",
                "nbconvert",
                "--to",
                "notebook",
                "--execute",
                "--ExecutePreprocessor.timeout=120",
                "--output-dir=" + folder,
                "--output=executed",
                Notebook.GETTING_STARTED.toString());
        assertThat(status).as(() -> log()).isZero();
        assertShown(Notebook.read(folder.resolve("executed.ipynb")));
    }

    private static void assertShown(Notebook executed) {
        List<JsonNode> outputs = executed.codeCells().stream()
                .flatMap(cell -> StreamSupport.stream(cell.get("outputs").spliterator(), false))
                .toList();
        assertThat(outputs)
                .hasSize(7)
                .allSatisfy(
                        output -> assertThat(output.get("output_type").asText()).isEqualTo("execute_result"));
        assertThat(outputs.get(4).at("/data/text~1html").toString()).contains("<table", "std.error");
        assertThat(outputs.get(5).at("/data").toString()).containsAnyOf("image/png", "E-CHART-002");
        assertThat(outputs.get(6).at("/data/text~1plain").toString())
                .contains("Not credible as an effect of the measure alone.");
    }

    private void installKernel() throws IOException {
        Path kernel = Files.createDirectories(folder.resolve("kernels").resolve("java"));
        Map<String, Object> spec = Map.of(
                "display_name",
                "Java",
                "language",
                "java",
                "argv",
                List.of(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-Djava.awt.headless=true",
                        "-cp",
                        System.getProperty("java.class.path"),
                        NotebookKernel.class.getName(),
                        "{connection_file}"));
        new ObjectMapper().writeValue(kernel.resolve("kernel.json").toFile(), spec);
    }

    /** The exit status; -1 where there is no such program. */
    private int run(String... command) throws IOException, InterruptedException {
        ProcessBuilder builder = new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(folder.resolve("log.txt").toFile());
        builder.environment().put("JUPYTER_PATH", folder.toString());
        builder.environment()
                .put("JUPYTER_RUNTIME_DIR", folder.resolve("runtime").toString());
        Process process;
        try {
            process = builder.start();
        } catch (IOException absent) {
            return -1;
        }
        if (!process.waitFor(MINUTES, TimeUnit.MINUTES)) {
            process.descendants().forEach(ProcessHandle::destroyForcibly);
            process.destroyForcibly();
            return -2;
        }
        return process.exitValue();
    }

    private String log() {
        try {
            return Files.readString(folder.resolve("log.txt"));
        } catch (IOException e) {
            return "no log: " + e.getMessage();
        }
    }
}
