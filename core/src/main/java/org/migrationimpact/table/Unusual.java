package org.migrationimpact.table;

/** What is read quickly cannot go on: the file has a fault, or is beyond a limit. Whoever reads it carefully will tell what it is. */
final class Unusual extends RuntimeException {

    private static final long serialVersionUID = 1L;

    Unusual() {
        super("not read quickly", null, false, false);
    }
}
