package org.migrationimpact.forecast;

import java.io.Serializable;
import java.util.List;
import org.migrationimpact.data.InputException;
import org.migrationimpact.data.Series;
import org.migrationimpact.model.Intercept;
import org.migrationimpact.model.Term;
import org.migrationimpact.model.Trend;

/**
 * What explains a series, where its errors depend on their past and on the season: {@code y_t = x_t'b + n_t}, with n a seasonal ARIMA
 * process, {@code φ(B) Φ(B^s) (1 − B)^d (1 − B^s)^D n_t = θ(B) Θ(B^s) a_t}.
 *
 * <p>By exact maximum likelihood: stationary starting values, differences with a diffuse start, missing values integrated out at their
 * place on the calendar. Coefficients b and the variance of the shocks are concentrated out; φ and Φ are stationary by construction, θ and
 * Θ are reported so that they can be inverted. The search starts from fixed points and has no random part; one that does not converge is
 * refused.
 *
 * <p>Defaults: a mean where nothing is differenced and no constant where something is; the full likelihood, so that figures are those of
 * R's {@code arima(method = "ML")}. The automatic order is Hyndman and Khandakar's stepwise search by AICc as in forecast 8.20: D by the
 * strength of season of an STL decomposition (above 0.64), d by KPSS tests at 5 %, p and q up to 5, P and Q up to 2, models with a root
 * below 1.01 left out; always by exact likelihood, never by an approximation.
 *
 * <p>Source: Box and Tiao (1975), doi:10.1080/01621459.1975.10480264; Hyndman and Khandakar (2008), doi:10.18637/jss.v027.i03; Tunnicliffe
 * Wilson (1989), doi:10.1111/j.2517-6161.1989.tb01760.x, for the restricted likelihood.
 */
public final class ArimaErrors implements Serializable {

    private static final long serialVersionUID = 1L;

    /** Which likelihood is made largest. */
    public enum Likelihood {
        /** That of the data, with the regression coefficients at their best: variance S/N, normal distribution. */
        FULL,
        /**
         * That of what is left when the regression coefficients are integrated out: variance S/(N − k), Student's t with N − k. Less
         * biased towards independence in short series; not to be compared between models with different regressors.
         */
        RESTRICTED
    }

    /** Whether the regression has a constant. */
    public enum Constant {
        /** A mean where nothing is differenced, no constant where something is; the automatic order chooses. */
        BY_DIFFERENCES,
        /** A mean where nothing is differenced, a trend with one difference, no constant with more. */
        MEAN_OR_TREND,
        /** No constant at all. */
        NONE
    }

    private final List<ArimaOrder> order; // one, or none where it is chosen
    private final Likelihood likelihood;
    private final Constant constant;
    private final int season; // 0: by the frequency of the series

    private ArimaErrors(List<ArimaOrder> order, Likelihood likelihood, Constant constant, int season) {
        this.order = order;
        this.likelihood = likelihood;
        this.constant = constant;
        this.season = season;
    }

    /** With errors of this order. */
    public static ArimaErrors of(ArimaOrder order) {
        return new ArimaErrors(List.of(order), Likelihood.FULL, Constant.BY_DIFFERENCES, 0);
    }

    /** With errors of an order chosen by AICc. */
    public static ArimaErrors automatic() {
        return new ArimaErrors(List.of(), Likelihood.FULL, Constant.BY_DIFFERENCES, 0);
    }

    /** Making this likelihood largest. */
    public ArimaErrors with(Likelihood kind) {
        return new ArimaErrors(order, kind, constant, season);
    }

    /** With a constant, or without. */
    public ArimaErrors with(Constant choice) {
        return new ArimaErrors(order, likelihood, choice, season);
    }

    /** With seasons of so many periods, 2 to 366: for periods without a calendar, or weeks, where the frequency gives none. */
    public ArimaErrors withSeasonOf(int periods) {
        if (periods < 2 || periods > 366) {
            throw new IllegalArgumentException("a season has 2 to 366 periods, got " + periods);
        }
        return new ArimaErrors(order, likelihood, constant, periods);
    }

    /** Which likelihood is made largest. */
    public Likelihood likelihood() {
        return likelihood;
    }

    /**
     * The fit to this series with these regressors. A response may be missing anywhere; a regressor must have a value wherever the response
     * has one.
     *
     * @throws org.migrationimpact.data.DataException E-ARIMA-001 where a regressor is missing, E-ARIMA-002 with too few values
     * @throws InputException E-ARIMA-009 for a seasonal order where the frequency has no season
     * @throws org.migrationimpact.data.EstimationException where regressors are collinear, the likelihood is flat, or the search fails
     */
    public ArimaFit fit(Series series, List<? extends Term> regressors) {
        int length = season > 0 ? season : ArimaFit.seasonOf(series.frequency());
        ArimaData data = ArimaData.of(series, List.copyOf(regressors));
        if (order.isEmpty()) {
            return ArimaSearch.fit(data, length, constant, likelihood);
        }
        ArimaOrder given = order.get(0);
        if (given.isSeasonal() && length == 1) {
            throw new InputException(
                    "E-ARIMA-009",
                    series.name() + " is by " + series.frequency().noun() + ", which has no season for an ARIMA model; "
                            + given
                            + " needs months, quarters, half-years or days: say how many periods a season has, or leave the seasonal part out");
        }
        return ArimaFit.of(new ArimaProblem(withConstant(data, given, constant), given, length, likelihood), 0);
    }

    /** The data with the constant that this choice means for this order. */
    static ArimaData withConstant(ArimaData data, ArimaOrder order, Constant constant) {
        int differences = order.d() + order.seasonalD();
        if (constant == Constant.NONE || differences > 1) {
            return data;
        }
        if (differences == 0) {
            return data.with(new Intercept());
        }
        return constant == Constant.MEAN_OR_TREND ? data.with(new Trend(data.start())) : data;
    }

    @Override
    public String toString() {
        return "ARIMA " + (order.isEmpty() ? "of automatic order" : order.get(0)) + ", " + likelihood + ", constant "
                + constant + (season == 0 ? "" : ", seasons of " + season);
    }
}
