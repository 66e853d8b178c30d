package org.migrationimpact.regression;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.migrationimpact.covariance.Classical;
import org.migrationimpact.data.Period;
import org.migrationimpact.model.Design;
import org.migrationimpact.model.Term;

/**
 * Which periods do not fit a regression: additive outliers, level shifts and temporary changes, found one after the other, the largest
 * first, and kept where they still count beside each other.
 *
 * <p>The residuals' first-order autoregression is taken out of response, columns and candidates; τ is the candidate's coefficient beside
 * all columns and the outliers found before, over its error with {@code σ = 1.483 · median |innovation|}. A candidate that the columns
 * already contain, such as a level shift at the intervention itself, is none. At most a tenth of the periods are reported.
 *
 * <p>Default critical value: {@code 3 + 0.0025 (n − 50)}, but 3 for n up to 50 and 4 from 450 on. Nothing is removed.
 *
 * <p>Source: Chen and Liu (1993), doi:10.1080/01621459.1993.10594321.
 */
public final class OutlierSearch {

    private static final double NORMAL = 1.483;
    private static final int BLOCK = 64;

    private final double[] response;
    private final List<Period> periods;
    private final List<? extends Term> terms;
    private final double critical;

    private OutlierSearch(double[] response, List<Period> periods, List<? extends Term> terms, double critical) {
        this.response = response;
        this.periods = periods;
        this.terms = terms;
        this.critical = critical;
    }

    /** The critical value for so many periods. */
    public static double criticalValue(int periods) {
        return periods <= 50 ? 3 : periods >= 450 ? 4 : Math.round(100 * (3 + 0.0025 * (periods - 50))) / 100.0;
    }

    /**
     * The outliers of a response in these periods beside these terms, in the order of time.
     *
     * @param critical the least |τ| that counts, above 0
     */
    public static List<Outlier> find(
            double[] response, List<Period> periods, List<? extends Term> terms, double critical) {
        if (!(critical > 0)) {
            throw new IllegalArgumentException("a critical value is above 0, got " + critical);
        }
        return new OutlierSearch(response, periods, terms, critical).find();
    }

    private List<Outlier> find() {
        List<Outlier> found = new ArrayList<>();
        while (found.size() < Math.max(1, periods.size() / 10)) {
            Optional<Outlier> next = whitened(found).largest(found);
            if (next.isEmpty()) {
                break;
            }
            found.add(next.get());
        }
        return confirmed(found);
    }

    /** Drops what no longer counts beside the others, the smallest first. */
    private List<Outlier> confirmed(List<Outlier> found) {
        List<Outlier> kept = new ArrayList<>(found);
        while (!kept.isEmpty()) {
            kept = whitened(kept).judged(kept);
            Outlier least = kept.stream()
                    .min(Comparator.comparingDouble(o -> Math.abs(o.statistic())))
                    .orElseThrow();
            if (Math.abs(least.statistic()) > critical) {
                break;
            }
            kept.remove(least);
        }
        return kept.stream().sorted(Comparator.comparing(Outlier::period)).toList();
    }

    private Whitened whitened(List<Outlier> found) {
        List<Term> all = new ArrayList<>(terms);
        found.forEach(outlier -> all.add(outlier.term()));
        Design design = Design.of(periods, all);
        double[] errors = Ols.fit(response, design, new Classical()).residuals();
        double[] phi = LaggedErrors.yuleWalker(errors, design.places(), 1);
        AutoregressiveProcess process = AutoregressiveProcess.of(phi);
        return new Whitened(process, TransformedPeriods.fit(response, design, process, new Classical()));
    }

    /** The regression of whitened periods, and what each candidate would add to it. */
    private final class Whitened {
        private final AutoregressiveProcess process;
        private final Fit fit;
        private final double sigma;
        private final double[][] basis;
        private final double[] residuals;

        Whitened(AutoregressiveProcess process, Fit fit) {
            this.process = process;
            this.fit = fit;
            residuals = fit.residuals();
            double[] sizes = Arrays.stream(residuals).map(Math::abs).sorted().toArray();
            int half = sizes.length / 2;
            sigma = NORMAL * (sizes.length % 2 == 1 ? sizes[half] : (sizes[half - 1] + sizes[half]) / 2);
            basis = OrthonormalColumns.of(fit.design());
        }

        Optional<Outlier> largest(List<Outlier> found) {
            List<Outlier> best = new ArrayList<>();
            for (Outlier.Kind kind : Outlier.Kind.values()) {
                for (int from = 0; from < periods.size(); from += BLOCK) {
                    candidates(kind, from, Math.min(periods.size(), from + BLOCK))
                            .forEach(best::add);
                }
            }
            return best.stream()
                    .filter(one -> found.stream()
                            .noneMatch(o -> o.kind() == one.kind() && o.period().equals(one.period())))
                    .filter(one -> Math.abs(one.statistic()) > critical)
                    .reduce((a, b) -> Math.abs(b.statistic()) > Math.abs(a.statistic()) * (1 + 1e-9) ? b : a);
        }

        private List<Outlier> candidates(Outlier.Kind kind, int from, int to) {
            double[][] columns = new double[to - from][periods.size()];
            for (int c = from; c < to; c++) {
                Term term = kind.term("candidate", periods.get(c));
                for (int t = c; t < periods.size(); t++) {
                    columns[c - from][t] = term.at(periods.get(t))[0];
                }
            }
            double[][] white = process.whiten(fit.design().places(), columns);
            List<Outlier> all = new ArrayList<>();
            for (int c = from; c < to; c++) {
                all.add(new Outlier(kind, periods.get(c), statistic(white[c - from])));
            }
            return all;
        }

        private double statistic(double[] candidate) {
            double whole = OrthonormalColumns.dot(candidate, candidate);
            double left = whole;
            for (double[] column : basis) {
                double share = OrthonormalColumns.dot(column, candidate);
                left -= share * share;
            }
            return left < 1e-6 * whole || sigma == 0
                    ? 0
                    : OrthonormalColumns.dot(candidate, residuals) / (sigma * Math.sqrt(left));
        }

        /** The outliers that have columns of their own, each with τ beside all the others. */
        List<Outlier> judged(List<Outlier> found) {
            List<Outlier> judged = new ArrayList<>();
            for (Outlier one : found) {
                Coefficient c = fit.coefficient(one.term().names().get(0));
                double tau = sigma == 0 ? 0 : c.statistic() * fit.sigma() / sigma;
                judged.add(new Outlier(one.kind(), one.period(), tau));
            }
            return judged;
        }
    }
}
