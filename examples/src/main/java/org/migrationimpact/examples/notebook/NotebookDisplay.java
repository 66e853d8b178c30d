package org.migrationimpact.examples.notebook;

import io.github.spencerpark.jupyter.kernel.display.DisplayData;
import io.github.spencerpark.jupyter.kernel.display.RenderContext;
import io.github.spencerpark.jupyter.kernel.display.Renderer;
import io.github.spencerpark.jupyter.kernel.display.mime.MIMEType;
import java.util.Base64;
import java.util.Map;
import org.migrationimpact.chart.Chart;
import org.migrationimpact.data.InputException;
import org.migrationimpact.report.TidyTable;
import tech.tablesaw.api.Table;

/**
 * Shows a chart as a picture and a table as a table where a cell of a notebook ends with one:
 *
 * <pre>{@code
 * NotebookDisplay.in(getKernelInstance().getRenderer());
 * }</pre>
 *
 * <p>Every other result needs nothing: a kernel prints its {@code toString()}, which is a summary.
 *
 * <p>Why so: the IJava kernel asks its renderer what a value looks like and looks for no plug-in, so one line must tell it. A result that
 * knew how to show itself would tie the library to one kernel; here the kernel's types are compiled against and never shipped. A kernel
 * with other types, such as JJava, does without this class: {@code render(chart.svg(960, 540), "image/svg+xml")} and {@code
 * render(TidyTable.html(table), "text/html")} show the same in both.
 *
 * <p>A chart is a PNG and not an SVG because a notebook is passed on as a page, and some versions of {@code nbconvert} leave of an SVG only its
 * words.
 */
public final class NotebookDisplay {

    /** A longer table is shown with its first rows only, and says so: a browser is no place for a million. */
    public static final int MOST_ROWS = 200;

    private static final int WIDTH = 960;
    private static final int HEIGHT = 540;
    private static final MIMEType HTML = MIMEType.TEXT_HTML;
    private static final MIMEType PNG = MIMEType.IMAGE_PNG;

    private NotebookDisplay() {}

    /** Tells a kernel's renderer how charts and tables look. */
    public static void in(Renderer renderer) {
        renderer.createRegistration(Table.class).preferring(HTML).register(NotebookDisplay::show);
        renderer.createRegistration(Chart.class).preferring(PNG).register(NotebookDisplay::show);
    }

    private static void show(Table table, RenderContext context) {
        context.renderIfRequested(HTML, () -> html(table));
    }

    private static String html(Table table) {
        return table.rowCount() <= MOST_ROWS
                ? TidyTable.html(table)
                : TidyTable.html(table.first(MOST_ROWS)) + "<p>The first " + MOST_ROWS + " of " + table.rowCount()
                        + " rows</p>\n";
    }

    /** Where the machine has no font to draw with, the reason and the chart in words. */
    private static void show(Chart chart, RenderContext context) {
        DisplayData shown = context.getOutputContainer();
        try {
            context.renderIfRequested(PNG, () -> Base64.getEncoder().encodeToString(chart.png(WIDTH, HEIGHT)));
            shown.putMetaData(PNG, Map.of("alt", chart.altText()));
            shown.putText(chart.toString());
        } catch (InputException noFont) {
            shown.putText(noFont.line() + "\n" + chart);
        }
    }
}
