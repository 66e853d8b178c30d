package org.migrationimpact.chart;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.TimeZone;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.migrationimpact.data.InputException;
import org.migrationimpact.data.Period;
import org.migrationimpact.data.Series;

class ChartTest {

    static Stream<Arguments> chartsAtSizes() {
        return Given.charts().stream()
                .flatMap(chart -> Stream.of(
                        Arguments.of(chart, 1200, 640),
                        Arguments.of(chart, 400, 300),
                        Arguments.of(chart, 400, 460),
                        Arguments.of(chart, 960, 540)));
    }

    @ParameterizedTest
    @MethodSource("chartsAtSizes")
    void noTextLiesOnAnotherOrBeyondThePage(Chart chart, int width, int height) {
        Drawn drawn = Drawn.of(chart, width, height);
        assertThat(drawn.collisions()).isEmpty();
        assertThat(drawn.cutOff(width, height)).isEmpty();
    }

    @ParameterizedTest
    @MethodSource("chartsAtSizes")
    void aPngHasTheSizeAskedForAndMoreThanOneColour(Chart chart, int width, int height) throws IOException {
        BufferedImage image = ImageIO.read(new ByteArrayInputStream(chart.png(width, height)));
        assertEquals(width, image.getWidth());
        assertEquals(height, image.getHeight());
        int[] pixels = image.getRGB(0, 0, width, height, null, 0, width);
        assertThat(Arrays.stream(pixels).distinct().count()).isGreaterThan(10);
    }

    @Test
    void theSameChartGivesTheSameBytesUnderAnotherLocaleAndTimeZone() {
        List<String> here = Given.charts().stream().map(c -> c.svg(800, 500)).toList();
        byte[] png = Given.charts().get(0).png(800, 500);
        Locale locale = Locale.getDefault();
        TimeZone zone = TimeZone.getDefault();
        try {
            Locale.setDefault(Locale.GERMANY);
            TimeZone.setDefault(TimeZone.getTimeZone("America/Los_Angeles"));
            assertEquals(here, Given.charts().stream().map(c -> c.svg(800, 500)).toList());
            assertArrayEquals(png, Given.charts().get(0).png(800, 500));
        } finally {
            Locale.setDefault(locale);
            TimeZone.setDefault(zone);
        }
    }

    @Test
    void anSvgCarriesTitleAndDescriptionAndNothingFromElsewhere() {
        Chart chart = Given.charts().get(0);
        String svg = chart.svg(1200, 640);
        Drawn drawn = Drawn.of(svg);
        assertThat(svg).startsWith("<svg ").doesNotContain("href", "<!--", "genericDefs", "<?xml", "<!DOCTYPE");
        assertEquals(chart.title(), drawn.content("title"));
        assertEquals(chart.altText(), drawn.content("desc"));
        assertEquals("img", drawn.root().getAttribute("role"));
        assertThat(drawn.root().getAttribute("aria-labelledby")).matches("c[0-9a-f]{8}-title c[0-9a-f]{8}-desc");
    }

    @Test
    void twoPicturesInOnePageShareNoIdentifier() {
        List<String> ids = Stream.of(Given.charts().get(0), Given.charts().get(7))
                .flatMap(chart -> Pattern.compile(" id=\"([^\"]*)\"")
                        .matcher(chart.svg(400, 300))
                        .results()
                        .map(match -> match.group(1)))
                .toList();
        assertThat(ids).hasSizeGreaterThan(4).doesNotHaveDuplicates();
    }

    @Test
    void aNameThatLooksLikeMarkupStaysText() {
        Series series =
                Series.of("<script>alert('x')</script> & \"co\" ]]>\u0000\ud800", "<b>", Period.year(2000), 1, 2);
        String svg = SeriesChart.of(series).svg(1200, 640);
        assertThat(svg).doesNotContain("<script", "<b>");
        assertThat(Drawn.of(svg).words()).contains("<script>alert('x')</script> & \"co\" ]]>\ufffd\ufffd", "<b>");
    }

    @Test
    void anSvgOf137MonthsIsSmall() {
        assertThat(SeriesChart.of(Given.count(137)).svg(1200, 640).length()).isLessThan(60_000);
    }

    @Test
    void aVeryLongNameIsCutWithAnEllipsis() {
        Series series = Series.of("name ".repeat(50_000), "persons", Period.year(2000), 1, 2);
        Drawn drawn = Drawn.of(SeriesChart.of(series), 400, 300);
        assertThat(drawn.words().get(1)).startsWith("name name").endsWith("…");
        assertThat(drawn.cutOff(400, 300)).isEmpty();
    }

    @Test
    void theEndingOfTheFileSaysWhatIsSaved(@TempDir Path folder) throws IOException {
        Chart chart = SeriesChart.of(Given.years());
        chart.save(folder.resolve("a.PNG"));
        chart.save(folder.resolve("b.svg"), 400, 300);
        assertArrayEquals(chart.png(1200, 640), Files.readAllBytes(folder.resolve("a.PNG")));
        assertEquals(chart.svg(400, 300), Files.readString(folder.resolve("b.svg")));
        try (Stream<Path> files = Files.list(folder)) {
            assertEquals(2, files.count());
        }
    }

    @Test
    void savingReplacesAFileOfThatName(@TempDir Path folder) throws IOException {
        Path file = Files.writeString(folder.resolve("a.svg"), "old");
        SeriesChart.of(Given.years()).save(file);
        assertThat(file).content().startsWith("<svg");
    }

    @Test
    void anotherEndingIsRefused(@TempDir Path folder) {
        Path file = folder.resolve("a.jpg");
        InputException refusal = assertThrows(
                InputException.class, () -> SeriesChart.of(Given.years()).save(file));
        assertEquals("E-CHART-001", refusal.code());
        assertEquals(
                file + ": a chart is saved as PNG or SVG, and the ending says which; let the name end in .png or .svg",
                refusal.getMessage());
        assertThat(file).doesNotExist();
    }

    @Test
    void aFolderThatIsNotThereIsRefused(@TempDir Path folder) {
        Path file = folder.resolve("none").resolve("a.png");
        InputException refusal = assertThrows(
                InputException.class, () -> SeriesChart.of(Given.years()).save(file));
        assertEquals("E-CHART-003", refusal.code());
        assertEquals(
                file
                        + ": the chart cannot be written here (NoSuchFileException); name a file in a folder that exists and"
                        + " may be written to",
                refusal.getMessage());
    }

    @Test
    void aSizeOutsideTheRangeIsRefused() {
        Chart chart = SeriesChart.of(Given.years());
        String message = assertThrows(IllegalArgumentException.class, () -> chart.png(100, 640))
                .getMessage();
        assertEquals("a chart is 240 × 180 to 5000 × 5000 pixels, got 100 × 640", message);
        assertThrows(IllegalArgumentException.class, () -> chart.svg(1200, 5001));
    }

    @Test
    void aChartPrintsItsTitleAndItsTextAlternative() {
        Chart chart = SeriesChart.of(Given.years());
        assertEquals(chart.title() + "\n" + chart.altText(), chart.toString());
    }
}
