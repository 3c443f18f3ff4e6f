package dev.saidao.forecasting.series;

import dev.saidao.core.convention.Label;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * The mean of several forecasts without the lowest and the highest.
 *
 * @param name the name in results
 * @param trimmed how many are left out at each end
 * @param members what is combined
 * @param widths the intervals, if they were fitted for this combination
 */
record TrimmedMeanForecaster(String name, int trimmed, List<Forecaster> members, Optional<IntervalModel> widths)
        implements Forecaster {

    static final Forecaster DEFAULTS = new TrimmedMeanForecaster(
            "default",
            3,
            List.of(
                    new ScaledForecaster(ForecastMethod.NAIVE, Scale.ORIGINAL),
                    new ScaledForecaster(ForecastMethod.MEDIAN_DRIFT, Scale.ORIGINAL),
                    new ScaledForecaster(ForecastMethod.DYNAMIC_THETA, Scale.ORIGINAL),
                    new ScaledForecaster(ForecastMethod.DRIFT, Scale.SQUARE_ROOT),
                    new ScaledForecaster(ForecastMethod.MEDIAN_DRIFT, Scale.SQUARE_ROOT),
                    new ScaledForecaster(ForecastMethod.HOLT, Scale.SQUARE_ROOT),
                    new ScaledForecaster(ForecastMethod.SMOOTHING_AVERAGE, Scale.SQUARE_ROOT),
                    new ScaledForecaster(ForecastMethod.ARIMA, Scale.SQUARE_ROOT)),
            Optional.of(IntervalModel.DEFAULTS));

    TrimmedMeanForecaster {
        members = List.copyOf(members);
        if (name.isBlank()) {
            throw new IllegalArgumentException("Name of a combination must not be blank: '" + name + "'");
        }
        if (trimmed < 0 || 2 * trimmed >= members.size()) {
            throw new IllegalArgumentException(
                    "Members left out at each end must be fewer than half of " + members.size() + ": " + trimmed);
        }
    }

    @Override
    public Label description() {
        boolean isMedian = members.size() - 2 * trimmed <= 2;
        String names = members.stream().map(Forecaster::name).collect(Collectors.joining(", "));
        return Label.of(
                isMedian
                        ? "the median of the forecasts by " + names
                        : "the mean of the forecasts by " + names + " without the " + trimmed + " lowest and highest",
                isMedian ? "以下方法预测值的中位数:" + names : "以下方法预测值去掉最高、最低各 " + trimmed + " 个后的平均:" + names);
    }

    @Override
    public Optional<List<Interval>> intervals(AnnualSeries series, List<Double> points, double level) {
        return widths.map(model -> model.intervals(series, points, level));
    }

    @Override
    public double[] points(double[] values, int horizon) {
        double[][] byMember = new double[members.size()][];
        for (int member = 0; member < byMember.length; member++) {
            byMember[member] = members.get(member).points(values, horizon);
        }
        double[] points = new double[horizon];
        double[] sorted = new double[byMember.length];
        for (int h = 0; h < horizon; h++) {
            for (int member = 0; member < sorted.length; member++) {
                sorted[member] = byMember[member][h];
            }
            Arrays.sort(sorted);
            double sum = 0;
            for (int member = trimmed; member < sorted.length - trimmed; member++) {
                // divided first, so that huge forecasts do not overflow
                sum += sorted[member] / (sorted.length - 2 * trimmed);
            }
            points[h] = sum;
        }
        return points;
    }
}
