package org.migrationimpact.impact;

import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.migrationimpact.covariance.NeweyWest;
import org.migrationimpact.covariance.StudentT;
import org.migrationimpact.data.Period;
import org.migrationimpact.model.Design;
import org.migrationimpact.model.Intercept;
import org.migrationimpact.model.LevelShift;
import org.migrationimpact.model.Scale;
import org.migrationimpact.regression.Coefficient;
import org.migrationimpact.regression.Fit;
import org.migrationimpact.regression.Ols;

/** Difference of means by least squares on {@code intercept} and {@code level}, with Newey–West errors. */
public record HacMeans(NeweyWest errors) implements Comparison {

    @Override
    public Compared compare(TwoSamples samples) {
        Period start = samples.periods().get(samples.before().length);
        Design design = Design.of(samples.periods(), List.of(new Intercept(), new LevelShift("level", start, 1)));
        double[] all = Stream.of(samples.before(), samples.after())
                .flatMapToDouble(Arrays::stream)
                .toArray();
        Fit fit = Ols.fit(all, design, errors);
        Coefficient level = fit.coefficient("level");
        if (samples.scale() == Scale.PERCENT) {
            double before = fit.covariance(0, 0);
            double both = before + fit.covariance(0, 1); // of the mean before with the mean after
            double after = before + 2 * fit.covariance(0, 1) + fit.covariance(1, 1);
            double[] percent = samples.percent(before, after, both);
            level = new Coefficient("level", percent[0], new StudentT(percent[1], fit.degreesOfFreedom()));
        }
        return new Compared(
                List.of(fit.coefficient("intercept"), level),
                List.of(
                        new Convention("test", "difference of means by least squares"),
                        new Convention("covariance", fit.covarianceName()),
                        new Convention(
                                "distribution", "Student's t with " + fit.degreesOfFreedom() + " degrees of freedom")),
                List.of());
    }

    @Override
    public String toString() {
        return "difference of means, " + errors;
    }
}
