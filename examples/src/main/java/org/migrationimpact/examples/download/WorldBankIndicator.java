package org.migrationimpact.examples.download;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import org.migrationimpact.data.Period;
import org.migrationimpact.download.WorldBankApi;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** {@code download world-bank INDICATOR}: an indicator of the World Bank. */
@Command(
        name = "world-bank",
        description = "Fetches an indicator of the World Bank; filters are country=AL,MD and from=2000 to=2020.",
        mixinStandardHelpOptions = true)
final class WorldBankIndicator implements Callable<Integer> {
    @CommandLine.Spec
    private CommandLine.Model.CommandSpec spec;

    @Parameters(
            index = "0",
            paramLabel = "INDICATOR",
            description = "The code of the indicator, such as BX.TRF.PWKR.CD.DT.")
    private String indicator;

    @Parameters(index = "1..*", paramLabel = "key=value", description = "Filters; without any, the whole table.")
    private List<String> filters = new ArrayList<>();

    @Mixin
    private Saving saving;

    private WorldBankIndicator() {}

    @Override
    public Integer call() {
        Filters asked = Filters.of(filters);
        WorldBankApi question = WorldBankApi.indicator(indicator).countries(asked.take("country"));
        List<Period> span = asked.takeSpan();
        question = span.isEmpty() ? question : question.between(span.get(0), span.get(1));
        asked.requireTaken("country, from and to");
        return saving.save(saving.server().map(question::at).orElse(question), spec);
    }
}
