package dev.saidao.samples.benchmarks;

import ch.obermuhlner.math.big.BigDecimalMath;
import dev.saidao.core.internal.DirectedMath;
import java.math.BigDecimal;
import java.math.MathContext;
import java.util.concurrent.TimeUnit;
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

/** Logarithm, exponential and root of 34 digits, enclosed from both sides, beside those of big-math, which are rounded. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@Warmup(iterations = 3, time = 1)
@Measurement(iterations = 3, time = 1)
@Fork(1)
public class DecimalMathBenchmark {

    private static final MathContext CONTEXT = MathContext.DECIMAL128;
    private static final int DEGREE = 7;

    @Param({"1.73", "2388.5", "0.034"})
    private String digits = "1";

    private BigDecimal number = BigDecimal.ONE;

    /** Reads the number. */
    @Setup
    public void read() {
        number = new BigDecimal(digits);
    }

    /** {@return the logarithm between its neighbours} */
    @Benchmark
    public Object log() {
        return DirectedMath.log(number, CONTEXT.getPrecision());
    }

    /** {@return the logarithm of big-math} */
    @Benchmark
    public Object bigMathLog() {
        return BigDecimalMath.log(number, CONTEXT);
    }

    /** {@return the exponential between its neighbours} */
    @Benchmark
    public Object exp() {
        return DirectedMath.exp(number, CONTEXT.getPrecision());
    }

    /** {@return the exponential of big-math} */
    @Benchmark
    public Object bigMathExp() {
        return BigDecimalMath.exp(number, CONTEXT);
    }

    /** {@return the root between its neighbours} */
    @Benchmark
    public Object root() {
        return DirectedMath.root(number, DEGREE, CONTEXT.getPrecision());
    }

    /** {@return the root of big-math} */
    @Benchmark
    public Object bigMathRoot() {
        return BigDecimalMath.root(number, BigDecimal.valueOf(DEGREE), CONTEXT);
    }
}
