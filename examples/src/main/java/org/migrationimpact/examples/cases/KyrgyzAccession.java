package org.migrationimpact.examples.cases;

import java.util.List;
import org.migrationimpact.assess.Assessed;
import org.migrationimpact.assess.Assessment;
import org.migrationimpact.data.Country;
import org.migrationimpact.data.Observations;
import org.migrationimpact.data.Panel;
import org.migrationimpact.data.Period;
import org.migrationimpact.data.Series;
import org.migrationimpact.impact.BeforeAfter;
import org.migrationimpact.impact.Comparison;
import org.migrationimpact.io.Format;
import org.migrationimpact.io.Tidy;
import org.migrationimpact.io.WorldBank;
import org.migrationimpact.measure.Measure;
import org.migrationimpact.measure.MeasureInventory;
import org.migrationimpact.measure.RouteInventory;
import org.migrationimpact.model.Donut;
import org.migrationimpact.model.Scale;
import org.migrationimpact.model.Window;
import org.migrationimpact.table.InputFile;

/**
 * Did accession to the Eurasian Economic Union in August 2015 change remittances to Kyrgyzstan? The logarithm of 2012–14 against 2016–18,
 * the partly treated year left out; compared with Tajikistan and Uzbekistan, which did not accede and whose workers earn roubles too.
 */
final class KyrgyzAccession {

    private static final Measure ACCESSION = MeasureInventory.standard().get("M103");
    private static final String RECEIVED = "BX.TRF.PWKR.CD.DT";

    private KyrgyzAccession() {}

    static Case assess(InputFile file) {
        Observations remittances = read(file);
        Series kyrgyz = to(remittances, "KG");
        Panel others = new Panel(List.of(to(remittances, "TJ"), to(remittances, "UZ")));
        Assessed assessed = Assessment.of(ACCESSION, kyrgyz)
                .by(BeforeAfter.of(ACCESSION)
                        .with(Scale.LOG)
                        .with(Comparison.welch())
                        .within(Window.between(Period.year(2012), Period.year(2018)))
                        .without(Donut.before(1)))
                .on(RouteInventory.standard().get("CA-RU"))
                .untreated(others, "remittances to the two other states of the route")
                .run();
        Panel all = new Panel(
                List.of(kyrgyz, others.series().get(0), others.series().get(1)));
        return new Case("kyrgyzstan", assessed, all, file, remittances.source());
    }

    static Observations read(InputFile file) {
        Format format = Format.of(file);
        if (format != Format.WORLD_BANK && format != Format.WORLD_BANK_WORKBOOK) {
            return Tidy.columns()
                    .time("year")
                    .value("remittances")
                    .dimensions("country")
                    .unit("million US$")
                    .read(file);
        }
        return WorldBank.read(file).where("indicator", RECEIVED);
    }

    private static Series to(Observations remittances, String country) {
        Series series = remittances
                .where("country", country)
                .series()
                .named("remittances to " + Country.of(country).name());
        return series.unit().equals("million US$") ? series : series.map("million US$", dollars -> dollars / 1e6);
    }
}
