package dev.saidao.samples.benchmarks;

import dev.saidao.policy.talent.AgeCohortModel;
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

/** Projecting 1,000 cells of 40 ages over 30 years, beside a plain loop over arrays that does the same. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@Warmup(iterations = 3, time = 1)
@Measurement(iterations = 5, time = 1)
@Fork(1)
public class AgeCohortBenchmark {

    private static final int CELLS = 1_000;
    private static final int AGES = 40;
    private static final int YEARS = 30;

    private final double[] stocks = new double[CELLS * AGES];
    private final double[] entries = new double[CELLS];
    private final double[] mortality = new double[AGES];
    private final double[] retirement = new double[AGES];
    private final double[] entryShare = new double[AGES];
    private AgeCohortModel model = AgeCohortModel.of(25, mortality, retirement, entryShare);

    /** Makes up the cells. */
    @Setup
    public void fill() {
        Random random = new Random(20260327);
        for (int x = 0; x < AGES; x++) {
            mortality[x] = 0.001 + 0.0002 * x;
            retirement[x] = x < 30 ? 0.01 : 0.1;
            entryShare[x] = x < 10 ? 0.1 : 0;
        }
        for (int i = 0; i < stocks.length; i++) {
            stocks[i] = 100 * random.nextDouble();
        }
        for (int i = 0; i < CELLS; i++) {
            entries[i] = 200 * random.nextDouble();
        }
        model = AgeCohortModel.of(25, mortality, retirement, entryShare);
    }

    /** {@return the library's} */
    @Benchmark
    public double[] saidao() {
        double[] next = stocks.clone();
        model.projectCells(next, entries, YEARS);
        return next;
    }

    /** {@return a loop over two arrays in turn, with deaths and retirements one after the other} */
    @Benchmark
    public double[] plainLoop() {
        double[] next = stocks.clone();
        double[] now = new double[AGES];
        for (int cell = 0; cell < CELLS; cell++) {
            int from = cell * AGES;
            for (int year = 0; year < YEARS; year++) {
                System.arraycopy(next, from, now, 0, AGES);
                next[from] = 0;
                for (int x = 0; x < AGES - 1; x++) {
                    double deaths = now[x] * mortality[x];
                    double retirements = (now[x] - deaths) * retirement[x];
                    next[from + x + 1] = now[x] - deaths - retirements + entryShare[x] * entries[cell];
                }
            }
        }
        return next;
    }
}
