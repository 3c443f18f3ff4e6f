package dev.saidao.forecasting.curve;

import dev.saidao.core.internal.Codes;
import java.util.List;

/**
 * Curves along which things grow. In every formula t is the time, and τ the time since the origin, which is one step before the first
 * observation.
 *
 * @since 0.1
 */
public enum GrowthCurve {
    /** {@code initial e^(rate τ)}: growth at a constant rate, without an end. */
    EXPONENTIAL("initial e^(rate τ)", "initial", "rate"),
    /** {@code saturation / (1 + e^(-(t - midpoint) / scale))}; half of it at the midpoint. */
    LOGISTIC("saturation / (1 + e^(-(t - midpoint) / scale))", "saturation", "midpoint", "scale"),
    /** {@code base + (saturation - base) / (1 + e^(-(t - midpoint) / scale))}, scale positive: from one level to another, four parameters. */
    FOUR_PARAMETER_LOGISTIC(
            "base + (saturation - base) / (1 + e^(-(t - midpoint) / scale))",
            "saturation",
            "base",
            "midpoint",
            "scale"),
    /** {@code saturation e^(-e^(-(t - midpoint) / scale))}; 37 % of it at the midpoint. */
    GOMPERTZ("saturation e^(-e^(-(t - midpoint) / scale))", "saturation", "midpoint", "scale"),
    /**
     * {@code saturation (1 - e^(-(p + q) τ)) / (1 + q/p e^(-(p + q) τ))}: all who have adopted, with innovation p and imitation q.
     *
     * <p>Source: Bass (1969), "A new product growth model for consumer durables".
     */
    BASS(
            "saturation (1 - e^(-(p + q) τ)) / (1 + q/p e^(-(p + q) τ)), p innovation, q imitation",
            "saturation",
            "innovation",
            "imitation"),
    /** The derivative of {@link #BASS} by time: those who adopt per unit of time; the saturation is that of all who ever do. */
    BASS_SALES(
            "saturation (p + q)^2/p e^(-(p + q) τ) / (1 + q/p e^(-(p + q) τ))^2, p innovation, q imitation",
            "saturation",
            "innovation",
            "imitation"),
    /**
     * {@code F(τ) - F(τ - 1)} of the {@link #BASS} curve F: those who adopt within the unit of time, such as a year, that ends at τ; the
     * saturation is that of all who ever do.
     */
    BASS_INCREMENTS(
            "F(τ) - F(τ - 1), F(τ) = saturation (1 - e^(-(p + q) τ)) / (1 + q/p e^(-(p + q) τ)), p innovation, q imitation",
            "saturation",
            "innovation",
            "imitation"),
    /** {@code saturation (1 + shape e^(-(t - midpoint) / scale))^(-1 / shape)}; a logistic curve for a shape of 1. */
    RICHARDS(
            "saturation (1 + shape e^(-(t - midpoint) / scale))^(-1 / shape)",
            "saturation",
            "midpoint",
            "scale",
            "shape"),
    /** {@code saturation - drop e^(-(τ / scale)^shape)}. */
    WEIBULL("saturation - drop e^(-(τ / scale)^shape)", "saturation", "drop", "scale", "shape"),
    /** {@code saturation - drop e^(-rate τ)}: each step covers the same share of what is left. */
    ASYMPTOTIC("saturation - drop e^(-rate τ)", "saturation", "drop", "rate");

    private final String formula;
    private final List<String> parameters;

    GrowthCurve(String formula, String... parameters) {
        this.formula = formula;
        this.parameters = List.of(parameters);
    }

    /** {@return the formula in the names of the parameters, t the time and τ that since the origin} */
    public String formula() {
        return formula;
    }

    /** {@return the names of the parameters, in the order of the formula} */
    public List<String> parameters() {
        return parameters;
    }

    /** {@return whether the curve has an upper or lower end} */
    public boolean hasSaturation() {
        return parameters.get(0).equals("saturation");
    }

    /** {@return the code in files: the name in lower case with hyphens} */
    public String code() {
        return Codes.ofName(name());
    }

    /** How many of the first parameters the curve is linear in. */
    int linear() {
        return this == WEIBULL || this == ASYMPTOTIC || this == FOUR_PARAMETER_LOGISTIC ? 2 : 1;
    }

    /** Whether a parameter must be positive: all but those the curve is linear in, rates, midpoints, and scales that may turn round. */
    boolean isPositive(int parameter) {
        return switch (this) {
            case BASS, BASS_SALES, BASS_INCREMENTS -> parameter > 0;
            case RICHARDS, FOUR_PARAMETER_LOGISTIC -> parameter == 3;
            case WEIBULL -> parameter > 1;
            case EXPONENTIAL, LOGISTIC, GOMPERTZ, ASYMPTOTIC -> false;
        };
    }

    /** The value at a time since the origin; midpoints count from there. */
    double at(double time, double[] p) {
        return switch (this) {
            case EXPONENTIAL -> p[0] * Math.exp(p[1] * time);
            case LOGISTIC -> p[0] / (1 + Math.exp(-(time - p[1]) / p[2]));
            case GOMPERTZ -> p[0] * Math.exp(-Math.exp(-(time - p[1]) / p[2]));
            case FOUR_PARAMETER_LOGISTIC -> {
                double share = 1 / (1 + Math.exp(-(time - p[2]) / p[3]));
                yield p[1] * (1 - share) + p[0] * share;
            }
            case BASS -> p[0] * adopted(time, p[1], p[2]);
            case BASS_INCREMENTS -> p[0] * (adopted(time, p[1], p[2]) - adopted(time - 1, p[1], p[2]));
            case BASS_SALES -> {
                double sum = p[1] + p[2];
                double decay = Math.exp(-sum * time);
                double divisor = 1 + p[2] / p[1] * decay;
                yield p[0] * sum * sum / p[1] * decay / divisor / divisor;
            }
            // by log1p, so that digits are kept on the way to the Gompertz curve, where the shape is 0
            case RICHARDS -> p[0] * Math.exp(-Math.log1p(p[3] * Math.exp(-(time - p[1]) / p[2])) / p[3]);
            case WEIBULL -> fallen(p[0], p[1], Math.pow(Math.max(0, time) / p[2], p[3]));
            case ASYMPTOTIC -> fallen(p[0], p[1], p[2] * time);
        };
    }

    /** The share of all who have adopted. */
    private static double adopted(double time, double innovation, double imitation) {
        double sum = innovation + imitation;
        return -Math.expm1(-sum * time) / (1 + imitation / innovation * Math.exp(-sum * time));
    }

    /** {@code saturation - drop e^(-decay)}; by expm1 near the start, so that digits are kept where both are far beyond the data. */
    private static double fallen(double saturation, double drop, double decay) {
        return Math.abs(decay) < 1
                ? saturation - drop - drop * Math.expm1(-decay)
                : saturation - drop * Math.exp(-decay);
    }

    /** Whether the curve is one of (t - midpoint) / scale with a scale that may turn round. */
    boolean isSigmoid() {
        return this == LOGISTIC || this == GOMPERTZ || this == RICHARDS;
    }

    /** {@return whether the curve depends on where τ counts from} */
    public boolean hasOrigin() {
        return !isSigmoid() && this != FOUR_PARAMETER_LOGISTIC;
    }

    /** Whether the values lie between 0 and the saturation, or add up to no more than it. */
    boolean isFromZero() {
        return hasSaturation() && linear() == 1;
    }

    /**
     * Candidates for the parameters the curve is not linear in, over the span of the observations.
     *
     * @param first the first time since the origin
     * @param span the time between the first and the last
     */
    double[][] grid(double first, double span) {
        double[] midpoints = {-0.5, -0.2, 0, 0.2, 0.35, 0.5, 0.65, 0.8, 1, 1.3, 1.8, 2.5, 4};
        double[] scales = {1.5, 0.8, 0.5, 0.3, 0.2, 0.13, 0.08, 0.04, -1.5, -0.8, -0.5, -0.3, -0.2, -0.13, -0.08, -0.04
        };
        return switch (this) {
            case EXPONENTIAL, ASYMPTOTIC -> {
                double[] rates = {0.01, 0.03, 0.1, 0.2, 0.4, 0.7, 1, 1.5, 2.5, 4, 7, 12, 25};
                double[][] grid = new double[2 * rates.length][];
                for (int i = 0; i < rates.length; i++) {
                    grid[2 * i] = new double[] {rates[i] / span};
                    grid[2 * i + 1] = new double[] {-rates[i] / span};
                }
                yield grid;
            }
            case LOGISTIC, FOUR_PARAMETER_LOGISTIC, GOMPERTZ -> {
                double[][] grid = new double[midpoints.length * scales.length][];
                for (int i = 0; i < grid.length; i++) {
                    grid[i] =
                            new double[] {first + span * midpoints[i / scales.length], span * scales[i % scales.length]
                            };
                }
                yield grid;
            }
            case RICHARDS -> {
                double[] shapes = {0.05, 0.3, 1, 2, 5};
                double[][] grid = new double[midpoints.length * scales.length * shapes.length][];
                for (int i = 0; i < grid.length; i++) {
                    int j = i / shapes.length;
                    grid[i] = new double[] {
                        first + span * midpoints[j / scales.length],
                        span * scales[j % scales.length],
                        shapes[i % shapes.length]
                    };
                }
                yield grid;
            }
            case BASS, BASS_SALES, BASS_INCREMENTS -> {
                double[] innovations = {0.001, 0.004, 0.015, 0.05, 0.2, 0.7, 2};
                double[] imitations = {0.3, 1, 2, 3.5, 6, 10, 16};
                double[][] grid = new double[innovations.length * imitations.length][];
                for (int i = 0; i < grid.length; i++) {
                    grid[i] = new double[] {
                        innovations[i / imitations.length] / span, imitations[i % imitations.length] / span
                    };
                }
                yield grid;
            }
            case WEIBULL -> {
                double[] lives = {0.1, 0.25, 0.5, 0.8, 1.2, 2, 4};
                double[] shapes = {0.4, 0.7, 1, 1.5, 2.2, 3.2, 5, 9};
                double[][] grid = new double[lives.length * shapes.length][];
                for (int i = 0; i < grid.length; i++) {
                    grid[i] = new double[] {(first + span) * lives[i / shapes.length], shapes[i % shapes.length]};
                }
                yield grid;
            }
        };
    }
}
