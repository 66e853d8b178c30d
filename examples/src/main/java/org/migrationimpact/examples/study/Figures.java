package org.migrationimpact.examples.study;

import java.util.List;
import java.util.Map;
import org.migrationimpact.data.Observations;
import org.migrationimpact.table.InputFile;

/** The figures in the file of a study, those rows only that {@code where} keeps. */
sealed interface Figures permits TableFigures, PublisherFigures {

    /** The figures in the file that the block names. */
    static Figures of(DataBlock data, InputFile file) {
        return PublisherFigures.isMeant(data, file) ? PublisherFigures.read(data, file) : TableFigures.read(data, file);
    }

    /** The outcome, with the unit as its first dimension where the study names one. */
    Observations outcome();

    /** Another column of figures, with the same dimensions. */
    Observations column(Text name);

    /** The rows one by one. */
    RowTable table();

    /** The texts of a column by unit, each with its place in the file; without a unit, all under the empty name. */
    Map<String, List<Text>> texts(Text name);

    /** The rows that the block's {@code where} keeps. */
    static Observations kept(DataBlock data, Observations all) {
        Observations kept = all;
        for (Map.Entry<Text, List<Text>> filter : data.where().entrySet()) {
            kept = kept(kept, filter.getKey(), filter.getValue());
        }
        return kept;
    }

    /** The rows that have one of these codes. */
    static Observations kept(Observations cube, Text dimension, List<Text> codes) {
        requireDimension(cube, dimension);
        List<String> present = cube.codes(dimension.text());
        for (Text code : codes) {
            if (!present.contains(code.text())) {
                throw code.place()
                        .refusal(
                                "E-STUDY-037",
                                "no row has the code '" + code.text() + "' in " + dimension.text() + "; there are "
                                        + Text.some(present) + Text.nearest(code.text(), present));
            }
        }
        return cube.where(dimension.text(), codes.stream().map(Text::text).toArray(String[]::new));
    }

    /** Refuses the name of a dimension that the figures do not have. */
    static void requireDimension(Observations cube, Text dimension) {
        if (!cube.dimensions().contains(dimension.text())) {
            throw dimension
                    .place()
                    .refusal(
                            "E-STUDY-036",
                            "there is no dimension '" + dimension.text() + "'; there are "
                                    + String.join(", ", cube.dimensions())
                                    + Text.nearest(dimension.text(), cube.dimensions()));
        }
    }
}
