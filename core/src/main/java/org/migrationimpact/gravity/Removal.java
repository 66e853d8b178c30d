package org.migrationimpact.gravity;

/** What is assumed of a measure that was removed again. */
public enum Removal {
    /** Its removal undoes its introduction: one column, 1 while it is in force. */
    UNDOES,
    /** Its removal has an effect of its own, which may be smaller: a column for each, and a test that they cancel out. */
    OWN_EFFECT
}
