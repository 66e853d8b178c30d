package org.migrationimpact.download;

import java.net.URI;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.migrationimpact.data.Country;
import org.migrationimpact.data.InputException;
import org.migrationimpact.data.Period;

/**
 * An indicator of the World Bank by its API, version 2, in JSON; {@code io.WorldBankJson} reads it. All pages are fetched and become one
 * file.
 *
 * <p>Source: World Bank, <em>Developer Information: Indicator API Queries, API Basic Call Structures</em>, articles 898599 and 898581 of its
 * help desk.
 */
public final class WorldBankApi extends Question {

    private static final URI BASE = URI.create("https://api.worldbank.org/v2");
    private static final String PER_PAGE = "20000";

    private final URI base;
    private final String indicator;
    private final List<String> countries;
    private final String dates;

    private WorldBankApi(URI base, String indicator, List<String> countries, String dates) {
        this.base = base;
        this.indicator = indicator;
        this.countries = countries;
        this.dates = dates;
    }

    /**
     * All countries, groups of countries and dates of the indicator with this code, such as {@code BX.TRF.PWKR.CD.DT}.
     *
     * @throws InputException E-DOWNLOAD-001 where it is no code
     */
    public static WorldBankApi indicator(String code) {
        return new WorldBankApi(BASE, Address.code("code of an indicator", code, "._\\-"), List.of(), "");
    }

    /**
     * The same for these countries only: any code of a country, or the World Bank's code of a group.
     *
     * @throws InputException E-DOWNLOAD-001 where a code has signs that none has
     */
    public WorldBankApi countries(String... codes) {
        List<String> all = new ArrayList<>();
        Arrays.stream(codes).map(WorldBankApi::country).distinct().sorted().forEach(all::add);
        return new WorldBankApi(base, indicator, List.copyOf(all), dates);
    }

    private static String country(String code) {
        String checked = Address.code("code of a country", code, "");
        return Country.find(checked).map(Country::iso3).orElse(checked);
    }

    /**
     * The same from one period to another, both included.
     *
     * @throws InputException E-DOWNLOAD-021 where they are not both years, both quarters or both months, or in the wrong order
     */
    public WorldBankApi between(Period first, Period last) {
        if (first.frequency() != last.frequency() || last.isBefore(first)) {
            throw noDates(first, last);
        }
        return new WorldBankApi(base, indicator, countries, date(first, last, first) + ":" + date(first, last, last));
    }

    private static String date(Period first, Period last, Period period) {
        return switch (period.frequency()) {
            case ANNUAL -> period.toString();
            case QUARTER -> period.toString().replace("-", "");
            case MONTH -> period.toString().replace("-", "M");
            case HALF_YEAR, WEEK, DAY, ORDINAL -> throw noDates(first, last);
        };
    }

    private static InputException noDates(Period first, Period last) {
        return new InputException(
                "E-DOWNLOAD-021",
                "the World Bank has no figures from " + first + " to " + last
                        + "; name two years, two quarters or two months, the earlier one first");
    }

    /** The same at another server with this API; https, or this machine. */
    public WorldBankApi at(URI server) {
        return new WorldBankApi(Address.requireSafe(server), indicator, countries, dates);
    }

    @Override
    public URI address() {
        return page(1);
    }

    private URI page(int number) {
        Address address = Address.at(base)
                .path("country", countries.isEmpty() ? "all" : String.join(";", countries), "indicator", indicator)
                .with("format", "json")
                .with("per_page", PER_PAGE);
        if (!dates.isEmpty()) {
            address.with("date", dates);
        }
        return address.with("page", String.valueOf(number)).uri();
    }

    @Override
    String title() {
        return "world-bank-" + indicator;
    }

    @Override
    Content content() {
        return Content.JSON;
    }

    @Override
    Reply ask(Courier courier, Version known) {
        return Pages.all(Pages.Shape.WORLD_BANK, courier, known, this::page);
    }

    @Override
    void require(byte[] file, ByHand byHand) {
        Pages.requireOne(Pages.Shape.WORLD_BANK, file, byHand);
    }
}
