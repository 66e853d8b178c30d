package org.migrationimpact.did;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.migrationimpact.data.InputException;

/**
 * The vertices of {@code {γ >= 0 : γ's = 1, γ'X = 0}}: the smallest η for which {@code y - X δ <= η s} has a solution δ is the largest
 * {@code γ'y} over them. There are few, so they are listed once and every linear programme after that is a maximum.
 */
final class DualVertices {

    private static final long MOST = 200_000;
    private static final double ZERO = 1e-9;

    private final double[][] vertices;

    private DualVertices(double[][] vertices) {
        this.vertices = vertices;
    }

    /**
     * Lists them.
     *
     * @param s one positive number a row
     * @param x the rows of the nuisance parameters' columns
     * @throws InputException E-HONEST-003 where there are too many to list
     */
    static DualVertices of(double[] s, double[][] x) {
        int size = x[0].length + 1;
        long choices = 1;
        for (int i = 0; i < size; i++) {
            choices = choices * (s.length - i) / (i + 1);
            if (choices > MOST) {
                throw new InputException(
                        "E-HONEST-003",
                        "there are " + size
                                + " periods after the reference; bounds of this kind can be computed for up to"
                                + " about 8: leave out the last ones");
            }
        }
        List<double[]> found = new ArrayList<>();
        int[] chosen = new int[size];
        for (int i = 0; i < size; i++) {
            chosen[i] = i;
        }
        do {
            vertex(s, x, chosen).ifPresent(found::add);
        } while (advance(chosen, s.length));
        return new DualVertices(found.toArray(double[][]::new));
    }

    private static boolean advance(int[] chosen, int n) {
        int place = chosen.length - 1;
        while (place >= 0 && chosen[place] == n - chosen.length + place) {
            place--;
        }
        if (place < 0) {
            return false;
        }
        chosen[place]++;
        for (int i = place + 1; i < chosen.length; i++) {
            chosen[i] = chosen[i - 1] + 1;
        }
        return true;
    }

    private static Optional<double[]> vertex(double[] s, double[][] x, int[] chosen) {
        int n = chosen.length;
        double[][] system = new double[n][n + 1]; // one equation a row, right-hand side last
        for (int j = 0; j < n; j++) {
            system[0][j] = 1; // in units of γ s
            for (int i = 1; i < n; i++) {
                system[i][j] = x[chosen[j]][i - 1] / s[chosen[j]];
            }
        }
        system[0][n] = 1;
        Optional<double[]> solved = LinearSystem.solve(system);
        if (solved.isEmpty()) {
            return Optional.empty();
        }
        double[] gamma = new double[s.length];
        for (int j = 0; j < n; j++) {
            double value = solved.get()[j];
            if (value < -ZERO) {
                return Optional.empty();
            }
            gamma[chosen[j]] = Math.max(0, value) / s[chosen[j]];
        }
        return Optional.of(gamma);
    }

    /** The vertex with the largest product. */
    double[] best(double[] y) {
        double[] best = vertices[0];
        double most = Double.NEGATIVE_INFINITY;
        for (double[] vertex : vertices) {
            double product = Spd.dot(vertex, y);
            if (product > most) {
                most = product;
                best = vertex;
            }
        }
        return best;
    }

    /** The largest product. */
    double largest(double[] y) {
        return Spd.dot(best(y), y);
    }

    double[][] all() {
        return vertices;
    }
}
