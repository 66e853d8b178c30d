package org.migrationimpact.download;

import java.net.URI;
import java.util.Arrays;
import java.util.List;
import java.util.OptionalInt;
import java.util.stream.Collectors;
import org.migrationimpact.data.Country;
import org.migrationimpact.data.InputException;

/**
 * UNHCR's refugee statistics by its population API, version 1, in JSON; {@code io.UnhcrJson} reads it. All pages are fetched and become
 * one file. Countries are named and asked for by ISO codes, which UNHCR's own codes are not; every country of origin and of asylum has its own
 * rows, and the columns that tell rows apart (authority, type, level, cases or persons) are asked for.
 *
 * <p>Source: UNHCR, <em>Refugee Statistics API</em>, https://api.unhcr.org/docs/refugee-statistics.html.
 */
public final class UnhcrApi extends Question {

    private static final URI BASE = URI.create("https://api.unhcr.org/population/v1");
    private static final String PER_PAGE = "10000";

    private final URI base;
    private final Table table;
    private final String origins;
    private final String destinations;
    private final OptionalInt first;
    private final OptionalInt last;

    /** The tables that are asked for. */
    private enum Table {
        POPULATION("population"),
        APPLICATIONS("asylum-applications", "procedure_type", "app_type", "app_pc", "dec_level", "applied"),
        DECISIONS(
                "asylum-decisions",
                "procedure_type",
                "dec_level",
                "dec_pc",
                "dec_recognized",
                "dec_other",
                "dec_rejected",
                "dec_closed",
                "dec_total");

        private final String path;

        @SuppressWarnings("ImmutableEnumChecker") // List.of
        private final List<String> columns;

        Table(String path, String... columns) {
            this.path = path;
            this.columns = List.of(columns);
        }
    }

    private UnhcrApi(URI base, Table table, String origins, String destinations, OptionalInt first, OptionalInt last) {
        this.base = base;
        this.table = table;
        this.origins = origins;
        this.destinations = destinations;
        this.first = first;
        this.last = last;
    }

    private static UnhcrApi of(Table table) {
        return new UnhcrApi(BASE, table, "", "", OptionalInt.empty(), OptionalInt.empty());
    }

    /** Refugees, asylum-seekers and others of concern, at the end of each year. */
    public static UnhcrApi population() {
        return of(Table.POPULATION);
    }

    /** Applications for asylum of each year. */
    public static UnhcrApi applications() {
        return of(Table.APPLICATIONS);
    }

    /** Decisions on applications for asylum of each year. */
    public static UnhcrApi decisions() {
        return of(Table.DECISIONS);
    }

    /**
     * The same for these countries of origin only, by any code that stands for one.
     *
     * @throws InputException E-COUNTRY-001 where a code stands for no country
     */
    public UnhcrApi from(String... countries) {
        return new UnhcrApi(base, table, iso3(countries), destinations, first, last);
    }

    /**
     * The same for these countries of asylum only, by any code that stands for one.
     *
     * @throws InputException E-COUNTRY-001 where a code stands for no country
     */
    public UnhcrApi to(String... countries) {
        return new UnhcrApi(base, table, origins, iso3(countries), first, last);
    }

    private static String iso3(String... countries) {
        return Arrays.stream(countries)
                .map(text -> Country.of(text).iso3())
                .distinct()
                .sorted()
                .collect(Collectors.joining(","));
    }

    /**
     * The same from one year to another, both included.
     *
     * @throws InputException E-DOWNLOAD-022 where the first is after the last, or they are no years since 1951
     */
    public UnhcrApi between(int firstYear, int lastYear) {
        if (firstYear > lastYear || firstYear < 1951 || lastYear > 9999) {
            throw new InputException(
                    "E-DOWNLOAD-022",
                    "UNHCR has no figures from " + firstYear + " to " + lastYear
                            + "; name two years since 1951, the earlier one first");
        }
        return new UnhcrApi(base, table, origins, destinations, OptionalInt.of(firstYear), OptionalInt.of(lastYear));
    }

    /** The same at another server with this API; https, or this machine. */
    public UnhcrApi at(URI server) {
        return new UnhcrApi(Address.requireSafe(server), table, origins, destinations, first, last);
    }

    @Override
    public URI address() {
        return page(1);
    }

    private URI page(int number) {
        Address address = Address.at(base).path(table.path, "").with("limit", PER_PAGE);
        address.with("cf_type", "ISO");
        address.with(origins.isEmpty() ? "coo_all" : "coo", origins.isEmpty() ? "true" : origins);
        address.with(destinations.isEmpty() ? "coa_all" : "coa", destinations.isEmpty() ? "true" : destinations);
        first.ifPresent(year -> address.with("yearFrom", String.valueOf(year)));
        last.ifPresent(year -> address.with("yearTo", String.valueOf(year)));
        table.columns.forEach(column -> address.with("columns[]", column));
        return address.with("page", String.valueOf(number)).uri();
    }

    @Override
    String title() {
        return "unhcr-" + table.path;
    }

    @Override
    Content content() {
        return Content.JSON;
    }

    @Override
    Reply ask(Courier courier, Version known) {
        return Pages.all(Pages.Shape.UNHCR, courier, known, this::page);
    }

    @Override
    void require(byte[] file, ByHand byHand) {
        Pages.requireOne(Pages.Shape.UNHCR, file, byHand);
    }
}
