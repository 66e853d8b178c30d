package org.migrationimpact.examples.download;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.migrationimpact.data.Period;
import org.migrationimpact.download.EurostatSdmx;
import org.migrationimpact.download.EurostatStatistics;
import org.migrationimpact.download.Question;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code download eurostat CODE}: a table of Eurostat. */
@Command(
        name = "eurostat",
        description =
                "Fetches a table of Eurostat; filters are its dimensions, and from= and to= with periods such as 2015 or 2015-03.",
        mixinStandardHelpOptions = true)
final class EurostatTable implements Callable<Integer> {

    /** The layouts that Eurostat writes. */
    enum Layout {
        csv,
        tsv,
        json
    }

    @CommandLine.Spec
    private CommandLine.Model.CommandSpec spec;

    @Parameters(index = "0", paramLabel = "CODE", description = "The code of the table, such as tps00176.")
    private String code;

    @Option(
            names = "--format",
            paramLabel = "FORMAT",
            description = "csv (SDMX-CSV), tsv or json (JSON-stat); by default csv.")
    private Layout layout = Layout.csv;

    @Parameters(index = "1..*", paramLabel = "key=value", description = "Filters; without any, the whole table.")
    private List<String> filters = new ArrayList<>();

    @Mixin
    private Saving saving;

    private EurostatTable() {}

    @Override
    public Integer call() {
        Filters asked = Filters.of(filters);
        Optional<Period> first = asked.takePeriod("from");
        Optional<Period> last = asked.takePeriod("to");
        for (String key : asked.rest().keySet()) {
            if (key.equalsIgnoreCase("time") || key.equalsIgnoreCase("TIME_PERIOD")) {
                throw Filters.refused(key + "=", "is not asked for by name; write from=2015 to=2020");
            }
        }
        return saving.save(question(asked.rest(), first, last), spec);
    }

    private Question question(Map<String, String[]> codes, Optional<Period> first, Optional<Period> last) {
        return layout == Layout.json ? statistics(codes, first, last) : sdmx(codes, first, last);
    }

    private Question statistics(Map<String, String[]> codes, Optional<Period> first, Optional<Period> last) {
        EurostatStatistics table = EurostatStatistics.dataset(code);
        table = saving.server().map(table::at).orElse(table);
        for (Map.Entry<String, String[]> filter : codes.entrySet()) {
            table = table.where(filter.getKey(), filter.getValue());
        }
        table = first.map(table::since).orElse(table);
        return last.map(table::until).orElse(table);
    }

    private Question sdmx(Map<String, String[]> codes, Optional<Period> first, Optional<Period> last) {
        EurostatSdmx table = layout == Layout.tsv ? EurostatSdmx.tsv(code) : EurostatSdmx.csv(code);
        table = saving.server().map(table::at).orElse(table);
        for (Map.Entry<String, String[]> filter : codes.entrySet()) {
            table = table.where(filter.getKey(), filter.getValue());
        }
        table = first.map(table::since).orElse(table);
        return last.map(table::until).orElse(table);
    }
}
