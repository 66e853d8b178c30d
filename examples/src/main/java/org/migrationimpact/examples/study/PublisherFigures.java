package org.migrationimpact.examples.study;

import java.util.List;
import java.util.Map;
import java.util.Set;
import org.migrationimpact.data.InputException;
import org.migrationimpact.data.Observations;
import org.migrationimpact.io.Format;
import org.migrationimpact.io.ObservationsReader;
import org.migrationimpact.table.InputFile;
import org.migrationimpact.table.Rows;

/** A publisher's own file, whose columns need not be named: its time, its figures and its dimensions are known. */
record PublisherFigures(DataBlock data, Format format, Observations outcome) implements Figures {

    private static final Set<String> TABLES = Set.of("tidy", "csv", "tsv", "xlsx");

    /** Whether the file shall be read as a publisher's: as the study says, or else as the file looks when no columns are named. */
    static boolean isMeant(DataBlock data, InputFile file) {
        if (data.format().isPresent()) {
            return !isTable(data.format().get());
        }
        boolean named = !data.time().isEmpty() && data.outcome().isPresent();
        return !named && format(data, file) != Format.TIDY;
    }

    /** Whether this format is that of a table with columns to name. */
    static boolean isTable(Text format) {
        return TABLES.contains(format.text());
    }

    private static Format format(DataBlock data, InputFile file) {
        return data.format().map(PublisherFigures::named).orElseGet(() -> Format.of(file));
    }

    private static Format named(Text name) {
        try {
            return Format.named(name.text());
        } catch (InputException e) {
            throw name.place().refusal(e);
        }
    }

    static PublisherFigures read(DataBlock data, InputFile file) {
        Format format = format(data, file);
        ObservationsReader reader = reader(data, format, file);
        data.outcome().ifPresent(column -> refuse(format, "outcome", column));
        data.time().forEach(column -> refuse(format, "time", column));
        data.flags().ifPresent(column -> refuse(format, "flags", column));
        data.sheet().ifPresent(column -> refuse(format, "sheet", column));
        data.covariates().forEach(column -> refuse(format, "covariates", column));
        return new PublisherFigures(data, format, Figures.kept(data, reader.read(file)));
    }

    /** The reader of the format; a file that looks like one without a reader is refused as every such file is. */
    private static ObservationsReader reader(DataBlock data, Format format, InputFile file) {
        try {
            return format.reader();
        } catch (InputException e) {
            if (data.format().isEmpty()) {
                Rows.read(file); // refuses it by its own name
            }
            throw data.format().map(Text::place).orElse(data.file().place()).refusal(e);
        }
    }

    private static void refuse(Format format, String key, Text column) {
        throw refusal(format, column.place(), "'" + key + "' names a column");
    }

    private static InputException refusal(Format format, Place place, String what) {
        return place.refusal(
                "E-STUDY-038",
                what + ", and a file of the format " + format.id()
                        + " has no columns to name; leave it out, or give the figures as a table with format: tidy");
    }

    @Override
    public RowTable table() {
        return new CubeRows(data, outcome);
    }

    @Override
    public Observations column(Text name) {
        throw refusal(format, name.place(), "'" + name.text() + "' is meant to be a column");
    }

    @Override
    public Map<String, List<Text>> texts(Text name) {
        throw refusal(format, name.place(), "'" + name.text() + "' is meant to be a column");
    }
}
