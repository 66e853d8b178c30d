package org.migrationimpact.data;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The countries of {@code countries.csv}, read once when first asked for. */
final class CountryTable {

    private static final CountryTable STANDARD = new CountryTable();

    private final List<Country> countries = new ArrayList<>();
    private final SpellingIndex<Country> spellings = new SpellingIndex<>();

    private CountryTable() {
        ResourceTable.read(
                        Country.class,
                        "countries.csv",
                        "iso2",
                        "iso3",
                        "m49",
                        "name",
                        "russian",
                        "eurostat",
                        "aliases",
                        "declaration")
                .forEach(this::add);
    }

    private void add(ResourceTable.Row row) {
        Country country = new Country(
                row.text("iso2"),
                new Country.Codes(row.text("iso3"), row.text("m49"), row.text("eurostat")),
                new Country.Names(
                        row.text("name"), row.text("russian"), row.list("aliases", '|'), row.text("declaration")));
        countries.add(country);
        List.of(country.iso2(), country.iso3(), country.m49(), country.eurostat())
                .forEach(code -> spellings.code(code, country, row));
        List.of(country.name(), country.russianName()).forEach(name -> spellings.name(name, country, row));
        country.aliases().forEach(alias -> spellings.name(alias, country, row));
    }

    static List<Country> all() {
        return List.copyOf(STANDARD.countries);
    }

    static Optional<Country> find(String text) {
        return STANDARD.spellings.find(text);
    }

    static InputException refusal(String text) {
        return Aggregate.find(text)
                .map(aggregate -> new InputException(
                        "E-COUNTRY-002",
                        Spelling.quoted(text) + " is no country but an aggregate (" + aggregate.name()
                                + "); where a country is needed, hand in its members one by one"))
                .orElseGet(
                        () -> new InputException(
                                "E-COUNTRY-001",
                                Spelling.quoted(text) + " is no country this library knows; the nearest names are "
                                        + nearest(text)
                                        + "; write an ISO code (AL, ALB), a Eurostat code (EL, UK, XK), a UN code (008) or a name"));
    }

    private static String nearest(String text) {
        List<String> names = STANDARD.countries.stream()
                .flatMap(country -> Stream.of(country.name(), country.russianName()))
                .toList();
        return Spelling.nearest(text, names).stream()
                .map(name -> name + " (" + Country.of(name).iso2() + ")")
                .collect(Collectors.joining(", "));
    }
}
