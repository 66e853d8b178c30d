package org.migrationimpact.impact;

import java.io.Serializable;

/** A choice on which the number depends, such as {@code covariance}: {@code Newey–West, Bartlett, 3 lags, T/(T-K)}. */
public record Convention(String name, String value) implements Serializable {
    @Override
    public String toString() {
        return name + ": " + value;
    }
}
