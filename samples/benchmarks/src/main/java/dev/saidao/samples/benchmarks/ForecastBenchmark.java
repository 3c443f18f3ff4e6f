package dev.saidao.samples.benchmarks;

import dev.saidao.forecasting.series.AnnualSeries;
import dev.saidao.forecasting.series.Forecast;
import dev.saidao.forecasting.series.ForecastCalculator;
import dev.saidao.forecasting.series.ForecastMethod;
import dev.saidao.forecasting.series.Forecaster;
import dev.saidao.forecasting.series.Interval;
import dev.saidao.forecasting.series.Scale;
import java.util.List;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/**
 * A series of 29 annual values, 6 years ahead: theta and exponential smoothing beside plain implementations of the recursions, which
 * search a grid of parameters from the first values; and the default with its intervals.
 */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@Warmup(iterations = 3, time = 1)
@Measurement(iterations = 5, time = 1)
@Fork(1)
public class ForecastBenchmark {

    private static final int YEARS = 29;
    private static final int HORIZON = 6;
    private static final int GRID = 100;
    private static final int COARSE = 20;
    private static final double[] DAMPINGS = {0.8, 0.86, 0.92, 0.98};

    private final double[] values = values();
    private final AnnualSeries series = AnnualSeries.of(1997, values);
    private final Forecaster theta = Forecaster.of(ForecastMethod.THETA, Scale.ORIGINAL);
    private final Forecaster holt = Forecaster.of(ForecastMethod.HOLT, Scale.ORIGINAL);
    private final Forecaster ets = Forecaster.of(ForecastMethod.ETS, Scale.ORIGINAL);

    private static double[] values() {
        Random random = new Random(20260327);
        double[] values = new double[YEARS];
        values[0] = 100;
        for (int t = 1; t < YEARS; t++) {
            values[t] = values[t - 1] * (1.05 + 0.08 * random.nextGaussian());
        }
        return values;
    }

    /** {@return theta by the library} */
    @Benchmark
    public double[] theta() {
        return theta.points(values, HORIZON);
    }

    /** {@return theta by plain loops: the slope, and the best of 100 smoothings} */
    @Benchmark
    public double[] thetaPlain() {
        double sumT = 0;
        double sumY = 0;
        double sumTt = 0;
        double sumTy = 0;
        for (int t = 0; t < YEARS; t++) {
            sumT += t;
            sumY += values[t];
            sumTt += (double) t * t;
            sumTy += t * values[t];
        }
        double slope = (YEARS * sumTy - sumT * sumY) / (YEARS * sumTt - sumT * sumT);
        double best = Double.POSITIVE_INFINITY;
        double level = 0;
        double weight = 1;
        for (int step = 1; step <= GRID; step++) {
            double alpha = (double) step / GRID;
            double l = values[0];
            double squares = 0;
            for (int t = 1; t < YEARS; t++) {
                double error = values[t] - l;
                squares += error * error;
                l += alpha * error;
            }
            if (squares < best) {
                best = squares;
                level = l;
                weight = alpha;
            }
        }
        double[] points = new double[HORIZON];
        for (int h = 0; h < HORIZON; h++) {
            points[h] = level + slope / 2 * (h + (1 - Math.pow(1 - weight, YEARS)) / weight);
        }
        return points;
    }

    /** {@return Holt's trend by the library} */
    @Benchmark
    public double[] holt() {
        return holt.points(values, HORIZON);
    }

    /** {@return Holt's trend by plain loops: the best of 400 pairs of parameters} */
    @Benchmark
    public double[] holtPlain() {
        double best = Double.POSITIVE_INFINITY;
        double level = 0;
        double slope = 0;
        for (int i = 1; i <= COARSE; i++) {
            for (int j = 0; j < COARSE; j++) {
                double alpha = (double) i / COARSE;
                double beta = alpha * j / COARSE;
                double l = values[0];
                double b = values[1] - values[0];
                double squares = 0;
                for (int t = 1; t < YEARS; t++) {
                    double error = values[t] - l - b;
                    squares += error * error;
                    l += b + alpha * error;
                    b += beta * error;
                }
                if (squares < best) {
                    best = squares;
                    level = l;
                    slope = b;
                }
            }
        }
        double[] points = new double[HORIZON];
        for (int h = 0; h < HORIZON; h++) {
            points[h] = level + (h + 1) * slope;
        }
        return points;
    }

    /** {@return the best of the ETS family by the library} */
    @Benchmark
    public double[] ets() {
        return ets.points(values, HORIZON);
    }

    /** {@return the best of the ETS family by plain loops: six models, each the best of a grid of parameters, by AICc} */
    @Benchmark
    public double[] etsPlain() {
        double best = Double.POSITIVE_INFINITY;
        double[] points = new double[HORIZON];
        double[] ends = new double[2];
        for (int error = 0; error < 2; error++) {
            for (int trend = 0; trend < 3; trend++) {
                double likelihood = Double.POSITIVE_INFINITY;
                double level = 0;
                double slope = 0;
                double damping = 1;
                for (int i = 1; i <= COARSE; i++) {
                    for (int j = 0; j < (trend == 0 ? 1 : COARSE); j++) {
                        for (int k = 0; k < (trend == 2 ? DAMPINGS.length : 1); k++) {
                            double alpha = (double) i / COARSE;
                            double phi = trend == 2 ? DAMPINGS[k] : 1;
                            double found = run(error == 1, alpha, alpha * j / COARSE, phi, trend > 0, ends);
                            if (found < likelihood) {
                                likelihood = found;
                                level = ends[0];
                                slope = ends[1];
                                damping = phi;
                            }
                        }
                    }
                }
                int count = trend == 0 ? 3 : 4 + trend;
                double criterion = likelihood + 2.0 * count * YEARS / (YEARS - count - 1);
                if (criterion < best) {
                    best = criterion;
                    double sum = 0;
                    double power = 1;
                    for (int h = 0; h < HORIZON; h++) {
                        power *= damping;
                        sum += power;
                        points[h] = level + sum * slope;
                    }
                }
            }
        }
        return points;
    }

    private double run(
            boolean isMultiplicative, double alpha, double beta, double phi, boolean hasTrend, double[] ends) {
        double l = values[0];
        double b = hasTrend ? values[1] - values[0] : 0;
        double squares = 0;
        double logarithms = 0;
        for (int t = 1; t < YEARS; t++) {
            double ahead = l + phi * b;
            double error = values[t] - ahead;
            double relative = isMultiplicative ? error / ahead : error;
            squares += relative * relative;
            logarithms += isMultiplicative ? Math.log(Math.abs(ahead)) : 0;
            l = ahead + alpha * error;
            b = hasTrend ? phi * b + beta * error : 0;
        }
        ends[0] = l;
        ends[1] = b;
        return YEARS * Math.log(squares) + 2 * logarithms;
    }

    /** {@return the default with intervals} */
    @Benchmark
    public List<Interval> defaultWithIntervals() {
        Forecast forecast = ForecastCalculator.withDefaults().forecast(series, HORIZON);
        return forecast.intervals(0.95);
    }
}
