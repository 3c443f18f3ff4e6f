package dev.saidao.samples.benchmarks;

import dev.saidao.policy.index.CompositeCalculator;
import dev.saidao.policy.index.CompositeRecipe;
import dev.saidao.policy.index.IndicatorFramework;
import dev.saidao.policy.index.IndicatorNode;
import dev.saidao.policy.index.IndicatorTable;
import dev.saidao.policy.index.robustness.Robustness;
import dev.saidao.policy.index.robustness.RobustnessCalculator;
import dev.saidao.policy.index.robustness.RobustnessPlan;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.SplittableRandom;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/**
 * 1,000 runs with weights drawn at all levels, of 51 units and 49 indicators in 7 groups under one index, on one thread; beside a
 * plain loop over arrays that draws, adds up, ranks and keeps the ranks. Then four times as many units, indicators or runs.
 */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@Warmup(iterations = 3, time = 1)
@Measurement(iterations = 5, time = 1)
@Fork(1)
public class RobustnessBenchmark {

    private static final int GROUPS = 7;

    /** What there is four times as much of. */
    @Param({"nothing", "units", "indicators", "runs"})
    private String more = "nothing";

    private int units;
    private int indicators;
    private int runs;
    private double[][] values = new double[0][0];
    private IndicatorFramework framework =
            IndicatorFramework.of(List.of(IndicatorNode.builder().code("index").build()));
    private IndicatorTable table = IndicatorTable.builder(List.of()).build();

    /** Makes the table. */
    @Setup
    public void setUp() {
        units = more.equals("units") ? 204 : 51;
        indicators = more.equals("indicators") ? 196 : 49;
        runs = more.equals("runs") ? 4_000 : 1_000;
        Random random = new Random(20260327);
        values = new double[indicators][units];
        List<IndicatorNode> nodes = new ArrayList<>();
        nodes.add(IndicatorNode.builder().code("index").build());
        for (int group = 0; group < GROUPS; group++) {
            nodes.add(IndicatorNode.builder().code("g" + group).parent("index").build());
        }
        IndicatorTable.Builder builder = IndicatorTable.builder(
                IntStream.range(0, indicators).mapToObj(i -> "i" + i).toList());
        IntStream.range(0, units).forEach(unit -> builder.unit("u" + unit));
        for (int i = 0; i < indicators; i++) {
            nodes.add(IndicatorNode.builder()
                    .code("i" + i)
                    .parent("g" + i % GROUPS)
                    .build());
            for (int unit = 0; unit < units; unit++) {
                values[i][unit] = 100 * random.nextDouble();
                builder.set("u" + unit, "i" + i, values[i][unit]);
            }
        }
        framework = IndicatorFramework.of(nodes);
        table = builder.build();
    }

    /** {@return the runs by the library} */
    @Benchmark
    public Robustness saidao() {
        RobustnessPlan plan = RobustnessPlan.builder()
                .runs(runs)
                .weightNoise(new BigDecimal("0.25"))
                .build();
        return RobustnessCalculator.withDefaults()
                .withThreads(1)
                .simulate(
                        CompositeCalculator.withDefaults().calculate(framework, table, CompositeRecipe.withDefaults()),
                        plan,
                        "index");
    }

    /** {@return the ranks by a plain loop, by unit and run, sorted} */
    @Benchmark
    public double[][] plainLoop() {
        double[][] normalized = new double[indicators][];
        for (int i = 0; i < indicators; i++) {
            double low = Arrays.stream(values[i]).min().orElse(0);
            double high = Arrays.stream(values[i]).max().orElse(0);
            normalized[i] =
                    Arrays.stream(values[i]).map(x -> (x - low) / (high - low)).toArray();
        }
        SplittableRandom random = new SplittableRandom(0);
        double[][] ranks = new double[units][runs];
        for (int run = 0; run < runs; run++) {
            double[] index = index(normalized, random);
            double[] sorted = index.clone();
            Arrays.sort(sorted);
            for (int unit = 0; unit < units; unit++) {
                ranks[unit][run] = units - Arrays.binarySearch(sorted, index[unit]);
            }
        }
        for (double[] ofUnit : ranks) {
            Arrays.sort(ofUnit);
        }
        return ranks;
    }

    private double[] index(double[][] normalized, SplittableRandom random) {
        double[][] groups = new double[GROUPS][units];
        double[] totals = new double[GROUPS];
        for (int i = 0; i < indicators; i++) {
            double weight = 1 + 0.25 * (2 * random.nextDouble() - 1);
            double[] group = groups[i % GROUPS];
            totals[i % GROUPS] += weight;
            for (int unit = 0; unit < units; unit++) {
                group[unit] += weight * normalized[i][unit];
            }
        }
        double[] index = new double[units];
        for (int group = 0; group < GROUPS; group++) {
            double weight = 1 + 0.25 * (2 * random.nextDouble() - 1);
            for (int unit = 0; unit < units; unit++) {
                index[unit] += weight * groups[group][unit] / totals[group];
            }
        }
        return index;
    }
}
