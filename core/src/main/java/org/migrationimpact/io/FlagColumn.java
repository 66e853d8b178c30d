package org.migrationimpact.io;

import java.util.EnumSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.migrationimpact.data.Flag;
import org.migrationimpact.table.CellColumn;
import org.migrationimpact.table.Rows;

/** The flags of a table that stand in columns of their own: one of letters, one of the confidentiality status, either or none. */
final class FlagColumn {

    private final Rows rows;
    private final @Nullable CellColumn flags;
    private final @Nullable CellColumn confidentiality;
    private final String flagsName;
    private final String confidentialityName;

    /** An empty name stands for a column that is not there. */
    FlagColumn(Rows rows, String flags, String confidentiality) {
        this.rows = rows;
        this.flagsName = flags;
        this.confidentialityName = confidentiality;
        this.flags = flags.isEmpty() ? null : rows.column(flags);
        this.confidentiality = confidentiality.isEmpty() ? null : rows.column(confidentiality);
    }

    Set<Flag> at(int row) {
        Set<Flag> all = EnumSet.noneOf(Flag.class);
        if (flags != null && !flags.isEmpty(row) && !flags.text(row).equals("NA")) {
            all.addAll(rows.place(row, flagsName).flags(flags.text(row)));
        }
        if (confidentiality != null && !confidentiality.isEmpty(row)) {
            all.addAll(rows.place(row, confidentialityName).confidentiality(confidentiality.text(row)));
        }
        return all;
    }
}
