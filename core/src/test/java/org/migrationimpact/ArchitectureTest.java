package org.migrationimpact;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The rules of ARCHITECTURE.md, read from the lines of the source files. */
class ArchitectureTest {
    private static final Path SOURCES = Path.of("src", "main", "java", "org", "migrationimpact");

    /** A package uses only those that stand before it. */
    private static final List<String> ORDER = List.of(
            "data",
            "quality",
            "measure",
            "download",
            "indicator",
            "table",
            "io",
            "model",
            "covariance",
            "inference",
            "compare",
            "regression",
            "panel",
            "forecast",
            "breaks",
            "impact",
            "did",
            "synthetic",
            "gravity",
            "meta",
            "assess",
            "chart",
            "report");

    private static final Set<String> FAMILIES = Set.of("did", "synthetic", "gravity");
    private static final Pattern OWN_PACKAGE = Pattern.compile("\\borg\\.migrationimpact\\.([a-z]\\w*)");
    private static final Pattern UNWELCOME_NAME = Pattern.compile(
            "\\b(?:class|interface|record|enum)\\s+(Abstract\\w*|\\w*(?:Utils?|Helpers?|Managers?))\\b");
    private static final Pattern PRINTING = Pattern.compile("\\bSystem\\s*\\.\\s*(?:out|err)\\b|\\bprintStackTrace\\b");
    private static final Pattern LEFT_FOR_LATER = Pattern.compile("\\b(?:TODO|FIXME)\\b");
    private static final Pattern CATCH_ALL =
            Pattern.compile("\\bcatch\\s*\\([^)]*\\b(?:Exception|Throwable)\\b(?!\\.)[^)]*\\)");

    private final List<JavaSource> sources = JavaSource.under(SOURCES);

    @Test
    void everyPackageHasAPlaceInTheOrder() {
        assertThat(ORDER).containsAll(packages());
    }

    @Test
    void everyFileLiesInAPackageOneLevelDeep() {
        assertThat(sources)
                .allSatisfy(source ->
                        assertEquals(2, SOURCES.relativize(source.path()).getNameCount()));
    }

    @Test
    void aPackageUsesOnlyThoseAboveIt() {
        assertThat(sources.stream().flatMap(ArchitectureTest::usesOfLowerPackages))
                .isEmpty();
    }

    @Test
    void theFamiliesOfDesignsDoNotUseEachOther() {
        assertThat(sources.stream()
                        .filter(source -> FAMILIES.contains(source.packageName()))
                        .flatMap(source -> ownPackagesUsedBy(source)
                                .filter(used -> FAMILIES.contains(used) && !used.equals(source.packageName()))
                                .map(used -> source.path() + " uses " + used)))
                .isEmpty();
    }

    @Test
    void onlyReportUsesIo() {
        assertThat(found(Pattern.compile("\\borg\\.migrationimpact\\.io\\."), outside("io", "report")))
                .isEmpty();
    }

    @Test
    void onlyIoAndReportUseTable() {
        assertThat(found(Pattern.compile("\\borg\\.migrationimpact\\.table\\."), outside("table", "io", "report")))
                .isEmpty();
    }

    @Test
    void tablesawStaysInIoAndReport() {
        assertThat(found(Pattern.compile("\\btech\\.tablesaw\\."), outside("io", "report")))
                .isEmpty();
    }

    @Test
    void drawingStaysInChart() {
        assertThat(found(
                        Pattern.compile("\\b(?:org\\.knowm\\.xchart|java\\.awt|org\\.apache\\.batik)\\."),
                        outside("chart")))
                .isEmpty();
    }

    @Test
    void commonsMathIsInNoPublicSignature() throws IOException {
        assertThat(PublicSignatures.in(Path.of("target", "classes")))
                .noneMatch(signature -> signature.contains("org.apache.commons.math3"));
    }

    @Test
    void everyPackageSaysWhatItIsForAndIsNullMarked() {
        assertThat(packages())
                .allSatisfy(name -> assertThat(SOURCES.resolve(name).resolve("package-info.java"))
                        .content()
                        .startsWith("/**")
                        .contains("@NullMarked"));
    }

    @Test
    void noTypeIsNamedAfterItsRole() {
        assertThat(found(UNWELCOME_NAME, sources.stream())).isEmpty();
    }

    @Test
    void nothingIsPrinted() {
        assertThat(found(PRINTING, sources.stream())).isEmpty();
    }

    @Test
    void nothingCatchesEverything() {
        assertThat(found(CATCH_ALL, sources.stream())).isEmpty();
    }

    @Test
    void nothingIsLeftForLater() {
        assertThat(sources.stream()
                        .filter(source -> LEFT_FOR_LATER.matcher(source.text()).find())
                        .map(JavaSource::path))
                .isEmpty();
    }

    @Test
    void theTableOfPackagesNamesExactlyThePackagesThatExistInTheirOrder() {
        List<String> existing =
                packages().stream().sorted(Comparator.comparing(ORDER::indexOf)).toList();
        assertEquals(
                existing,
                MarkdownTable.under("## Packages", Path.of("..", "ARCHITECTURE.md"))
                        .firstColumn());
    }

    @Test
    void theRoomsPlannedAreTheRestOfTheOrder() {
        List<String> missing =
                ORDER.stream().filter(name -> !packages().contains(name)).toList();
        assertEquals(
                missing,
                MarkdownTable.under("## Rooms planned", Path.of("..", "ARCHITECTURE.md"))
                        .firstColumn());
    }

    private Set<String> packages() {
        Set<String> names = new TreeSet<>();
        sources.forEach(source -> names.add(source.packageName()));
        return names;
    }

    private Stream<JavaSource> outside(String... packages) {
        return sources.stream().filter(source -> !List.of(packages).contains(source.packageName()));
    }

    private static Stream<String> usesOfLowerPackages(JavaSource source) {
        int here = ORDER.indexOf(source.packageName());
        return ownPackagesUsedBy(source)
                .filter(used -> ORDER.indexOf(used) > here || !ORDER.contains(used))
                .map(used -> source.path() + " uses " + used);
    }

    private static Stream<String> ownPackagesUsedBy(JavaSource source) {
        return OWN_PACKAGE
                .matcher(source.withoutCommentsAndLiterals())
                .results()
                .map(match -> match.group(1))
                .distinct();
    }

    private static Stream<String> found(Pattern pattern, Stream<JavaSource> sources) {
        return sources.flatMap(source -> pattern.matcher(source.withoutCommentsAndLiterals())
                .results()
                .map(MatchResult::group)
                .map(text -> source.path() + ": " + text));
    }
}
