package org.migrationimpact.synthetic;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.migrationimpact.covariance.Classical;
import org.migrationimpact.data.DataException;
import org.migrationimpact.data.EstimationException;
import org.migrationimpact.model.Design;
import org.migrationimpact.regression.Ols;

/** The weights of a twin by predictors of given or searched importance. */
final class ByPredictors implements TwinSearch {

    private final List<Predictor> predictors;
    private final double[][] known;
    private final double[][] outcomes;
    private final Importance rule;
    private final double[] found;

    ByPredictors(TwinData data, List<Predictor> predictors, Importance rule) {
        this.predictors = predictors;
        this.rule = rule;
        this.found = new double[0];
        this.outcomes = data.matched(data.adjusted());
        this.known = data.units().stream()
                .map(unit -> predictors.stream().mapToDouble(p -> p.of(unit)).toArray())
                .toArray(double[][]::new);
    }

    private ByPredictors(ByPredictors other, double[] found) {
        this.predictors = other.predictors;
        this.rule = other.rule;
        this.outcomes = other.outcomes;
        this.known = other.known;
        this.found = found;
    }

    /** The same with the importance for the treated found once; with fewer donors the search begins at it. */
    ByPredictors settled() {
        return new ByPredictors(
                this, importance(0, IntStream.range(1, known.length).toArray()));
    }

    @Override
    public SimplexFit twin(int target, int[] donors) {
        double[] importance = importance(target, donors);
        return fit(target, donors).fit(importance, donors);
    }

    private PredictorFit fit(int target, int[] donors) {
        return new PredictorFit(standardised(target, donors), outcomes, target, donors);
    }

    /** The share of each predictor, for this target among these donors. */
    double[] importance(int target, int[] donors) {
        double[] equal = new double[predictors.size()];
        Arrays.fill(equal, 1.0 / equal.length);
        if (found.length > 0 && target == 0 && donors.length == known.length - 1) {
            return found.clone();
        }
        if (rule instanceof Importance.Given given) {
            double sum = Arrays.stream(given.shares()).sum();
            return Arrays.stream(given.shares()).map(share -> share / sum).toArray();
        }
        if (rule instanceof Importance.ByRegression) {
            return byRegression(target, donors);
        }
        return rule instanceof Importance.ByData ? searched(target, donors, equal) : equal;
    }

    private double[] searched(int target, int[] donors, double[] equal) {
        List<double[]> beginnings =
                found.length > 0 && target == 0 ? List.of(found) : beginnings(target, donors, equal);
        return new ImportanceSearch(fit(target, donors)::loss).best(beginnings);
    }

    private List<double[]> beginnings(int target, int[] donors, double[] equal) {
        List<double[]> beginnings = new ArrayList<>(List.of(equal));
        for (int k = 0; k < equal.length; k++) {
            double[] one = new double[equal.length];
            Arrays.fill(one, 1e-4);
            one[k] = 1;
            beginnings.add(one);
        }
        try {
            beginnings.add(byRegression(target, donors));
        } catch (DataException | EstimationException none) {
            // predictors that no regression tells apart have one beginning less
        }
        return beginnings;
    }

    private double[] byRegression(int target, int[] donors) {
        int[] units = all(target, donors);
        if (units.length < predictors.size() + 2) {
            throw new DataException(
                    "E-SYNTH-002",
                    "importance by regression of " + predictors.size() + " predictors needs "
                            + (predictors.size() + 2) + " units, there are " + units.length
                            + "; take fewer predictors, or importance that is equal or by the data");
        }
        double[][] standard = standardised(target, donors);
        List<String> names = Stream.concat(
                        Stream.of("intercept"), predictors.stream().map(Predictor::name))
                .toList();
        Design design = Design.of(
                names,
                IntStream.of(units)
                        .mapToObj(unit -> IntStream.range(0, names.size())
                                .mapToDouble(k -> k == 0 ? 1 : standard[unit][k - 1])
                                .toArray())
                        .toArray(double[][]::new));
        double[] squares = new double[predictors.size()];
        for (int t = 0; t < outcomes[target].length; t++) {
            int period = t;
            double[] outcome = IntStream.of(units)
                    .mapToDouble(unit -> outcomes[unit][period])
                    .toArray();
            var fit = Ols.fit(outcome, design, new Classical());
            for (int k = 0; k < squares.length; k++) {
                double slope = fit.coefficient(predictors.get(k).name()).estimate();
                squares[k] += slope * slope;
            }
        }
        double sum = Arrays.stream(squares).sum();
        return Arrays.stream(squares).map(square -> square / sum).toArray();
    }

    private static int[] all(int target, int[] donors) {
        return IntStream.concat(IntStream.of(target), IntStream.of(donors))
                .sorted()
                .toArray();
    }

    /** In standard deviations over the target and its donors; a predictor that does not vary among them stays 0 for all. */
    private double[][] standardised(int target, int[] donors) {
        int[] units = all(target, donors);
        double[][] standard = new double[known.length][predictors.size()];
        for (int k = 0; k < predictors.size(); k++) {
            int column = k;
            double[] values = IntStream.of(units)
                    .mapToDouble(u -> known[u][column])
                    .sorted()
                    .toArray();
            double mean = Arrays.stream(values).sum() / values.length;
            double squares =
                    Arrays.stream(values).map(v -> (v - mean) * (v - mean)).sum();
            double deviation = Math.sqrt(squares / (values.length - 1));
            for (int unit : units) {
                standard[unit][k] = deviation > 0 ? (known[unit][k] - mean) / deviation : 0;
            }
        }
        return standard;
    }

    List<Predictor> predictors() {
        return predictors;
    }
}
