package dev.saidao.forecasting.uncertainty;

import com.fasterxml.jackson.annotation.JsonValue;
import dev.saidao.core.convention.Label;
import dev.saidao.core.derivation.Explained;
import dev.saidao.core.derivation.Explanation;
import dev.saidao.core.internal.Doubles;
import dev.saidao.core.internal.Require;
import dev.saidao.forecasting.series.Interval;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.apache.commons.statistics.descriptive.Mean;

/**
 * What follows for a number that was computed from uncertain ones.
 *
 * <p>As JSON it has the version {@value #FORMAT}; it is not read back.
 *
 * @since 0.1
 */
public final class Outcome implements Explained {

    /** The version of the JSON form. */
    public static final String FORMAT = "saidao-outcome/1";

    private static final double[] SHARES = {0.05, 0.25, 0.5, 0.75, 0.95};

    private final String number;
    private final Shape shape;
    private final long runs;
    private final double mean;
    private final double variance;
    private final Map<String, Double> contributions;

    private Outcome(
            String number, Shape shape, long runs, double mean, double variance, Map<String, Double> contributions) {
        this.number = number;
        this.shape = shape;
        this.runs = runs;
        this.mean = mean;
        this.variance = variance;
        this.contributions = Collections.unmodifiableMap(new LinkedHashMap<>(contributions));
    }

    static Outcome closed(Uncertain number, Shape.Normal shape, Map<String, Double> contributions) {
        return new Outcome(number.toString(), shape, 0, shape.mean(), shape.variance(), contributions);
    }

    /** The outcome of runs, whose variance is known. */
    static Outcome simulated(Uncertain number, double[] values, double variance, Map<String, Double> contributions) {
        return new Outcome(
                number.toString(),
                new Shape.Sample(values),
                values.length,
                Mean.of(values).getAsDouble(),
                variance,
                contributions);
    }

    /** {@return whether the outcome was found without simulation} */
    public boolean isClosedForm() {
        return runs == 0;
    }

    /** {@return the number of runs; 0 for a closed form} */
    public long runs() {
        return runs;
    }

    /** {@return the mean} */
    public double mean() {
        return mean;
    }

    /** {@return the standard deviation} */
    public double standardDeviation() {
        return Math.sqrt(variance);
    }

    /** {@return the standard error of the mean from the number of runs; 0 for a closed form} */
    public double standardError() {
        return runs == 0 ? 0 : Math.sqrt(variance / runs);
    }

    /** {@return the median} */
    public double median() {
        return quantile(0.5);
    }

    /**
     * Returns a quantile.
     *
     * @param share the share of cases below it, above 0 and below 1
     * @return the quantile
     * @throws IllegalArgumentException if the share is out of range
     */
    public double quantile(double share) {
        Require.that(share > 0 && share < 1, "Share must be above 0 and below 1: %s", share);
        return shape.quantile(share);
    }

    /**
     * Returns the interval that leaves out as many cases below as above.
     *
     * @param level the share of cases within, above 0 and below 1
     * @return the interval
     * @throws IllegalArgumentException if the level is out of range
     */
    public Interval interval(double level) {
        return new Interval(quantile((1 - level) / 2), quantile((1 + level) / 2));
    }

    /**
     * Returns what drives the spread: the share of the variance that each uncertain number has, that of a closed form in logarithms
     * for a lognormal outcome.
     *
     * <p>In a closed form the shares add up to 1, and one is negative where a number makes up for others with which it is correlated. In
     * a simulation they are total effects (what would be left if all others were known), which add up to more than 1 where numbers work
     * together; there are none if numbers are correlated or nothing spreads.
     *
     * @return the shares by name
     */
    public Map<String, Double> contributions() {
        return contributions;
    }

    /** {@return what was computed and how, and what drives the spread} */
    @Override
    public Explanation explanation() {
        List<Label> steps = new ArrayList<>();
        steps.add(Label.of("computed: " + number, "计算对象:" + number));
        steps.add(
                isClosedForm()
                        ? Label.of("closed form of the distribution", "分布的解析形式")
                        : Label.of(
                                runs + " runs; standard error of the mean " + Doubles.shown(standardError()),
                                runs + " 次模拟;均值的标准误 " + Doubles.shown(standardError())));
        contributions.forEach((name, share) -> {
            String percentage = name + " " + Doubles.shown(Math.rint(1000 * share) / 10) + " %";
            steps.add(Label.of("share of the variance: " + percentage, "方差占比:" + percentage));
        });
        return Explanation.of(steps, List.of());
    }

    /** What is written as JSON, quantiles by their share. */
    private record Document(
            String format,
            String number,
            long runs,
            double mean,
            double standardDeviation,
            Map<String, Double> quantiles,
            Map<String, Double> contributions) {}

    @JsonValue
    private Document document() {
        Map<String, Double> quantiles = new LinkedHashMap<>();
        for (double share : SHARES) {
            quantiles.put(String.valueOf(share), quantile(share));
        }
        return new Document(FORMAT, number, runs, mean, standardDeviation(), quantiles, contributions);
    }

    /** {@return a line such as {@code size × growth^5.0: median 12.1, 90 % within [8.2, 17.9]}} */
    @Override
    public String toString() {
        return number + ": median " + Doubles.shown(median()) + ", 90 % within " + interval(0.9);
    }
}
