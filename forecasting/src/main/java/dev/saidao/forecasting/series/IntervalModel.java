package dev.saidao.forecasting.series;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import org.apache.commons.statistics.descriptive.Median;

/**
 * Prediction intervals from how far forecasts were off in collections of annual series. The constants and their origin stand in the
 * resource {@code interval-constants.properties}.
 */
final class IntervalModel {

    private static final int LEAST_OF_RATIO = 4;
    private static final Map<String, IntervalModel> BY_FORECASTER = new HashMap<>();

    /** That of the default forecaster. */
    static final IntervalModel DEFAULTS;

    static {
        Properties properties = Resources.properties("interval-constants.properties");
        DEFAULTS = new IntervalModel(properties, "");
        for (ForecastMethod method : ForecastMethod.values()) {
            for (Scale scale : Scale.values()) {
                String name = new ScaledForecaster(method, scale).name();
                BY_FORECASTER.put(name, new IntervalModel(properties, name + "."));
            }
        }
    }

    private final double memory;
    private final double horizonPower;
    private final double[] levels;
    private final Constants one;
    private final Constants two;
    private final Constants three;
    private final Constants more;

    /** The constants for a number of values. */
    private static final class Constants {

        private final double deviation;
        private final double change;
        private final double relative;
        private final double few;
        private final double fewRelative;
        private final double[] low;
        private final double[] high;

        Constants(Properties properties, String forecaster, String group) {
            this.deviation = number(properties, group + ".deviation");
            this.change = number(properties, group + ".change");
            this.relative = number(properties, group + ".relative");
            this.few = number(properties, group + ".few");
            this.fewRelative = number(properties, group + ".fewRelative");
            this.low = Resources.numbers(properties, forecaster + group + ".low");
            this.high = Resources.numbers(properties, forecaster + group + ".high");
        }
    }

    private IntervalModel(Properties properties, String forecaster) {
        this.memory = number(properties, "memory");
        this.horizonPower = number(properties, "horizon");
        this.levels = Resources.numbers(properties, "levels");
        this.one = new Constants(properties, forecaster, "one");
        this.two = new Constants(properties, forecaster, "two");
        this.three = new Constants(properties, forecaster, "three");
        this.more = new Constants(properties, forecaster, "more");
    }

    /** That of a method on a scale, by its name. */
    static Optional<IntervalModel> of(String forecaster) {
        return Optional.ofNullable(BY_FORECASTER.get(forecaster));
    }

    private static double number(Properties properties, String key) {
        return Double.parseDouble(properties.getProperty(key, "0"));
    }

    /**
     * The intervals around forecasts, one for each year ahead.
     *
     * @param series the series that the forecasts rest on
     * @param points the forecasts
     * @param level the level, 0.5 to 0.99
     */
    List<Interval> intervals(AnnualSeries series, List<Double> points, double level) {
        double[] values = series.values().stream().mapToDouble(x -> x).toArray();
        Scale scale = Scale.SQUARE_ROOT.admitted(values);
        double[] scaled = Arrays.stream(values).map(scale::to).toArray();
        Constants constants = switch (values.length) {
            case 1 -> one;
            case 2 -> two;
            case 3 -> three;
            default -> more;
        };
        double low = quantile(constants.low, level);
        double high = quantile(constants.high, level);
        double[] differences = differences(series, scaled);
        double ratio = constantRatio(series);
        double grown = values[values.length - 1];
        List<Interval> intervals = new ArrayList<>();
        for (int h = 0; h < points.size(); h++) {
            double forecast = points.get(h);
            double point = scale.to(Math.max(forecast, scale == Scale.ORIGINAL ? forecast : 0));
            double size = size(differences, constants, scale, point) * Math.pow(h + 1, horizonPower);
            grown *= ratio;
            boolean mayGoOn = ratio > 0 && h < values.length && grown <= AnnualSeries.MAX_MAGNITUDE;
            double reach = Math.max(forecast, mayGoOn ? grown : forecast);
            intervals.add(new Interval(
                    Math.min(forecast, scale.from(point - low * size)),
                    Math.max(reach, scale.from(point + high * size))));
        }
        return intervals;
    }

    /** The ratio of neighbours if it has always been the same, as of what doubles every year; else 0. */
    private static double constantRatio(AnnualSeries series) {
        List<Double> values = series.values();
        if (values.size() < LEAST_OF_RATIO || !series.gaps().isEmpty() || values.get(0) <= 0) {
            return 0;
        }
        double ratio = values.get(1) / values.get(0);
        for (int t = 2; t < values.size(); t++) {
            if (Math.abs(values.get(t) - ratio * values.get(t - 1)) > 1e-6 * values.get(t)) {
                return 0;
            }
        }
        return ratio;
    }

    private double size(double[] differences, Constants constants, Scale scale, double point) {
        int n = differences.length + 1;
        double change = 0;
        double deviation = 0;
        double total = 0;
        double weight = 1;
        double median = Median.withDefaults().withCopy(true).evaluate(differences);
        for (int t = differences.length - 1; t >= 0; t--) {
            change += weight * Math.abs(differences[t]);
            deviation += weight * Math.abs(differences[t] - median);
            total += weight;
            weight *= memory;
        }
        if (total > 0) {
            change /= total;
            deviation /= total;
        }
        if (n > 2) {
            deviation *= (n - 1.0) / (n - 2.0);
        }
        // a share of a square root is twice as large a share of the value
        double relative = constants.relative * (scale == Scale.ORIGINAL ? 2 : 1);
        return (constants.deviation * deviation
                        + constants.change * change
                        + relative * (1 + constants.fewRelative / n) * Math.abs(point))
                * (1 + constants.few / n);
    }

    /** The differences of neighbours; one over several years counts as that of one year, taken for a random walk. */
    private static double[] differences(AnnualSeries series, double[] scaled) {
        double[] differences = DriftModel.differences(scaled);
        int place = 0;
        int before = series.firstYear();
        for (int year = before + 1; year <= series.lastYear(); year++) {
            if (series.value(year).isPresent()) {
                differences[place++] /= Math.sqrt((double) year - before);
                before = year;
            }
        }
        return differences;
    }

    /** Between the levels that were fitted, in proportion to the logarithm of what is left out. */
    private double quantile(double[] quantiles, double level) {
        int above = 1;
        while (above < levels.length - 1 && levels[above] < level) {
            above++;
        }
        double from = -Math.log(1 - levels[above - 1]);
        double to = -Math.log(1 - levels[above]);
        double share = (-Math.log(1 - level) - from) / (to - from);
        return quantiles[above - 1] + share * (quantiles[above] - quantiles[above - 1]);
    }
}
