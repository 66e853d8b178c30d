package org.migrationimpact.measure;

import java.io.Serializable;
import java.util.Optional;
import java.util.regex.Pattern;
import org.migrationimpact.data.Country;
import org.migrationimpact.data.InputException;
import org.migrationimpact.data.Spelling;

/**
 * Who takes part in a measure: a country, by its ISO code, or a body of states such as {@code EU}, {@code EAEU} (Eurasian Economic Union)
 * or {@code EPC} (European Payments Council). A body is never replaced by its members: they change over time.
 *
 * @param code the two-letter code of the country, or the short name of the body
 */
public record Party(String code) implements Comparable<Party>, Serializable {

    private static final Pattern BODY = Pattern.compile("[A-Z][A-Z0-9]{1,11}");

    public Party {
        if (!BODY.matcher(code).matches()) {
            throw new IllegalArgumentException("a party is 2 to 12 capital letters or digits, got " + code);
        }
    }

    /** A country as a party. */
    public static Party of(Country country) {
        return new Party(country.iso2());
    }

    /**
     * The country that the text names, or else the body of that short name.
     *
     * @throws InputException E-MEASURE-006 if it is neither
     */
    public static Party of(String text) {
        Optional<Country> country = Country.find(text);
        if (country.isEmpty() && !BODY.matcher(text).matches()) {
            throw new InputException(
                    "E-MEASURE-006",
                    Spelling.quoted(text)
                            + " is neither a country nor the short name of a body of states in capitals, such as EU or EAEU");
        }
        return country.map(Party::of).orElseGet(() -> new Party(text));
    }

    /** The country, or empty for a body of states. */
    public Optional<Country> country() {
        return Country.find(code);
    }

    /** The name of the country, or the short name of the body. */
    public String name() {
        return country().map(Country::name).orElse(code);
    }

    @Override
    public int compareTo(Party other) {
        return code.compareTo(other.code);
    }

    /** The code. */
    @Override
    public String toString() {
        return code;
    }
}
