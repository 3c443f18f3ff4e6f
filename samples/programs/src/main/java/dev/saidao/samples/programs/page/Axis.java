package dev.saidao.samples.programs.page;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;

/** A scale from a least to a greatest number, with round numbers on it. */
final class Axis {

    private final double low;
    private final double high;
    private final List<BigDecimal> ticks;
    private final Measure measure;

    private Axis(double low, double high, List<BigDecimal> ticks, Measure measure) {
        this.low = low;
        this.high = high;
        this.ticks = ticks;
        this.measure = measure;
    }

    /** A scale with about so many round numbers, which the ends are widened to. */
    static Axis of(double least, double greatest, int count, Measure measure) {
        double low = least;
        double high = greatest;
        if (!(high > low)) {
            double around = low == 0 ? 1 : Math.abs(low) * 0.05;
            low -= around;
            high += around;
        }
        BigDecimal step = step((high - low) / measure.divisor() / count);
        BigDecimal first = decimal(low / measure.divisor()).divide(step, 0, RoundingMode.FLOOR);
        BigDecimal last = decimal(high / measure.divisor()).divide(step, 0, RoundingMode.CEILING);
        List<BigDecimal> ticks = new ArrayList<>();
        for (BigDecimal at = first; at.compareTo(last) <= 0; at = at.add(BigDecimal.ONE)) {
            ticks.add(at.multiply(step));
        }
        return new Axis(
                ticks.get(0).doubleValue() * measure.divisor(),
                ticks.get(ticks.size() - 1).doubleValue() * measure.divisor(),
                ticks,
                measure);
    }

    /** A scale that ends where it is said, with round numbers in between. */
    static Axis within(double low, double high, int count, Measure measure) {
        Axis wider = of(low, high, count, measure);
        List<BigDecimal> inside = wider.ticks.stream()
                .filter(tick -> tick.doubleValue() * measure.divisor() >= low - 1e-9 * Math.abs(low)
                        && tick.doubleValue() * measure.divisor() <= high + 1e-9 * Math.abs(high))
                .toList();
        return inside.isEmpty() || !(high > low) ? wider : new Axis(low, high, inside, measure);
    }

    private static BigDecimal decimal(double value) {
        return new BigDecimal(value).round(new MathContext(12));
    }

    /** 1, 2 or 5 times a power of ten. */
    private static BigDecimal step(double rough) {
        int exponent = (int) Math.floor(Math.log10(rough));
        double part = rough / Math.pow(10, exponent);
        int factor = part <= 1.0001 ? 1 : part <= 2.0001 ? 2 : part <= 5.0001 ? 5 : 10;
        return BigDecimal.valueOf(factor).scaleByPowerOfTen(exponent);
    }

    /** Where a number stands between two places. */
    double place(double value, double from, double to) {
        return from + (value - low) / (high - low) * (to - from);
    }

    double low() {
        return low;
    }

    double high() {
        return high;
    }

    /** The round numbers. */
    double[] ticks() {
        return ticks.stream()
                .mapToDouble(tick -> tick.doubleValue() * measure.divisor())
                .toArray();
    }

    /** What is written beside the round number at a place. */
    String label(int index) {
        return measure.shown(ticks.get(index));
    }
}
