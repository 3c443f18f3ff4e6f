package dev.saidao.forecasting.series;

import dev.saidao.core.convention.Label;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * A forecaster that sees the last values alone.
 *
 * @param values how many of them, 1 or more
 * @param forecaster what forecasts from them
 */
record RecentForecaster(int values, Forecaster forecaster) implements Forecaster {

    RecentForecaster {
        if (values < 1) {
            throw new IllegalArgumentException("Number of last values must be 1 or more: " + values);
        }
    }

    /** What each of some forecasters says; those that see the same of a short series forecast it once. */
    static double[][] byMember(List<Forecaster> members, double[] values, int horizon) {
        double[][] byMember = new double[members.size()][];
        Map<Forecaster, double[]> known = new HashMap<>();
        for (int member = 0; member < byMember.length; member++) {
            byMember[member] =
                    known.computeIfAbsent(of(members.get(member), values.length), one -> one.points(values, horizon));
        }
        return byMember;
    }

    /** What does the same with a number of values: without more than the last ones, the forecaster itself. */
    static Forecaster of(Forecaster any, int size) {
        return any instanceof RecentForecaster recent && size <= recent.values ? recent.forecaster : any;
    }

    @Override
    public String name() {
        return forecaster.name() + "-last-" + values;
    }

    @Override
    public Label description() {
        return Label.of(
                forecaster.description().en() + " of the last " + values + " values",
                forecaster.description().zh() + "(最近 " + values + " 个值)");
    }

    @Override
    public double[] points(double[] all, int horizon) {
        return forecaster.points(
                all.length <= values ? all : Arrays.copyOfRange(all, all.length - values, all.length), horizon);
    }
}
