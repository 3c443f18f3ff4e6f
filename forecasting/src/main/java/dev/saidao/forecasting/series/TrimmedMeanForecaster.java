package dev.saidao.forecasting.series;

import dev.saidao.core.convention.Label;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;

/**
 * The mean of several forecasts without some of the lowest and some of the highest.
 *
 * @param name the name in results
 * @param lowest how many of the lowest are left out
 * @param highest how many of the highest are left out
 * @param members what is combined
 */
record TrimmedMeanForecaster(String name, int lowest, int highest, List<Forecaster> members) implements Forecaster {

    /** What {@link Forecaster#middleOfMany} says. */
    static final Forecaster MIDDLE_OF_MANY = new TrimmedMeanForecaster(
            "middle-of-33",
            17,
            12,
            Arrays.stream(ForecastMethod.values())
                    .filter(method -> method != ForecastMethod.ETS && method != ForecastMethod.ARIMA)
                    .flatMap(method -> Arrays.stream(Scale.values()).map(scale -> Forecaster.of(method, scale)))
                    .toList());

    TrimmedMeanForecaster {
        members = List.copyOf(members);
        if (name.isBlank()) {
            throw new IllegalArgumentException("Name of a combination must not be blank: '" + name + "'");
        }
        if (lowest < 0 || highest < 0 || (long) lowest + highest >= members.size()) {
            throw new IllegalArgumentException("Lowest and highest members left out must be fewer than "
                    + members.size() + " together: " + lowest + ", " + highest);
        }
    }

    @Override
    public Label description() {
        boolean isMedian = lowest == highest && members.size() - lowest - highest <= 2;
        String names = members.stream().map(Forecaster::name).collect(Collectors.joining(", "));
        return Label.of(
                isMedian
                        ? "the median of the forecasts by " + names
                        : "the mean of the forecasts by " + names + " without the " + lowest + " lowest and the "
                                + highest + " highest",
                isMedian ? "以下方法预测值的中位数:" + names : "以下方法预测值去掉最低 " + lowest + " 个、最高 " + highest + " 个后的平均:" + names);
    }

    @Override
    public double[] points(double[] values, int horizon) {
        double[][] byMember = RecentForecaster.byMember(members, values, horizon);
        double[] points = new double[horizon];
        double[] sorted = new double[byMember.length];
        int counted = sorted.length - lowest - highest;
        for (int h = 0; h < horizon; h++) {
            for (int member = 0; member < sorted.length; member++) {
                sorted[member] = byMember[member][h];
            }
            Arrays.sort(sorted);
            double sum = 0;
            for (int rank = lowest; rank < lowest + counted; rank++) {
                // divided first, so that huge forecasts do not overflow
                sum += sorted[rank] / counted;
            }
            points[h] = sum;
        }
        return points;
    }
}
