package org.migrationimpact.inference;

import java.io.Serializable;
import java.util.Arrays;
import java.util.List;
import org.migrationimpact.covariance.StudentT;
import org.migrationimpact.data.Warning;

/** The covariance matrix of k coefficients, with degrees of freedom for each, an explanation and warnings. */
public final class PanelErrors implements Serializable {

    private static final long serialVersionUID = 1L;

    private final List<String> names;
    private final double[][] matrix;
    private final double[] freedom;
    private final Test test;
    private final Explanation explanation;
    private final List<Warning> warnings;

    /** The distribution of the tests. */
    enum Test {
        STUDENT,
        NORMAL
    }

    PanelErrors(
            List<String> names,
            double[][] matrix,
            double[] freedom,
            Test test,
            Explanation explanation,
            List<Warning> warnings) {
        this.names = List.copyOf(names);
        this.matrix = matrix;
        this.freedom = freedom;
        this.test = test;
        this.explanation = explanation;
        this.warnings = List.copyOf(warnings);
    }

    /**
     * The same with Student's t where counts use the normal distribution. Least squares uses it anyway; the matrix stays what it is.
     */
    public PanelErrors smallSample() {
        return new PanelErrors(names, matrix, freedom, Test.STUDENT, explanation, warnings);
    }

    /** The names of the coefficients, in order. */
    public List<String> names() {
        return names;
    }

    /** k × k, symmetric, in squared units of the coefficients. */
    public double[][] matrix() {
        return Arrays.stream(matrix).map(double[]::clone).toArray(double[][]::new);
    }

    /** The standard error of the coefficient of this name. */
    public double standardError(String name) {
        int j = column(name);
        return Math.sqrt(Math.max(0, matrix[j][j]));
    }

    /** Degrees of freedom of its test; infinite where the normal distribution is used. */
    public double degreesOfFreedom(String name) {
        return test == Test.NORMAL ? Double.POSITIVE_INFINITY : freedom[column(name)];
    }

    /** Standard error and degrees of freedom as one, for p-values and intervals. */
    public StudentT uncertainty(String name) {
        return new StudentT(standardError(name), degreesOfFreedom(name));
    }

    private int column(String name) {
        int j = names.indexOf(name);
        if (j < 0) {
            throw new IllegalArgumentException("there is no coefficient '" + name + "'; there are " + names);
        }
        return j;
    }

    /** Each factor and count that entered. */
    public Explanation explanation() {
        return explanation;
    }

    /** Few clusters, uneven clusters, negative eigenvalues. */
    public List<Warning> warnings() {
        return warnings;
    }

    @Override
    public String toString() {
        return explanation.toString();
    }
}
