package org.migrationimpact.table;

import java.util.EnumSet;
import java.util.Set;
import org.migrationimpact.data.Flag;
import org.migrationimpact.data.InputException;

/**
 * Where a cell stands, for the message that refuses it.
 *
 * @param file the file's name
 * @param line the line of a text or the row of a worksheet, from 1
 * @param column the column, from 1
 */
public record Place(String file, long line, long column) {

    /** The refusal of what stands here. */
    public InputException refuse(String code, String message) {
        return InputException.in(code, file, line, column, message);
    }

    /** The same refusal with this place in front. */
    public InputException here(InputException refusal) {
        return refuse(refusal.code(), String.valueOf(refusal.getMessage()));
    }

    /**
     * The flags that these letters stand for; none for no letters.
     *
     * @throws InputException E-FLAG-001 with this place for a letter that is no flag
     */
    public Set<Flag> flags(String letters) {
        try {
            return letters.isEmpty() ? EnumSet.noneOf(Flag.class) : Flag.parse(letters);
        } catch (InputException unknown) {
            throw here(unknown);
        }
    }

    /**
     * The flags that a confidentiality status stands for.
     *
     * @throws InputException E-FLAG-002 with this place for a status that is none
     */
    public Set<Flag> confidentiality(String status) {
        try {
            return Flag.parseConfidentiality(status);
        } catch (InputException unknown) {
            throw here(unknown);
        }
    }
}
