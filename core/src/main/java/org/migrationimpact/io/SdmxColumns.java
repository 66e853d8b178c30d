package org.migrationimpact.io;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.migrationimpact.data.InputException;
import org.migrationimpact.table.CellColumn;
import org.migrationimpact.table.Names;
import org.migrationimpact.table.Rows;

/**
 * What the columns of an SDMX-CSV are, told by their ids and never by their places: the frame, the time, the value, its attributes, the
 * dimensions, the labels of those.
 *
 * @param header the column of each id, in the order of the file
 * @param dimensions the ids of the dimensions, in the order of the file
 * @param labels the column of labels that belongs to an id
 * @param unread columns that are none of these and hold something
 */
record SdmxColumns(
        Map<String, String> header, List<String> dimensions, Map<String, String> labels, List<String> unread) {

    static final String TIME = "TIME_PERIOD";
    static final String VALUE = "OBS_VALUE";
    static final String MULTIPLIER = "UNIT_MULT";
    static final List<String> STATUS = List.of("OBS_FLAG", "OBS_STATUS");

    private static final Set<String> FRAME = Set.of(
            "DATAFLOW",
            "STRUCTURE",
            "STRUCTURE_ID",
            "STRUCTURE_NAME",
            "ACTION",
            "SERIES_KEY",
            "OBS_KEY",
            "LAST UPDATE",
            TIME,
            VALUE);
    private static final Set<String> ATTRIBUTES =
            Set.of("OBS_FLAG", "OBS_STATUS", "CONF_STATUS", MULTIPLIER, "DECIMALS", "TIME_FORMAT", "COLLECTION");
    private static final Pattern ID = Pattern.compile("[A-Z][A-Z0-9_@$-]*|[a-z][a-z0-9_@$-]*");
    private static final Pattern COMMENT = Pattern.compile("(?:OBS_)?(?:COM|COMMENT|NOTE|TITLE|FOOTNOTE)S?(?:_.*)?");

    SdmxColumns {
        dimensions = List.copyOf(dimensions);
        unread = List.copyOf(unread);
    }

    /** Whether the first line of a text is the header of an SDMX-CSV. */
    static boolean recognises(String line) {
        return line.replace("\"", "").toUpperCase(Locale.ROOT).matches("(DATAFLOW|STRUCTURE)(\\[.])?[,;\t].*");
    }

    /**
     * Takes the header of a table apart.
     *
     * @throws InputException E-SDMX-001 where a column of the frame is missing, E-SDMX-002 where an id occurs twice
     */
    static SdmxColumns of(Rows rows) {
        Map<String, String> header = new LinkedHashMap<>();
        Map<String, String> labels = new LinkedHashMap<>();
        List<String> strangers = new ArrayList<>();
        String previous = "";
        for (String name : rows.header()) {
            String id = id(name);
            if (isId(id)) {
                requireNew(rows, header, id, name);
                header.put(id, name);
                previous = id;
            } else if (!previous.isEmpty() && isLabel(rows, header.get(previous), name)) {
                labels.put(previous, name);
                previous = "";
            } else {
                strangers.add(name);
            }
        }
        return classified(rows, header, labels, strangers);
    }

    /** {@code OBS_VALUE} of {@code OBS_VALUE: Observation value}, {@code STRUCTURE} of {@code STRUCTURE[;]}. */
    private static String id(String name) {
        int colon = name.indexOf(": ");
        return (colon < 0 ? name : name.substring(0, colon)).replaceFirst("^(STRUCTURE|DATAFLOW)\\[.]$", "$1");
    }

    private static boolean isId(String text) {
        return ID.matcher(text).matches() || text.equals("LAST UPDATE");
    }

    private static void requireNew(Rows rows, Map<String, String> header, String id, String name) {
        if (header.containsKey(id)) {
            throw InputException.in(
                    "E-SDMX-002",
                    rows.file().name(),
                    1,
                    rows.position(name),
                    "the header has " + id + " twice; each component needs one column");
        }
    }

    /** One label a code, or nothing at all, as under the time and the value. */
    private static boolean isLabel(Rows rows, @Nullable String codes, String name) {
        if (codes == null || name.isEmpty()) {
            return false;
        }
        CellColumn.Coded code = rows.column(codes).coded();
        CellColumn.Coded label = rows.column(name).coded();
        int[] labelOf = new int[code.dictionary().size()];
        for (int row = 0; row < rows.size(); row++) {
            int known = labelOf[code.code(row)];
            int met = label.code(row) + 1;
            if (known != 0 && known != met) {
                return false;
            }
            labelOf[code.code(row)] = met;
        }
        return true;
    }

    private static SdmxColumns classified(
            Rows rows, Map<String, String> header, Map<String, String> labels, List<String> strangers) {
        for (String needed : List.of(TIME, VALUE)) {
            if (!header.containsKey(needed)) {
                throw InputException.in(
                        "E-SDMX-001",
                        rows.file().name(),
                        "an SDMX-CSV needs the columns TIME_PERIOD and OBS_VALUE; it has " + Names.some(rows.header()));
            }
        }
        List<String> candidates = header.keySet().stream()
                .filter(id -> !FRAME.contains(id) && !isAttribute(id))
                .filter(id -> !rows.texts(column(header, id)).contains(""))
                .toList();
        List<String> dimensions = dimensions(rows, header, candidates);
        List<String> unread = new ArrayList<>(header.keySet());
        unread.removeIf(id -> FRAME.contains(id) || dimensions.contains(id) || ATTRIBUTES.contains(id));
        unread.replaceAll(id -> column(header, id));
        unread.addAll(strangers);
        unread.removeIf(name -> name.isEmpty() || rows.texts(name).equals(List.of("")));
        return new SdmxColumns(header, dimensions, labels, unread);
    }

    private static boolean isAttribute(String id) {
        return ATTRIBUTES.contains(id)
                || COMMENT.matcher(id.toUpperCase(Locale.ROOT)).matches();
    }

    /** Columns before the value are dimensions; those after it only as far as rows are not told apart without them. */
    private static List<String> dimensions(Rows rows, Map<String, String> header, List<String> candidates) {
        int value = rows.position(column(header, VALUE));
        List<String> sure = candidates.stream()
                .filter(id -> rows.position(column(header, id)) < value)
                .toList();
        return !sure.isEmpty() && isUnique(rows, header, sure) ? sure : candidates;
    }

    private static boolean isUnique(Rows rows, Map<String, String> header, List<String> ids) {
        List<String> names = new ArrayList<>();
        ids.forEach(id -> names.add(column(header, id)));
        names.add(column(header, TIME));
        return ColumnRoles.isUnique(rows, names, List.of());
    }

    boolean has(String id) {
        return header.containsKey(id);
    }

    /** The column of an id that is there. */
    String column(String id) {
        return column(header, id);
    }

    private static String column(Map<String, String> header, String id) {
        return Objects.requireNonNull(header.get(id), id);
    }

    /** The different codes of a column, without the labels that stand behind them in the same cell. */
    List<String> codes(Rows rows, String id) {
        List<String> texts = rows.texts(column(id));
        return isLabelled(id) ? texts.stream().map(SdmxColumns::code).toList() : texts;
    }

    /** Whether a column has labels behind its codes, which its header shows. */
    private boolean isLabelled(String id) {
        return column(id).contains(": ");
    }

    /** {@code A} of {@code A: Annual}. */
    static String code(String text) {
        int colon = text.indexOf(": ");
        return colon < 0 ? text : text.substring(0, colon);
    }

    /** What the rows are about. */
    KeyColumns keys(Rows rows) {
        KeyColumns keys =
                KeyColumns.of(rows, dimensions.stream().map(this::column).toList());
        for (int d = 0; d < dimensions.size(); d++) {
            keys = isLabelled(dimensions.get(d)) ? keys.withoutLabels(d) : keys;
        }
        return keys.withCountries();
    }
}
