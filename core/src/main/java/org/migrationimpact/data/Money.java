package org.migrationimpact.data;

import java.io.Serializable;
import java.util.Arrays;
import java.util.Currency;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * In which currency money is counted, and in how many units of it: {@code million USD}. Nominal money of the time, never of constant
 * prices.
 *
 * @param currency a currency of ISO 4217
 * @param scale whether in ones, thousands, millions or billions
 */
public record Money(Currency currency, Scale scale) implements Serializable {

    private static final Pattern WORDS = Pattern.compile("[\\s,()\u00a0]+");
    private static final List<String> CURRENT = List.of("current", "in", "of", "nominal");

    /** How many units of the currency a figure counts in. */
    public enum Scale {
        /** One. */
        ONE(1, "", ""),
        /** A thousand. */
        THOUSAND(1e3, "thousand ", "thousands?|th"),
        /** A million. */
        MILLION(1e6, "million ", "millions?|mn|mio"),
        /** A thousand millions. */
        BILLION(1e9, "billion ", "billions?|bn");

        private final double factor;
        private final String prefix;
        private final String words;

        Scale(double factor, String prefix, String words) {
            this.factor = factor;
            this.prefix = prefix;
            this.words = words;
        }

        /** How many units one of these is: 1e6 for a million. */
        public double factor() {
            return factor;
        }

        /** The word before the currency, with a blank behind it: {@code "million "}; empty for ones. */
        public String prefix() {
            return prefix;
        }
    }

    /**
     * Money in units of a currency.
     *
     * @throws InputException E-MONEY-001 for what is no code of ISO 4217
     */
    public static Money of(String code) {
        return new Money(currency(code), Scale.ONE);
    }

    /**
     * The currency of a code.
     *
     * @throws InputException E-MONEY-001 for what is no code of ISO 4217
     */
    public static Currency currency(String code) {
        return byCode(code)
                .orElseThrow(() -> new InputException(
                        "E-MONEY-001",
                        Spelling.quoted(code)
                                + " is no currency; write its code of ISO 4217 in capitals, such as USD, EUR or KGS"));
    }

    /**
     * The money that a publisher's unit names: {@code current US$}, {@code US$ million}, {@code thousand USD}, {@code EUR}. Empty for
     * every unit with a word that is not understood as nominal money, such as constant or international dollars and {@code LCU}.
     */
    public static Optional<Money> find(String unit) {
        List<String> words = Arrays.stream(WORDS.split(unit.strip().replaceAll("(?i)\\bUS dollars?\\b", "USD")))
                .filter(word -> !word.isEmpty() && !CURRENT.contains(word.toLowerCase(Locale.ROOT)))
                .toList();
        List<Scale> scales =
                words.stream().flatMap(word -> scale(word).stream()).toList();
        List<Currency> currencies =
                words.stream().flatMap(word -> byCode(word).stream()).toList();
        boolean plain = currencies.size() == 1 && scales.size() <= 1 && scales.size() + 1 == words.size();
        return plain
                ? Optional.of(new Money(currencies.get(0), scales.isEmpty() ? Scale.ONE : scales.get(0)))
                : Optional.empty();
    }

    private static Optional<Scale> scale(String word) {
        return Arrays.stream(Scale.values())
                .filter(scale -> word.toLowerCase(Locale.ROOT).matches(scale.words))
                .findFirst();
    }

    private static Optional<Currency> byCode(String word) {
        String code = switch (word) {
            case "US$", "U.S.$" -> "USD";
            case "\u20ac", "euro", "euros" -> "EUR";
            default -> word;
        };
        return Currency.getAvailableCurrencies().stream()
                .filter(currency -> currency.getCurrencyCode().equals(code))
                .findFirst();
    }

    /** The same currency counted in thousands, millions or billions. */
    public Money in(Scale other) {
        return new Money(currency, other);
    }

    /** The same scale in another currency. */
    public Money in(Currency other) {
        return new Money(other, scale);
    }

    /** The unit: {@code million USD}. */
    @Override
    public String toString() {
        return scale.prefix + currency.getCurrencyCode();
    }
}
