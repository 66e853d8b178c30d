package org.migrationimpact.panel;

import java.util.ArrayList;
import java.util.List;

/**
 * A rough inverse for graphs that only a few rows hold together: each effect of the small side by itself, an approximate Cholesky factor of
 * the graph in which two of its levels are neighbours where a level of the primary effect has both.
 */
final class SampledCholesky implements Preconditioner {

    private final Layout layout;
    private final List<LevelGraph> graphs = new ArrayList<>();

    SampledCholesky(Sweep sweep) {
        layout = sweep.layout();
        for (int f = 1; f <= layout.codes().length; f++) {
            graphs.add(graph(sweep, f).eliminate(sweep.inverseSmall(), layout.offset(f)));
        }
    }

    private LevelGraph graph(Sweep sweep, int effect) {
        int levels = layout.levelOf()[effect].length;
        int[] code = layout.codes()[effect - 1];
        int offset = layout.offset(effect);
        LevelGraph graph = new LevelGraph(levels);
        double[] weight = new double[levels];
        int[] touched = new int[levels];
        double[] weights = new double[levels];
        for (int g = 0; g < layout.groups(); g++) {
            int count = 0;
            for (int i = layout.start()[g]; i < layout.start()[g + 1]; i++) {
                int level = code[i] - offset;
                if (weight[level] == 0) {
                    touched[count++] = level;
                }
                weight[level] += sweep.weights()[i];
            }
            for (int t = 0; t < count; t++) {
                weights[t] = weight[touched[t]];
                weight[touched[t]] = 0;
            }
            graph.joinAll(touched, weights, count);
        }
        return graph;
    }

    @Override
    public void solve(double[] right, double[] solution) {
        System.arraycopy(right, 0, solution, 0, right.length);
        for (int f = 1; f <= graphs.size(); f++) {
            graphs.get(f - 1).solve(solution, layout.offset(f));
        }
    }
}
