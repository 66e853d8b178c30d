package org.migrationimpact.io;

import java.util.EnumSet;
import java.util.Set;
import org.migrationimpact.data.Flag;
import org.migrationimpact.data.InputException;

/** Where a cell stands, for the message that refuses it. */
record Place(String file, long line, long column) {

    InputException refuse(String code, String message) {
        return InputException.in(code, file, line, column, message);
    }

    /** The same refusal with this place in front. */
    InputException here(InputException refusal) {
        return refuse(refusal.code(), String.valueOf(refusal.getMessage()));
    }

    Set<Flag> flags(String letters) {
        try {
            return letters.isEmpty() ? EnumSet.noneOf(Flag.class) : Flag.parse(letters);
        } catch (InputException unknown) {
            throw here(unknown);
        }
    }

    Set<Flag> confidentiality(String status) {
        try {
            return Flag.parseConfidentiality(status);
        } catch (InputException unknown) {
            throw here(unknown);
        }
    }
}
