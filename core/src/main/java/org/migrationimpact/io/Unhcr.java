package org.migrationimpact.io;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.migrationimpact.data.InputException;
import org.migrationimpact.data.Observations;
import org.migrationimpact.table.InputFile;
import org.migrationimpact.table.Limits;
import org.migrationimpact.table.Rows;

/**
 * UNHCR's refugee statistics as CSV: asylum applications, decisions on them, population of concern, and the older exports of its
 * population statistics, by year or by month. Columns are found by name, so their order does not matter.
 *
 * <p>Dimensions are {@code origin} and {@code asylum} (ISO codes of two letters; {@code SRB+XKX} for Serbia, which holds Kosovo at UNHCR;
 * {@code STLS}, {@code UNK}, {@code TIB}, and {@code -} for all), and, where the table shows them, the publisher's codes of {@code
 * authority} (G, U, J), {@code type} of application (N new, R repeat, A appeal, …), {@code level} of the procedure (FI, AR, …) and {@code
 * counted} (C cases, P persons). Several columns of figures become a dimension {@code decision} or {@code population}; {@code TOTAL} is
 * the publisher's sum.
 *
 * <p>Type, level, counted and population hold alternatives: a sum over them needs a choice first. Where the table hides them, rows repeat
 * the same key; they stay apart, a note counts them, and series and sums of them are refused. Before 2006 applications are coded
 * otherwise, so a choice of type N, persons and first instance has no rows there: absent, not zero.
 */
public final class Unhcr {

    private Unhcr() {}

    /** The table in the file at this path. */
    public static Observations read(Path path) {
        return read(InputFile.of(path));
    }

    /**
     * The table in a file.
     *
     * @throws InputException E-UNHCR-001 where it is none of these tables, E-UNHCR-002 where it has no column of years, E-UNHCR-003 where
     *     a code is not that of the country beside it, E-UNHCR-004 for a row without a country, E-UNHCR-005 for UNHCR's own codes alone,
     *     E-UNHCR-006 for an empty code, E-UNHCR-007 where two columns are the same; and what every table of text refuses
     */
    public static Observations read(InputFile file) {
        Rows rows = Rows.below(file, Unhcr::isHeader);
        if (!isHeader(rows.header())) {
            throw InputException.in(
                    "E-UNHCR-001",
                    file.name(),
                    "this is no table of UNHCR; columns of the year, the countries of origin and asylum, and figures (applied, decisions,"
                            + " refugees …) are needed");
        }
        return new UnhcrDrawing(rows, UnhcrTable.of(rows.header()).orElseThrow()).observations();
    }

    /** Whether one of the first lines of a text is the header of such a table. */
    static boolean recognises(String head) {
        return head.lines()
                .limit(Limits.HEADER_WITHIN_ROWS)
                .map(line -> List.of(line.replace("\"", "").split("[,;\t]", -1)))
                .anyMatch(Unhcr::isHeader);
    }

    private static boolean isHeader(List<String> names) {
        Set<UnhcrColumn> found =
                names.stream().map(UnhcrColumn::named).flatMap(Optional::stream).collect(Collectors.toSet());
        boolean asylum = found.contains(UnhcrColumn.ASYLUM)
                || found.contains(UnhcrColumn.ASYLUM_ISO)
                || found.contains(UnhcrColumn.ASYLUM_UNHCR);
        boolean origin = found.contains(UnhcrColumn.ORIGIN)
                || found.contains(UnhcrColumn.ORIGIN_ISO)
                || found.contains(UnhcrColumn.ORIGIN_UNHCR);
        return asylum && origin && UnhcrTable.of(names).isPresent();
    }
}
