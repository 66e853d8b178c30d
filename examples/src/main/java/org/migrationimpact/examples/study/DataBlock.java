package org.migrationimpact.examples.study;

import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * The block {@code data}: which file, and which of its columns.
 *
 * @param path of the file, found from the study file's folder
 * @param file the text that names it, for messages
 * @param format the publisher's format; empty where the file itself shall tell
 * @param unit the column of the units; empty for a single series
 * @param time the column of the period, or the columns that make it together
 * @param outcome the column of the figures
 * @param flags the column of the publisher's flags
 * @param sheet the sheet of a workbook
 * @param covariates further columns of figures
 * @param exposure the column of what counts are counts of
 * @param weight the column of the weights of rows
 * @param where which codes of which column to keep, in the order of the file
 */
record DataBlock(
        Path path,
        Text file,
        Optional<Text> format,
        Optional<Text> unit,
        List<Text> time,
        Optional<Text> outcome,
        Optional<Text> flags,
        Optional<Text> sheet,
        List<Text> covariates,
        Optional<Text> exposure,
        Optional<Text> weight,
        Map<Text, List<Text>> where) {

    private static final Pattern TERM =
            Pattern.compile("intercept|trend|(level|slope|anticipation)(@.*)?|season\\..*|ar\\.\\d+|S\\d\\d");

    private static final List<String> KEYS = List.of(
            "file", "format", "sheet", "unit", "time", "outcome", "flags", "covariates", "weight", "exposure", "where");

    DataBlock {
        time = List.copyOf(time);
        covariates = List.copyOf(covariates);
    }

    static DataBlock of(Block data, Path folder) {
        data.allowing(KEYS);
        Text file = data.requireText("file", "the file with the figures");
        return new DataBlock(
                path(file, folder),
                file,
                data.text("format"),
                data.text("unit"),
                data.texts("time"),
                data.text("outcome"),
                data.text("flags"),
                data.text("sheet"),
                covariates(data.texts("covariates"), data.text("outcome")),
                data.text("exposure"),
                data.text("weight"),
                data.block("where").map(DataBlock::where).orElse(Map.of()));
    }

    /** The same block over another file, whose format the file itself shall tell unless it is a table. */
    DataBlock over(Path other) {
        Optional<Text> table = format.filter(PublisherFigures::isTable);
        return new DataBlock(
                other, file, table, unit, time, outcome, flags, sheet, covariates, exposure, weight, where);
    }

    private static Path path(Text file, Path folder) {
        try {
            return folder.resolve(file.text());
        } catch (InvalidPathException e) {
            throw file.place().refusal("E-STUDY-030", "'" + file.text().replace('\0', ' ') + "' is no path of a file");
        }
    }

    /** A covariate is a term under its own name, so that name must be free. */
    private static List<Text> covariates(List<Text> columns, Optional<Text> outcome) {
        List<String> taken = new ArrayList<>(outcome.map(Text::text).stream().toList());
        for (Text column : columns) {
            if (taken.contains(column.text()) || TERM.matcher(column.text()).matches()) {
                throw column.place()
                        .refusal(
                                "E-STUDY-031",
                                "the covariate '" + column.text()
                                        + "' has the name of the outcome, of another covariate or of a term of the design; name"
                                        + " each column once, and call it otherwise where a term has its name");
            }
            taken.add(column.text());
        }
        return columns;
    }

    private static Map<Text, List<Text>> where(Block block) {
        Map<Text, List<Text>> where = new LinkedHashMap<>();
        block.keys().forEach(key -> where.put(new Text(block.placeOf(key), key), block.texts(key)));
        return where;
    }
}
