package org.migrationimpact.panel;

import java.util.Arrays;
import java.util.PriorityQueue;

/**
 * A graph of levels with weighted edges, from which levels are taken out one by one, those with fewest neighbours first. Taking one out
 * exactly would join all its neighbours with each other; here each neighbour is joined with one other, drawn by weight, so that the graph
 * never grows and stays the same in expectation. What is kept of each level is a column of an approximate Cholesky factor. The draws come
 * from a fixed stream, so that the same graph always has the same factor.
 *
 * <p>Source: Kyng and Sachdeva (2016), doi:10.1109/FOCS.2016.68.
 */
final class LevelGraph {

    private final int[][] neighbours;
    private final double[][] edges;
    private final int[] degrees;
    private final double[] loose;
    private final int[] slot;
    private final int[] order;
    private final double[] total;
    private long draws = 0x9E3779B97F4A7C15L;

    LevelGraph(int levels) {
        neighbours = new int[levels][4];
        edges = new double[levels][4];
        degrees = new int[levels];
        loose = new double[levels];
        slot = new int[levels];
        order = new int[levels];
        total = new double[levels];
        Arrays.fill(slot, -1);
    }

    /** Joins levels that a level of another effect holds together, as taking that one out does; the arrays are used up. */
    void joinAll(int[] levels, double[] weights, int count) {
        sort(levels, weights, count);
        double sum = 0;
        for (int i = 0; i < count; i++) {
            sum += weights[i];
        }
        double later = sum;
        for (int i = 0; i + 1 < count; i++) {
            later -= weights[i];
            double reach = uniform() * later;
            int j = i + 1;
            while (j + 1 < count && reach > weights[j]) {
                reach -= weights[j++];
            }
            join(levels[i], levels[j], weights[i] * later / sum);
        }
    }

    /** By weight, so that heavy edges, which come last, are hardly drawn at random; equal weights in the order they came. */
    private static void sort(int[] levels, double[] weights, int count) {
        long[] keys = new long[count];
        for (int i = 0; i < count; i++) {
            keys[i] = ((long) Float.floatToIntBits((float) weights[i]) << 32) | i;
        }
        Arrays.sort(keys);
        int[] oldLevels = Arrays.copyOf(levels, count);
        double[] oldWeights = Arrays.copyOf(weights, count);
        for (int i = 0; i < count; i++) {
            levels[i] = oldLevels[(int) keys[i]];
            weights[i] = oldWeights[(int) keys[i]];
        }
    }

    private double uniform() {
        draws += 0x9E3779B97F4A7C15L;
        long z = (draws ^ (draws >>> 30)) * 0xBF58476D1CE4E5B9L;
        z = (z ^ (z >>> 27)) * 0x94D049BB133111EBL;
        return ((z ^ (z >>> 31)) >>> 11) * 0x1.0p-53;
    }

    private void join(int a, int b, double weight) {
        if (weight > 0) {
            add(a, b, weight);
            add(b, a, weight);
        }
    }

    private void add(int from, int to, double weight) {
        if (degrees[from] == neighbours[from].length) {
            neighbours[from] = Arrays.copyOf(neighbours[from], 2 * degrees[from]);
            edges[from] = Arrays.copyOf(edges[from], 2 * degrees[from]);
        }
        neighbours[from][degrees[from]] = to;
        edges[from][degrees[from]++] = weight;
    }

    /** Takes all levels out; {@code alone} is the inverse weight that stands in for a level without neighbours. */
    LevelGraph eliminate(double[] alone, int offset) {
        int levels = degrees.length;
        boolean[] out = new boolean[levels];
        PriorityQueue<Long> queue = new PriorityQueue<>();
        for (int v = 0; v < levels; v++) {
            queue.add(((long) degrees[v] << 32) | v);
        }
        int done = 0;
        while (done < levels) {
            long next = queue.remove();
            int v = (int) next;
            if (out[v]) {
                continue;
            }
            int degree = merge(v, out);
            if (degree > next >>> 32) {
                queue.add(((long) degree << 32) | v);
                continue;
            }
            out[v] = true;
            order[done++] = v;
            takeOut(v, alone[offset + v], queue);
        }
        return this;
    }

    /** Adds edges to one neighbour up and forgets those to levels already out; returns how many neighbours are left. */
    private int merge(int v, boolean[] out) {
        int kept = 0;
        int[] to = neighbours[v];
        for (int e = 0; e < degrees[v]; e++) {
            int u = to[e];
            if (out[u]) {
                continue;
            }
            if (slot[u] < 0) {
                slot[u] = kept;
                to[kept] = u;
                edges[v][kept++] = edges[v][e];
            } else {
                edges[v][slot[u]] += edges[v][e];
            }
        }
        for (int e = 0; e < kept; e++) {
            slot[to[e]] = -1;
        }
        degrees[v] = kept;
        return kept;
    }

    private void takeOut(int v, double alone, PriorityQueue<Long> queue) {
        int degree = degrees[v];
        neighbours[v] = Arrays.copyOf(neighbours[v], degree);
        edges[v] = Arrays.copyOf(edges[v], degree);
        for (int e = 0; e < degree; e++) {
            total[v] += edges[v][e];
        }
        loose[v] = degree == 0 ? alone : 1 / total[v];
        joinAll(neighbours[v].clone(), edges[v].clone(), degree);
        for (int u : neighbours[v]) {
            queue.add(((long) degrees[u] << 32) | u);
        }
    }

    /** Solves with the factor, for the levels that begin at the offset. */
    void solve(double[] x, int offset) {
        for (int v : order) {
            double part = x[offset + v];
            for (int e = 0; e < neighbours[v].length; e++) {
                x[offset + neighbours[v][e]] += part * edges[v][e] / total[v];
            }
            x[offset + v] = part * loose[v];
        }
        for (int i = order.length - 1; i >= 0; i--) {
            int v = order[i];
            double sum = x[offset + v];
            for (int e = 0; e < neighbours[v].length; e++) {
                sum += x[offset + neighbours[v][e]] * edges[v][e] / total[v];
            }
            x[offset + v] = sum;
        }
    }
}
