package org.migrationimpact.table;

/** How much a file may ask of the machine. A file beyond a limit is refused with the limit in the message. */
public final class Limits {

    /** Bytes of a file as it lies on disk: 256 MiB. */
    public static final int FILE_BYTES = 256 << 20;

    /** Bytes that a compressed file may expand to: 1 GiB. */
    public static final long EXPANDED_BYTES = 1L << 30;

    /** How many times its size a compressed file may expand to, once it has passed {@link #RATIO_FROM_BYTES}. */
    public static final long EXPANSION_RATIO = 250;

    /** Small files may expand by any ratio up to this size: 16 MiB. */
    public static final long RATIO_FROM_BYTES = 16 << 20;

    /** Parts of a workbook. */
    public static final int ZIP_ENTRIES = 10_000;

    /** Rows of a table. */
    public static final int ROWS = 20_000_000;

    /** Columns of a table, as many as a worksheet can have. */
    public static final int COLUMNS = 16_384;

    /** Cells of a table; each costs 8 bytes. */
    public static final long CELLS = 100_000_000;

    /** Characters of one cell, as many as a cell of a worksheet can have. */
    public static final int CELL_CHARACTERS = 32_767;

    /** Characters of all different texts of a table together. */
    public static final long TEXT_CHARACTERS = 128L << 20;

    /** Characters that the comment lines before a header may have. */
    public static final int PREAMBLE_CHARACTERS = 1 << 18;

    /** Rows before which the header of a worksheet must stand. */
    public static final int HEADER_WITHIN_ROWS = 20;

    private Limits() {}
}
