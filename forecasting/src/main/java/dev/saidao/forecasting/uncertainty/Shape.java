package dev.saidao.forecasting.uncertainty;

import java.util.Arrays;
import org.apache.commons.statistics.descriptive.Quantile;
import org.apache.commons.statistics.distribution.ContinuousDistribution;
import org.apache.commons.statistics.distribution.LogNormalDistribution;
import org.apache.commons.statistics.distribution.NormalDistribution;

/** The distribution of one number. */
abstract sealed class Shape {

    private static final NormalDistribution STANDARD = NormalDistribution.of(0, 1);
    private static final Quantile QUANTILE = Quantile.withDefaults().with(Quantile.EstimationMethod.HF7);

    abstract double quantile(double share);

    /** The value at a standard normal number, for numbers that are correlated. */
    double at(double normal) {
        return drawn(STANDARD.cumulativeProbability(normal));
    }

    /** The value at an evenly distributed number above 0 and below 1. */
    double drawn(double uniform) {
        return quantile(uniform);
    }

    static double normalQuantile(double share) {
        return STANDARD.inverseCumulativeProbability(share);
    }

    /** Normal, or lognormal, which is normal in logarithms. */
    static final class Normal extends Shape {

        private final double location;
        private final double scale;
        private final boolean isLogarithmic;

        Normal(double location, double scale, boolean isLogarithmic) {
            this.location = location;
            this.scale = scale;
            this.isLogarithmic = isLogarithmic;
        }

        double location() {
            return location;
        }

        double scale() {
            return scale;
        }

        boolean isLogarithmic() {
            return isLogarithmic;
        }

        @Override
        double quantile(double share) {
            return scale == 0 ? at(0) : at(normalQuantile(share));
        }

        @Override
        double at(double normal) {
            double value = location + (scale == 0 ? 0 : scale * normal);
            return isLogarithmic ? Math.exp(value) : value;
        }

        double mean() {
            return isLogarithmic && scale > 0
                    ? LogNormalDistribution.of(location, scale).getMean()
                    : at(0);
        }

        double variance() {
            if (scale == 0) {
                return 0;
            }
            return isLogarithmic ? LogNormalDistribution.of(location, scale).getVariance() : scale * scale;
        }
    }

    /** A distribution of the library. */
    static final class Library extends Shape {

        private final ContinuousDistribution distribution;

        Library(ContinuousDistribution distribution) {
            this.distribution = distribution;
        }

        @Override
        double quantile(double share) {
            return distribution.inverseCumulativeProbability(share);
        }
    }

    /** Numbers that are all as likely. */
    static final class Sample extends Shape {

        private final double[] sorted;

        Sample(double[] values) {
            this.sorted = values.clone();
            Arrays.sort(sorted);
        }

        @Override
        double quantile(double share) {
            return QUANTILE.evaluate(sorted.length, place -> sorted[place], share);
        }

        /** The number of a sample is one of its numbers, not one between them. */
        @Override
        double drawn(double uniform) {
            int place = (int) (uniform * sorted.length);
            return sorted[Math.min(place, sorted.length - 1)];
        }
    }
}
