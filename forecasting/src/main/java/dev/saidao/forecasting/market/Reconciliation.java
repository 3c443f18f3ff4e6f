package dev.saidao.forecasting.market;

import dev.saidao.core.internal.Codes;

/**
 * Published ways to make forecasts of a market and of its segments, made apart, add up.
 *
 * <p>Source: Hyndman and Athanasopoulos (2021), Forecasting: Principles and Practice, chapter 11; Wickramasuriya, Athanasopoulos and
 * Hyndman (2019), "Optimal forecast reconciliation", for {@link #VARIANCES}; Wickramasuriya, Turlach and Hyndman (2020) for segments that
 * must not be negative.
 *
 * @since 0.1
 */
public enum Reconciliation {
    /** The segments stay; the market is their sum. */
    BOTTOM_UP,
    /** The market stays; the segments keep their proportions. */
    TOP_DOWN,
    /** The market and all segments move by as little as possible, by the sum of squares. */
    LEAST_SQUARES,
    /**
     * As {@link #LEAST_SQUARES}, each square divided by the variance of the forecast, so that what is known better moves less: MinT with
     * the variances of the forecasts and no covariances.
     */
    VARIANCES;

    /** {@return the code in files: the name in lower case with hyphens} */
    public String code() {
        return Codes.ofName(name());
    }
}
