package org.migrationimpact.panel;

/** A rough inverse of the Schur complement of the small side: the better it is, the fewer steps conjugate gradients take. */
interface Preconditioner {

    /** Writes the rough solution for a right side. */
    void solve(double[] right, double[] solution);

    /** Each level by itself: 1 over its weight. */
    static Preconditioner levels(double[] inverse) {
        return (right, solution) -> {
            for (int l = 0; l < right.length; l++) {
                solution[l] = right[l] * inverse[l];
            }
        };
    }
}
