package org.migrationimpact.examples.study;

import java.util.List;
import org.migrationimpact.data.Observation;
import org.migrationimpact.data.Observations;
import org.migrationimpact.data.SampleAudit;
import org.migrationimpact.data.Source;
import org.migrationimpact.data.Warning;

/** Rows of a publisher's file: its dimensions and its period are texts, its figures are the only numbers. */
record CubeRows(DataBlock data, Observations cube) implements RowTable {

    private static final String TIME = "time";
    private static final String VALUE = "outcome";

    @Override
    public int size() {
        return cube.size();
    }

    @Override
    public List<String> texts(Text column) {
        if (column.text().equals(TIME)) {
            return cube.stream().map(row -> row.period().toString()).toList();
        }
        int at = cube.dimensions().indexOf(dimension(column));
        return cube.stream().map(row -> row.codes().get(at)).toList();
    }

    private String dimension(Text column) {
        if (column.text().equals("unit") && data.unit().isPresent()) {
            return dimension(data.unit().get());
        }
        Figures.requireDimension(cube, column);
        return column.text();
    }

    @Override
    public double[] numbers(Text column) {
        if (!column.text().equals(VALUE)) {
            throw column.place()
                    .refusal(
                            "E-STUDY-084",
                            "'" + column.text()
                                    + "' is meant to be a column of numbers, and a publisher's file has its figures only;"
                                    + " give a table with format: tidy");
        }
        return cube.stream().mapToDouble(Observation::value).toArray();
    }

    @Override
    public Place place(int row, Text column) {
        return new Place(cube.source().file(), cube.get(row).line(), 0);
    }

    @Override
    public Source source() {
        return cube.source();
    }

    @Override
    public SampleAudit audit() {
        return cube.audit();
    }

    @Override
    public List<Warning> notes() {
        return cube.notes();
    }
}
