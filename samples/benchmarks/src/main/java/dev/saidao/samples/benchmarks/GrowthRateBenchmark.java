package dev.saidao.samples.benchmarks;

import ch.obermuhlner.math.big.BigDecimalMath;
import dev.saidao.core.growth.GrowthCalculator;
import dev.saidao.core.quantity.Money;
import java.math.BigDecimal;
import java.math.MathContext;
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

/** The compound annual growth rate of ten years, with units, bounds and derivation, beside big-math and doubles. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@Warmup(iterations = 3, time = 1)
@Measurement(iterations = 5, time = 1)
@Fork(1)
public class GrowthRateBenchmark {

    private final GrowthCalculator growth = GrowthCalculator.withDefaults();
    private BigDecimal base = new BigDecimal("2210301097");
    private BigDecimal end = new BigDecimal("10161700000");

    /** {@return the library's} */
    @Benchmark
    public Object saidao() {
        return growth.compoundAnnualGrowthRate(Money.of(base, "USD"), Money.of(end, "USD"), 10);
    }

    /** {@return the root of big-math} */
    @Benchmark
    public Object bigMathRoot() {
        return BigDecimalMath.root(end.divide(base, MathContext.DECIMAL128), BigDecimal.TEN, MathContext.DECIMAL128)
                .subtract(BigDecimal.ONE);
    }

    /** {@return the power of big-math} */
    @Benchmark
    public Object bigMathPow() {
        return BigDecimalMath.pow(
                        end.divide(base, MathContext.DECIMAL128), new BigDecimal("0.1"), MathContext.DECIMAL128)
                .subtract(BigDecimal.ONE);
    }

    /** {@return double} */
    @Benchmark
    public double mathPow() {
        return Math.pow(end.doubleValue() / base.doubleValue(), 0.1) - 1;
    }
}
