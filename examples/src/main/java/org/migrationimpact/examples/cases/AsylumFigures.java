package org.migrationimpact.examples.cases;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.migrationimpact.data.Country;
import org.migrationimpact.data.InputException;
import org.migrationimpact.data.Observation;
import org.migrationimpact.data.Observations;
import org.migrationimpact.data.ObservationsBuilder;
import org.migrationimpact.data.Panel;
import org.migrationimpact.data.Period;
import org.migrationimpact.data.Series;
import org.migrationimpact.data.Source;
import org.migrationimpact.io.Bamf;
import org.migrationimpact.io.EurostatTsv;
import org.migrationimpact.io.Format;
import org.migrationimpact.io.SdmxCsv;
import org.migrationimpact.io.Tidy;
import org.migrationimpact.table.InputFile;

/**
 * First-time asylum applications by origin, summed over the same countries of destination in every period. A country that does not
 * report every period is not in the sum: its coming or going would look like a change.
 *
 * @param panel one series an origin, under the country's name
 * @param destinations the countries in the sum
 * @param leftOut the countries that are not in it
 * @param sources where the figures come from
 */
record AsylumFigures(Panel panel, Set<String> destinations, Set<String> leftOut, List<Source> sources) {

    private static final Map<String, String> WHOLE =
            Map.of("sex", "T", "age", "TOTAL", "applicant", "FRST", "asyl_app", "NASY_APP");
    private static final String GERMANY = "DE";

    /** One figure of a file. */
    private record Cell(String origin, String destination, Period period, double value) {}

    /** Whether a table that has no row for a cell means a zero. */
    private enum Absent {
        ZERO,
        UNKNOWN
    }

    /** What these files say of these origins, codes of two letters, from one year to another. */
    static AsylumFigures of(List<InputFile> files, List<String> origins, int firstYear, int lastYear) {
        List<Cell> cells = new ArrayList<>();
        List<Source> sources = new ArrayList<>();
        for (InputFile file : files) {
            Observations table = read(file);
            sources.add(table.source());
            cells(table, cells, firstYear, lastYear);
        }
        Absent absent = Format.of(files.get(0)) == Format.TIDY ? Absent.ZERO : Absent.UNKNOWN;
        Set<String> all = new TreeSet<>();
        cells.forEach(cell -> all.add(cell.destination()));
        Set<String> steady = steady(cells, origins, absent);
        if (steady.isEmpty()) {
            throw InputException.in(
                    "E-CASE-001",
                    files.get(0).name(),
                    "has no country that reports first-time applications of " + String.join(", ", origins)
                            + " in every period from " + firstYear + " to " + lastYear);
        }
        Set<String> others = new TreeSet<>(all);
        others.removeAll(steady);
        return new AsylumFigures(summed(cells, origins, steady, absent), steady, others, List.copyOf(sources));
    }

    private static Observations read(InputFile file) {
        return switch (Format.of(file)) {
            case BAMF ->
                Bamf.read(file)
                        .where("indicator", "applications")
                        .where("procedure", "first")
                        .where("outcome", "TOTAL");
            case EUROSTAT_TSV -> whole(EurostatTsv.read(file));
            case SDMX_CSV -> whole(SdmxCsv.read(file));
            case TIDY ->
                Tidy.columns()
                        .time("t")
                        .value("n")
                        .dimensions("geo", "nat")
                        .unit("applications")
                        .read(file);
            default ->
                throw InputException.in(
                        "E-CASE-002",
                        file.name(),
                        "is " + Format.of(file).title()
                                + "; this case takes first-time asylum applicants of Eurostat (TSV or SDMX-CSV), an extract with the"
                                + " columns geo, t, nat and n, or BAMF's monthly tables");
        };
    }

    /** Both sexes, all ages, first-time applicants, where the table tells them apart. */
    private static Observations whole(Observations table) {
        Observations chosen = table;
        for (String dimension : table.dimensions()) {
            if (WHOLE.containsKey(dimension)) {
                chosen = chosen.where(dimension, WHOLE.get(dimension));
            }
        }
        return chosen;
    }

    private static void cells(Observations table, List<Cell> cells, int firstYear, int lastYear) {
        int origin = place(table, "origin", "citizen", "nat");
        int destination = table.dimensions().indexOf("geo");
        for (int i = 0; i < table.size(); i++) {
            Observation one = table.get(i);
            int year = one.period().firstDay().getYear();
            Optional<String> from = code(one.codes().get(origin));
            Optional<String> to =
                    destination < 0 ? Optional.of(GERMANY) : code(one.codes().get(destination));
            if (year >= firstYear && year <= lastYear && from.isPresent() && to.isPresent()) {
                cells.add(new Cell(from.get(), to.get(), one.period(), one.value()));
            }
        }
    }

    private static int place(Observations table, String... names) {
        for (String name : names) {
            if (table.dimensions().contains(name)) {
                return table.dimensions().indexOf(name);
            }
        }
        throw InputException.in(
                "E-CASE-003",
                table.source().file(),
                "tells no citizenship: it has the dimensions " + String.join(", ", table.dimensions())
                        + ", and the case needs citizen, nat or origin");
    }

    /** Totals of several countries and kinds of unknown are no countries. */
    private static Optional<String> code(String text) {
        return Country.find(text).map(Country::iso2);
    }

    private static Set<String> steady(List<Cell> cells, List<String> origins, Absent absent) {
        Map<String, Set<String>> reported = new TreeMap<>();
        Set<Period> periods = new LinkedHashSet<>();
        for (Cell cell : cells) {
            periods.add(cell.period());
            boolean wanted = absent == Absent.ZERO || origins.contains(cell.origin());
            if (wanted && !Double.isNaN(cell.value())) {
                String what = absent == Absent.ZERO ? "" : cell.origin();
                reported.computeIfAbsent(cell.destination(), key -> new TreeSet<>())
                        .add(what + cell.period());
            }
        }
        int needed = absent == Absent.ZERO ? periods.size() : periods.size() * origins.size();
        Set<String> steady = new TreeSet<>();
        reported.forEach((destination, what) -> {
            if (what.size() == needed) {
                steady.add(destination);
            }
        });
        return steady;
    }

    private static Panel summed(List<Cell> cells, List<String> origins, Set<String> destinations, Absent absent) {
        ObservationsBuilder cube =
                Observations.of("first-time asylum applications", "applications", List.of("origin", "destination"));
        for (Cell cell : cells) {
            if (origins.contains(cell.origin()) && destinations.contains(cell.destination())) {
                cube.add(List.of(cell.origin(), cell.destination()), cell.period(), cell.value());
            }
        }
        Observations all = cube.build(Source.named("first-time asylum applications"));
        Observations total = (absent == Absent.ZERO ? all.zeroWhereAbsent() : all).totalOver("destination");
        List<Series> named = new ArrayList<>();
        for (Series one : total.panel("origin").series()) {
            named.add(one.named(Country.of(one.name()).name()));
        }
        return new Panel(named);
    }
}
