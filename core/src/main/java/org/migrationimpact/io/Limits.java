package org.migrationimpact.io;

/** How much a file may ask of the machine. A file beyond a limit is refused with the limit in the message. */
final class Limits {

    /** Bytes of a file as it lies on disk: 256 MiB. */
    static final int FILE_BYTES = 256 << 20;

    /** Bytes that a compressed file may expand to: 1 GiB. */
    static final long EXPANDED_BYTES = 1L << 30;

    /** How many times its size a compressed file may expand to, once it has passed {@link #RATIO_FROM_BYTES}. */
    static final long EXPANSION_RATIO = 250;

    /** Small files may expand by any ratio up to this size: 16 MiB. */
    static final long RATIO_FROM_BYTES = 16 << 20;

    /** Parts of a workbook. */
    static final int ZIP_ENTRIES = 10_000;

    /** Rows of a table. */
    static final int ROWS = 20_000_000;

    /** Columns of a table, as many as a worksheet can have. */
    static final int COLUMNS = 16_384;

    /** Cells of a table; each costs 8 bytes. */
    static final long CELLS = 100_000_000;

    /** Characters of one cell, as many as a cell of a worksheet can have. */
    static final int CELL_CHARACTERS = 32_767;

    /** Characters of all different texts of a table together. */
    static final long TEXT_CHARACTERS = 128L << 20;

    /** Characters that the comment lines before a header may have. */
    static final int PREAMBLE_CHARACTERS = 1 << 18;

    /** Rows before which the header of a worksheet must stand. */
    static final int HEADER_WITHIN_ROWS = 20;

    /** Levels of nesting in JSON. */
    static final int JSON_DEPTH = 64;

    /** Characters of one text in JSON: 1 Mi. */
    static final int JSON_TEXT = 1 << 20;

    /** Elements of JSON, names and brackets among them. */
    static final long JSON_TOKENS = 100_000_000;

    /** Codes of one dimension of a JSON-stat cube. */
    static final int CATEGORIES = 1_000_000;

    private Limits() {}
}
