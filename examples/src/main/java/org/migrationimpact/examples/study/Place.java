package org.migrationimpact.examples.study;

import org.migrationimpact.data.InputException;

/** A place in a study file; lines and columns count from 1. */
record Place(String file, int line, int column) {

    /** A refusal that points here. */
    InputException refusal(String code, String message) {
        return InputException.in(code, file, line, column, message);
    }

    /** The refusal of another package, under its own code, pointing here. */
    InputException refusal(InputException elsewhere) {
        return refusal(elsewhere.code(), String.valueOf(elsewhere.getMessage()));
    }
}
