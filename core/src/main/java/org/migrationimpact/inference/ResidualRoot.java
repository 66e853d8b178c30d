package org.migrationimpact.inference;

/**
 * A power of I − V V' for the rows of one cluster, applied to columns that are orthogonal to the effects nested in it. Directions that the
 * fit takes whole, with eigenvalue 0, stay out, as in a generalised inverse.
 */
final class ResidualRoot {

    private static final double NOTHING_LEFT = 1e-10;
    private static final double UNTOUCHED = 1e-15;

    private final double[][] basis;
    private final Symmetric.Eigen eigen;
    private final double power;
    private final boolean wide;

    private ResidualRoot(double[][] basis, Symmetric.Eigen eigen, double power, boolean wide) {
        this.basis = basis;
        this.eigen = eigen;
        this.power = power;
        this.wide = wide;
    }

    /** From V, n × d, through the smaller of V V' and V' V. */
    static ResidualRoot of(double[][] basis, double power) {
        boolean wide = basis[0].length > basis.length;
        return new ResidualRoot(basis, Symmetric.eigen(wide ? rowProducts(basis) : columnProducts(basis)), power, wide);
    }

    private static double[][] rowProducts(double[][] v) {
        double[][] products = new double[v.length][v.length];
        for (int i = 0; i < v.length; i++) {
            for (int j = 0; j <= i; j++) {
                products[i][j] = products[j][i] = Symmetric.dot(v[i], v[j]);
            }
        }
        return products;
    }

    private static double[][] columnProducts(double[][] v) {
        double[][] products = new double[v[0].length][v[0].length];
        for (double[] row : v) {
            Symmetric.addSquare(products, row, 1);
        }
        return products;
    }

    private double raised(double taken) {
        double left = 1 - taken;
        return left < NOTHING_LEFT ? 0 : Math.pow(left, power);
    }

    /** The power times m, n × k. */
    double[][] times(double[][] m) {
        double[][] result = new double[m.length][];
        for (int r = 0; r < m.length; r++) {
            result[r] = m[r].clone();
        }
        for (int i = 0; i < eigen.values().length; i++) {
            double taken = eigen.values()[i];
            if (Math.abs(taken) > UNTOUCHED) {
                double[] direction = wide ? eigen.vectors()[i] : Symmetric.times(basis, eigen.vectors()[i]);
                add(result, m, direction, (raised(taken) - 1) / (wide ? 1 : taken));
            }
        }
        return result;
    }

    /** Adds factor · d d' m. */
    private static void add(double[][] result, double[][] m, double[] direction, double factor) {
        for (int j = 0; j < m[0].length; j++) {
            double along = 0;
            for (int r = 0; r < m.length; r++) {
                along += direction[r] * m[r][j];
            }
            for (int r = 0; r < m.length; r++) {
                result[r][j] += factor * along * direction[r];
            }
        }
    }
}
