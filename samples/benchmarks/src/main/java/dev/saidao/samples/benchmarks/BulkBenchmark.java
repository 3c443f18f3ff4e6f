package dev.saidao.samples.benchmarks;

import dev.saidao.core.growth.GrowthKernel;
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

/** Compounding ten million rows over ten years on double arrays, beside plain loops and beside copies of memory. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@Warmup(iterations = 3, time = 1)
@Measurement(iterations = 5, time = 1)
@Fork(1)
public class BulkBenchmark {

    private static final int ROWS = 10_000_000;

    private double[] bases = new double[ROWS];
    private double[] rates = new double[ROWS];
    private double[] ends = new double[ROWS];

    /** Fills the rows. */
    @Setup
    public void fill() {
        Random random = new Random(20260327);
        for (int i = 0; i < ROWS; i++) {
            bases[i] = 1 + 1e9 * random.nextDouble();
            rates[i] = random.nextDouble() - 0.2;
        }
    }

    /** {@return the library's} */
    @Benchmark
    public double[] saidao() {
        GrowthKernel.endValues(bases, rates, 10, ends);
        return ends;
    }

    /** {@return a loop with Math.pow} */
    @Benchmark
    public double[] loopOfMathPow() {
        for (int i = 0; i < ROWS; i++) {
            ends[i] = bases[i] * Math.pow(1 + rates[i], 10);
        }
        return ends;
    }

    /** {@return a loop that multiplies ten times} */
    @Benchmark
    public double[] loopOfMultiplications() {
        for (int i = 0; i < ROWS; i++) {
            double end = bases[i];
            double factor = 1 + rates[i];
            for (int year = 0; year < 10; year++) {
                end *= factor;
            }
            ends[i] = end;
        }
        return ends;
    }

    /** {@return a copy of one array of the same rows} */
    @Benchmark
    public double[] copyOfOneArray() {
        System.arraycopy(bases, 0, ends, 0, ROWS);
        return ends;
    }

    /** {@return a loop that reads both arrays and writes one, as compounding does} */
    @Benchmark
    public double[] sumOfTwoArrays() {
        for (int i = 0; i < ROWS; i++) {
            ends[i] = bases[i] + rates[i];
        }
        return ends;
    }
}
