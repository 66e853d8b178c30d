package org.migrationimpact.inference;

import java.io.Serializable;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.migrationimpact.data.InputException;
import org.migrationimpact.model.Factor;

/**
 * What a fitted model leaves behind for its standard errors: n rows, k regressors from which the absorbed effects are removed, the
 * residuals and weights. The score of row i and column j is {@code x̃_ij w_i e_i}.
 *
 * <p>For least squares w is the weight (1 without weights) and e the residual. For Poisson counts w is the fitted mean μ (times the
 * weight) and e the working residual (y − μ)/μ, so that w e = y − μ; the columns are those from which the effects are removed with the
 * weights w of the last iteration.
 */
public final class PanelScores implements Serializable {

    private static final long serialVersionUID = 1L;

    private final List<String> names;
    private final double[][] columns;
    private final double[] residuals;
    private final double[] weights;
    private final double[][] bread;
    private final Likelihood likelihood;
    private final List<Factor> absorbed;
    private final List<Factor> groups;
    private final List<Calendar> calendar; // one or none

    private PanelScores(
            Core core, Likelihood likelihood, List<Factor> absorbed, List<Factor> groups, List<Calendar> calendar) {
        this.names = core.names;
        this.columns = core.columns;
        this.residuals = core.residuals;
        this.weights = core.weights;
        this.bread = core.bread;
        this.likelihood = likelihood;
        this.absorbed = List.copyOf(absorbed);
        this.groups = List.copyOf(groups);
        this.calendar = calendar;
    }

    /** The numbers that every model has. */
    @SuppressWarnings("ArrayRecordComponent") // private, compared by nobody
    private record Core(
            List<String> names, double[][] columns, double[] residuals, double[] weights, double[][] bread) {}

    /** Where each row stands: its unit, and its period counted on the calendar. */
    @SuppressWarnings("ArrayRecordComponent") // package-private, compared by nobody
    record Calendar(Factor unit, long[] places) implements Serializable {}

    /**
     * Least squares without weights, effects, groups or calendar; the other methods add them.
     *
     * @param names k names
     * @param columns k × n, the effects removed
     * @param residuals n
     * @param bread (X̃'WX̃)⁻¹, k × k, W being the weights added by {@link #weighted}
     */
    public static PanelScores of(List<String> names, double[][] columns, double[] residuals, double[][] bread) {
        requireShape(names, columns, residuals, bread);
        double[] ones = new double[residuals.length];
        Arrays.fill(ones, 1);
        Core core = new Core(List.copyOf(names), copy(columns), residuals.clone(), ones, copy(bread));
        return new PanelScores(core, Likelihood.GAUSSIAN, List.of(), List.of(), List.of());
    }

    private static void requireShape(List<String> names, double[][] columns, double[] residuals, double[][] bread) {
        int k = names.size();
        if (k == 0 || columns.length != k || bread.length != k) {
            throw new IllegalArgumentException(k + " names need as many columns and rows of the bread, got "
                    + columns.length + " and " + bread.length);
        }
        for (int j = 0; j < k; j++) {
            if (columns[j].length != residuals.length || bread[j].length != k) {
                throw new IllegalArgumentException("column " + names.get(j) + " has " + columns[j].length + " rows for "
                        + residuals.length + " residuals, and " + bread[j].length + " values in the bread for " + k);
            }
        }
    }

    private static double[][] copy(double[][] matrix) {
        return Arrays.stream(matrix).map(double[]::clone).toArray(double[][]::new);
    }

    private Core core(double[] otherWeights) {
        return new Core(names, columns, residuals, otherWeights, bread);
    }

    private Core core() {
        return core(weights);
    }

    /** The same with weights, one above 0 for each row: the inverse variances of the errors, or the fitted means of counts. */
    public PanelScores weighted(double... rowWeights) {
        requireRows(rowWeights.length, "weights");
        for (int i = 0; i < rowWeights.length; i++) {
            if (!(rowWeights[i] > 0) || Double.isInfinite(rowWeights[i])) {
                throw new IllegalArgumentException(
                        "a weight is finite and above 0, got " + rowWeights[i] + " in row " + i);
            }
        }
        return new PanelScores(core(rowWeights.clone()), likelihood, absorbed, groups, calendar);
    }

    /** The same of a model of this kind. */
    public PanelScores with(Likelihood other) {
        return new PanelScores(core(), other, absorbed, groups, calendar);
    }

    /** The same with these effects absorbed, an intercept among them; without effects an intercept is a column like any other. */
    public PanelScores absorbing(List<Factor> effects) {
        effects.forEach(effect -> requireRows(effect.rows(), effect.name()));
        return new PanelScores(core(), likelihood, effects, groups, calendar);
    }

    /** The same with these groups to cluster by, beside the absorbed effects. */
    public PanelScores groupedBy(List<Factor> others) {
        others.forEach(group -> requireRows(group.rows(), group.name()));
        return new PanelScores(core(), likelihood, absorbed, others, calendar);
    }

    /** The same with the unit of each row and its place on the calendar, as {@code Period.index()} counts it. */
    public PanelScores inCalendar(Factor unit, long... places) {
        requireRows(unit.rows(), unit.name());
        requireRows(places.length, "places on the calendar");
        return new PanelScores(core(), likelihood, absorbed, groups, List.of(new Calendar(unit, places.clone())));
    }

    private void requireRows(int rows, String what) {
        if (rows != residuals.length) {
            throw new IllegalArgumentException(what + ": " + rows + " rows for " + residuals.length + " residuals");
        }
    }

    /** How many rows: N. */
    public int rows() {
        return residuals.length;
    }

    /** How many slopes: k. */
    public int slopes() {
        return names.size();
    }

    /** The names of the k columns. */
    public List<String> names() {
        return names;
    }

    /** Column {@code j} in row {@code i}, the effects removed. */
    public double x(int i, int j) {
        return columns[j][i];
    }

    /** The residual of row {@code i}. */
    public double residual(int i) {
        return residuals[i];
    }

    /** The weight of row {@code i}. */
    public double weight(int i) {
        return weights[i];
    }

    /** The score of row {@code i} and column {@code j}. */
    public double score(int i, int j) {
        return columns[j][i] * weights[i] * residuals[i];
    }

    /** (X̃'WX̃)⁻¹. */
    public double[][] bread() {
        return copy(bread);
    }

    /** The same, not copied: nobody in this package changes it. */
    double[][] breadInPlace() {
        return bread;
    }

    /** What the model takes its residuals for. */
    public Likelihood likelihood() {
        return likelihood;
    }

    /** The absorbed effects. */
    public List<Factor> absorbed() {
        return absorbed;
    }

    /** The names by which rows can be clustered. */
    public List<String> groupNames() {
        return known().map(Factor::name).distinct().toList();
    }

    private Stream<Factor> known() {
        return Stream.of(absorbed.stream(), groups.stream(), calendar.stream().map(Calendar::unit))
                .flatMap(s -> s);
    }

    /**
     * The groups of this name, among the absorbed effects, the other groups and the unit; {@code origin^year} is made of its parts.
     *
     * @throws InputException E-CLUSTER-001 where there are none; the message lists the names
     */
    public Factor group(String name) {
        return known().filter(factor -> factor.name().equals(name)).findFirst().orElseGet(() -> joint(name));
    }

    private Factor joint(String name) {
        int hat = name.lastIndexOf('^');
        if (hat <= 0 || hat == name.length() - 1) {
            throw new InputException(
                    "E-CLUSTER-001",
                    "there are no groups '" + name + "' to cluster by; there are " + groupNames()
                            + "; name one of them, or hand the groups to the model");
        }
        return group(name.substring(0, hat)).crossed(group(name.substring(hat + 1)));
    }

    /**
     * Unit and period of each row.
     *
     * @throws InputException E-CLUSTER-002 where the model was not told
     */
    Calendar calendar() {
        return calendar.stream()
                .findFirst()
                .orElseThrow(
                        () -> new InputException(
                                "E-CLUSTER-002",
                                "these standard errors follow units along the calendar, and the model does not know unit and period of its rows; name both"));
    }
}
