package org.migrationimpact.data;

import java.io.Serializable;
import java.util.ArrayList;
import java.util.List;

/**
 * How many rows were read, how many used, and why the others were not; rows that no file has are counted apart. The counts add up, rows
 * read and added being rows used and dropped, or the audit does not come into being.
 *
 * @param read rows read
 * @param used rows used
 * @param dropped the others, one entry a reason, in the order in which they were dropped
 * @param added rows that were not read but declared, one entry a reason; empty nearly always
 */
public record SampleAudit(int read, int used, List<Dropped> dropped, List<Added> added) implements Serializable {

    /** So many rows that were not used, and why. */
    public record Dropped(String reason, int rows) implements Serializable {
        public Dropped {
            if (rows < 0) {
                throw new IllegalArgumentException("rows must be 0 or more, got " + rows);
            }
        }
    }

    /** So many rows that no file has, and why they are there. */
    public record Added(String reason, int rows) implements Serializable {
        public Added {
            if (rows < 0) {
                throw new IllegalArgumentException("rows must be 0 or more, got " + rows);
            }
        }
    }

    public SampleAudit {
        dropped = dropped.stream().filter(drop -> drop.rows() > 0).toList();
        added = added.stream().filter(more -> more.rows() > 0).toList();
        long less = dropped.stream().mapToLong(Dropped::rows).sum();
        long more = added.stream().mapToLong(Added::rows).sum();
        if (read < 0 || used < 0 || read + more != used + less) {
            throw new IllegalArgumentException("rows do not add up: " + read + " read, "
                    + (more == 0 ? "" : more + " added, ") + used + " used, " + less + " dropped");
        }
    }

    /** Rows read, used and dropped, none of them added. */
    public SampleAudit(int read, int used, List<Dropped> dropped) {
        this(read, used, dropped, List.of());
    }

    /** Everything read was used. */
    public static SampleAudit complete(int rows) {
        return new SampleAudit(rows, rows, List.of());
    }

    /** The same, with so many of the used rows dropped for this reason. */
    public SampleAudit drop(String reason, int rows) {
        List<Dropped> more = new ArrayList<>(dropped);
        more.add(new Dropped(reason, rows));
        return new SampleAudit(read, used - rows, more, added);
    }

    /** The same, with so many rows more that no file has. */
    public SampleAudit add(String reason, int rows) {
        List<Added> more = new ArrayList<>(added);
        more.add(new Added(reason, rows));
        return new SampleAudit(read, Math.addExact(used, rows), dropped, more);
    }

    /** This step followed by the next one, which read what this one used. */
    public SampleAudit then(SampleAudit next) {
        if (next.read != used) {
            throw new IllegalArgumentException("the next step read " + next.read + " rows of " + used);
        }
        List<Dropped> all = new ArrayList<>(dropped);
        all.addAll(next.dropped);
        List<Added> more = new ArrayList<>(added);
        more.addAll(next.added);
        return new SampleAudit(read, next.used, all, more);
    }

    /** One line: {@code 137 rows read, 48 used; 89 outside the window}. */
    @Override
    public String toString() {
        StringBuilder text = new StringBuilder(read + " rows read, ");
        added.forEach(more ->
                text.append(more.rows()).append(" added ").append(more.reason()).append(", "));
        text.append(used).append(" used");
        for (int i = 0; i < dropped.size(); i++) {
            text.append(i == 0 ? "; " : ", ")
                    .append(dropped.get(i).rows())
                    .append(' ')
                    .append(dropped.get(i).reason());
        }
        return text.toString();
    }
}
