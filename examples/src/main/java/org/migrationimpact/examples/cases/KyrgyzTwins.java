package org.migrationimpact.examples.cases;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.migrationimpact.data.Country;
import org.migrationimpact.data.Observations;
import org.migrationimpact.data.Panel;
import org.migrationimpact.data.Period;
import org.migrationimpact.data.Series;
import org.migrationimpact.io.Format;
import org.migrationimpact.io.Tidy;
import org.migrationimpact.measure.Measure;
import org.migrationimpact.measure.MeasureInventory;
import org.migrationimpact.table.InputFile;
import org.migrationimpact.table.Rows;

/**
 * Remittances to Kyrgyzstan after accession to the Eurasian Economic Union in August 2015, against states that earn roubles too and did not
 * accede, on logarithms of US dollars, 2006 to 2019.
 */
final class KyrgyzTwins {

    static final Measure ACCESSION = MeasureInventory.standard().get("M103");
    private static final String KYRGYZSTAN = "KG";
    private static final List<String> DONORS = List.of("TJ", "UZ", "MD", "GE", "AZ", "UA");
    private static final Period FIRST = Period.year(2006);
    private static final Period LAST = Period.year(2019);

    private KyrgyzTwins() {}

    static SideBySide compare(InputFile file) {
        Observations remittances = read(file);
        Panel panel = panel(remittances);
        String treated = panel.series().get(0).name();
        Positive positive = Positive.of(panel, treated);
        LogDesigns designs = new LogDesigns(positive.panel(), treated, Dates.of(ACCESSION, FIRST.frequency()));
        List<String> why = new ArrayList<>(designs.why());
        why.add(
                "From mid-2014 to early 2016 the rouble fell, and dollars sent home fell with it, by 11 to 65 % over seven states (S07)."
                        + " Who stands in the comparison therefore decides the answer: look at the weights first.");
        return new SideBySide(
                "kyrgyzstan",
                "Kyrgyzstan accedes to the Eurasian Economic Union, August 2015 (" + ACCESSION.id() + ")",
                "Did remittances received change?",
                data(positive, treated),
                designs.answers(),
                designs.common(),
                why,
                designs.pictures("kyrgyzstan", ACCESSION),
                List.of(file),
                List.of(remittances.source()));
    }

    private static List<String> data(Positive positive, String treated) {
        List<String> lines = new ArrayList<>();
        lines.add("Personal remittances received in US dollars, " + FIRST + " to " + LAST
                + "; 2015, of which under five months were treated, counts as treated.");
        lines.add("Compared with: "
                + String.join(", ", positive.panel().without(treated).units())
                + ". Left out: Armenia, Belarus and Kazakhstan, members themselves.");
        positive.dropped().ifPresent(lines::add);
        lines.add("Log points from the mean of 2012-14 to that of 2016-18, each by itself: "
                + positive.panel().series().stream()
                        .map(one -> String.format(Locale.ROOT, "%s %+.3f", one.name(), change(one)))
                        .collect(Collectors.joining(", "))
                + ".");
        return lines;
    }

    private static double change(Series series) {
        return Math.log(sum(series, 2016) / sum(series, 2012));
    }

    private static double sum(Series series, int first) {
        return IntStream.range(first, first + 3)
                .mapToDouble(year -> series.at(Period.year(year)))
                .sum();
    }

    /** The table of an extract with the columns geo, var, t and v; or what the command {@code example} reads. */
    private static Observations read(InputFile file) {
        boolean extract =
                Format.of(file) == Format.TIDY && Rows.read(file).header().containsAll(List.of("geo", "var", "t", "v"));
        return extract
                ? Tidy.columns()
                        .time("t")
                        .value("v")
                        .dimensions("geo", "var")
                        .unit("US$")
                        .read(file)
                        .where("var", "remin")
                : KyrgyzAccession.read(file);
    }

    /** Kyrgyzstan, and those of the others that the file has; the small table of this program has two. */
    private static Panel panel(Observations remittances) {
        String dimension = remittances.dimensions().contains("geo") ? "geo" : "country";
        List<Series> all = new ArrayList<>();
        List<String> wanted = new ArrayList<>(List.of(KYRGYZSTAN));
        wanted.addAll(DONORS);
        for (String code : wanted) {
            String iso3 = Country.of(code).iso3();
            for (String there : remittances.codes(dimension)) {
                if (there.equals(code) || there.equals(iso3)) {
                    Series series = remittances.where(dimension, there).series();
                    all.add(series.between(FIRST, LAST).named(Country.of(code).name()));
                }
            }
        }
        return new Panel(all);
    }
}
