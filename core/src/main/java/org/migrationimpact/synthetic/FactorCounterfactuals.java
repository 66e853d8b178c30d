package org.migrationimpact.synthetic;

import java.util.Arrays;
import org.migrationimpact.data.EstimationException;

/** What the treated would have shown by so many factors of the never treated. */
record FactorCounterfactuals(int rank) implements Counterfactuals {

    @Override
    public double[][] of(AdoptionPanel data) {
        return predicted(data, FactorModel.of(data, FactorModel.start(data), rank));
    }

    static double[][] predicted(AdoptionPanel data, FactorModel model) {
        double[][] predicted = new double[data.starts().length][];
        for (int i : data.treated()) {
            predicted[i] = model.predict(data.values()[i], data.starts()[i])
                    .orElseThrow(() -> new EstimationException(
                            "E-FACTORS-001",
                            "the periods before do not determine the loadings of "
                                    + data.units().get(i)
                                    + ", for the factors hardly move in them; choose fewer factors"));
        }
        return predicted;
    }

    /** The fewest periods before that any treated unit was observed in. */
    static int fewestBefore(AdoptionPanel data) {
        return Arrays.stream(data.treated())
                .map(i -> (int) Arrays.stream(data.values()[i], 0, data.starts()[i])
                        .filter(value -> !Double.isNaN(value))
                        .count())
                .min()
                .orElseThrow();
    }
}
