package org.migrationimpact.examples.study;

import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.migrationimpact.data.InputException;
import org.migrationimpact.data.SampleAudit;
import org.migrationimpact.data.Source;
import org.migrationimpact.data.Warning;
import org.migrationimpact.table.Figure;
import org.migrationimpact.table.Rows;

/** Rows of a table with a header. */
@SuppressWarnings("ArrayRecordComponent") // package-private, compared by nobody
record TableRows(DataBlock data, Rows rows, int[] kept) implements RowTable {

    static TableRows of(DataBlock data, Rows rows) {
        int[] kept = IntStream.range(0, rows.size())
                .filter(row -> data.where().entrySet().stream()
                        .allMatch(filter -> filter.getValue().stream()
                                .anyMatch(code -> code.text()
                                        .equals(rows.text(row, filter.getKey().text())))))
                .toArray();
        if (kept.length == 0) {
            throw data.file().place().refusal("E-STUDY-081", "no row is left that has all codes of 'where'");
        }
        return new TableRows(data, rows, kept);
    }

    @Override
    public int size() {
        return kept.length;
    }

    @Override
    public List<String> texts(Text column) {
        String name = named(column);
        List<String> all = rows.texts(name);
        List<String> texts = IntStream.of(kept).mapToObj(all::get).toList();
        int empty = texts.indexOf("");
        if (empty >= 0) {
            throw place(empty, column)
                    .refusal(
                            "E-STUDY-082",
                            "the cell of '" + name
                                    + "' is empty, and this column tells groups apart; fill it in, or leave the row out with"
                                    + " where");
        }
        return texts;
    }

    @Override
    public double[] numbers(Text column) {
        String name = named(column);
        return IntStream.of(kept)
                .mapToDouble(row -> Figure.parse(rows.text(row, name), rows.place(row, name))
                        .value())
                .toArray();
    }

    @Override
    public Place place(int row, Text column) {
        String name = named(column);
        return new Place(rows.file().name(), rows.line(kept[row]), rows.header().indexOf(name) + 1);
    }

    /** The column that is meant, refused where there is none. */
    private String named(Text column) {
        if (rows.header().contains(column.text())) {
            return column.text();
        }
        return role(column).map(Text::text).orElseThrow(() -> noColumn(column));
    }

    private Optional<Text> role(Text column) {
        return switch (column.text()) {
            case "unit" -> data.unit();
            case "time" -> data.time().size() == 1 ? Optional.of(data.time().get(0)) : Optional.empty();
            default -> Optional.empty();
        };
    }

    private InputException noColumn(Text column) {
        return column.place()
                .refusal(
                        "E-STUDY-083",
                        rows.file().name() + " has no column '" + column.text() + "'; it has "
                                + Text.some(rows.header()) + Text.nearest(column.text(), rows.header()));
    }

    @Override
    public Source source() {
        return rows.source();
    }

    @Override
    public SampleAudit audit() {
        SampleAudit read = rows.audit(rows.size());
        return rows.size() == kept.length ? read : read.drop("other codes", rows.size() - kept.length);
    }

    @Override
    public List<Warning> notes() {
        return rows.file().notes();
    }
}
