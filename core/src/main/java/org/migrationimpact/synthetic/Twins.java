package org.migrationimpact.synthetic;

import java.util.ArrayList;
import java.util.List;
import java.util.function.IntFunction;
import java.util.stream.IntStream;
import org.migrationimpact.impact.Weight;

/** The twins of one question: of the treated, of every donor in its place, without each donor in turn. */
final class Twins {

    private final TwinData data;
    private final double[][] adjusted;
    private final TwinSearch search;

    Twins(TwinData data, TwinSearch search) {
        this.data = data;
        this.adjusted = data.adjusted();
        this.search = search;
    }

    Refit treated(String name) {
        return refit(name, 0, data.donors());
    }

    /** Every donor as if it were the treated one, with the others as its donors; the treated is no donor. */
    List<Refit> placebos() {
        int[] donors = data.donors();
        return each(donors.length, i -> refit(data.units().get(donors[i]), donors[i], without(donors, donors[i])));
    }

    /** The treated without each donor in turn. One that has no weight leaves the twin as it is. */
    List<Refit> withoutEach(Refit whole) {
        int[] donors = data.donors();
        return each(donors.length, i -> {
            String name = data.units().get(donors[i]);
            boolean idle = search instanceof TwinSearch.ByOutcomes && whole.weight(name) == 0;
            int[] others = without(donors, donors[i]);
            return idle ? whole.named(name) : refit(name, 0, others);
        });
    }

    private static List<Refit> each(int count, IntFunction<Refit> refit) {
        return count < 2
                ? List.of()
                : IntStream.range(0, count).parallel().mapToObj(refit).toList();
    }

    static int[] without(int[] units, int one) {
        return IntStream.of(units).filter(unit -> unit != one).toArray();
    }

    private Refit refit(String name, int target, int[] donors) {
        SimplexFit fit = search.twin(target, donors);
        double[] gaps = adjusted[target].clone();
        List<Weight> weights = new ArrayList<>();
        for (int k = 0; k < donors.length; k++) {
            double weight = fit.weight(k);
            weights.add(new Weight(data.units().get(donors[k]), weight));
            for (int t = 0; weight > 0 && t < gaps.length; t++) {
                gaps[t] -= weight * adjusted[donors[k]][t];
            }
        }
        return new Refit(name, data.first(), data.period(data.from()), data.start(), gaps, weights, fit.kktResidual());
    }
}
