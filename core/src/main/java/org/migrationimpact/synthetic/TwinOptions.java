package org.migrationimpact.synthetic;

import java.io.Serializable;
import java.util.List;
import org.migrationimpact.data.Period;
import org.migrationimpact.model.Scale;

/** The choices of a synthetic control that do not say who was treated when; a list of one or none is a choice that may be left open. */
record TwinOptions(
        Scale scale,
        Baseline baseline,
        List<Span> within,
        List<Period> matchedFrom,
        List<Predictor> predictors,
        Importance importance,
        Donors donors,
        double confidence)
        implements Serializable {

    static final TwinOptions DEFAULT = new TwinOptions(
            Scale.LEVEL, Baseline.NONE, List.of(), List.of(), List.of(), Importance.equal(), Donors.all(), 0.95);

    /** From the first period to the last, both included. */
    record Span(Period first, Period last) implements Serializable {}

    TwinOptions {
        within = List.copyOf(within);
        matchedFrom = List.copyOf(matchedFrom);
        predictors = List.copyOf(predictors);
    }

    TwinOptions with(Scale other) {
        return new TwinOptions(other, baseline, within, matchedFrom, predictors, importance, donors, confidence);
    }

    TwinOptions with(Baseline other) {
        return new TwinOptions(scale, other, within, matchedFrom, predictors, importance, donors, confidence);
    }

    TwinOptions with(Span other) {
        return new TwinOptions(
                scale, baseline, List.of(other), matchedFrom, predictors, importance, donors, confidence);
    }

    TwinOptions withMatchedFrom(Period other) {
        return new TwinOptions(scale, baseline, within, List.of(other), predictors, importance, donors, confidence);
    }

    TwinOptions with(List<Predictor> others, Importance rule) {
        return new TwinOptions(scale, baseline, within, matchedFrom, others, rule, donors, confidence);
    }

    TwinOptions with(Donors others) {
        return new TwinOptions(scale, baseline, within, matchedFrom, predictors, importance, others, confidence);
    }

    TwinOptions withConfidence(double level) {
        return new TwinOptions(scale, baseline, within, matchedFrom, predictors, importance, donors, level);
    }

    TwinSearch search(TwinData data) {
        return predictors.isEmpty() ? TwinSearch.ByOutcomes.of(data) : new ByPredictors(data, predictors, importance);
    }
}
