package org.migrationimpact.io;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.migrationimpact.data.InputException;
import org.migrationimpact.data.Pairs;
import org.migrationimpact.data.Warning;
import org.migrationimpact.table.Figure;
import org.migrationimpact.table.InputFile;
import org.migrationimpact.table.Names;
import org.migrationimpact.table.Place;
import org.migrationimpact.table.Rows;

/**
 * The distances and ties between pairs of countries that the CEPII publishes (GeoDist): {@code contig}, {@code comlang_off}, {@code
 * colony} and the like are 1 or 0; {@code dist}, {@code distcap}, {@code distw}, {@code distwces} are kilometres. It has no periods, so it
 * becomes {@link Pairs} and no series.
 *
 * <p>Places are ISO codes of two letters. The publisher's codes are older: {@code ROM} is Romania, {@code ZAR} the Democratic Republic of
 * the Congo, {@code TMP} Timor-Leste, {@code PAL} Palestine; {@code YUG}, in whose place copies write {@code SRB}, is Yugoslavia as one
 * country, and has no rows for Montenegro and Kosovo. A point alone is not available.
 *
 * @see <a href="https://doi.org/10.2139/ssrn.1994531">Mayer and Zignago (2011), Notes on CEPII's distances measures</a>
 */
public final class CepiiDistance {

    private static final List<String> ENDS = List.of("iso_o", "iso_d");

    /** The publisher's codes that are in no other table of codes. */
    private static final Map<String, String> OLD = Map.of("PAL", "PS");

    private CepiiDistance() {}

    /** The pairs in the file at this path. */
    public static Pairs read(Path path) {
        return read(InputFile.of(path));
    }

    /**
     * The pairs in a file, separated by semicolons, commas or tabs.
     *
     * @throws InputException E-CEPII-001 where the columns iso_o, iso_d and dist are not all there, E-CELL-001 for a cell that is no
     *     number, E-PAIRS-005 for a pair without a place
     * @throws org.migrationimpact.data.DataException E-PAIRS-004 where a pair occurs twice
     */
    public static Pairs read(InputFile file) {
        Rows rows = Rows.read(file);
        if (!isHeader(rows.header())) {
            throw InputException.in(
                    "E-CEPII-001",
                    file.name(),
                    "this is no table of distances; the columns iso_o, iso_d and dist are needed, there are "
                            + Names.some(rows.header()));
        }
        PairsDrawing drawing =
                new PairsDrawing(rows, ENDS, code -> OLD.getOrDefault(code, code), CepiiDistance::number);
        List<Pairs.Pair> pairs = drawing.pairs();
        List<Warning> notes = new ArrayList<>(drawing.unknown());
        notes.addAll(oneYugoslavia(pairs));
        return new Pairs(
                "CEPII distances",
                drawing.attributes(),
                pairs,
                file.source("CEPII, GeoDist", "", "Etalab 2.0"),
                rows.audit(),
                notes);
    }

    /** Whether a header line is that of the table. */
    static boolean recognises(String header) {
        return isHeader(List.of(header.replace("\"", "").strip().split("[,;\t]", -1)));
    }

    private static boolean isHeader(List<String> names) {
        return names.containsAll(ENDS) && names.contains("dist");
    }

    private static Pairs.Cell number(String text, Place place) {
        Figure figure = Figure.parse(text, place);
        return new Pairs.Cell(text, figure.value(), figure.flags());
    }

    private static List<Warning> oneYugoslavia(List<Pairs.Pair> pairs) {
        List<String> places = pairs.stream().map(Pairs.Pair::origin).distinct().toList();
        boolean one = (places.contains("RS") || places.contains("YU")) && !places.contains("ME");
        return one
                ? List.of(
                        new Warning(
                                "W-CEPII-001",
                                "Serbia, Montenegro and Kosovo are one place here ("
                                        + (places.contains("RS") ? "RS" : "YU")
                                        + "), whose distances are those of Yugoslavia with its capital; Montenegro and Kosovo have no rows"))
                : List.of();
    }
}
