package org.migrationimpact.examples.download;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import org.migrationimpact.data.Frequency;
import org.migrationimpact.data.Period;
import org.migrationimpact.download.UnhcrApi;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** {@code download unhcr TABLE}: a table of UNHCR. */
@Command(
        name = "unhcr",
        description = "Fetches a table of UNHCR; filters are origin=AL,GE, asylum=DE and from=2008 to=2016.",
        mixinStandardHelpOptions = true)
final class UnhcrTable implements Callable<Integer> {

    /** The tables that there are. */
    enum Table {
        population,
        applications,
        decisions
    }

    @CommandLine.Spec
    private CommandLine.Model.CommandSpec spec;

    @Parameters(index = "0", paramLabel = "TABLE", description = "population, applications or decisions.")
    private Table table;

    @Parameters(index = "1..*", paramLabel = "key=value", description = "Filters; without any, the whole table.")
    private List<String> filters = new ArrayList<>();

    @Mixin
    private Saving saving;

    private UnhcrTable() {}

    @Override
    public Integer call() {
        Filters asked = Filters.of(filters);
        UnhcrApi question =
                between(question(), asked.takeSpan()).from(asked.take("origin")).to(asked.take("asylum"));
        asked.requireTaken("origin, asylum, from and to");
        return saving.save(saving.server().map(question::at).orElse(question), spec);
    }

    private UnhcrApi question() {
        return switch (table) {
            case population -> UnhcrApi.population();
            case applications -> UnhcrApi.applications();
            case decisions -> UnhcrApi.decisions();
        };
    }

    private static UnhcrApi between(UnhcrApi question, List<Period> span) {
        if (span.isEmpty()) {
            return question;
        }
        if (span.stream().anyMatch(period -> period.frequency() != Frequency.ANNUAL)) {
            throw Filters.refused("from= and to=", "must be years, because UNHCR counts by year");
        }
        return question.between(
                span.get(0).firstDay().getYear(), span.get(1).firstDay().getYear());
    }
}
