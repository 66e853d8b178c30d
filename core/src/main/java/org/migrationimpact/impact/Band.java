package org.migrationimpact.impact;

import java.util.List;
import java.util.stream.IntStream;
import org.migrationimpact.data.Period;
import org.migrationimpact.regression.AutoregressiveFit;
import org.migrationimpact.regression.CountFit;
import org.migrationimpact.regression.ErrorForecast;
import org.migrationimpact.regression.Fit;

/** What would have been observed without the measure, and how far from it a single observation lies, on the scale of the design. */
sealed interface Band {

    /** Prediction and standard error of one observation whose row without the measure and whose offset these are; periods ascend from call to call. */
    Predicted at(Period period, double[] without, double offset);

    /** How it is printed among the conventions. */
    String describe();

    record Predicted(double value, double standardError) {}

    /** Least squares: residual variance and the covariance of the coefficients, which is where robust errors bring correlation in. */
    record Independent(Fit fit, double noise) implements Band {
        Independent(Fit fit) {
            this(fit, fit.sigma() * fit.sigma());
        }

        @Override
        public Predicted at(Period period, double[] without, double offset) {
            return new Predicted(fit.predict(without), Math.sqrt(noise + fit.variance(without)));
        }

        @Override
        public String describe() {
            return "one new observation: residual variance and the covariance of the coefficients";
        }
    }

    /** Counts: on the log scale their variance is about 1/μ of the dispersion, and 1/θ. */
    record OfCounts(CountFit counts) implements Band {
        @Override
        public Predicted at(Period period, double[] without, double offset) {
            Fit fit = counts.fit();
            double value = fit.predict(without) + offset;
            double theta = counts.theta().orElse(Double.POSITIVE_INFINITY);
            double dispersion = Double.isInfinite(theta) ? Math.max(1, counts.dispersion()) : 1;
            return new Predicted(value, Math.sqrt(fit.variance(without) + 1 / theta + dispersion * Math.exp(-value)));
        }

        @Override
        public String describe() {
            return "one new count, on the log scale: dispersion over the mean and the covariance of the coefficients; rough where"
                    + " means are below 5";
        }
    }

    /** Autoregressive errors: from the first treated period on the forecast of the process after the last untreated ones. */
    final class Autoregressive implements Band {
        private final Fit fit;
        private final Period start;
        private final double[] pastErrors;
        private final double[][] pastRows;
        private final double stationary;
        private final ErrorForecast forecast;

        Autoregressive(SegmentData data, AutoregressiveFit fitted) {
            fit = fitted.fit();
            start = data.start();
            List<Period> periods = data.periods();
            int[] past = IntStream.range(0, periods.size())
                    .filter(i -> periods.get(i).isBefore(start))
                    .toArray();
            double[] errors = fitted.errors();
            var design = data.design();
            pastErrors = IntStream.of(past).mapToDouble(i -> errors[i]).toArray();
            pastRows = IntStream.of(past).mapToObj(design::row).toArray(double[][]::new);
            stationary = fitted.process().autocovariances(0)[0];
            forecast = new ErrorForecast(
                    fitted.process(),
                    IntStream.of(past).mapToLong(design::place).toArray());
        }

        @Override
        public Predicted at(Period period, double[] without, double offset) {
            double noise = fit.sigma() * fit.sigma();
            if (period.isBefore(start)) {
                return new Predicted(fit.predict(without), Math.sqrt(noise * stationary + fit.variance(without)));
            }
            forecast.moveTo(period.index());
            double[] weights = forecast.weights();
            double value = fit.predict(without);
            double[] missed = without.clone();
            for (int i = 0; i < weights.length; i++) {
                value += weights[i] * pastErrors[i];
                for (int j = 0; j < missed.length; j++) {
                    missed[j] -= weights[i] * pastRows[i][j];
                }
            }
            return new Predicted(value, Math.sqrt(noise * forecast.variance() + fit.variance(missed)));
        }

        @Override
        public String describe() {
            return "one new observation: forecast of the autoregressive errors from those before the start, their variance, and the"
                    + " covariance of the coefficients";
        }
    }
}
