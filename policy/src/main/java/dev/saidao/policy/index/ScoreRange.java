package dev.saidao.policy.index;

import dev.saidao.core.bounds.Bounds;
import dev.saidao.core.internal.Require;
import java.math.BigDecimal;
import java.util.Arrays;
import java.util.Optional;
import java.util.stream.IntStream;

/** The lowest and the highest score that each unit can have of one indicator, whatever its unknown cells are. */
final class ScoreRange {

    private final IndicatorNode indicator;
    private final IndicatorTable table;
    private final Normalization normalization;
    private final CompositeBounds.MissingRange missing;
    private final int sign;
    /** Ends of the values, negated where less is better; infinite where there is no end. */
    private final double[] lows;

    private final double[] highs;
    private final boolean[] known;
    private final double[] lowest;
    private final double[] highest;

    ScoreRange(
            IndicatorNode indicator,
            IndicatorTable table,
            Normalization normalization,
            CompositeBounds.MissingRange missing) {
        this.indicator = indicator;
        this.table = table;
        this.normalization = normalization;
        this.missing = missing;
        this.sign = indicator.direction().sign();
        int units = table.units().size();
        this.lows = new double[units];
        this.highs = new double[units];
        this.known = new boolean[units];
        this.lowest = new double[units];
        this.highest = new double[units];
        double[] exact = Denominator.divided(indicator, table);
        for (int unit = 0; unit < units; unit++) {
            if (Double.isNaN(exact[unit])) {
                read(unit);
            } else {
                put(unit, exact[unit], exact[unit]);
            }
        }
        if (normalization.method() == NormalizationMethod.GOALPOSTS) {
            betweenGoalposts();
        } else {
            withinRange();
        }
    }

    /** The ends of a cell that has no value. */
    private void read(int unit) {
        String name = table.units().get(unit);
        Optional<Bounds> bounds = table.bounds(name, indicator.code());
        double divisor = indicator.denominator().isEmpty()
                ? 1
                : table.value(name, indicator.denominator().get()).orElse(Double.NaN);
        if (bounds.isEmpty() || Double.isNaN(divisor)) {
            lows[unit] = Double.NEGATIVE_INFINITY;
            highs[unit] = Double.POSITIVE_INFINITY;
        } else {
            put(
                    unit,
                    end(bounds.get().lower(), Double.NEGATIVE_INFINITY) / divisor,
                    end(bounds.get().upper(), Double.POSITIVE_INFINITY) / divisor);
        }
    }

    private static double end(Optional<BigDecimal> end, double otherwise) {
        return end.map(BigDecimal::doubleValue).orElse(otherwise);
    }

    private void put(int unit, double low, double high) {
        known[unit] = true;
        lows[unit] = sign > 0 ? low : -high;
        highs[unit] = sign > 0 ? high : -low;
    }

    private void betweenGoalposts() {
        Require.that(indicator.lowerGoalpost().isPresent(), "Indicator must have goalposts: %s", indicator.code());
        double lower = indicator.lowerGoalpost().get().doubleValue();
        double upper = indicator.upperGoalpost().orElseThrow().doubleValue();
        for (int unit = 0; unit < lows.length; unit++) {
            double from = sign > 0 ? lower : -upper;
            double to = sign > 0 ? upper : -lower;
            lowest[unit] = score(share(lows[unit], from, to));
            highest[unit] = score(share(highs[unit], from, to));
        }
    }

    /**
     * A min-max score falls when the best or the worst of the others rises. So a unit has its lowest score where it is at its
     * lower end and all others at their upper ends, and the highest the other way round.
     */
    private void withinRange() {
        double[] leastHigh = leastOfOthers(highs);
        double[] mostHigh = mostOfOthers(highs);
        double[] leastLow = leastOfOthers(lows);
        double[] mostLow = mostOfOthers(lows);
        for (int unit = 0; unit < lows.length; unit++) {
            boolean isFree = !counts(unit);
            lowest[unit] = score(isFree ? 0 : within(lows[unit], leastHigh[unit], mostHigh[unit], 0));
            highest[unit] = score(isFree ? 1 : within(highs[unit], leastLow[unit], mostLow[unit], 1));
        }
    }

    /**
     * The place of a value between the ends of all.
     *
     * @param otherwise the place if all are equal, which is the limit of cases in which they are not
     */
    private static double within(double x, double leastOfOthers, double mostOfOthers, double otherwise) {
        double least = Math.min(x, leastOfOthers);
        double most = Math.max(x, mostOfOthers);
        if (least == most) {
            return otherwise;
        }
        if (x == least || most == Double.POSITIVE_INFINITY) {
            return x == most ? 1 : 0;
        }
        return least == Double.NEGATIVE_INFINITY ? 1 : share(x, least, most);
    }

    /** For each unit the least end of the others that count. */
    private double[] leastOfOthers(double[] ends) {
        int place = -1;
        double least = Double.POSITIVE_INFINITY;
        double second = Double.POSITIVE_INFINITY;
        for (int unit = 0; unit < ends.length; unit++) {
            if (counts(unit) && ends[unit] < least) {
                second = least;
                least = ends[unit];
                place = unit;
            } else if (counts(unit)) {
                second = Math.min(second, ends[unit]);
            }
        }
        double[] ofOthers = new double[ends.length];
        Arrays.fill(ofOthers, least);
        if (place >= 0) {
            ofOthers[place] = second;
        }
        return ofOthers;
    }

    private double[] mostOfOthers(double[] ends) {
        return negated(leastOfOthers(negated(ends)));
    }

    private static double[] negated(double[] ends) {
        return Arrays.stream(ends).map(x -> -x).toArray();
    }

    private boolean counts(int unit) {
        return known[unit] || missing == CompositeBounds.MissingRange.UNLIMITED;
    }

    /** Whether no values whatever can tell units apart. */
    private boolean isConstant() {
        if (normalization.method() != NormalizationMethod.MIN_MAX) {
            return false;
        }
        int[] counted = IntStream.range(0, lows.length).filter(this::counts).toArray();
        return lows.length == 1
                || (counted.length > 0
                        && IntStream.of(counted)
                                .allMatch(unit -> lows[unit] == highs[unit] && lows[unit] == lows[counted[0]]));
    }

    /** The lowest scores. */
    ScoreColumn lowest() {
        return column(lowest);
    }

    /** The highest scores. */
    ScoreColumn highest() {
        return column(highest);
    }

    private ScoreColumn column(double[] scores) {
        ScoreStatus[] statuses = new ScoreStatus[scores.length];
        boolean isConstant = isConstant();
        for (int unit = 0; unit < statuses.length; unit++) {
            boolean isExact = lows[unit] == highs[unit];
            statuses[unit] = isExact ? ScoreStatus.COMPLETE : ScoreStatus.FILLED;
        }
        ScoreColumn column = new ScoreColumn(scores, statuses);
        for (int unit = 0; unit < statuses.length && isConstant; unit++) {
            column.clear(unit, ScoreStatus.CONSTANT);
        }
        return column;
    }

    private double score(double share) {
        double least = normalization.low().doubleValue();
        double most = normalization.high().doubleValue();
        return share == 1 ? most : least + (most - least) * share;
    }

    private static double share(double x, double from, double to) {
        return Math.min(1, Math.max(0, (x - from) / (to - from)));
    }
}
