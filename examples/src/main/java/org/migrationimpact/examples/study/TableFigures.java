package org.migrationimpact.examples.study;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.migrationimpact.data.Observations;
import org.migrationimpact.io.Tidy;
import org.migrationimpact.table.InputFile;
import org.migrationimpact.table.Rows;
import org.migrationimpact.table.SheetChoice;

/** A table with a header, whose columns the study names. */
record TableFigures(DataBlock data, InputFile file, Text value, Rows rows) implements Figures {

    static TableFigures read(DataBlock data, InputFile file) {
        Text outcome = data.outcome().orElseThrow(() -> missing(data, "outcome", "the column of the figures"));
        Rows rows = Rows.read(file, new SheetChoice(data.sheet().map(Text::text).orElse(""), named(data, outcome)));
        TableFigures figures = new TableFigures(data, file, outcome, rows);
        figures.named().forEach(figures::requireColumn);
        return figures;
    }

    private static RuntimeException missing(DataBlock data, String key, String meaning) {
        return data.file()
                .place()
                .refusal("E-STUDY-039", "data has no '" + key + "', " + meaning + "; a table needs it");
    }

    private Tidy tidy() {
        if (data.time().isEmpty()) {
            throw missing(data, "time", "the column of the period");
        }
        String[] time = data.time().stream().map(Text::text).toArray(String[]::new);
        Set<String> dimensions = new LinkedHashSet<>();
        data.unit().ifPresent(unit -> dimensions.add(unit.text()));
        data.where().keySet().forEach(column -> dimensions.add(column.text()));
        Tidy tidy = Tidy.columns()
                .time(time[0], List.of(time).subList(1, time.length).toArray(String[]::new))
                .value(value.text())
                .dimensions(dimensions.toArray(String[]::new));
        return data.sheet().map(sheet -> tidy.sheet(sheet.text())).orElse(tidy);
    }

    private static List<String> named(DataBlock data, Text outcome) {
        List<String> names =
                new ArrayList<>(data.time().stream().map(Text::text).toList());
        data.unit().ifPresent(unit -> names.add(unit.text()));
        data.where().keySet().forEach(column -> names.add(column.text()));
        names.add(outcome.text());
        return names;
    }

    private Stream<Text> named() {
        return Stream.of(
                        data.time().stream(),
                        data.outcome().stream(),
                        data.unit().stream(),
                        data.flags().stream(),
                        data.covariates().stream(),
                        data.exposure().stream(),
                        data.weight().stream(),
                        data.where().keySet().stream())
                .flatMap(columns -> columns);
    }

    private void requireColumn(Text column) {
        if (!rows.header().contains(column.text())) {
            throw column.place()
                    .refusal(
                            "E-STUDY-040",
                            file.name() + " has no column '" + column.text() + "'; it has " + Text.some(rows.header())
                                    + Text.nearest(column.text(), rows.header()));
        }
    }

    @Override
    public Observations outcome() {
        Optional<Text> flags = data.flags();
        return Figures.kept(
                data,
                flags.map(column -> tidy().flags(column.text()))
                        .orElseGet(this::tidy)
                        .read(rows));
    }

    @Override
    public Observations column(Text name) {
        requireColumn(name);
        return Figures.kept(data, tidy().value(name.text()).read(rows));
    }

    @Override
    public RowTable table() {
        return TableRows.of(data, rows);
    }

    @Override
    public Map<String, List<Text>> texts(Text name) {
        requireColumn(name);
        Map<String, List<Text>> texts = new LinkedHashMap<>();
        for (int row = 0; row < rows.size(); row++) {
            if (isKept(row)) {
                texts.computeIfAbsent(unit(row), unit -> new ArrayList<>()).add(cell(row, name.text()));
            }
        }
        return texts;
    }

    private boolean isKept(int row) {
        return data.where().entrySet().stream()
                .allMatch(filter -> filter.getValue().stream()
                        .anyMatch(code -> code.text()
                                .equals(rows.text(row, filter.getKey().text()))));
    }

    private String unit(int row) {
        return data.unit().map(column -> rows.text(row, column.text())).orElse("");
    }

    private Text cell(int row, String column) {
        Place place = new Place(file.name(), rows.line(row), rows.header().indexOf(column) + 1);
        return new Text(place, rows.text(row, column));
    }
}
