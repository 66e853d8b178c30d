package org.migrationimpact.benchmarks;

import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStreamWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.SplittableRandom;
import java.util.concurrent.TimeUnit;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.migrationimpact.data.Observations;
import org.migrationimpact.io.Frontex;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Level;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;
import org.openjdk.jmh.annotations.Warmup;

/** How long does it take to read a workbook in the layout of Frontex: 17,000 rows of route, border and nationality, 66 months? */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@Warmup(iterations = 2, time = 3)
@Measurement(iterations = 5, time = 3)
@Fork(value = 1, jvmArgsAppend = "-Xmx1g")
public class ReadFrontexWorkbook {

    private static final String HEAD = "<?xml version=\"1.0\" encoding=\"UTF-8\"?>";
    private static final String LINKS = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
    private static final String MAIN = "xmlns=\"http://schemas.openxmlformats.org/spreadsheetml/2006/main\"";
    private static final String PACKAGE = "http://schemas.openxmlformats.org/package/2006/";
    private static final String[] MONTHS = {
        "JAN", "FEB", "MAR", "APR", "MAY", "JUN", "JUL", "AUG", "SEP", "OCT", "NOV", "DEC"
    };

    @Param("17000")
    public int rows;

    @Param("66")
    public int months;

    private Path file;

    @Setup(Level.Trial)
    public void write() throws IOException {
        file = Files.createTempFile("frontex", ".xlsx");
        try (ZipOutputStream zip = new ZipOutputStream(Files.newOutputStream(file))) {
            put(
                    zip,
                    "[Content_Types].xml",
                    "<Types xmlns=\"" + PACKAGE + "content-types\"><Default Extension=\"rels\""
                            + " ContentType=\"application/vnd.openxmlformats-package.relationships+xml\"/>"
                            + "<Default Extension=\"xml\" ContentType=\"application/xml\"/>"
                            + "<Override PartName=\"/xl/workbook.xml\" ContentType=\"application/vnd.openxmlformats-"
                            + "officedocument.spreadsheetml.sheet.main+xml\"/></Types>");
            put(zip, "_rels/.rels", link("officeDocument", "xl/workbook.xml"));
            put(
                    zip,
                    "xl/workbook.xml",
                    "<workbook " + MAIN + " xmlns:r=\"" + LINKS
                            + "\"><sheets><sheet name=\"Detections_of_IBC\" sheetId=\"1\" r:id=\"rId1\"/></sheets></workbook>");
            put(zip, "xl/_rels/workbook.xml.rels", link("worksheet", "worksheets/sheet1.xml"));
            zip.putNextEntry(new ZipEntry("xl/worksheets/sheet1.xml"));
            BufferedWriter sheet = new BufferedWriter(new OutputStreamWriter(zip, StandardCharsets.UTF_8));
            writeSheet(sheet);
            sheet.flush();
        }
    }

    private static void put(ZipOutputStream zip, String name, String xml) throws IOException {
        zip.putNextEntry(new ZipEntry(name));
        zip.write((HEAD + xml).getBytes(StandardCharsets.UTF_8));
    }

    private static String link(String type, String target) {
        return "<Relationships xmlns=\"" + PACKAGE + "relationships\"><Relationship Id=\"rId1\" Type=\"" + LINKS + "/"
                + type + "\" Target=\"" + target + "\"/></Relationships>";
    }

    private void writeSheet(BufferedWriter sheet) throws IOException {
        SplittableRandom random = new SplittableRandom(3);
        sheet.write(HEAD + "<worksheet " + MAIN + "><sheetData><row r=\"1\">" + text("A1", "Route")
                + text("B1", "BorderType") + text("C1", "Nationality"));
        for (int month = 0; month < months; month++) {
            sheet.write(text(address(month + 3, 1), MONTHS[month % 12] + (2009 + month / 12)));
        }
        sheet.write("</row>");
        for (int row = 2; row < rows + 2; row++) {
            sheet.write("<row r=\"" + row + "\">" + text("A" + row, "Route " + row % 17)
                    + text("B" + row, row % 2 == 0 ? "Land" : "Sea") + text("C" + row, "Nationality " + row / 34));
            for (int month = 0; month < months; month++) {
                sheet.write("<c r=\"" + address(month + 3, row) + "\"><v>" + random.nextInt(2_000) + "</v></c>");
            }
            sheet.write("</row>");
        }
        sheet.write("</sheetData></worksheet>");
    }

    private static String text(String address, String text) {
        return "<c r=\"" + address + "\" t=\"inlineStr\"><is><t>" + text + "</t></is></c>";
    }

    private static String address(int column, int row) {
        String last = String.valueOf((char) ('A' + column % 26));
        return (column < 26 ? last : (char) ('A' + column / 26 - 1) + last) + row;
    }

    @TearDown(Level.Trial)
    public void remove() throws IOException {
        Files.deleteIfExists(file);
    }

    @Benchmark
    public Observations read() {
        return Frontex.read(file);
    }
}
