package dev.saidao.policy.index;

import dev.saidao.policy.internal.Columns;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.function.DoubleUnaryOperator;
import java.util.stream.IntStream;
import org.apache.commons.statistics.descriptive.Kurtosis;
import org.apache.commons.statistics.descriptive.Skewness;
import org.hipparchus.optim.MaxEval;
import org.hipparchus.optim.nonlinear.scalar.GoalType;
import org.hipparchus.optim.univariate.BrentOptimizer;
import org.hipparchus.optim.univariate.SearchInterval;
import org.hipparchus.optim.univariate.UnivariateObjectiveFunction;

/** Tests the values of one indicator for outliers and treats them. */
final class OutlierTreater {

    private static final int LEAST = 4;

    private final OutlierTreatment treatment;
    private final String code;
    private final List<String> units;

    OutlierTreater(OutlierTreatment treatment, String code, List<String> units) {
        this.treatment = treatment;
        this.code = code;
        this.units = units;
    }

    /** Values as they are kept, in the order of the units, and what was done. */
    static final class Treated {

        private final double[] values;
        private final OutlierReport report;

        private Treated(double[] values, OutlierReport report) {
            this.values = values;
            this.report = report;
        }

        /** The values; not a copy. */
        double[] values() {
            return values;
        }

        OutlierReport report() {
            return report;
        }
    }

    /** The values as a method leaves them, of the units that have one. */
    private static final class Attempt {

        private final double[] values;
        private final OptionalDouble exponent;

        private Attempt(double[] values, OptionalDouble exponent) {
            this.values = values;
            this.exponent = exponent;
        }
    }

    /**
     * Treats values.
     *
     * @param values the values, NaN where there is none
     * @return the values as they are kept; empty if there are too few for a test or they are equal
     */
    Optional<Treated> treated(double[] values) {
        int[] places = IntStream.range(0, values.length)
                .filter(unit -> !Double.isNaN(values[unit]))
                .toArray();
        double[] present =
                IntStream.of(places).mapToDouble(unit -> values[unit]).toArray();
        if (present.length < LEAST || Columns.isConstant(present)) {
            return Optional.empty();
        }
        Attempt kept = new Attempt(present, OptionalDouble.empty());
        Optional<OutlierTreatment.Method> method = Optional.empty();
        for (OutlierTreatment.Method next : treatment.methods()) {
            if (isPassed(kept.values)) {
                break;
            }
            method = Optional.of(next);
            kept = attempt(next, present);
        }
        List<String> moved = new ArrayList<>();
        double[] all = values.clone();
        for (int i = 0; i < places.length; i++) {
            all[places[i]] = kept.values[i];
            if (method.equals(Optional.of(OutlierTreatment.Method.WINSORISE)) && kept.values[i] != present[i]) {
                moved.add(units.get(places[i]));
            }
        }
        return Optional.of(new Treated(
                all,
                new OutlierReport(
                        code,
                        skewness(present),
                        kurtosis(present),
                        method,
                        moved,
                        kept.exponent,
                        skewness(kept.values),
                        kurtosis(kept.values),
                        isPassed(kept.values))));
    }

    private boolean isPassed(double[] values) {
        return Math.abs(skewness(values)) <= treatment.skewness().doubleValue()
                || kurtosis(values) <= treatment.kurtosis().doubleValue();
    }

    private Attempt attempt(OutlierTreatment.Method method, double[] values) {
        return switch (method) {
            case WINSORISE -> new Attempt(winsorised(values), OptionalDouble.empty());
            case LOGARITHM -> new Attempt(logarithms(values), OptionalDouble.empty());
            case BOX_COX -> boxCox(values);
        };
    }

    private double[] winsorised(double[] values) {
        double[] moved = values.clone();
        while (!isPassed(moved)) {
            boolean isHigh = skewness(moved) >= 0;
            double[] sorted = Arrays.stream(moved).distinct().sorted().toArray();
            double end = isHigh ? sorted[sorted.length - 1] : sorted[0];
            double next = isHigh ? sorted[sorted.length - 2] : sorted[1];
            double[] further =
                    Arrays.stream(moved).map(x -> x == end ? next : x).toArray();
            long count = IntStream.range(0, values.length)
                    .filter(i -> further[i] != values[i])
                    .count();
            // with two values left, moving one would leave nothing to tell units apart
            if (count > treatment.maximumWinsorised() || sorted.length == 2) {
                return moved;
            }
            moved = further;
        }
        return moved;
    }

    private static double[] logarithms(double[] values) {
        double low = Arrays.stream(values).min().orElse(0);
        double high = Arrays.stream(values).max().orElse(0);
        double shift = high / 100 - low / 100;
        return skewness(values) >= 0
                ? each(values, x -> Math.log(x - low + shift))
                : each(values, x -> -Math.log(high - x + shift));
    }

    private Attempt boxCox(double[] values) {
        double low = Arrays.stream(values).min().orElse(0);
        double high = Arrays.stream(values).max().orElse(0);
        double[] positive = low > 0 ? values : each(values, x -> x - low + (high / 100 - low / 100));
        double exponent = treatment.exponent().isPresent()
                ? treatment.exponent().get().doubleValue()
                : likeliestExponent(positive);
        return new Attempt(transformed(positive, exponent), OptionalDouble.of(exponent));
    }

    private static double[] transformed(double[] positive, double exponent) {
        return each(positive, x -> exponent == 0 ? Math.log(x) : Math.expm1(exponent * Math.log(x)) / exponent);
    }

    /** The maximum of the profile likelihood. */
    private static double likeliestExponent(double[] positive) {
        return new BrentOptimizer(1e-10, 1e-10)
                .optimize(
                        new UnivariateObjectiveFunction(exponent -> likelihood(positive, exponent)),
                        GoalType.MAXIMIZE,
                        new SearchInterval(-2, 2),
                        MaxEval.unlimited())
                .getPoint();
    }

    private static double likelihood(double[] positive, double exponent) {
        // values by their geometric mean, which changes the likelihood by a constant only and keeps powers in range
        double logMean = Arrays.stream(positive).map(Math::log).average().orElse(0);
        double[] y = transformed(each(positive, x -> Math.exp(Math.log(x) - logMean)), exponent);
        double mean = Arrays.stream(y).average().orElse(0);
        double variance =
                Arrays.stream(y).map(x -> (x - mean) * (x - mean)).average().orElse(0);
        return -Math.log(variance);
    }

    static double skewness(double[] values) {
        return Skewness.of(shares(values)).getAsDouble();
    }

    static double kurtosis(double[] values) {
        return Kurtosis.of(shares(values)).getAsDouble();
    }

    /** The values on their own range, where powers neither overflow nor vanish. */
    private static double[] shares(double[] values) {
        double low = Arrays.stream(values).min().orElse(0);
        double range = Arrays.stream(values).max().orElse(0) - low;
        return each(values, x -> (x - low) / range);
    }

    private static double[] each(double[] values, DoubleUnaryOperator operator) {
        return Arrays.stream(values).map(operator).toArray();
    }
}
