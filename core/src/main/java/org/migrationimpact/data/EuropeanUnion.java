package org.migrationimpact.data;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Who was a member of the European Union, or of the Communities before it, on which day. An origin that joins inside a series is a third
 * country before and a part of the Union after: tables of third-country nationals lose it, tables of the Union gain it, and neither is
 * a change of migration.
 *
 * <p>Dates are those of the treaties of accession: 1 January 1958 (Treaty of Rome), 1973, 1981, 1986 and 1995, 1 May 2004, 1 January
 * 2007, 1 July 2013. The United Kingdom left at the end of 31 January 2020 (Article 50 TEU, agreement of withdrawal OJ L 29, 31.1.2020,
 * p. 7); free movement applied to it until the end of the transition on 31 December 2020, and Eurostat's tables of third-country
 * nationals count British citizens as such from different dates.
 */
public final class EuropeanUnion {

    private static final LocalDate LEFT = LocalDate.of(2020, 2, 1);
    private static final Map<Country, LocalDate> JOINED = joined();

    private EuropeanUnion() {}

    private static Map<Country, LocalDate> joined() {
        Map<Country, LocalDate> joined = new LinkedHashMap<>();
        join(joined, "1958-01-01", "BE", "DE", "FR", "IT", "LU", "NL");
        join(joined, "1973-01-01", "DK", "GB", "IE");
        join(joined, "1981-01-01", "GR");
        join(joined, "1986-01-01", "ES", "PT");
        join(joined, "1995-01-01", "AT", "FI", "SE");
        join(joined, "2004-05-01", "CY", "CZ", "EE", "HU", "LT", "LV", "MT", "PL", "SI", "SK");
        join(joined, "2007-01-01", "BG", "RO");
        join(joined, "2013-07-01", "HR");
        return joined;
    }

    private static void join(Map<Country, LocalDate> joined, String day, String... codes) {
        Stream.of(codes).forEach(code -> joined.put(Country.of(code), LocalDate.parse(day)));
    }

    /** The first day of membership; empty for a country that never was a member. */
    public static Optional<LocalDate> joined(Country country) {
        return Optional.ofNullable(JOINED.get(country));
    }

    /** The first day after membership: 1 February 2020 for the United Kingdom; empty for all others. */
    public static Optional<LocalDate> left(Country country) {
        return country.iso2().equals("GB") ? Optional.of(LEFT) : Optional.empty();
    }

    /** Whether the country was a member on that day. */
    public static boolean hasMember(Country country, LocalDate day) {
        return joined(country).filter(first -> !day.isBefore(first)).isPresent()
                && left(country).filter(first -> !day.isBefore(first)).isEmpty();
    }

    /** The members on that day, in the order of their codes. */
    public static List<Country> members(LocalDate day) {
        return JOINED.keySet().stream()
                .filter(country -> hasMember(country, day))
                .sorted()
                .toList();
    }

    /** The publisher's aggregate that has the members of that day, such as {@code EU28}; empty where the table has none. */
    public static Optional<Aggregate> aggregate(LocalDate day) {
        Set<Country> members = new HashSet<>(members(day));
        return members.isEmpty()
                ? Optional.empty()
                : Aggregate.all().stream()
                        .filter(group -> new HashSet<>(group.members()).equals(members))
                        .findFirst();
    }

    /** The days after the first and up to the last on which somebody joined or left, in their order. */
    public static List<LocalDate> changes(LocalDate first, LocalDate last) {
        return Stream.concat(JOINED.values().stream(), Stream.of(LEFT))
                .filter(day -> day.isAfter(first) && !day.isAfter(last))
                .distinct()
                .sorted()
                .toList();
    }

    /**
     * What must be said of figures about a country over these periods, because it joined or left between them: a warning W-UNION-001 for
     * each change. Empty where its status stays the same.
     */
    public static List<Warning> warnings(Country country, Period first, Period last) {
        List<Warning> warnings = new ArrayList<>();
        joined(country)
                .filter(day -> day.isAfter(first.firstDay()) && !day.isAfter(last.lastDay()))
                .ifPresent(day -> warnings.add(warning(
                        country + " joined the European Union on " + day,
                        "a third country before and a member after")));
        left(country)
                .filter(day -> day.isAfter(first.firstDay()) && !day.isAfter(last.lastDay()))
                .ifPresent(day -> warnings.add(warning(
                        country + " is outside the European Union since " + day,
                        "a member before and a third country after")));
        return warnings;
    }

    /**
     * What must be said of a total of the Union over these periods that counts whoever was a member at the time: a warning W-UNION-001
     * that lists who joined and left. Empty where the members stay the same.
     */
    public static Optional<Warning> warning(Period first, Period last) {
        List<LocalDate> days = changes(first.firstDay(), last.lastDay());
        return days.isEmpty()
                ? Optional.empty()
                : Optional.of(warning(
                        "from " + first + " to " + last + " the members of the European Union change on "
                                + days.stream().map(EuropeanUnion::change).collect(Collectors.joining("; ")),
                        "not the same countries throughout; take an aggregate with fixed members, such as EU27_2020"));
    }

    private static String change(LocalDate day) {
        String joining = JOINED.keySet().stream()
                .filter(country -> day.equals(JOINED.get(country)))
                .map(Country::iso2)
                .collect(Collectors.joining(", "));
        return day + " (" + (joining.isEmpty() ? "GB leaves" : joining + (joining.length() > 2 ? " join" : " joins"))
                + ")";
    }

    private static Warning warning(String fact, String meaning) {
        return new Warning("W-UNION-001", fact + "; in these figures it is " + meaning);
    }
}
