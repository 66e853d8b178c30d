package org.migrationimpact.forecast;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import org.migrationimpact.data.EstimationException;

/**
 * The highest point of the likelihood from several starts, which a coarse grid of ratios of variances gives, and from the best of these
 * without one of its sources each. A variance without which the
 * likelihood is no lower is exactly 0, and one at 0 is let go where the likelihood rises from there.
 *
 * @param climb the way to it
 * @param starts from how many starts
 * @param iterations of all of them
 */
record Maximum(Climb climb, int starts, int iterations) {

    private static final double NO_LOWER = 1e-8;
    private static final double STEEPEST = 1e-5;
    private static final double[] IRREGULAR = {1, 0.1};

    /** One point of the grid: the ratios it was made of, the parameters at their best common factor, the likelihood there. */
    @SuppressWarnings("ArrayRecordComponent") // told apart by identity
    private record Start(int[] choice, double[] x, double value) {}

    static Maximum of(Objective objective, String name) {
        List<Start> starts = starts(objective);
        List<Climb> climbs = new ArrayList<>();
        for (Start start : starts) {
            climbs.add(Climb.from(objective, start.x()));
        }
        climbs.addAll(withoutOne(objective, highest(climbs)));
        Climb best = highest(climbs);
        int iterations = climbs.stream().mapToInt(Climb::iterations).sum();
        Climb found = settled(objective, best);
        if (!(found.gradientNorm() <= STEEPEST)) {
            throw new EstimationException(
                    "E-STRUCT-003",
                    "the likelihood of the structural model of " + name + " still rises by "
                            + found.gradientNorm() + " after " + (iterations + found.iterations())
                            + " iterations from " + climbs.size()
                            + " starts; leave a component out, fix one, or widen the window");
        }
        return new Maximum(found, climbs.size(), iterations + found.iterations());
    }

    private static Climb highest(List<Climb> climbs) {
        return climbs.stream().max(Comparator.comparingDouble(Climb::value)).orElseThrow();
    }

    /** From the best so far without one of its sources each: another hill may be higher. */
    private static List<Climb> withoutOne(Objective objective, Climb best) {
        List<Climb> climbs = new ArrayList<>();
        for (int i = 1; i < objective.deviations(); i++) {
            double[] x = best.x();
            x[i] = 0;
            climbs.add(Climb.from(objective, x));
        }
        return climbs;
    }

    private static Climb settled(Objective objective, Climb best) {
        Climb at = pinned(objective, best);
        at.polish();
        for (int i = 0; i < objective.deviations(); i++) {
            if (at.x()[i] == 0) {
                at = released(objective, at, i);
            }
        }
        return at;
    }

    /** The variances set to 0 without which the likelihood is no lower, the least first. */
    private static Climb pinned(Objective objective, Climb from) {
        Climb at = from;
        double[] x = at.x();
        Integer[] order = new Integer[objective.deviations()];
        Arrays.setAll(order, i -> i);
        Arrays.sort(order, Comparator.comparingDouble(i -> Math.abs(from.x()[i])));
        for (int i : order) {
            double[] without = x.clone();
            without[i] = 0;
            if (x[i] != 0 && objective.value(without) >= at.value() - NO_LOWER) {
                at = Climb.from(objective, without);
                x = at.x();
            }
        }
        return at;
    }

    private static Climb released(Objective objective, Climb at, int i) {
        if (objective.score(at.x())[i] <= 0) {
            return at;
        }
        double most = Climb.largest(Arrays.copyOf(at.x(), objective.deviations()));
        for (double share = 0.3; share > 1e-6; share /= 3) {
            double[] with = at.x();
            with[i] = share * most;
            if (objective.value(with) > at.value() + NO_LOWER) {
                Climb again = Climb.from(objective, with);
                again.polish();
                return again;
            }
        }
        return at;
    }

    private static List<Start> starts(Objective objective) {
        List<Start> grid = new ArrayList<>();
        int p = objective.count();
        int[] choices = new int[p];
        Arrays.setAll(choices, i -> ratios(objective, i).length);
        int[] choice = new int[p];
        do {
            grid.add(start(objective, choice.clone()));
        } while (next(choice, choices));
        Comparator<Start> higher = Comparator.comparingDouble(Start::value).reversed();
        grid.sort(higher);
        List<Start> chosen = new ArrayList<>(List.of(grid.get(0)));
        for (int i = 0; i < p; i++) {
            int place = i;
            grid.stream()
                    .filter(s -> s.choice()[place] != grid.get(0).choice()[place])
                    .findFirst()
                    .filter(s -> !chosen.contains(s))
                    .ifPresent(chosen::add);
        }
        return chosen;
    }

    private static boolean next(int[] choice, int[] choices) {
        for (int i = 0; i < choice.length; i++) {
            if (++choice[i] < choices[i]) {
                return true;
            }
            choice[i] = 0;
        }
        return false;
    }

    private static double[] ratios(Objective objective, int i) {
        if (i == 0) {
            return objective.deviations() == 1 ? new double[] {1} : IRREGULAR;
        }
        if (i >= objective.deviations()) {
            return i == objective.deviations() ? new double[] {2} : new double[] {-2, 0, 2};
        }
        return switch (objective.source(i - 1)) {
            case "level" -> new double[] {1, 0.3, 0.05};
            case "slope" -> new double[] {0.1, 0.01};
            case "season" -> new double[] {0.3, 0.03};
            default -> new double[] {0.5};
        };
    }

    private static Start start(Objective objective, int[] choice) {
        double[] x = new double[choice.length];
        Arrays.setAll(x, i -> ratios(objective, i)[choice[i]]);
        Filter filter = objective.filter(x, Filter.Keep.LIKELIHOOD);
        double root = Math.sqrt(filter.deviance().factor());
        for (int i = 0; i < objective.deviations(); i++) {
            x[i] *= root;
        }
        double value = filter.deviance().profileLogLikelihood();
        return new Start(choice, x, Double.isFinite(value) ? value : Double.NEGATIVE_INFINITY);
    }
}
