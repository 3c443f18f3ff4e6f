package dev.saidao.samples.benchmarks;

import ch.obermuhlner.math.big.BigDecimalMath;
import dev.saidao.core.bounds.Bounds;
import dev.saidao.core.bounds.BoundsArithmetic;
import dev.saidao.core.growth.GrowthCalculator;
import dev.saidao.core.quantity.GrowthRate;
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

/** Compounding one amount over ten years, with units, bounds and derivation, beside bare decimals and doubles. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@Warmup(iterations = 3, time = 1)
@Measurement(iterations = 5, time = 1)
@Fork(1)
public class EndValueBenchmark {

    private final GrowthCalculator growth = GrowthCalculator.withDefaults();
    private final BoundsArithmetic arithmetic = BoundsArithmetic.withDefaults();
    private BigDecimal base = new BigDecimal("15410041447.38");
    private BigDecimal rate = new BigDecimal("0.1648");

    /** {@return the library's} */
    @Benchmark
    public Object saidao() {
        return growth.endValue(Money.of(base, "USD"), GrowthRate.of(rate), 10);
    }

    /** {@return bounds alone, without units and derivation} */
    @Benchmark
    public Object bounds() {
        return arithmetic.times(
                Bounds.exactly(base),
                arithmetic.power(arithmetic.plus(Bounds.exactly(BigDecimal.ONE), Bounds.exactly(rate)), 10));
    }

    /** {@return BigDecimal alone} */
    @Benchmark
    public Object bigDecimal() {
        return base.multiply(BigDecimal.ONE.add(rate).pow(10, MathContext.DECIMAL128), MathContext.DECIMAL128);
    }

    /** {@return big-math with a decimal exponent} */
    @Benchmark
    public Object bigMath() {
        return base.multiply(
                BigDecimalMath.pow(BigDecimal.ONE.add(rate), BigDecimal.TEN, MathContext.DECIMAL128),
                MathContext.DECIMAL128);
    }

    /** {@return double} */
    @Benchmark
    public double mathPow() {
        return base.doubleValue() * Math.pow(1 + rate.doubleValue(), 10);
    }
}
