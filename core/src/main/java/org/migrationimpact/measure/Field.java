package org.migrationimpact.measure;

/** The five fields of the declaration, each with its objectives. */
public enum Field {
    /** Paragraph f: preventing and fighting irregular migration. */
    PREVENTION('f', "Preventing and fighting irregular migration"),
    /** Paragraph g: readmission, voluntary return and reintegration. */
    RETURN('g', "Readmission, voluntary return and sustainable reintegration"),
    /** Paragraph h: legal migration, above all for work. */
    LEGAL_MIGRATION('h', "Legal migration with special emphasis on labour migration"),
    /** Paragraph i: integration of those who reside legally. */
    INTEGRATION('i', "Integration of legally residing migrants"),
    /** Paragraph j: migration for development. */
    DEVELOPMENT('j', "Migration and development");

    private final char letter;
    private final String title;

    Field(char letter, String title) {
        this.letter = letter;
        this.title = title;
    }

    /** The letter of the paragraph, {@code f} to {@code j}. */
    public char letter() {
        return letter;
    }

    /** The field in words. */
    public String title() {
        return title;
    }
}
