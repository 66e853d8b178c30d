package org.migrationimpact.compare;

/**
 * The exact distribution of a sum of whole numbers drawn by lot. Only sums and products of what is not negative, so far tails keep all
 * their digits.
 */
final class Chances {

    private Chances() {}

    /** By sum, the chances of the sum of so many of these numbers, drawn without replacement. All are 0 or more. */
    static double[] ofChosen(int[] numbers, int chosen) {
        int most = largest(numbers, chosen);
        double[][] chance = new double[chosen + 1][most + 1];
        chance[0][0] = 1;
        for (int i = 1; i <= numbers.length; i++) {
            int number = numbers[i - 1];
            for (int k = Math.min(i, chosen); k >= 0; k--) {
                mix(chance, k, i, number);
            }
        }
        return chance[chosen];
    }

    /** Of i numbers, k are chosen: the newest is not one of them with chance (i − k)/i, and one with k/i. */
    private static void mix(double[][] chance, int k, int i, int number) {
        double stay = (i - k) / (double) i;
        double come = k / (double) i;
        double[] here = chance[k];
        for (int s = here.length - 1; s >= 0; s--) {
            double added = k > 0 && s >= number ? chance[k - 1][s - number] * come : 0;
            here[s] = here[s] * stay + added;
        }
    }

    static int largest(int[] numbers, int chosen) {
        int[] sorted = numbers.clone();
        java.util.Arrays.sort(sorted);
        int sum = 0;
        for (int i = 0; i < chosen; i++) {
            sum += sorted[sorted.length - 1 - i];
        }
        return sum;
    }

    /** By sum, the chances of the sum of those numbers for which a coin shows heads. */
    static double[] ofHeads(int... numbers) {
        double[] chance = new double[largest(numbers, numbers.length) + 1];
        chance[0] = 1;
        for (int number : numbers) {
            for (int s = chance.length - 1; s >= 0; s--) {
                chance[s] = chance[s] / 2 + (s >= number ? chance[s - number] / 2 : 0);
            }
        }
        return chance;
    }

    /** The chance of a sum at least as far from the middle, {@code twice / 2}, as this one is. */
    static double asFar(double[] chances, double middle, double sum) {
        double distance = Math.abs(sum - middle) * (1 - 1e-12);
        double tail = 0;
        for (int s = 0; s < chances.length; s++) {
            tail += Math.abs(s - middle) >= distance ? chances[s] : 0;
        }
        return Math.min(1, tail);
    }
}
