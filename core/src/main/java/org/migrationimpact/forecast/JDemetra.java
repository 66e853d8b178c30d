package org.migrationimpact.forecast;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import jdplus.sa.base.api.ComponentType;
import jdplus.sa.base.api.SaVariable;
import jdplus.sa.base.api.SeriesDecomposition;
import jdplus.toolkit.base.api.arima.SarimaSpec;
import jdplus.toolkit.base.api.modelling.ComponentInformation;
import jdplus.toolkit.base.api.processing.ProcessingLog;
import jdplus.toolkit.base.api.timeseries.StaticTsDataSupplier;
import jdplus.toolkit.base.api.timeseries.TsData;
import jdplus.toolkit.base.api.timeseries.TsPeriod;
import jdplus.toolkit.base.api.timeseries.TsUnit;
import jdplus.toolkit.base.api.timeseries.regression.ModellingContext;
import jdplus.toolkit.base.api.timeseries.regression.TsContextVariable;
import jdplus.toolkit.base.api.timeseries.regression.TsDataSuppliers;
import jdplus.toolkit.base.api.timeseries.regression.Variable;
import jdplus.toolkit.base.core.regsarima.regular.RegSarimaModel;
import jdplus.tramoseats.base.api.tramoseats.TramoSeatsSpec;
import jdplus.tramoseats.base.core.tramoseats.TramoSeatsKernel;
import jdplus.tramoseats.base.core.tramoseats.TramoSeatsResults;
import jdplus.x13.base.api.x13.X13Spec;
import jdplus.x13.base.core.x13.X13Kernel;
import jdplus.x13.base.core.x13.X13Results;
import org.migrationimpact.data.DataException;
import org.migrationimpact.data.EstimationException;
import org.migrationimpact.data.Frequency;
import org.migrationimpact.data.InputException;
import org.migrationimpact.data.Period;
import org.migrationimpact.data.Series;

/** The one place that speaks to JDemetra+; each call has a context of its own, so nothing is shared between calls. */
final class JDemetra {

    private static final List<Frequency> FREQUENCIES = List.of(Frequency.MONTH, Frequency.QUARTER, Frequency.HALF_YEAR);
    private static final String FEASTS = "feasts";
    private static final int YEARS = 3;
    private static final int YEARS_BEYOND = 6;

    private JDemetra() {}

    static Decomposition x13(Series series, CalendarEffects calendar) {
        requireSeason(series, "X-13");
        X13Spec spec = switch (calendar.days()) {
            case NONE -> X13Spec.RSA3;
            case WORKING_DAYS -> X13Spec.RSA4;
            case TRADING_DAYS -> X13Spec.RSA5;
        };
        spec = spec.toBuilder()
                .regArima(spec.getRegArima().toBuilder()
                        .regression(spec.getRegArima().getRegression().toBuilder()
                                .userDefinedVariables(variables(calendar, ComponentType.Seasonal))
                                .build())
                        .build())
                .build();
        X13Results results = X13Kernel.of(spec, context(series, calendar)).process(data(series), ProcessingLog.dummy());
        if (results == null || !results.isValid()) {
            throw failed(series, "X-13");
        }
        return decomposition(
                series,
                results.getPreprocessing(),
                results.getFinals().getD12final(),
                results.getFinals().getD16(),
                "X-13 (JDemetra+ 3.5.0), " + calendar);
    }

    static Decomposition tramoSeats(Series series, CalendarEffects calendar) {
        requireSeason(series, "TRAMO-SEATS");
        TramoSeatsSpec spec = switch (calendar.days()) {
            case NONE -> TramoSeatsSpec.RSA3;
            case WORKING_DAYS -> TramoSeatsSpec.RSA4;
            case TRADING_DAYS -> TramoSeatsSpec.RSA5;
        };
        spec = spec.toBuilder()
                .tramo(spec.getTramo().toBuilder()
                        .regression(spec.getTramo().getRegression().toBuilder()
                                .userDefinedVariables(variables(calendar, ComponentType.CalendarEffect))
                                .build())
                        .build())
                .build();
        TramoSeatsResults results =
                TramoSeatsKernel.of(spec, context(series, calendar)).process(data(series), ProcessingLog.dummy());
        if (results == null || !results.isValid()) {
            throw failed(series, "TRAMO-SEATS");
        }
        SeriesDecomposition finals = results.getFinals();
        return decomposition(
                series,
                results.getPreprocessing(),
                finals.getSeries(ComponentType.Trend, ComponentInformation.Value),
                finals.getSeries(ComponentType.Seasonal, ComponentInformation.Value),
                "TRAMO-SEATS (JDemetra+ 3.5.0), " + calendar);
    }

    private static void requireSeason(Series series, String method) {
        if (!FREQUENCIES.contains(series.frequency())) {
            throw new InputException(
                    "E-ADJUST-001",
                    series.name() + " is by " + series.frequency().noun() + "; " + method
                            + " takes months, quarters or half-years");
        }
        int least = YEARS * series.frequency().seasons();
        if (series.observed() < least) {
            throw new DataException(
                    "E-ADJUST-002",
                    series.name() + " has " + series.frequency().count(series.observed()) + " with a value; " + method
                            + " needs three years, " + least);
        }
    }

    private static EstimationException failed(Series series, String method) {
        return new EstimationException(
                "E-ADJUST-003",
                method + " found no decomposition of " + series.name()
                        + "; look at the series for breaks and wild values, or take STL");
    }

    private static TsPeriod period(Period period) {
        TsUnit unit = switch (period.frequency()) {
            case QUARTER -> TsUnit.QUARTER;
            case HALF_YEAR -> TsUnit.HALF_YEAR;
            default -> TsUnit.MONTH;
        };
        return TsPeriod.of(unit, period.firstDay());
    }

    private static TsData data(Series series) {
        return TsData.ofInternal(period(series.start()), series.values());
    }

    /** Feasts belong to what is taken out: X-13 takes user-given variables out with the season only, SEATS with the calendar. */
    private static List<Variable<TsContextVariable>> variables(CalendarEffects calendar, ComponentType component) {
        return calendar.feasts().stream()
                .map(feast -> Variable.<TsContextVariable>builder()
                        .name(feast.title())
                        .core(new TsContextVariable(FEASTS + "." + feast.name()))
                        .attribute(SaVariable.REGEFFECT, component.name())
                        .build())
                .toList();
    }

    /** The feasts as regressors less their long-run mean, so that the level stays with the trend. */
    private static ModellingContext context(Series series, CalendarEffects calendar) {
        ModellingContext context = new ModellingContext();
        TsDataSuppliers feasts = new TsDataSuppliers();
        long beyond = (long) YEARS_BEYOND * series.frequency().seasons();
        for (MovingFeast feast : calendar.feasts()) {
            Series days = feast.days(series.start().plus(-beyond), series.end().plus(beyond));
            double mean = longRunMean(feast, series.frequency());
            feasts.set(
                    feast.name(),
                    new StaticTsDataSupplier(TsData.ofInternal(
                            period(days.start()),
                            days.map("days", d -> d - mean).values())));
        }
        context.getTsVariableManagers().set(FEASTS, feasts);
        return context;
    }

    /** Over 99 years, three whole rounds of the feast through the year. */
    private static double longRunMean(MovingFeast feast, Frequency frequency) {
        Period first = Period.containing(LocalDate.of(1951, 1, 1), frequency);
        Series days = feast.days(first, first.plus(99L * frequency.seasons() - 1));
        return IntStream.range(0, days.size())
                .mapToDouble(days::value)
                .average()
                .orElseThrow();
    }

    private static Decomposition decomposition(
            Series series, RegSarimaModel model, TsData trend, TsData seasonal, String method) {
        boolean log = model.getDescription().isLogTransformation();
        double[] neutral = new double[series.size()];
        Arrays.fill(neutral, log ? 1 : 0);
        return Decomposition.of(
                series,
                log ? Decomposition.Mode.MULTIPLICATIVE : Decomposition.Mode.ADDITIVE,
                trend.getValues().toArray(),
                seasonal == null ? neutral : seasonal.getValues().toArray(),
                method + ", ARIMA " + order(model.getDescription().getStochasticComponent()) + kept(model));
    }

    private static ArimaOrder order(SarimaSpec spec) {
        return new ArimaOrder(spec.getP(), spec.getD(), spec.getQ(), spec.getBp(), spec.getBd(), spec.getBq());
    }

    /** The regressors that the model kept: calendar, outliers. */
    private static String kept(RegSarimaModel model) {
        List<String> names = Arrays.stream(model.getDescription().getVariables())
                .map(variable -> variable.getName())
                .toList();
        return names.isEmpty() ? ", no regressors kept" : ", regressors kept: " + String.join(", ", names);
    }
}
