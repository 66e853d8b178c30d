package org.migrationimpact.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.file.Path;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.CleanupMode;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ReportInBrowserTest {

    private static final Pattern SEEN = Pattern.compile("data-seen=\"([^\"]*)\"");

    @TempDir(cleanup = CleanupMode.ON_SUCCESS)
    Path place;

    @ParameterizedTest
    @ValueSource(ints = {400, 1280})
    void aPageFitsItsWindowWithLargeTypeAndItsPicture(int width) throws IOException, InterruptedException {
        String name = "<script>alert(1)</script> " + "Verylongname".repeat(12);
        Chromium.Visit visit =
                Chromium.in(place).visit(HtmlReport.of(Made.report(name)).text(), width);
        assertEquals("over=0 font=16 pictures=1 broken=0 cut=0 heads=1", seen(visit.page()));
        assertThat(visit.log()).doesNotContain("CONSOLE");
    }

    @Test
    void theBrowserWouldTellOfAnErrorOnThePage() throws IOException, InterruptedException {
        String broken = HtmlReport.of(Made.report("x"))
                .text()
                .replace("</main>", "<script>alert(1)</script><img src=\"no.png\"></main>");
        Chromium.Visit visit = Chromium.in(place).visit(broken, 400);
        assertThat(visit.log()).contains("CONSOLE");
        assertThat(seen(visit.page())).contains("broken=1");
    }

    private static String seen(String page) {
        Matcher matcher = SEEN.matcher(page);
        return matcher.find() ? matcher.group(1) : "nothing was measured";
    }
}
