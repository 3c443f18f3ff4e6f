package dev.saidao.policy.index;

import dev.saidao.policy.internal.Columns;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.function.DoubleUnaryOperator;
import java.util.stream.IntStream;

/** Tests the values of one indicator for outliers and treats them. */
final class OutlierTreater {

    private static final int LEAST = 4;
    private static final double GOLDEN = (Math.sqrt(5) - 1) / 2;

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

    /** The maximum of the profile likelihood by golden section, to 1e-10. */
    private static double likeliestExponent(double[] positive) {
        double from = -2;
        double to = 2;
        double left = to - GOLDEN * (to - from);
        double right = from + GOLDEN * (to - from);
        double atLeft = likelihood(positive, left);
        double atRight = likelihood(positive, right);
        while (to - from > 1e-10) {
            if (atLeft >= atRight) {
                to = right;
                right = left;
                atRight = atLeft;
                left = to - GOLDEN * (to - from);
                atLeft = likelihood(positive, left);
            } else {
                from = left;
                left = right;
                atLeft = atRight;
                right = from + GOLDEN * (to - from);
                atRight = likelihood(positive, right);
            }
        }
        return (from + to) / 2;
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
        double n = values.length;
        double[] shares = shares(values);
        return Math.sqrt(n * (n - 1)) / (n - 2) * moment(shares, 3) / Math.pow(moment(shares, 2), 1.5);
    }

    static double kurtosis(double[] values) {
        double n = values.length;
        double[] shares = shares(values);
        double variance = moment(shares, 2);
        double excess = moment(shares, 4) / variance / variance - 3;
        return (n - 1) / ((n - 2) * (n - 3)) * ((n + 1) * excess + 6);
    }

    /** The values on their own range, where powers neither overflow nor vanish. */
    private static double[] shares(double[] values) {
        double low = Arrays.stream(values).min().orElse(0);
        double range = Arrays.stream(values).max().orElse(0) - low;
        return each(values, x -> (x - low) / range);
    }

    private static double moment(double[] values, int order) {
        double mean = Arrays.stream(values).average().orElse(0);
        return Arrays.stream(values)
                .map(x -> Math.pow(x - mean, order))
                .average()
                .orElse(0);
    }

    private static double[] each(double[] values, DoubleUnaryOperator operator) {
        return Arrays.stream(values).map(operator).toArray();
    }
}
