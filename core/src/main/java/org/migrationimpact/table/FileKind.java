package org.migrationimpact.table;

import java.nio.charset.StandardCharsets;
import org.migrationimpact.data.InputException;

/** What a file is made of, told by its first bytes and never by its name. Separated text and workbooks are tables. */
public enum FileKind {
    /** Text of which the first character is no bracket: lines, perhaps of a table. */
    TEXT("text", ""),
    /** A workbook of worksheets: XLSX. */
    WORKBOOK("workbook", ""),
    /** Text that begins with a brace or a square bracket. */
    JSON("JSON", "fetch the same table as CSV"),
    /** Text that begins with an angle bracket. */
    XML("XML or HTML", "fetch the same table as CSV; a page of HTML is often an error message of the publisher's site"),
    /** The binary workbook of Excel 97 to 2003, or an encrypted workbook. */
    XLS("Excel 97-2003 workbook (.xls) or encrypted workbook", "save it as .xlsx without a password, or as CSV"),
    /** A zip archive that is no workbook. */
    ZIP("zip archive", "unpack it and name the file inside"),
    /** A PDF document. */
    PDF("PDF document", "put the table into a CSV"),
    /** A Parquet file. */
    PARQUET("Parquet file", "write it as CSV");

    private static final int HEAD = 1 << 14;

    private final String title;
    private final String remedy;

    FileKind(String title, String remedy) {
        this.title = title;
        this.remedy = remedy;
    }

    /** The name in a sentence. */
    public String title() {
        return title;
    }

    /** What this file is made of. */
    public static FileKind of(InputFile file) {
        if (file.begins('P', 'K', 3, 4) || file.begins('P', 'K', 5, 6)) {
            return holdsSheets(file) ? WORKBOOK : ZIP;
        }
        if (file.begins(0xd0, 0xcf, 0x11, 0xe0)) {
            return XLS;
        }
        if (file.begins('%', 'P', 'D', 'F')) {
            return PDF;
        }
        return file.begins('P', 'A', 'R', '1') ? PARQUET : text(firstText(file).stripLeading());
    }

    private static FileKind text(String text) {
        if (text.startsWith("{") || text.startsWith("[")) {
            return JSON;
        }
        return text.startsWith("<") ? XML : TEXT;
    }

    /** The beginning of a text, at most 16 KiB of it, without a byte order mark. */
    public static String firstText(InputFile file) {
        return new String(file.head(HEAD), StandardCharsets.UTF_8).replaceFirst("^\ufeff", "");
    }

    private static boolean holdsSheets(InputFile file) {
        String head = new String(file.head(HEAD), StandardCharsets.ISO_8859_1);
        return head.startsWith("PK\u0003\u0004")
                && (head.contains("[Content_Types].xml") || head.contains("xl/") || head.contains("_rels/.rels"));
    }

    /**
     * Lets only a table pass, separated text or a workbook, and says which of the two it is.
     *
     * @throws InputException E-FORMAT-001 for anything else
     */
    public static FileKind requireTable(InputFile file) {
        FileKind kind = of(file);
        if (!kind.remedy.isEmpty()) {
            throw InputException.in(
                    "E-FORMAT-001",
                    file.name(),
                    "the format is recognised, " + kind.title + ", but not read by this version; " + kind.remedy);
        }
        return kind;
    }
}
