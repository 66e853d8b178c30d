package org.migrationimpact.data;

/**
 * How many short periods become a long one: the months of a year, the days of a week. Which rule is right depends on what is counted: a
 * flow is summed, a stock is that of the last (or first) day, a rate or a price is averaged.
 *
 * <p>Nothing is filled. {@link #SUM} and {@link #MEAN} need a figure in every short period of the long one, {@link #FIRST} and {@link
 * #LAST} in the one they take; otherwise the long period has no figure, and its flags say why ({@link Flag#ABSENT} where the series does
 * not reach over it). See {@link Series#lowered}.
 */
public enum Lowering {
    /** The sum: for flows, such as asylum applications or money sent. */
    SUM("sum"),
    /** The mean of the short periods, each with the same weight: for rates and prices, such as an exchange rate or a price index. */
    MEAN("mean"),
    /** The first short period: for stocks at the beginning. */
    FIRST("first"),
    /** The last short period: for stocks at the end. */
    LAST("last");

    private final String word;

    Lowering(String word) {
        this.word = word;
    }

    /** The word for it: {@code sum}. */
    @Override
    public String toString() {
        return word;
    }
}
