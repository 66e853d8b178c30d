package org.migrationimpact.synthetic;

/**
 * The inner products of the differences of donors from a target, a penalty on the diagonal; a row is formed when it is first asked for, for a
 * search from a good start looks at few.
 */
final class Distances {

    /** The inner product of the differences of two donors. */
    interface Product {
        double of(int one, int other);
    }

    private final Product product;
    private final double[] diagonal;
    private final double[][] rows;

    Distances(Product product, int donors, double penalty) {
        this.product = product;
        this.rows = new double[donors][];
        this.diagonal = new double[donors];
        for (int j = 0; j < donors; j++) {
            diagonal[j] = product.of(j, j) + penalty;
        }
    }

    int size() {
        return rows.length;
    }

    /** The row of a donor; not to be changed. */
    double[] row(int donor) {
        if (rows[donor] == null) {
            double[] row = new double[rows.length];
            for (int j = 0; j < row.length; j++) {
                row[j] = product.of(donor, j);
            }
            row[donor] = diagonal[donor];
            rows[donor] = row;
        }
        return rows[donor];
    }

    /** The donor nearest to the target. */
    int nearest() {
        int best = 0;
        for (int j = 1; j < diagonal.length; j++) {
            best = diagonal[j] < diagonal[best] ? j : best;
        }
        return best;
    }
}
