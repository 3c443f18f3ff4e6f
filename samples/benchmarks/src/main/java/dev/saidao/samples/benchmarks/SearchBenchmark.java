package dev.saidao.samples.benchmarks;

import dev.saidao.forecasting.internal.NelderMead;
import java.util.Arrays;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import org.hipparchus.optim.InitialGuess;
import org.hipparchus.optim.MaxEval;
import org.hipparchus.optim.SimpleBounds;
import org.hipparchus.optim.nonlinear.scalar.GoalType;
import org.hipparchus.optim.nonlinear.scalar.MultivariateFunctionMappingAdapter;
import org.hipparchus.optim.nonlinear.scalar.ObjectiveFunction;
import org.hipparchus.optim.nonlinear.scalar.noderiv.BOBYQAOptimizer;
import org.hipparchus.optim.nonlinear.scalar.noderiv.NelderMeadSimplex;
import org.hipparchus.optim.nonlinear.scalar.noderiv.SimplexOptimizer;
import org.hipparchus.optim.univariate.BrentOptimizer;
import org.hipparchus.optim.univariate.SearchInterval;
import org.hipparchus.optim.univariate.UnivariateObjectiveFunction;
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
 * The search that forecasts spend their time in: the parameters of a damped trend over 29 annual values within their box, by the simplex
 * of the library and by Hipparchus' simplex and BOBYQA; and one parameter, by the simplex and by Brent. Each returns the least sum of
 * squares found, to a precision of 1e-10 or better.
 */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@Warmup(iterations = 3, time = 1)
@Measurement(iterations = 5, time = 1)
@Fork(1)
public class SearchBenchmark {

    private static final int YEARS = 29;
    private static final int MOST = 2_000;
    private static final double[] LOW = {1e-4, 0, 0.8};
    private static final double[] HIGH = {1, 1, 0.98};
    private static final double[] START = {0.6, 0.1, 0.9};
    private static final double[] STEPS = {0.1, 0.1, 0.03};

    private final double[] values = values();

    private static double[] values() {
        Random random = new Random(20260327);
        double[] values = new double[YEARS];
        values[0] = 100;
        for (int t = 1; t < YEARS; t++) {
            values[t] = values[t - 1] * (1.05 + 0.08 * random.nextGaussian());
        }
        return values;
    }

    private double squares(double alpha, double beta, double phi) {
        double l = values[0];
        double b = values[1] - values[0];
        double squares = 0;
        for (double value : values) {
            double ahead = l + phi * b;
            double error = value - ahead;
            squares += error * error;
            l = ahead + alpha * error;
            b = phi * b + beta * error;
        }
        return squares;
    }

    private double damped(double[] x) {
        return squares(x[0], x[0] * x[1], x[2]);
    }

    /** {@return three parameters by the simplex of the library} */
    @Benchmark
    public double ofThree() {
        return new NelderMead(LOW, HIGH).minimize(this::damped, START.clone(), STEPS, MOST);
    }

    /** {@return three parameters by Hipparchus' simplex, the box mapped to all numbers} */
    @Benchmark
    public double ofThreeHipparchusSimplex() {
        MultivariateFunctionMappingAdapter mapped = new MultivariateFunctionMappingAdapter(this::damped, LOW, HIGH);
        double[] steps = new double[START.length];
        Arrays.fill(steps, 0.5);
        return new SimplexOptimizer(1e-13, 1e-30)
                .optimize(
                        new MaxEval(10 * MOST),
                        new ObjectiveFunction(mapped),
                        GoalType.MINIMIZE,
                        new InitialGuess(mapped.boundedToUnbounded(START)),
                        new NelderMeadSimplex(steps))
                .getValue();
    }

    /** {@return three parameters by Hipparchus' BOBYQA} */
    @Benchmark
    public double ofThreeHipparchusBobyqa() {
        return new BOBYQAOptimizer(7, 0.05, 1e-7)
                .optimize(
                        new MaxEval(10 * MOST),
                        new ObjectiveFunction(this::damped),
                        GoalType.MINIMIZE,
                        new InitialGuess(START),
                        new SimpleBounds(LOW, HIGH))
                .getValue();
    }

    /** {@return one parameter by the simplex of the library} */
    @Benchmark
    public double ofOne() {
        return new NelderMead(new double[] {LOW[0]}, new double[] {HIGH[0]})
                .minimize(x -> squares(x[0], 0, 1), new double[] {START[0]}, new double[] {STEPS[0]}, MOST);
    }

    /** {@return one parameter by Hipparchus' Brent} */
    @Benchmark
    public double ofOneHipparchusBrent() {
        return new BrentOptimizer(1e-10, 1e-12)
                .optimize(
                        new MaxEval(MOST),
                        new UnivariateObjectiveFunction(alpha -> squares(alpha, 0, 1)),
                        GoalType.MINIMIZE,
                        new SearchInterval(LOW[0], HIGH[0], START[0]))
                .getValue();
    }

    /**
     * Prints what each finds.
     *
     * @param args nothing
     */
    public static void main(String[] args) {
        SearchBenchmark search = new SearchBenchmark();
        System.out.println(
                search.ofThree() + " " + search.ofThreeHipparchusSimplex() + " " + search.ofThreeHipparchusBobyqa());
        System.out.println(search.ofOne() + " " + search.ofOneHipparchusBrent());
    }
}
