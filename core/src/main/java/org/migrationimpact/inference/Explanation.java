package org.migrationimpact.inference;

import java.io.Serializable;
import java.util.List;
import java.util.Locale;

/**
 * How standard errors come about: the estimator, and each number that enters beside the data, with what it is. The errors of two programs
 * differ where two of these lines differ.
 *
 * @param estimator such as {@code clustered by firm, CR1}
 * @param parts in the order in which they enter
 */
public record Explanation(String estimator, List<Part> parts) implements Serializable {

    public Explanation {
        parts = List.copyOf(parts);
    }

    /**
     * One number.
     *
     * @param symbol as written in a formula: {@code G/(G-1)}
     * @param value the number
     * @param meaning what it counts and why it is there
     */
    public record Part(String symbol, double value, String meaning) implements Serializable {

        @Override
        public String toString() {
            String number = value == Math.rint(value) && Math.abs(value) < 1e15
                    ? String.format(Locale.ROOT, "%.0f", value)
                    : String.format(Locale.ROOT, "%.6g", value);
            return symbol + " = " + number + ": " + meaning;
        }
    }

    /** The value of the part with this symbol; {@code NaN} where there is none. */
    public double value(String symbol) {
        return parts.stream()
                .filter(part -> part.symbol().equals(symbol))
                .mapToDouble(Part::value)
                .findFirst()
                .orElse(Double.NaN);
    }

    /** The estimator, and one line a part. */
    @Override
    public String toString() {
        StringBuilder text = new StringBuilder(estimator);
        parts.forEach(part -> text.append("\n  ").append(part));
        return text.toString();
    }
}
