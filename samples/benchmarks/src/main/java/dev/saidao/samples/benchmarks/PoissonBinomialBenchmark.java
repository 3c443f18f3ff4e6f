package dev.saidao.samples.benchmarks;

import dev.saidao.policy.talent.PoissonBinomial;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/** The distribution of the sum of 100,000 trials with a probability each, beside the naive convolution, trial by trial. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@Warmup(iterations = 2, time = 2)
@Measurement(iterations = 3, time = 2)
@Fork(1)
public class PoissonBinomialBenchmark {

    private static final int TRIALS = 100_000;

    private final double[] probabilities = new double[TRIALS];

    /** Makes up the trials. */
    @Setup
    public void fill() {
        Random random = new Random(20260327);
        for (int i = 0; i < TRIALS; i++) {
            probabilities[i] = 0.5 + 0.5 * random.nextDouble();
        }
    }

    /** {@return the library's} */
    @Benchmark
    public double saidao() {
        return PoissonBinomial.of(probabilities).probabilityOfAtLeast(75_300);
    }

    /** {@return the naive convolution's} */
    @Benchmark
    public double naiveConvolution() {
        double[] sum = new double[TRIALS + 1];
        sum[0] = 1;
        for (int i = 0; i < TRIALS; i++) {
            double p = probabilities[i];
            for (int k = i + 1; k > 0; k--) {
                sum[k] = sum[k] * (1 - p) + sum[k - 1] * p;
            }
            sum[0] *= 1 - p;
        }
        double tail = 0;
        for (int k = TRIALS; k >= 75_300; k--) {
            tail += sum[k];
        }
        return tail;
    }
}
