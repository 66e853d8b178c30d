package org.migrationimpact.examples.notebook;

import static io.github.spencerpark.jupyter.kernel.display.mime.MIMEType.TEXT_HTML;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.spencerpark.jupyter.kernel.display.Renderer;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import tech.tablesaw.api.IntColumn;
import tech.tablesaw.api.StringColumn;
import tech.tablesaw.api.Table;

class NotebookDisplayTest {

    private static String shown(Table table) {
        Renderer renderer = new Renderer();
        NotebookDisplay.in(renderer);
        return String.valueOf(renderer.render(table).getData(TEXT_HTML));
    }

    @Test
    void whatStandsInATableIsTextAndNoMarkUp() {
        assertThat(shown(Table.create("<b>", StringColumn.create("x", "<img src=x onerror=alert(1)>"))))
                .contains("&lt;b&gt;", "&lt;img src=x onerror=alert(1)&gt;")
                .doesNotContain("<img", "<b>");
    }

    @Test
    void aLongTableShowsItsFirstRowsAndSaysSo() {
        Table table = Table.create(
                "long", IntColumn.create("n", IntStream.rangeClosed(1, 1000).toArray()));
        assertThat(shown(table))
                .contains(">200</th>")
                .doesNotContain(">201</th>")
                .endsWith("<p>The first 200 of 1000 rows</p>\n");
    }
}
