package org.migrationimpact.impact;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.migrationimpact.data.Period;
import org.migrationimpact.model.Scale;
import org.migrationimpact.panel.FixedEffectsFit;
import org.migrationimpact.panel.PanelFit;
import org.migrationimpact.panel.PpmlFit;

/**
 * A regression with absorbed effects as a result: one of its coefficients is the headline. It says what goes together among the rows, with
 * the effects held fixed; whether that is an effect of a measure is for the design to say.
 *
 * <p>Least squares: the change of the outcome, in its unit, for one unit of the column. Poisson: the change of its logarithm.
 */
public final class PanelRegression {

    private final String design;
    private final String outcome;
    private final String unit;
    private final Period first;

    private PanelRegression(String design, String outcome, String unit, Period first) {
        this.design = design;
        this.outcome = outcome;
        this.unit = unit;
        this.first = first;
    }

    /**
     * A regression of this outcome.
     *
     * @param design its name in a study file: {@code fixed-effects}
     * @param outcome the name of the outcome
     * @param unit its unit
     * @param first the first treated period, or the first of the data where no measure is named
     */
    public static PanelRegression of(String design, String outcome, String unit, Period first) {
        return new PanelRegression(
                Objects.requireNonNull(design),
                Objects.requireNonNull(outcome),
                Objects.requireNonNull(unit),
                Objects.requireNonNull(first));
    }

    /**
     * The result of a fit, the coefficient of this column being the headline.
     *
     * @throws IllegalArgumentException where the fit has no such coefficient
     */
    public Impact impact(PanelFit fit, String column) {
        Scale scale = fit instanceof PpmlFit ? Scale.LOG : Scale.LEVEL;
        Effect effect = new Effect(
                "coefficient of " + column + " on " + outcome,
                scale == Scale.LOG ? "log points" : unit,
                scale,
                fit.coefficient(column));
        EffectPath path = new EffectPath(outcome, unit, scale, fit.errors().degreesOfFreedom(column), first, List.of());
        return new Impact(
                design,
                outcome,
                effect,
                fit.coefficients(),
                path,
                fit.sample(),
                conventions(fit),
                diagnostics(fit),
                fit.warnings());
    }

    private static List<Convention> conventions(PanelFit fit) {
        List<Convention> all = new ArrayList<>();
        all.add(new Convention("covariance", fit.errors().explanation().estimator()));
        fit.errors()
                .explanation()
                .parts()
                .forEach(part -> all.add(new Convention(
                        "errors, " + part.symbol(),
                        part.toString().substring(part.symbol().length() + " = ".length()))));
        all.add(new Convention("effects", fit.absorption().toString()));
        return all;
    }

    private static List<Diagnostic> diagnostics(PanelFit fit) {
        if (fit instanceof PpmlFit counts) {
            return List.of(
                    figure("deviance", counts.deviance(), "of the counts about what is fitted"),
                    figure("log likelihood", counts.logLikelihood(), "of independent Poisson counts"),
                    figure("pseudo R²", counts.pseudoRSquared(), "1 − log likelihood over that of a constant"),
                    figure("separated rows", counts.separated().length, "rows that a perfect prediction takes out"));
        }
        FixedEffectsFit squares = (FixedEffectsFit) fit;
        return List.of(
                figure("R²", squares.rSquared(), "with the effects"),
                figure("R² within", squares.rSquaredWithin(), "of what the effects leave"),
                figure("sigma", squares.sigma(), "standard deviation of the errors"));
    }

    private static Diagnostic figure(String name, double value, String meaning) {
        return new Diagnostic(name, value, Double.NaN, Status.NOT_APPLICABLE, meaning);
    }

    @Override
    public String toString() {
        return design + " of " + outcome + " [" + unit + "]";
    }
}
