package org.migrationimpact.inference;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.migrationimpact.model.Factor;

/** Which effects lie within the clusters, and which effects say nothing beside the others. */
final class Nesting {

    private Nesting() {}

    /** Whether every level of the inner lies within one level of the outer, as a corridor does within its origin. */
    static boolean isWithin(Factor inner, Factor outer) {
        int[] within = new int[inner.levels()];
        Arrays.fill(within, -1);
        for (int i = 0; i < inner.rows(); i++) {
            int level = inner.code(i);
            if (within[level] < 0) {
                within[level] = outer.code(i);
            } else if (within[level] != outer.code(i)) {
                return false;
            }
        }
        return true;
    }

    /** The effects that lie within some of the clusters. */
    static List<Factor> within(List<Factor> effects, List<Factor> clusters) {
        return effects.stream()
                .filter(effect -> clusters.stream().anyMatch(cluster -> isWithin(effect, cluster)))
                .toList();
    }

    /** The effects without those that another one refines: with corridors absorbed, origins add nothing. */
    static List<Factor> finest(List<Factor> effects) {
        List<Factor> finest = new ArrayList<>();
        for (int i = 0; i < effects.size(); i++) {
            if (!isRefined(effects, i)) {
                finest.add(effects.get(i));
            }
        }
        return finest;
    }

    /** Of two effects with the same groups the first stays. */
    private static boolean isRefined(List<Factor> effects, int i) {
        Factor effect = effects.get(i);
        for (int j = 0; j < effects.size(); j++) {
            Factor other = effects.get(j);
            if (j != i && isWithin(other, effect) && (j < i || !isWithin(effect, other))) {
                return true;
            }
        }
        return false;
    }
}
