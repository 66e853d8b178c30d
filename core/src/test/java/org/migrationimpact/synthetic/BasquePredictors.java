package org.migrationimpact.synthetic;

import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.migrationimpact.data.Panel;
import org.migrationimpact.data.Period;

/** The thirteen predictors of Abadie, Diamond and Hainmueller (2011), schooling as shares of the four levels. */
final class BasquePredictors {

    private static final int SCHOOL = 10;

    private BasquePredictors() {}

    static Predictor[] all() throws IOException {
        List<Predictor> predictors = new ArrayList<>(school());
        predictors.add(Predictor.mean("invest", Panels.basque(16), Period.year(1964), Period.year(1969)));
        predictors.add(Predictor.mean("gdpcap", Panels.basque(3), Period.year(1960), Period.year(1969)));
        List<Period> oddYears =
                IntStream.range(0, 5).mapToObj(i -> Period.year(1961 + 2 * i)).toList();
        for (int column = 4; column <= 9; column++) {
            predictors.add(Predictor.mean("sector " + column, Panels.basque(column), oddYears));
        }
        predictors.add(Predictor.mean("popdens", Panels.basque(15), List.of(Period.year(1969))));
        return predictors.toArray(Predictor[]::new);
    }

    private static List<Predictor> school() throws IOException {
        List<Panel> levels = new ArrayList<>();
        for (int k = 0; k < 5; k++) {
            levels.add(Panels.basque(SCHOOL + k));
        }
        List<Predictor> predictors = new ArrayList<>();
        for (int k = 0; k < 4; k++) {
            Map<String, Double> shares = new LinkedHashMap<>();
            for (String unit : levels.get(0).units()) {
                double[] means =
                        levels.stream().mapToDouble(level -> mean(level, unit)).toArray();
                means[3] += means[4]; // high and beyond
                shares.put(unit, 100 * means[k] / (means[0] + means[1] + means[2] + means[3]));
            }
            predictors.add(Predictor.known("school " + k, shares));
        }
        return predictors;
    }

    private static double mean(Panel level, String unit) {
        return IntStream.rangeClosed(1964, 1969)
                .mapToDouble(year -> level.unit(unit).at(Period.year(year)))
                .average()
                .orElseThrow();
    }
}
