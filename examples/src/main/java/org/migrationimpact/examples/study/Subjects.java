package org.migrationimpact.examples.study;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.migrationimpact.data.Observations;
import org.migrationimpact.data.Series;

/** The series of a study, taken from its figures: of the treated unit, of further treated ones, of controls. */
record Subjects(Study study, Figures figures, Observations all, Optional<Text> unit) {

    /** All rows of the series of the study. */
    Observations cube() {
        List<Text> codes = new ArrayList<>(unit.stream().toList());
        codes.addAll(others());
        codes.addAll(study.design().controls());
        return codes.isEmpty() ? all : Figures.kept(all, unitColumn(codes.get(0)), codes);
    }

    Subject subject() {
        requireDifferent();
        Observations own = of(unit, all);
        return new Subject(
                named(own.series(), own),
                study.data().covariates().stream().map(this::column).toList(),
                study.data().exposure().map(this::column),
                series(others()),
                series(study.design().controls()));
    }

    private List<Text> others() {
        return study.treatment().units().stream().skip(1).toList();
    }

    private void requireDifferent() {
        List<String> seen = new ArrayList<>(unit.stream().map(Text::text).toList());
        for (List<Text> group : List.of(others(), study.design().controls())) {
            for (Text code : group) {
                if (seen.contains(code.text())) {
                    throw code.place()
                            .refusal(
                                    "E-STUDY-055",
                                    "the unit '" + code.text()
                                            + "' is named twice; a unit is either treated or a control, and named once");
                }
                seen.add(code.text());
            }
        }
    }

    private List<Series> series(List<Text> codes) {
        return codes.stream()
                .map(code -> measured(of(Optional.of(code), all)).named(code.text()))
                .toList();
    }

    private Series column(Text name) {
        return of(unit, figures.column(name)).series().named(name.text());
    }

    private Observations of(Optional<Text> code, Observations cube) {
        return code.map(one -> Figures.kept(cube, unitColumn(one), List.of(one)))
                .orElse(cube);
    }

    private Text unitColumn(Text code) {
        return study.data()
                .unit()
                .orElseThrow(() -> code.place()
                        .refusal(
                                "E-STUDY-056",
                                "the unit '" + code.text()
                                        + "' is named, but data has no 'unit', the column of the units"));
    }

    /** In the unit of the file, or else of the column. */
    private static Series measured(Observations cube) {
        Series series = cube.series();
        return cube.unit().isEmpty() ? series.map("units of " + cube.quantity(), value -> value) : series;
    }

    /** The series under the name of its quantity and its codes. */
    private static Series named(Series series, Observations cube) {
        Series measured = measured(cube);
        return series.name().equals(cube.quantity())
                ? measured
                : measured.named(cube.quantity() + ", " + series.name());
    }
}
