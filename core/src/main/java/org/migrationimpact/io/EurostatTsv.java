package org.migrationimpact.io;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.migrationimpact.data.Frequency;
import org.migrationimpact.data.InputException;
import org.migrationimpact.data.Observations;
import org.migrationimpact.data.ObservationsBuilder;
import org.migrationimpact.data.Period;
import org.migrationimpact.data.SampleAudit;
import org.migrationimpact.table.CellSink;
import org.migrationimpact.table.Delimited;
import org.migrationimpact.table.Figure;
import org.migrationimpact.table.InputFile;
import org.migrationimpact.table.Limits;
import org.migrationimpact.table.Place;

/**
 * Eurostat's TSV, of the bulk download until 2022 ({@code citizen,unit,geo\time}) and of the API since ({@code
 * freq,citizen,unit,geo\TIME_PERIOD}), packed with gzip or not; also with the countries in columns ({@code unit,time\geo}), and saved
 * again as CSV with the flags still in the cells ({@code geo,2006 ,2007 }).
 *
 * <p>The header is the truth: it says what stands in columns and in which order, ascending or not. Dimensions have the publisher's names,
 * in the order of the header without the time, and hold the publisher's codes ({@code EL}, {@code UK}, {@code TOTAL}). A cell is a value,
 * a blank and flags of either era: {@code 135281 b}, {@code : c}, {@code 12 bep}, and since 2025 {@code : @C}. Eurostat leaves out series
 * without any figure; a row that is not there is not zero.
 *
 * <p>The unit is the code of the dimension {@code unit}; with several of them it names them all, and one must be chosen with {@link
 * Observations#where}. Where one file holds several frequencies, each row states {@code :} under the periods of the others; these cells
 * say nothing about it and are counted as left out. Format: Eurostat, "API - FAQ - TSV data format".
 */
public final class EurostatTsv {

    private final InputFile file;
    private final Set<String> units = new LinkedHashSet<>();
    private @Nullable Body body;

    private EurostatTsv(InputFile file) {
        this.file = file;
    }

    /** The table in the file at this path. */
    public static Observations read(Path path) {
        return read(InputFile.of(path));
    }

    /**
     * The table in a file.
     *
     * @throws InputException E-TSV-001 and E-TSV-002 for the header, E-TSV-003 and E-TSV-004 for a row of another length, E-TSV-005 for a
     *     table without rows, E-TSV-006 for one beyond the limit; E-PERIOD-001 for a period, E-CELL-001 for a cell that is no number, E-FLAG-001 for an unknown flag
     */
    public static Observations read(InputFile file) {
        Format.requireTable(file);
        EurostatTsv reader = new EurostatTsv(file);
        if (!file.isWorkbook()) {
            Delimited.readTabbed(file, CellSink.ofRows(reader::row));
        }
        return reader.build();
    }

    static boolean recognises(String line) {
        return TsvHeader.recognises(line);
    }

    private void row(int line, List<String> cells) {
        if (body == null) {
            body = new Body(TsvHeader.of(file.name(), line, cells), line);
        } else if (cells.stream().anyMatch(cell -> !cell.isEmpty())) {
            body.take(line, cells);
        }
    }

    private Observations build() {
        if (body == null || body.cube.size() == 0) {
            throw InputException.in(
                    "E-TSV-005", file.name(), "there is no row of Eurostat's TSV below a header; fetch the file again");
        }
        int used = body.cube.size();
        SampleAudit audit = SampleAudit.complete(used + body.foreign)
                .drop("cells under periods of another frequency than their row's", body.foreign);
        return body.cube.unit(UnitNames.of(List.copyOf(units))).build(file.source("Eurostat", "", "CC BY 4.0"), audit);
    }

    /** The rows below a header. */
    private final class Body {
        private final TsvHeader header;
        private final int timeInKey;
        private final int unitInKey;
        private final int frequencyInKey;
        private final List<Period> periods;
        private final List<String> codes;
        private final ObservationsBuilder cube;
        private int foreign;

        Body(TsvHeader header, int line) {
            this.header = header;
            this.timeInKey = header.timeInKey();
            this.unitInKey = at("unit");
            this.periods = timeInKey < 0 ? header.periods(file.name(), line) : List.of();
            this.codes = timeInKey < 0 ? List.of() : header.codes(file.name(), line);
            boolean mixed = periods.stream().map(Period::frequency).distinct().count() > 1;
            this.frequencyInKey = mixed ? at("freq") : -1;
            this.cube = Observations.of("value", "", header.cubeDimensions());
            RepeatedThings.mark(cube, header.cubeDimensions());
            if (header.across().equalsIgnoreCase("unit")) {
                units.addAll(codes);
            }
        }

        private int at(String name) {
            return header.dimensions().stream()
                    .map(dimension -> dimension.toLowerCase(Locale.ROOT))
                    .toList()
                    .indexOf(name);
        }

        void take(int line, List<String> cells) {
            List<String> key = header.key(file.name(), line, cells);
            if (unitInKey >= 0) {
                units.add(key.get(unitInKey));
            }
            if (timeInKey < 0) {
                periodsAcross(line, key, cells);
            } else {
                codesAcross(line, key, cells);
            }
            if (cube.size() > Limits.ROWS) {
                throw InputException.in(
                        "E-TSV-006",
                        file.name(),
                        line,
                        "the table has more than " + Limits.ROWS + " cells, which is the limit; filter or split it");
            }
        }

        private void periodsAcross(int line, List<String> key, List<String> cells) {
            for (int i = 0; i < periods.size(); i++) {
                String text = cells.get(header.keyCells() + i);
                if (frequencyInKey >= 0 && text.equals(":") && isForeign(key.get(frequencyInKey), periods.get(i))) {
                    foreign++;
                } else {
                    add(line, i, key, periods.get(i), text);
                }
            }
        }

        private boolean isForeign(String code, Period period) {
            Frequency frequency = period.frequency();
            return switch (code) {
                case "A" -> frequency != Frequency.ANNUAL;
                case "S", "H" -> frequency != Frequency.HALF_YEAR;
                case "Q" -> frequency != Frequency.QUARTER;
                case "M" -> frequency != Frequency.MONTH;
                case "W" -> frequency != Frequency.WEEK;
                case "D" -> frequency != Frequency.DAY;
                default -> false;
            };
        }

        private void codesAcross(int line, List<String> key, List<String> cells) {
            Period period = TimeColumn.parse(key.get(timeInKey), new Place(file.name(), line, 1));
            List<String> codesOfRow = new ArrayList<>(key);
            codesOfRow.remove(timeInKey);
            codesOfRow.add("");
            for (int i = 0; i < codes.size(); i++) {
                codesOfRow.set(codesOfRow.size() - 1, codes.get(i));
                add(line, i, codesOfRow, period, cells.get(header.keyCells() + i));
            }
        }

        private void add(int line, int column, List<String> key, Period period, String text) {
            Place place = new Place(file.name(), line, header.keyCells() + column + 1L);
            Figure figure = Figure.parse(text, place);
            cube.add(key, period, figure.value(), figure.flags(), line);
        }
    }
}
