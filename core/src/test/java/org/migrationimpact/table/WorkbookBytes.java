package org.migrationimpact.table;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/** The smallest XLSX that holds these sheets: a {@code String} becomes an inline text, a {@code Date} a number with a date format. */
public final class WorkbookBytes {

    private static final String HEAD = "<?xml version=\"1.0\" encoding=\"UTF-8\"?>";
    private static final String MAIN = "xmlns=\"http://schemas.openxmlformats.org/spreadsheetml/2006/main\"";
    private static final String LINKS = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
    private static final String PACKAGE = "xmlns=\"http://schemas.openxmlformats.org/package/2006/relationships\"";

    private final Map<String, String> sheets = new LinkedHashMap<>();

    /** Days since 1899-12-30, shown as a date. */
    public record Date(int serial) {}

    /** Cells as they stand in the file. */
    public record Raw(String xml) {}

    public WorkbookBytes sheet(String name, List<List<Object>> rows) {
        StringBuilder xml = new StringBuilder(HEAD + "<worksheet " + MAIN + "><sheetData>");
        for (int r = 0; r < rows.size(); r++) {
            xml.append("<row r=\"").append(r + 1).append("\">");
            for (int c = 0; c < rows.get(r).size(); c++) {
                xml.append(cell(
                        (char) ('A' + c) + String.valueOf(r + 1), rows.get(r).get(c)));
            }
            xml.append("</row>");
        }
        sheets.put(name, xml + "</sheetData></worksheet>");
        return this;
    }

    private static String cell(String address, Object value) {
        if (value instanceof Raw raw) {
            return raw.xml();
        }
        if (value instanceof Date date) {
            return "<c r=\"" + address + "\" s=\"1\"><v>" + date.serial() + "</v></c>";
        }
        if (value instanceof Number) {
            return "<c r=\"" + address + "\"><v>" + value + "</v></c>";
        }
        String text = value.toString().replace("&", "&amp;").replace("<", "&lt;");
        return text.isEmpty() ? "" : "<c r=\"" + address + "\" t=\"inlineStr\"><is><t>" + text + "</t></is></c>";
    }

    public byte[] bytes() {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
            StringBuilder types = new StringBuilder(
                    HEAD + "<Types xmlns=\"http://schemas.openxmlformats.org/package/2006/content-types\">"
                            + "<Default Extension=\"rels\" ContentType=\"application/vnd.openxmlformats-package.relationships+xml\"/>"
                            + "<Default Extension=\"xml\" ContentType=\"application/xml\"/>"
                            + override("/xl/workbook.xml", "sheet.main")
                            + override("/xl/styles.xml", "styles"));
            StringBuilder book = new StringBuilder(HEAD + "<workbook " + MAIN + " xmlns:r=\"" + LINKS + "\"><sheets>");
            StringBuilder links = new StringBuilder(HEAD + "<Relationships " + PACKAGE + ">");
            int number = 0;
            for (String name : sheets.keySet()) {
                number++;
                types.append(override("/xl/worksheets/sheet" + number + ".xml", "worksheet"));
                book.append("<sheet name=\"" + name + "\" sheetId=\"" + number + "\" r:id=\"rId" + number + "\"/>");
                links.append(link(number, "worksheet", "worksheets/sheet" + number + ".xml"));
            }
            links.append(link(number + 1, "styles", "styles.xml"));
            put(zip, "[Content_Types].xml", types + "</Types>");
            put(
                    zip,
                    "_rels/.rels",
                    HEAD + "<Relationships " + PACKAGE + ">" + link(1, "officeDocument", "xl/workbook.xml")
                            + "</Relationships>");
            put(zip, "xl/workbook.xml", book + "</sheets></workbook>");
            put(zip, "xl/_rels/workbook.xml.rels", links + "</Relationships>");
            put(
                    zip,
                    "xl/styles.xml",
                    HEAD + "<styleSheet " + MAIN
                            + "><cellXfs count=\"2\"><xf numFmtId=\"0\"/><xf numFmtId=\"14\"/></cellXfs></styleSheet>");
            number = 0;
            for (String xml : sheets.values()) {
                number++;
                put(zip, "xl/worksheets/sheet" + number + ".xml", xml);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }

    private static String override(String part, String kind) {
        return "<Override PartName=\"" + part
                + "\" ContentType=\"application/vnd.openxmlformats-officedocument.spreadsheetml." + kind + "+xml\"/>";
    }

    private static String link(int number, String kind, String target) {
        return "<Relationship Id=\"rId" + number + "\" Type=\"" + LINKS + "/" + kind + "\" Target=\"" + target + "\"/>";
    }

    private static void put(ZipOutputStream zip, String name, String text) throws IOException {
        zip.putNextEntry(new ZipEntry(name));
        zip.write(text.getBytes(StandardCharsets.UTF_8));
        zip.closeEntry();
    }
}
