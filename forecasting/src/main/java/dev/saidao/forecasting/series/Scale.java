package dev.saidao.forecasting.series;

/**
 * The scale on which a method works; forecasts are brought back to that of the series.
 *
 * @since 0.1
 */
public enum Scale {
    /** The values themselves. */
    ORIGINAL,
    /** Square roots; a series with a value below 0 stays on its own scale. A root forecast below 0 becomes 0. */
    SQUARE_ROOT,
    /** Natural logarithms; a series with a value of 0 or below stays on its own scale. */
    LOGARITHM;

    /** Beyond it the exponential is infinite. */
    private static final double MOST = 700;

    /** The scale for a series: this one, unless its values do not admit it. */
    Scale admitted(double[] values) {
        for (double value : values) {
            if (value < 0 || (value == 0 && this == LOGARITHM)) {
                return ORIGINAL;
            }
        }
        return this;
    }

    double to(double value) {
        return switch (this) {
            case ORIGINAL -> value;
            case SQUARE_ROOT -> Math.sqrt(value);
            case LOGARITHM -> Math.log(value);
        };
    }

    double from(double scaled) {
        return switch (this) {
            case ORIGINAL -> scaled;
            case SQUARE_ROOT -> scaled <= 0 ? 0 : scaled * scaled;
            case LOGARITHM -> Math.exp(Math.min(MOST, scaled));
        };
    }
}
