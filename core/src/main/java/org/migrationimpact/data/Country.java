package org.migrationimpact.data;

import java.io.Serial;
import java.io.Serializable;
import java.util.List;
import java.util.Optional;

/**
 * A country or territory of ISO 3166-1, or Kosovo ({@code XK}), under all the names that publishers give it.
 *
 * <p>{@link #of} understands ISO codes of two and three letters, the codes of Eurostat ({@code EL}, {@code UK}, {@code XK}), the UN's
 * numeric codes as three digits ({@code 008}), and the English, Russian and German names in the files of the publishers this library
 * reads. Case, accents and footnote marks ({@code Kosovo*}) do not matter. Two things to know: {@code NA} is Namibia, not "not
 * available"; and the three-letter codes of UNHCR are not ISO codes ({@code AUS} there is Austria), so hand in its ISO column.
 *
 * <p>Totals, groups of states and "unknown" are no countries: see {@link Aggregate}. Names are not a position on the status of any
 * territory.
 */
public final class Country implements Comparable<Country>, Serializable {

    @Serial
    private static final long serialVersionUID = 1L;

    private final String iso2;
    private final transient Codes codes;
    private final transient Names names;

    record Codes(String iso3, String m49, String eurostat) {}

    record Names(String english, String russian, List<String> aliases, String declaration) {}

    Country(String iso2, Codes codes, Names names) {
        this.iso2 = iso2;
        this.codes = codes;
        this.names = names;
    }

    /**
     * The country that the text names.
     *
     * @throws InputException E-COUNTRY-001 if the text is no country this library knows, naming the nearest; E-COUNTRY-002 if it is a
     *     publisher's aggregate
     */
    public static Country of(String text) {
        return find(text).orElseThrow(() -> CountryTable.refusal(text));
    }

    /** The country that the text names, or empty where it names none. */
    public static Optional<Country> find(String text) {
        return CountryTable.find(text);
    }

    /** All countries, in the order of their ISO codes. */
    public static List<Country> all() {
        return CountryTable.all();
    }

    /** The two-letter code of ISO 3166-1: {@code GR}; {@code XK} for Kosovo. */
    public String iso2() {
        return iso2;
    }

    /** The three-letter code of ISO 3166-1: {@code GRC}; {@code XKX} for Kosovo. */
    public String iso3() {
        return codes.iso3();
    }

    /** The numeric code of the United Nations, three digits: {@code 300}. */
    public String m49() {
        return codes.m49();
    }

    /** The short English name. */
    public String name() {
        return names.english();
    }

    /** The short Russian name. */
    public String russianName() {
        return names.russian();
    }

    /** Eurostat's code, which differs from ISO's for Greece ({@code EL}) and the United Kingdom ({@code UK}). */
    public String eurostat() {
        return codes.eurostat();
    }

    /** Other spellings found at publishers. */
    public List<String> aliases() {
        return names.aliases();
    }

    /**
     * Whether this is one of the fifty states of the Joint Declaration "Building Migration Partnerships" (Prague 2009), by the list of
     * participants that the Prague Process publishes. The list of signatures itself was not seen: Belarus is in that list since
     * December 2010, and the part of Kosovo in the conference of 2009 is not confirmed.
     */
    public boolean isDeclarationState() {
        return !names.declaration().isEmpty();
    }

    @Override
    public int compareTo(Country other) {
        return iso2.compareTo(other.iso2);
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Country country && country.iso2.equals(iso2);
    }

    @Override
    public int hashCode() {
        return iso2.hashCode();
    }

    /** The short English name. */
    @Override
    public String toString() {
        return name();
    }

    @Serial
    private Object readResolve() {
        return of(iso2);
    }
}
