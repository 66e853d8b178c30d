package org.migrationimpact.did;

/** With whom the treated of a cohort are compared. */
public enum ControlGroup {
    /** With units that are not treated in any period of the data. */
    NEVER_TREATED("never treated"),
    /** With units that are not treated yet in either period of the comparison, the never treated among them. */
    NOT_YET_TREATED("not yet treated");

    private final String words;

    ControlGroup(String words) {
        this.words = words;
    }

    @Override
    public String toString() {
        return words;
    }
}
