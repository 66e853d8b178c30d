package org.migrationimpact.io;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.migrationimpact.data.Aggregate;
import org.migrationimpact.data.Country;
import org.migrationimpact.data.InputException;
import org.migrationimpact.data.Observations;
import org.migrationimpact.data.ObservationsBuilder;
import org.migrationimpact.data.SampleAudit;
import org.migrationimpact.data.Warning;
import org.migrationimpact.table.Figure;
import org.migrationimpact.table.InputFile;
import org.migrationimpact.table.Names;
import org.migrationimpact.table.Place;

/**
 * A reply of the World Bank's API, version 2, in JSON: what it is about, then the rows. Dimensions are {@code country} (ISO codes of two
 * letters; the publisher's code for an aggregate, such as {@code WLD}) and {@code indicator}; the unit stands in brackets at the end of the
 * indicator's name. {@code null} is not available.
 *
 * <p>One file is one reply. Where the reply says that it is one page of several, or announces more rows than it has, a note says so. A
 * reply that holds a message in place of rows is refused with that message.
 */
public final class WorldBankJson {

    private static final Pattern HEAD =
            Pattern.compile("^\\[\\s*\\{[^{}\\[\\]]*\"(?:page|pages|per_page|total|message)\"");

    private final InputFile file;
    private final List<Map<String, String>> rows = new ArrayList<>();
    private final List<Place> places = new ArrayList<>();
    private final Set<String> twofold = new TreeSet<>();
    private final IndicatorNames indicators = new IndicatorNames();
    private Map<String, String> about = Map.of();

    private WorldBankJson(InputFile file) {
        this.file = file;
    }

    /** The rows of the reply in the file at this path. */
    public static Observations read(Path path) {
        return read(InputFile.of(path));
    }

    /**
     * The rows of the reply in a file.
     *
     * @throws InputException E-WBAPI-001 where the file has another shape, E-WBAPI-002 where the reply is a message, E-WBAPI-003 where it
     *     has no rows, E-WBAPI-004 where a row lacks country, indicator or date, E-WDI-002 where the indicators have several units
     */
    public static Observations read(InputFile file) {
        WorldBankJson reply = new WorldBankJson(file);
        JsonText.read(file, reply::parse);
        return reply.build();
    }

    /** Whether a text begins as such a reply does. */
    static boolean recognises(String head) {
        return HEAD.matcher(head).find();
    }

    private WorldBankJson parse(JsonParser json) throws IOException {
        if (json.currentToken() != JsonToken.START_ARRAY || json.nextToken() != JsonToken.START_OBJECT) {
            throw otherShape();
        }
        about = JsonText.flat(json);
        about.entrySet().stream()
                .filter(entry -> entry.getKey().startsWith("message"))
                .findFirst()
                .ifPresent(entry -> refuseMessage());
        JsonToken next = json.nextToken();
        if (next == JsonToken.START_ARRAY) {
            parseRows(json);
        } else if (next != JsonToken.VALUE_NULL && next != JsonToken.END_ARRAY) {
            throw otherShape();
        }
        if (next != JsonToken.END_ARRAY && json.nextToken() != JsonToken.END_ARRAY) {
            throw otherShape();
        }
        if (json.nextToken() != null) {
            throw otherShape();
        }
        return this;
    }

    private void parseRows(JsonParser json) throws IOException {
        while (json.nextToken() == JsonToken.START_OBJECT) {
            places.add(JsonText.place(file, json));
            rows.add(JsonText.flat(json));
        }
        if (json.currentToken() != JsonToken.END_ARRAY) {
            throw otherShape();
        }
    }

    private InputException otherShape() {
        return InputException.in(
                "E-WBAPI-001",
                file.name(),
                "this is no reply of the World Bank's API: an array of two is needed, first page, pages, per_page and total, then the rows;"
                        + " several replies do not go into one file");
    }

    private void refuseMessage() {
        throw InputException.in(
                "E-WBAPI-002",
                file.name(),
                "the World Bank answered with a message in place of figures: "
                        + Names.some(List.copyOf(about.values()))
                        + "; mend the request and fetch the file again");
    }

    private Observations build() {
        if (rows.isEmpty()) {
            throw InputException.in(
                    "E-WBAPI-003",
                    file.name(),
                    "the reply has no rows; check the countries, the indicator and the dates of the request");
        }
        for (int i = 0; i < rows.size(); i++) {
            indicators.add(need(i, "indicator.id"), rows.get(i).getOrDefault("indicator.value", ""));
        }
        ObservationsBuilder cube =
                Observations.of(indicators.quantity("World Bank"), unit(), List.of("country", "indicator"));
        for (int i = 0; i < rows.size(); i++) {
            add(cube, i);
        }
        note(cube);
        return cube.build(
                file.source("World Bank API", about.getOrDefault("lastupdated", ""), "CC BY 4.0"),
                SampleAudit.complete(cube.size()));
    }

    /** The unit that the rows name, and otherwise the one in the names of the indicators. */
    private String unit() {
        Set<String> units = new TreeSet<>();
        rows.forEach(row -> units.add(row.getOrDefault("unit", "")));
        return units.size() == 1 && !units.contains("") ? units.iterator().next() : indicators.unit(file);
    }

    private String need(int row, String field) {
        String text = rows.get(row).getOrDefault(field, "");
        if (text.isEmpty()) {
            throw places.get(row)
                    .refuse(
                            "E-WBAPI-004",
                            "the row has no " + field
                                    + "; every row needs an indicator.id, a country.id or countryiso3code, and a date");
        }
        return text;
    }

    private void add(ObservationsBuilder cube, int row) {
        Place place = places.get(row);
        Map<String, String> leaves = rows.get(row);
        String status = leaves.getOrDefault("obs_status", "").toLowerCase(Locale.ROOT);
        Figure figure = Figure.parse(leaves.getOrDefault("value", ""), place)
                .with(status.equals("a") ? Set.of() : place.flags(status));
        cube.add(
                List.of(country(row), need(row, "indicator.id")),
                TimeColumn.parse(need(row, "date"), place),
                figure.value(),
                figure.flags(),
                (int) place.line());
    }

    /** The code of three letters decides, where there is one; an aggregate may have an id of two characters only. */
    private String country(int row) {
        String iso3 = rows.get(row).getOrDefault("countryiso3code", "");
        if (iso3.isEmpty()) {
            return ofId(need(row, "country.id"));
        }
        String code = PlaceCodes.ofIso3(iso3);
        String id = rows.get(row).getOrDefault("country.id", "");
        if (!id.isEmpty() && !ofId(id).equals(code)) {
            twofold.add(iso3 + " and " + id);
        }
        return code;
    }

    private static String ofId(String id) {
        return Aggregate.find(id)
                .map(Aggregate::code)
                .or(() -> Country.find(id).map(Country::iso2))
                .orElse(id);
    }

    private void note(ObservationsBuilder cube) {
        String pages = about.getOrDefault("pages", "1");
        String total = about.getOrDefault("total", String.valueOf(rows.size()));
        if (!pages.equals("1") || !total.equals(String.valueOf(rows.size()))) {
            cube.note(new Warning(
                    "W-WBAPI-001",
                    "the reply is not whole: it is page " + about.getOrDefault("page", "?") + " of " + pages
                            + " and has " + rows.size() + " of " + total + " rows; fetch it again with a per_page of "
                            + total + " or more"));
        }
        if (!twofold.isEmpty()) {
            cube.note(new Warning(
                    "W-WBAPI-002",
                    "code and id of a country do not mean the same place (" + Names.some(List.copyOf(twofold))
                            + "); the code of three letters was taken"));
        }
    }
}
