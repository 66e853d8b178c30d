package org.migrationimpact.forecast;

/** Products with a row of which only some places are not 0: what an observation sees of the states. */
final class Sparse {

    private Sparse() {}

    static double dot(int[] places, double[] weights, double[] vector) {
        double sum = 0;
        for (int k = 0; k < places.length; k++) {
            sum += weights[k] * vector[places[k]];
        }
        return sum;
    }

    /** P Z', of a symmetric P of this size, row by row in one array. */
    static double[] times(double[] matrix, int size, int[] places, double[] weights) {
        double[] product = new double[size];
        for (int k = 0; k < places.length; k++) {
            int row = places[k] * size;
            double weight = weights[k];
            for (int i = 0; i < size; i++) {
                product[i] += weight * matrix[row + i];
            }
        }
        return product;
    }
}
