package org.migrationimpact.synthetic;

import java.io.Serializable;

/**
 * A unit that is no donor.
 *
 * @param unit its name
 * @param reason why, in words that follow "because it is"
 */
public record Excluded(String unit, String reason) implements Serializable {
    @Override
    public String toString() {
        return unit + " (" + reason + ")";
    }
}
