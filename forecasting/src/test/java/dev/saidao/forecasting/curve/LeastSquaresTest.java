package dev.saidao.forecasting.curve;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;

/** Models whose minima and derivatives have closed forms; those that have none are in {@link NistNonlinearTest}. */
class LeastSquaresTest {

    /** a + b x at x = 0, 1, 2, ... */
    private static LeastSquares line(double... y) {
        return new LeastSquares((i, p) -> p[0] + p[1] * i, y);
    }

    /** The regression line, by sums about the means, from a start far away. */
    @Property(tries = 60)
    void line_isThatOfTheNormalEquations(
            @ForAll @Size(min = 3, max = 9) List<@DoubleRange(min = -90, max = 90) Double> values,
            @ForAll @DoubleRange(min = -50, max = 50) double start) {
        double[] y = values.stream().mapToDouble(x -> x).toArray();
        double middle = (y.length - 1) / 2.0;
        double mean = Arrays.stream(y).average().orElseThrow();
        double spread = IntStream.range(0, y.length)
                .mapToDouble(i -> (i - middle) * (i - middle))
                .sum();
        double slope = IntStream.range(0, y.length)
                        .mapToDouble(i -> (i - middle) * (y[i] - mean))
                        .sum()
                / spread;
        double left = IntStream.range(0, y.length)
                .mapToDouble(i -> Math.pow(y[i] - mean - slope * (i - middle), 2))
                .sum();
        for (LeastSquares.Solution found : List.of(
                line(y).solve(new double[] {start, 3}).orElseThrow(),
                line(y).approach(new double[] {start, 3}).orElseThrow())) {
            assertThat(found.parameters()[0]).isCloseTo(mean - slope * middle, within(1e-6));
            assertThat(found.parameters()[1]).isCloseTo(slope, within(1e-6));
            assertThat(found.squares()).isCloseTo(left, within(1e-8 * (1 + left)));
        }
    }

    /** (J'J)^-1 of a line over 0 to n - 1: Σ x² / (n S), -Σ x / (n S) and 1 / S, S = Σ (x - mean)². */
    @Property(tries = 20)
    void inverse_ofALine_closedForm(@ForAll @IntRange(min = 2, max = 20) int n) {
        double[] y = new double[n];
        double[][] inverse =
                line(y).inverseOfCrossProducts(new double[] {4, -2}).orElseThrow();
        double sum = n * (n - 1) / 2.0;
        double squares = (n - 1) * n * (2.0 * n - 1) / 6;
        double spread = squares - sum * sum / n;
        assertThat(inverse[0][0]).isCloseTo(squares / n / spread, within(1e-6));
        assertThat(inverse[0][1]).isCloseTo(-sum / n / spread, within(1e-6)).isCloseTo(inverse[1][0], within(1e-12));
        assertThat(inverse[1][1]).isCloseTo(1 / spread, within(1e-6));
    }

    /** The derivative of e^(p x) is x at p = 0, where no size of the parameter says how far to step. */
    @Test
    void jacobian_atZero_closedForm() {
        double[][] derivatives =
                new LeastSquares((i, x) -> Math.exp(x[0] * (i + 1)), new double[3]).jacobian(new double[] {0});

        for (int i = 0; i < 3; i++) {
            assertThat(derivatives[i][0]).isCloseTo(i + 1, within(1e-8));
        }
    }

    /** Derivatives of p² x + e^q by p, 0 included, and by q. */
    @Property(tries = 60)
    void jacobian_closedForm(
            @ForAll @DoubleRange(min = -9, max = 9) double p, @ForAll @DoubleRange(min = 0.1, max = 3) double q) {
        LeastSquares model = new LeastSquares((i, x) -> x[0] * x[0] * (i + 1) + Math.exp(x[1]), new double[3]);
        for (double one : new double[] {p, 0}) {
            double[][] jacobian = model.jacobian(new double[] {one, q});
            for (int i = 0; i < 3; i++) {
                assertThat(jacobian[i][0]).isCloseTo(2 * one * (i + 1), within(1e-5));
                assertThat(jacobian[i][1]).isCloseTo(Math.exp(q), within(1e-5));
            }
        }
    }

    /** Parameters that only their sum tells apart from others, or that nothing depends on, have no errors. */
    @Test
    void inverse_ofDependentDerivatives_isNone() {
        double[] y = {1, 2, 4};
        assertThat(new LeastSquares((i, p) -> p[0] + p[1], y).inverseOfCrossProducts(new double[] {1, 2}))
                .isEmpty();
        assertThat(new LeastSquares((i, p) -> p[0] * i, y).inverseOfCrossProducts(new double[] {1, 2}))
                .isEmpty();
        assertThat(new LeastSquares((i, p) -> p[0] * i, y)
                        .inverseOfCrossProducts(new double[] {1})
                        .orElseThrow()[0][0])
                .isCloseTo(1 / 5.0, within(1e-9));
    }

    /** Derivatives of very different sizes are told apart all the same. */
    @Test
    void inverse_ofUnlikeSizes_closedForm() {
        LeastSquares model = new LeastSquares((i, p) -> i == 0 ? p[0] * 1e9 : p[1] * 1e-9 * i, new double[3]);
        double[][] inverse = model.inverseOfCrossProducts(new double[] {1, 1}).orElseThrow();
        assertThat(inverse[0][0] * 1e18).isCloseTo(1, within(1e-6));
        assertThat(inverse[1][1] * 1e-18).isCloseTo(1 / 5.0, within(1e-6));
    }

    /** What is no number anywhere has no solution; where only some steps lead out of the numbers, one is found. */
    @Test
    void solve_ofNoNumbers_isNone() {
        double[] y = {1, 2, 4};
        assertThat(new LeastSquares((i, p) -> Double.NaN, y).solve(new double[] {1}))
                .isEmpty();
        assertThat(new LeastSquares((i, p) -> Double.NaN, y).approach(new double[] {1}))
                .isEmpty();
        LeastSquares.Solution root = new LeastSquares((i, p) -> Math.sqrt(p[0]) * (i + 1), new double[] {2, 4, 6})
                .solve(new double[] {0.5})
                .orElseThrow();
        assertThat(root.parameters()[0]).isCloseTo(4, within(1e-6));
        assertThat(root.squares()).isCloseTo(0, within(1e-12));
    }

    /** A solution is what it was: whoever changes its parameters changes a copy. */
    @Test
    void solution_isNotChanged() {
        LeastSquares.Solution solution = line(1, 3, 5).at(new double[] {1, 1});
        assertThat(solution.squares()).isEqualTo(0 + 1 + 4);
        solution.parameters()[0] = 7;
        assertThat(solution.parameters()).containsExactly(1, 1);
        assertThat(line(1, 3, 5).squares(new double[] {0, 0})).isEqualTo(1 + 9 + 25);
    }

    /** Residuals of 1e-9 are found to their last digits: the sum of squares of a line through 0, 1e-9 and 0 is 2/3 e-18. */
    @Test
    void polish_reachesTheLastDigits() {
        LeastSquares.Solution found =
                line(1000, 2000 + 1e-9, 3000).solve(new double[] {5, 5}).orElseThrow();
        assertThat(found.parameters()[0]).isCloseTo(1000, within(1e-9));
        assertThat(found.parameters()[1]).isCloseTo(1000, within(1e-9));
        assertThat(found.squares()).isLessThan(1e-17);
    }
}
