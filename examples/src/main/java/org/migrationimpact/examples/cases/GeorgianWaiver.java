package org.migrationimpact.examples.cases;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.migrationimpact.data.Country;
import org.migrationimpact.data.Frequency;
import org.migrationimpact.data.Series;
import org.migrationimpact.measure.Measure;
import org.migrationimpact.measure.MeasureInventory;
import org.migrationimpact.table.InputFile;

/**
 * Did visa-free travel, from 28 March 2017, change how many Georgians seek asylum? Against states of the partnership whose citizens needed a
 * visa throughout, on logarithms, to the end of 2019.
 */
final class GeorgianWaiver {

    static final Measure WAIVER = MeasureInventory.standard().get("M037");
    private static final String GEORGIA = "GE";
    private static final List<String> DONORS = List.of("AM", "AZ", "BY", "KZ", "KG", "RU", "TJ", "TM", "UZ");
    private static final int FIRST = 2011;
    private static final int LAST = 2019;

    private GeorgianWaiver() {}

    static SideBySide compare(List<InputFile> files) {
        List<String> origins = new ArrayList<>(List.of(GEORGIA));
        origins.addAll(DONORS);
        AsylumFigures figures = AsylumFigures.of(files, origins, FIRST, LAST);
        String treated = Country.of(GEORGIA).name();
        Positive positive = Positive.of(figures.panel(), treated);
        Frequency frequency = figures.panel().series().get(0).frequency();
        Dates dates = Dates.of(WAIVER, frequency);
        LogDesigns designs = new LogDesigns(positive.panel(), treated, dates);
        return new SideBySide(
                "georgia",
                "Visa-free travel for Georgians, 28 March 2017 (" + WAIVER.id() + ")",
                "Did first-time asylum applications of Georgian citizens change?",
                data(figures, positive, treated),
                designs.answers(),
                designs.common(),
                designs.why(),
                designs.pictures("georgia", WAIVER),
                files,
                figures.sources());
    }

    private static List<String> data(AsylumFigures figures, Positive positive, String treated) {
        Series series = positive.panel().unit(treated);
        List<String> lines = new ArrayList<>();
        lines.add(
                "First-time applications in " + places(figures) + ", " + series.start() + " to " + series.end() + ".");
        if (!figures.leftOut().isEmpty()) {
            lines.add("Not in the sum, because they do not report every period: " + String.join(", ", figures.leftOut())
                    + ".");
        }
        lines.add("Compared with: "
                + positive.panel().without(treated).units().stream().collect(Collectors.joining(", "))
                + ". Left out: the Western Balkans, Moldova and Ukraine (visa-free earlier, or from June 2017), Kosovo (exodus of"
                + " 2014-15), Turkey (coup attempt of July 2016).");
        positive.dropped().ifPresent(lines::add);
        return lines;
    }

    private static String places(AsylumFigures figures) {
        return figures.destinations().size() == 1
                ? Country.of(figures.destinations().iterator().next()).name()
                : figures.destinations().size() + " countries";
    }
}
