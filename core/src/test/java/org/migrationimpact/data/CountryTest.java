package org.migrationimpact.data;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.migrationimpact.Serialized;

class CountryTest {

    @Test
    void everyCountryOfIso3166AndKosovoIsThereOnce() {
        List<String> iso = Arrays.stream(Locale.getISOCountries()).sorted().toList();
        List<String> here = Country.all().stream()
                .map(Country::iso2)
                .filter(code -> !code.equals("XK"))
                .toList();
        assertEquals(iso, here);
        assertEquals(250, Country.all().size());
    }

    @Test
    void theThreeLetterCodesAreThoseThatTheJdkKnows() {
        assertThat(Country.all())
                .filteredOn(country -> !country.iso2().equals("XK"))
                .allSatisfy(country -> assertEquals(
                        new Locale.Builder().setRegion(country.iso2()).build().getISO3Country(), country.iso3()));
    }

    @Test
    void everyCountryIsFoundUnderEachOfItsCodesAndNames() {
        assertThat(Country.all()).allSatisfy(country -> {
            assertSame(country, Country.of(country.iso2()));
            assertSame(country, Country.of(country.iso3()));
            assertSame(country, Country.of(country.m49()));
            assertSame(country, Country.of(country.eurostat()));
            assertSame(country, Country.of(country.name()));
            assertSame(country, Country.of(country.russianName()));
            assertThat(country.aliases()).allSatisfy(alias -> assertSame(country, Country.of(alias)));
        });
    }

    @Test
    void numericCodesAreThreeDigitsAndAllDifferent() {
        assertThat(Country.all())
                .extracting(Country::m49)
                .doesNotHaveDuplicates()
                .allMatch(code -> code.matches("\\d{3}"));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {
                "EL;GR",
                "UK;GB",
                "XK;XK",
                "XKX;XK",
                "ROU;RO",
                "ROM;RO",
                "ZAR;CD",
                "TMP;TL",
                "ADO;AD",
                "IMY;IM",
                "KSV;XK",
                "WBG;PS",
                "BUR;MM",
                "688;RS",
                "412;XK",
                "gr;GR",
                "Aut;AT",
                "008;AL",
                "Kosovo*;XK",
                "Kosovo* ;XK",
                "Palestine^;PS",
                "West Bank and Gaza;PS",
                "Swaziland;SZ",
                "Turkey;TR",
                "Turkiye;TR",
                "Türkiye;TR",
                "TÜRKIYE;TR",
                "türkiye;TR",
                "Türkiye, Rep. of;TR",
                "Kyrgyz Republic;KG",
                "Egypt, Arab Rep.;EG",
                "Côte d’Ivoire;CI",
                "Cote d'Ivoire;CI",
                "Korea, Dem. People’s Rep.;KP",
                "Korea, Rep.;KR",
                "Korea;KR",
                "Rep. of Korea;KR",
                "Congo;CG",
                "Congo, Rep.;CG",
                "Congo, Dem. Rep.;CD",
                "Congo (Kinshasa);CD",
                "Dem. Rep. of the Congo;CD",
                "Niger;NE",
                "Nigeria;NG",
                "Guinea;GN",
                "Guinea-Bissau;GW",
                "Dominica;DM",
                "Dominican Rep.;DO",
                "Georgia;GE",
                "GE;GE",
                "NA;NA",
                "Germany (until 1990 former territory of the FRG);DE",
                "Former Yugoslav Republic of Macedonia, the;MK",
                "Kosovo (under United Nations Security Council Resolution 1244/99);XK",
                "Moldau (Republik);MD",
                "Moldau, Republik;MD",
                "Mazedonien;MK",
                "Russische Foederation;RU",
                "Russische Föderation;RU",
                "Weissrussland;BY",
                "Weißrussland;BY",
                "Sao Tome  und Principe;ST",
                "Киргизия;KG",
                "Кыргызстан;KG",
                "молдавия;MD",
                "Российская Федерация;RU",
                "Объединенные Арабские Эмираты;AE"
            })
    void publishersSpellingsAreUnderstood(String text, String iso2) {
        assertEquals(iso2, Country.of(text).iso2());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "8",
                "08",
                "",
                " ",
                "*",
                "EU27_2020",
                "TOTAL",
                "UNK",
                "Unknown",
                "Third-country",
                "CHI",
                "Channel Islands",
                "Micronesia",
                "Serbia and Kosovo: S/RES/1244 (1999)",
                "Republik",
                "Inland",
                "GFR",
                "YUG",
                "SCG",
                "891",
                "SUN",
                "CSK",
                "DDR",
                "AUL"
            })
    void whatIsNoCountryIsNotTakenForOne(String text) {
        assertThat(Country.find(text)).isEmpty();
    }

    @Test
    void anUnknownNameIsRefusedWithTheNearestOnes() {
        InputException refusal = assertThrows(InputException.class, () -> Country.of("Moldovia"));
        assertEquals("E-COUNTRY-001", refusal.code());
        assertEquals(
                "'Moldovia' is no country this library knows; the nearest names are Moldova (MD), Bolivia (BO), Mongolia (MN);"
                        + " write an ISO code (AL, ALB), a Eurostat code (EL, UK, XK), a UN code (008) or a name",
                refusal.getMessage());
    }

    @Test
    void aVeryLongTextIsRefusedInAShortMessage() {
        String refusal = String.valueOf(assertThrows(InputException.class, () -> Country.of("x".repeat(1_000_000)))
                .getMessage());
        assertThat(refusal).hasSizeLessThan(400).startsWith("'" + "x".repeat(60) + "...' is no country");
    }

    @Test
    void anAggregateIsRefusedWithItsName() {
        InputException refusal = assertThrows(InputException.class, () -> Country.of("EU28"));
        assertEquals("E-COUNTRY-002", refusal.code());
        assertEquals(
                "'EU28' is no country but an aggregate (European Union (28 countries)); where a country is needed, hand in its"
                        + " members one by one",
                refusal.getMessage());
    }

    @Test
    void fiftyStatesAreMarkedAsThoseOfTheDeclaration() {
        List<String> states = Country.all().stream()
                .filter(Country::isDeclarationState)
                .map(Country::iso2)
                .toList();
        assertEquals(
                List.of(
                        "AL AM AT AZ BA BE BG BY CH CY CZ DE DK EE ES FI FR GB GE GR HR HU IE IT KG KZ LI LT LU LV MD ME MK MT NL NO PL PT RO RS RU SE SI SK TJ TM TR UA UZ XK"
                                .split(" ")),
                states);
        assertEquals(50, states.size());
    }

    @Test
    void aCountryPrintsItsNameAndSortsByItsCode() {
        assertEquals("Albania", Country.of("AL").toString());
        assertThat(Country.of("AL")).isLessThan(Country.of("GR"));
    }

    @Test
    void aCountryStaysItselfThroughSerialization() throws Exception {
        assertSame(Country.of("KG"), Serialized.copy(Country.of("KG")));
        assertEquals("KG".hashCode(), Country.of("KG").hashCode());
    }
}
