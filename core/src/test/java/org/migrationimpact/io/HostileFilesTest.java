package org.migrationimpact.io;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assumptions.assumeFalse;
import static org.junit.jupiter.api.Assumptions.assumeTrue;
import static org.migrationimpact.table.Given.refusal;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.migrationimpact.table.Given;

/** What is no file, and what is no table, is refused in one line that says what to do. */
class HostileFilesTest {

    @Test
    void anEmptyFileIsRefused(@TempDir Path folder) throws IOException {
        Path empty = Files.createFile(folder.resolve("empty.csv"));
        assertEquals(
                "E-FILE-005 empty.csv: the file is empty; a table with a header line is needed",
                refusal(() -> Inspection.of(empty)));
        assertThat(refusal(() -> Inspection.of(Given.bytes("empty.csv.gz", Given.gzip(new byte[0])))))
                .matches("E-[A-Z]+-\\d{3} empty\\.csv\\.gz: .*");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                " ",
                "\n",
                "\n\n\n",
                "#",
                "# a\n# b\n",
                ",",
                ",,,\n,,,\n",
                "\t",
                ";",
                "\"",
                "\"\"",
                "\ufeff",
                "a",
                "a\n",
                "a,b\n"
            })
    void nextToNothingIsRefused(String text) {
        assertThat(refusal(() -> Tidy.columns().read(Given.text(text)))).matches("E-[A-Z]+-\\d{3} t\\.csv(:\\d+)*: .*");
    }

    @Test
    void aFolderIsRefused(@TempDir Path folder) {
        assertThat(refusal(() -> Inspection.of(folder)))
                .startsWith("E-FILE-002 ")
                .endsWith(" is a folder or a device; name one file");
    }

    @Test
    void aPipeIsRefusedAndNotWaitedFor(@TempDir Path folder) throws IOException, InterruptedException {
        Path pipe = folder.resolve("pipe.csv");
        assumeTrue(Files.isExecutable(Path.of("/usr/bin/mkfifo")), "skipped: there is no mkfifo");
        assertEquals(
                0,
                new ProcessBuilder("/usr/bin/mkfifo", pipe.toString()).start().waitFor());
        assertThat(refusal(() -> Inspection.of(pipe))).startsWith("E-FILE-002 pipe.csv: ");
    }

    @Test
    void aFileThatMayNotBeReadIsRefused(@TempDir Path folder) throws IOException {
        Path locked = Files.writeString(folder.resolve("locked.csv"), "time,v\n2015,1\n");
        assumeTrue(locked.toFile().setReadable(false), "skipped: permissions cannot be changed here");
        assumeFalse(Files.isReadable(locked), "skipped: this user may read everything");
        assertEquals(
                "E-FILE-003 locked.csv: the file cannot be read (AccessDeniedException); check that you may read it",
                refusal(() -> Inspection.of(locked)));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<?xml version=\"1.0\"?><message:GenericData xmlns:message=\"http://www.sdmx.org/resources/sdmxml/schemas/v2_1/message\">",
                "<?xml version=\"1.0\"?><!DOCTYPE x [<!ENTITY e SYSTEM \"file:///etc/passwd\">]>"
                        + "<m:StructureSpecificData xmlns:m=\"http://www.sdmx.org/resources/sdmxml/schemas/v3_0/message\">&e;",
            })
    void sdmxMlIsRefusedWithoutBeingParsedAndSdmxCsvIsNamed(String xml) {
        assertEquals(
                "E-FORMAT-001 t.csv: the format is recognised, XML or HTML, but not read by this version; it is SDMX-ML: fetch the same"
                        + " table as SDMX-CSV, which holds the same codes, figures and flags",
                refusal(() -> Inspection.of(Given.text(xml))));
        assertThat(refusal(() -> Tidy.columns().read(Given.text(xml)))).contains("SDMX-CSV");
        assertThat(refusal(() -> SdmxCsv.read(Given.text(xml)))).contains("SDMX-CSV");
    }

    @Test
    void xmlOfAnotherKindIsRefused() {
        assertEquals(
                "E-FORMAT-001 t.csv: the format is recognised, XML or HTML, but not read by this version; fetch the same table as CSV; a"
                        + " page of HTML is often an error message of the publisher's site",
                refusal(() -> Inspection.of(Given.text("<!DOCTYPE html><html><body>503</body></html>"))));
    }

    @ParameterizedTest
    @EnumSource(
            value = Format.class,
            names = {"TIDY", "JSON", "XML", "ZIP", "PDF", "PARQUET", "CEPII", "PASSPORT_INDEX"},
            mode = EnumSource.Mode.EXCLUDE)
    void aFileOfAnotherPublisherIsRefusedByEveryReader(Format format) {
        Specimens.all()
                .filter(other -> other.format() != format)
                .filter(other -> format != Format.WORLD_BANK || other.format() != Format.WORLD_BANK_WORKBOOK)
                .filter(other -> format != Format.WORLD_BANK_WORKBOOK || other.format() != Format.WORLD_BANK)
                .forEach(other -> assertThat(refusal(() -> format.reader().read(other.file())))
                        .as("%s read as %s", other, format)
                        .matches("E-[A-Z]+-\\d{3} specimen(:\\d+)*: .*"));
    }
}
