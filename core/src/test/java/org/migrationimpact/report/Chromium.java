package org.migrationimpact.report;

import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/** A headless Chromium, where the machine has one. */
final class Chromium {

    private static final List<String> NAMES = List.of("chromium", "chromium-browser", "google-chrome");

    private final Path program;
    private final Path folder;

    private Chromium(Path program, Path folder) {
        this.program = program;
        this.folder = folder;
    }

    /** What the browser made of a page, and what it had to say about it. */
    record Visit(String page, String log) {}

    /** The browser, or the test ends here with the reason. */
    static Chromium in(Path folder) {
        Optional<Path> found = Arrays.stream(
                        System.getenv().getOrDefault("PATH", "").split(File.pathSeparator))
                .flatMap(place -> NAMES.stream().map(name -> Path.of(place, name)))
                .filter(Files::isExecutable)
                .findFirst();
        assumeTrue(found.isPresent(), "skipped: there is no Chromium on this machine");
        return new Chromium(found.orElseThrow(), folder);
    }

    /** Opens the page in a frame of this width and lets it settle. */
    Visit visit(String html, int width) throws IOException, InterruptedException {
        Path page = Files.writeString(folder.resolve("frame-" + width + ".html"), framed(html, width));
        Path seen = folder.resolve("seen-" + width + ".html");
        Path log = folder.resolve("log-" + width + ".txt");
        Process browser = new ProcessBuilder(command(page, width))
                .redirectOutput(seen.toFile())
                .redirectError(log.toFile())
                .start();
        boolean ended = browser.waitFor(120, TimeUnit.SECONDS);
        browser.destroyForcibly();
        assertTrue(ended, "Chromium did not end");
        return new Visit(Files.readString(seen), Files.readString(log));
    }

    private List<String> command(Path page, int width) {
        return Stream.of(
                        program.toString(),
                        "--headless",
                        "--no-sandbox",
                        "--disable-gpu",
                        "--no-first-run",
                        "--disable-background-networking",
                        "--disable-component-update",
                        "--disable-sync",
                        "--disable-dev-shm-usage",
                        "--enable-logging=stderr",
                        "--v=0",
                        "--user-data-dir=" + folder.resolve("profile-" + width),
                        "--window-size=" + Math.max(500, width + 40) + ",900",
                        "--virtual-time-budget=10000",
                        "--dump-dom",
                        page.toUri().toString())
                .toList();
    }

    /** A page that measures the other one from outside, since that has no script of its own and allows none. */
    private static String framed(String html, int width) {
        return """
                <!DOCTYPE html><html><head><meta charset="utf-8"><link rel="icon" href="data:,"></head><body>
                <iframe width="WIDTH" height="800" style="border:0" srcdoc="PAGE"></iframe>
                <script>
                window.onload = () => {
                  const inner = document.querySelector('iframe').contentDocument;
                  const all = [...inner.body.querySelectorAll('*')].filter(e => !e.closest('svg') && e.getClientRects().length);
                  const sizes = all.map(e => parseFloat(getComputedStyle(e).fontSize));
                  const shown = [...inner.querySelectorAll('svg')].filter(e => e.getBoundingClientRect().width > 0);
                  const broken = [...inner.images].filter(e => e.naturalWidth === 0);
                  const cut = all.filter(e => e.getBoundingClientRect().right > inner.scrollingElement.clientWidth + 1 && !e.closest('.scroll'));
                  document.body.dataset.seen = ['over=' + (inner.scrollingElement.scrollWidth - inner.scrollingElement.clientWidth), 'font=' + Math.min(...sizes),
                    'pictures=' + shown.length, 'broken=' + broken.length, 'cut=' + cut.length,
                    'heads=' + inner.querySelectorAll('h1').length].join(' ');
                };
                </script></body></html>
                """.replace("WIDTH", Integer.toString(width)).replace("PAGE", Html.escaped(html));
    }
}
