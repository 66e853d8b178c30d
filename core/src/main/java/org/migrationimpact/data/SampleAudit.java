package org.migrationimpact.data;

import java.io.Serializable;
import java.util.ArrayList;
import java.util.List;

/**
 * How many rows were read, how many used, and why the others were not. The counts add up, or the audit does not come into being.
 *
 * @param read rows read
 * @param used rows used
 * @param dropped the others, one entry a reason, in the order in which they were dropped
 */
public record SampleAudit(int read, int used, List<Dropped> dropped) implements Serializable {

    /** So many rows that were not used, and why. */
    public record Dropped(String reason, int rows) implements Serializable {
        public Dropped {
            if (rows < 0) {
                throw new IllegalArgumentException("rows must be 0 or more, got " + rows);
            }
        }
    }

    public SampleAudit {
        dropped = dropped.stream().filter(drop -> drop.rows() > 0).toList();
        int sum = dropped.stream().mapToInt(Dropped::rows).sum();
        if (read != used + sum) {
            throw new IllegalArgumentException(
                    "rows do not add up: " + read + " read, " + used + " used, " + sum + " dropped");
        }
    }

    /** Everything read was used. */
    public static SampleAudit complete(int rows) {
        return new SampleAudit(rows, rows, List.of());
    }

    /** The same, with so many of the used rows dropped for this reason. */
    public SampleAudit drop(String reason, int rows) {
        List<Dropped> more = new ArrayList<>(dropped);
        more.add(new Dropped(reason, rows));
        return new SampleAudit(read, used - rows, more);
    }

    /** This step followed by the next one, which read what this one used. */
    public SampleAudit then(SampleAudit next) {
        if (next.read != used) {
            throw new IllegalArgumentException("the next step read " + next.read + " rows of " + used);
        }
        List<Dropped> all = new ArrayList<>(dropped);
        all.addAll(next.dropped);
        return new SampleAudit(read, next.used, all);
    }

    /** One line: {@code 137 rows read, 48 used; 89 outside the window}. */
    @Override
    public String toString() {
        StringBuilder text = new StringBuilder(read + " rows read, " + used + " used");
        for (int i = 0; i < dropped.size(); i++) {
            text.append(i == 0 ? "; " : ", ")
                    .append(dropped.get(i).rows())
                    .append(' ')
                    .append(dropped.get(i).reason());
        }
        return text.toString();
    }
}
