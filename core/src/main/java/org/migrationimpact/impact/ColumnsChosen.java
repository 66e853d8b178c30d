package org.migrationimpact.impact;

import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.migrationimpact.data.Series;
import org.migrationimpact.forecast.Inclusion;
import org.migrationimpact.forecast.SpikeAndSlab;

/** What a choice of columns says in a result. */
final class ColumnsChosen {

    private ColumnsChosen() {}

    static List<Diagnostic> diagnostics(SpikeAndSlab.Choice choice) {
        return choice.inclusions().stream()
                .map(each -> new Diagnostic(
                        "inclusion of " + each.name(),
                        each.probability(),
                        Double.NaN,
                        Status.NOT_APPLICABLE,
                        words(each)))
                .toList();
    }

    private static String words(Inclusion each) {
        return String.format(Locale.ROOT, "in the model with probability %.3f, ", each.probability())
                + (each.isChosen() ? "so it is" : "so it is left out")
                + (each.monteCarloError() == 0
                        ? "; every set of columns was gone through"
                        : String.format(Locale.ROOT, "; Monte Carlo error %.3f", each.monteCarloError()));
    }

    static Convention convention(SpikeAndSlab how, SpikeAndSlab.Choice choice) {
        String names = choice.model().regressors().stream().map(Series::name).collect(Collectors.joining(", "));
        return new Convention(
                "columns chosen",
                (names.isEmpty() ? "none" : names) + " of "
                        + choice.inclusions().size() + " by " + how + "; the band takes the choice as known");
    }
}
