package org.migrationimpact.did;

import java.io.Serializable;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.migrationimpact.data.DataException;
import org.migrationimpact.data.EstimationException;
import org.migrationimpact.data.InputException;
import org.migrationimpact.data.Period;
import org.migrationimpact.data.Warning;
import org.migrationimpact.inference.PanelCovariance;
import org.migrationimpact.model.Factor;
import org.migrationimpact.model.Scale;
import org.migrationimpact.panel.PanelFit;
import org.migrationimpact.panel.PanelRows;

/**
 * A difference in differences in which some units of the treated places are exempt: the change of those concerned less that of the exempt
 * where the measure was taken, less the same where it was not. Anything that moves all units of a place, or all units of a kind, falls out.
 *
 * <p>First treated periods are those of the place a unit lies in, whether or not the unit is concerned; a covariate of 0 and 1 says which
 * units are. The effect is β of {@code y = α_unit + λ_(cohort, period) + μ_(concerned, period) + β · after · concerned}. It holds where the
 * gap between the concerned and the exempt would have changed alike in both kinds of places. With several first treated periods places
 * treated already are among those compared with, and the result warns.
 *
 * <p>Defaults: no covariates, no anticipation, errors clustered by unit, or by the cluster of the panel. Source: Olden and Møen (2022),
 * doi:10.1093/ectj/utac010.
 */
public final class TripleDifferences implements Serializable {

    private static final long serialVersionUID = 1L;

    private static final String EFFECT = "after:concerned";

    private final AdoptionPanel panel;
    private final String concerned;
    private final RegressionOptions options;

    private TripleDifferences(AdoptionPanel panel, String concerned, RegressionOptions options) {
        this.panel = panel;
        this.concerned = concerned;
        this.options = options;
    }

    /**
     * Of these rows, with the covariate that is 1 for units which the measure concerns and 0 for the exempt.
     *
     * @throws InputException E-DID-042 where that covariate is neither 0 nor 1, or changes within a unit
     */
    public static TripleDifferences of(AdoptionPanel panel, String concerned) {
        double[] flag = panel.column(concerned);
        for (int row = 0; row < flag.length; row++) {
            boolean changed = row > 0 && panel.unitOf(row) == panel.unitOf(row - 1) && flag[row] != flag[row - 1];
            if (changed || (flag[row] != 0 && flag[row] != 1)) {
                throw new InputException(
                        "E-DID-042",
                        concerned + " of " + panel.units().get(panel.unitOf(row)) + " in "
                                + panel.periods().get(panel.periodOf(row)) + " is " + flag[row]
                                + (changed ? ", and was " + flag[row - 1] + " before" : "")
                                + "; it is 0 or 1, and the same in all rows of a unit");
            }
        }
        return new TripleDifferences(panel, concerned, RegressionOptions.DEFAULTS);
    }

    /** Holding these covariates equal. */
    public TripleDifferences adjustedFor(String... covariates) {
        return new TripleDifferences(panel, concerned, options.adjustedFor(panel, covariates));
    }

    /** The measure was felt so many periods before it began: these count as after. */
    public TripleDifferences anticipated(int periods) {
        return new TripleDifferences(panel, concerned, options.anticipated(periods));
    }

    /** With other errors; groups are {@code unit}, {@code period}, {@code cohort}, {@code concerned} and the cluster of the panel. */
    public TripleDifferences with(PanelCovariance covariance) {
        return new TripleDifferences(panel, concerned, options.with(covariance));
    }

    /**
     * The effect.
     *
     * @throws DataException E-DID-043 where no place is treated within the data with a period before
     * @throws EstimationException E-EFFECTS-004 where there are no exempt units, or no untreated places, to compare with
     */
    public AdoptionFit fit() {
        Timing timing = new Timing(panel, options.anticipation());
        if (timing.studied().isEmpty()) {
            throw new DataException(
                    "E-DID-043",
                    "no unit of " + panel.name()
                            + " lies where the measure was taken within the data with a period before; there is no effect to estimate");
        }
        int[] rows = timing.rowsWithBase();
        double[] flag = AdoptionRows.picked(panel.column(concerned), rows);
        PanelRegression regression = new PanelRegression(panel, options, rows);
        double[] effect = new double[rows.length];
        Arrays.setAll(effect, i -> timing.isFelt(rows[i]) ? flag[i] : 0);
        regression.column(EFFECT, effect);
        PanelRows table = regression
                .table()
                .with(Factor.of(
                        "cohort",
                        IntStream.of(rows).map(row -> cohort(timing, row)).toArray()))
                .with(Factor.of(
                        "concerned",
                        Arrays.stream(flag).mapToInt(value -> (int) value).toArray()));
        PanelFit fit = regression.leastSquares(table, AdoptionRows.UNIT, "cohort^period", "concerned^period");
        return result(timing, regression, fit);
    }

    private int cohort(Timing timing, int row) {
        int unit = panel.unitOf(row);
        return timing.isNever(unit) ? -1 : panel.cohortOf(unit);
    }

    private AdoptionFit result(Timing timing, PanelRegression regression, PanelFit fit) {
        JointEffects joint = regression.joint(fit);
        AdoptionFindings findings = new AdoptionFindings(
                joint,
                joint.single(EFFECT, EFFECT),
                AdoptionFit.table(),
                AdoptionFit.table(),
                List.of(),
                regression.covariates(joint),
                List.of(),
                Optional.empty());
        Period first = timing.studied().get(0);
        return new AdoptionFit(
                findings,
                new AdoptionAccount(
                        "triple-differences",
                        panel.name(),
                        "change of those of whom " + concerned
                                + " is 1 less that of the others, where the measure was taken less where it was not",
                        panel.unit(),
                        Scale.LEVEL,
                        first,
                        regression.sample(fit, "of cohorts without a period before treatment"),
                        regression.conventions(
                                fit, "triple differences", "unit, cohort by period, " + concerned + " by period"),
                        List.of(),
                        warnings(timing, fit)));
    }

    private static List<Warning> warnings(Timing timing, PanelFit fit) {
        List<Warning> list = new ArrayList<>();
        StaggeredWarnings.withoutBase(timing).ifPresent(list::add);
        if (timing.studied().size() > 1) {
            list.add(
                    new Warning(
                            "W-DID-037",
                            timing.studied().size()
                                    + " cohorts are treated at different dates, and those treated already are among the places compared with; where effects change with time take one cohort at a time"));
        }
        list.addAll(fit.warnings());
        return list;
    }
}
