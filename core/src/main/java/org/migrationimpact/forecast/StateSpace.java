package org.migrationimpact.forecast;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;

/**
 * A structural model as states: {@code y_t = Z_t a_t + e_t}, {@code a_{t+1} = T_t a_t + n_t}. Diffuse states come first: level, slope,
 * season, coefficients; the cycle, which is stationary, is last.
 *
 * <p>A season of dummies is kept as a ring of s−1 places: the current season moves on by one place each period, so that a step changes
 * one state and not all of them.
 */
final class StateSpace {

    /** What is added to these states, with one variance for all of them; {@code places[t mod length]} at the step into period t. */
    @SuppressWarnings("ArrayRecordComponent") // compared by nobody
    record Source(String name, int[][] places) {}

    private final int size;
    private final int diffuse;
    private final int ring;
    private final int ringStart;
    private final List<Source> sources;
    private final Transition[] transitions;
    private final int[][] places;
    private final double[][] weights;
    private final double[] cycle;

    private StateSpace(Builder made, double[] cycle, Transition[] transitions) {
        this.size = made.size;
        this.diffuse = made.diffuse;
        this.ring = made.ring;
        this.ringStart = made.ringStart;
        this.sources = made.sources;
        this.places = made.places;
        this.weights = made.weights;
        this.cycle = cycle;
        this.transitions = transitions;
    }

    int size() {
        return size;
    }

    int diffuse() {
        return diffuse;
    }

    /** How many places the ring of seasons has; 0 or 1 where nothing moves. */
    int ring() {
        return ring;
    }

    List<Source> sources() {
        return sources;
    }

    Transition transition(int t) {
        return transitions[t % transitions.length];
    }

    /** The states that an observation in t is made of. */
    int[] places(int t) {
        return places[t % places.length];
    }

    /** With these weights; NaN where a column has no value in t. */
    double[] weights(int t) {
        return weights[t % weights.length];
    }

    boolean hasConstantWeights() {
        return weights.length == 1;
    }

    /** Where in the ring the season of t is. */
    int ringPlace(int t) {
        return ringStart + t % ring;
    }

    /** The place at a later period of the state that was in this place so many periods before. */
    int moved(int place, int periods) {
        return ring < 2 || place < ringStart || place >= ringStart + ring
                ? place
                : ringStart + (place - ringStart + periods) % ring;
    }

    /** Damping ρ of the cycle, 0 where there is none. */
    double damping() {
        return cycle[0];
    }

    /** The same with scratch space of its own. */
    StateSpace copy() {
        StateSpace copy = new StateSpace(new Builder(this), cycle, transitions.clone());
        Arrays.setAll(copy.transitions, i -> transitions[i].copy());
        return copy;
    }

    /** The same with this damping and frequency (in radians a period) of the cycle. */
    StateSpace withCycle(double damping, double frequency) {
        int first = size - 2;
        double c = damping * Math.cos(frequency);
        double s = damping * Math.sin(frequency);
        Transition[] turned = Arrays.stream(transitions)
                .map(t -> t.and(
                        new int[] {first, first + 1},
                        new int[][] {{first, first + 1}, {first, first + 1}},
                        new double[][] {{c, s}, {-s, c}}))
                .toArray(Transition[]::new);
        return new StateSpace(new Builder(this), new double[] {damping, frequency}, turned);
    }

    /** Puts the blocks of a model together. */
    static final class Builder {
        private int size;
        private int diffuse;
        private int ring;
        private int ringStart;
        private final List<Source> sources = new ArrayList<>();
        private int[][] places = {{}};
        private double[][] weights = {{}};
        private final List<Integer> rows = new ArrayList<>();
        private final List<int[]> columns = new ArrayList<>();
        private final List<double[]> values = new ArrayList<>();

        Builder() {}

        private Builder(StateSpace made) {
            size = made.size;
            diffuse = made.diffuse;
            ring = made.ring;
            ringStart = made.ringStart;
            sources.addAll(made.sources);
            places = made.places;
            weights = made.weights;
        }

        private int add(int states) {
            int first = size;
            size += states;
            return first;
        }

        private void observe(int place) {
            for (int p = 0; p < places.length; p++) {
                places[p] = append(places[p], place);
            }
            weights[0] = Arrays.copyOf(weights[0], weights[0].length + 1);
            weights[0][weights[0].length - 1] = 1;
        }

        private static int[] append(int[] all, int one) {
            int[] more = Arrays.copyOf(all, all.length + 1);
            more[all.length] = one;
            return more;
        }

        private void row(int row, int[] entries, double[] entryValues) {
            rows.add(row);
            columns.add(entries);
            values.add(entryValues);
        }

        private void source(String name, Component component, int... states) {
            if (component == Component.STOCHASTIC) {
                sources.add(new Source(name, new int[][] {states}));
            }
        }

        Builder level(Component component) {
            int level = add(1);
            observe(level);
            source("level", component, level);
            return this;
        }

        /** After the level, which it moves. */
        Builder slope(Component component) {
            int slope = add(1);
            row(slope - 1, new int[] {slope - 1, slope}, new double[] {1, 1});
            source("slope", component, slope);
            return this;
        }

        Builder dummies(int seasons, Component component) {
            ring = seasons - 1;
            ringStart = add(ring);
            int[][] before = places;
            places = new int[ring][];
            Arrays.setAll(places, t -> append(before[0], ringStart + t));
            weights[0] = Arrays.copyOf(weights[0], weights[0].length + 1);
            weights[0][weights[0].length - 1] = 1;
            if (component == Component.STOCHASTIC) {
                int[][] driven = new int[ring][];
                Arrays.setAll(driven, t -> new int[] {ringStart + t});
                sources.add(new Source("season", driven));
            }
            return this;
        }

        Builder waves(int pairs, double length, Component component) {
            List<Integer> all = new ArrayList<>();
            for (int j = 1; j <= pairs; j++) {
                double angle = 2 * Math.PI * j / length;
                boolean alone = 2 * j == length;
                int first = add(alone ? 1 : 2);
                observe(first);
                all.add(first);
                if (alone) {
                    row(first, new int[] {first}, new double[] {-1});
                } else {
                    all.add(first + 1);
                    row(first, new int[] {first, first + 1}, new double[] {Math.cos(angle), Math.sin(angle)});
                    row(first + 1, new int[] {first, first + 1}, new double[] {-Math.sin(angle), Math.cos(angle)});
                }
            }
            source("season", component, all.stream().mapToInt(i -> i).toArray());
            return this;
        }

        /** Coefficients of these columns, one row a period; before the cycle. */
        Builder regressors(double[][] x) {
            int count = x[0].length;
            int first = add(count);
            for (int p = 0; p < places.length; p++) {
                for (int j = 0; j < count; j++) {
                    places[p] = append(places[p], first + j);
                }
            }
            double[] constant = weights[0];
            weights = Arrays.stream(x)
                    .map(row -> {
                        double[] all = Arrays.copyOf(constant, constant.length + count);
                        System.arraycopy(row, 0, all, constant.length, count);
                        return all;
                    })
                    .toArray(double[][]::new);
            return this;
        }

        /** Everything so far is diffuse; the cycle is not. */
        Builder endOfDiffuse() {
            diffuse = size;
            return this;
        }

        Builder cycle() {
            int first = add(2);
            for (int p = 0; p < places.length; p++) {
                places[p] = append(places[p], first);
            }
            for (int t = 0; t < weights.length; t++) {
                weights[t] = Arrays.copyOf(weights[t], weights[t].length + 1);
                weights[t][weights[t].length - 1] = 1;
            }
            source("cycle", Component.STOCHASTIC, first, first + 1);
            return this;
        }

        StateSpace build() {
            Transition[] all = IntStream.range(0, Math.max(1, ring))
                    .mapToObj(this::transition)
                    .toArray(Transition[]::new);
            return new StateSpace(this, new double[2], all);
        }

        private Transition transition(int t) {
            Transition fixed = new Transition(
                    size,
                    rows.stream().mapToInt(i -> i).toArray(),
                    columns.toArray(int[][]::new),
                    values.toArray(double[][]::new));
            if (ring == 0) {
                return fixed;
            }
            double[] minus = new double[ring];
            Arrays.fill(minus, -1);
            return fixed.and(
                    new int[] {ringStart + (t + 1) % ring},
                    new int[][] {IntStream.range(ringStart, ringStart + ring).toArray()},
                    new double[][] {minus});
        }
    }
}
