package org.migrationimpact.examples.notebook;

import static io.github.spencerpark.jupyter.kernel.display.mime.MIMEType.IMAGE_PNG;
import static io.github.spencerpark.jupyter.kernel.display.mime.MIMEType.TEXT_HTML;
import static io.github.spencerpark.jupyter.kernel.display.mime.MIMEType.TEXT_PLAIN;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.spencerpark.jupyter.kernel.display.DisplayData;
import io.github.spencerpark.jupyter.kernel.display.mime.MIMEType;
import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/** The notebook's cells run in this JVM, one after the other, as a kernel runs them. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class GettingStartedTest {

    private final NotebookKernel kernel = new NotebookKernel();
    private final Map<String, DisplayData> shown = new LinkedHashMap<>();

    @BeforeAll
    void run() throws IOException {
        for (JsonNode cell : Notebook.read(Notebook.GETTING_STARTED).codeCells()) {
            // a notebook stands in its own folder, this JVM in the one above
            DisplayData data = kernel.eval(Notebook.source(cell).replace("Path.of(\"../", "Path.of(\""));
            if (data != null) {
                shown.put(cell.get("id").asText(), data);
            }
        }
    }

    @AfterAll
    void close() {
        kernel.onShutdown(false);
    }

    private String text(String cell, MIMEType type) {
        return String.valueOf(
                Objects.requireNonNull(shown.get(cell), cell + " shows nothing").getData(type));
    }

    @Test
    void theCellsThatEndInAResultShowItAndNoOthers() {
        assertThat(shown.keySet()).containsExactly("read", "waiver", "albanians", "fit", "terms", "picture", "assess");
    }

    @Test
    void theFileShowsWhatWasReadAndUsed() {
        assertThat(text("read", TEXT_PLAIN)).isEqualTo("""
                        detections [detections], 288 observations, 2009-01 to 2012-12
                          nationality (6): AL, AF, IQ, PS, SO, other
                          288 rows read, 288 used""");
    }

    @Test
    void theMeasureShowsItsDates() {
        assertThat(text("waiver", TEXT_PLAIN))
                .isEqualTo("M034 Visa-free short stays: Albania; EU with AL; adopted 2010-11-08, in force 2010-12-15"
                        + " (confirmed)");
    }

    @Test
    void theEstimateIsTheOneKnown() {
        assertThat(text("fit", TEXT_PLAIN))
                .startsWith("interrupted-time-series: Albanians on the circular route\n")
                .containsPattern("level +-1\\.6799 +0\\.27452")
                .containsPattern("slope +0\\.018872 +0\\.016058")
                .contains("covariance: Newey–West, Bartlett, 3 lags, T/(T-K)");
    }

    @Test
    void theTableIsATable() {
        assertThat(text("terms", TEXT_HTML))
                .contains("<table", "<data value=\"-1.67986412")
                .contains(">std.error</th>", ">season.12</th>");
    }

    @Test
    void theChartsArePicturesWithTheirWords() {
        for (String cell : new String[] {"albanians", "picture"}) {
            boolean drawn = Objects.requireNonNull(shown.get(cell)).hasDataForType(IMAGE_PNG);
            assertThat(drawn ? text(cell, IMAGE_PNG) : text(cell, TEXT_PLAIN))
                    .matches("(?s)(iVBORw0KGgo|E-CHART-002).*"); // how a PNG begins, or no font
            assertThat(text(cell, TEXT_PLAIN)).contains("Albanians on the circular route");
        }
    }

    @Test
    void theVerdictDoesNotBelieveIt() {
        assertThat(text("assess", TEXT_PLAIN))
                .contains("Not credible as an effect of the measure alone.", "fell from 211.6 to 14.6 a month");
    }

    @Test
    void theNotebookIsKeptWithoutOutput() throws IOException {
        Notebook notebook = Notebook.read(Notebook.GETTING_STARTED);
        assertThat(notebook.codeCells()).allSatisfy(cell -> {
            assertThat(cell.get("outputs")).isEmpty();
            assertThat(cell.get("execution_count").isNull()).isTrue();
        });
        assertThat(notebook.root().at("/metadata/kernelspec/name").asText()).isEqualTo("java");
    }

    @Test
    void everyImportStandsInTheFirstCell() throws IOException {
        assertThat(Notebook.read(Notebook.GETTING_STARTED).codeCells().stream().skip(1))
                .noneMatch(cell -> Notebook.source(cell).contains("import "));
    }
}
