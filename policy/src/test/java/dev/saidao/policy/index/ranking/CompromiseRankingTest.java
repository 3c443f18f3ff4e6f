package dev.saidao.policy.index.ranking;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import dev.saidao.core.indicator.Direction;
import java.util.Arrays;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;

/** Expected numbers are closed forms. */
class CompromiseRankingTest {

    private static final List<Direction> MORE = List.of(Direction.INCREASE, Direction.INCREASE);

    /**
     * (3, 4), (4, 3), (0, 0): both columns have the length 5, so that the weighted values are (0.3, 0.4), (0.4, 0.3), (0, 0): the
     * best is (0.4, 0.4), 0.1 away from the first, the worst (0, 0), 0.5 away. 0.5 / 0.6 = 5/6.
     */
    @Test
    void topsis_byHand() {
        CompromiseRanking ranking =
                CompromiseRanking.of(new double[][] {{3, 4}, {4, 3}, {0, 0}}, MORE, new double[] {1, 1});

        assertThat(ranking.topsis()).containsExactly(new double[] {5 / 6.0, 5 / 6.0, 0}, within(1e-15));
    }

    /**
     * (3, 4), (4, 3), (0, 0) with weights 1/4 and 3/4: distances (1/4, 0), (0, 1/4), (1, 1); S = 1/16, 3/16, 1; R = 1/16, 3/16,
     * 3/4; Q = v (S - 1/16) / (15/16) + (1 - v) (R - 1/16) / (11/16), at v = 1/2 of the second 1/15 + 1/11.
     */
    @Test
    void vikor_byHand() {
        List<CompromiseRanking.Vikor> measures = CompromiseRanking.of(
                        new double[][] {{3, 4}, {4, 3}, {0, 0}}, MORE, new double[] {1, 3})
                .vikor(0.5);

        assertThat(measures.get(0)).isEqualTo(new CompromiseRanking.Vikor(1 / 16.0, 1 / 16.0, 0));
        assertThat(measures.get(1).group()).isCloseTo(3 / 16.0, within(1e-15));
        assertThat(measures.get(1).compromise()).isCloseTo(1 / 15.0 + 1 / 11.0, within(1e-15));
        assertThat(measures.get(2)).isEqualTo(new CompromiseRanking.Vikor(1, 0.75, 1));
    }

    /**
     * (3, 0), (4, 1), (0, 0): the columns have the lengths 5 and 1, so that the weighted values are (0.3, 0), (0.4, 0.5), (0, 0). The
     * first is √0.26 away from the best and 0.3 from the worst.
     */
    @Test
    void topsis_columnsOfOtherLengths_byHand() {
        CompromiseRanking ranking =
                CompromiseRanking.of(new double[][] {{3, 0}, {4, 1}, {0, 0}}, MORE, new double[] {1, 1});

        assertThat(ranking.topsis()).containsExactly(new double[] {0.3 / (0.3 + Math.sqrt(0.26)), 1, 0}, within(1e-15));
    }

    /** Distances are between values, so that another zero changes nothing. */
    @Test
    void vikor_fromAnotherZero_isTheSame() {
        assertThat(CompromiseRanking.of(new double[][] {{19, 4}, {20, 3}, {16, 0}}, MORE, new double[] {1, 3})
                        .vikor(0.25))
                .isEqualTo(CompromiseRanking.of(new double[][] {{3, 4}, {4, 3}, {0, 0}}, MORE, new double[] {1, 3})
                        .vikor(0.25));
    }

    @Test
    void endsOfWhatIsAdmitted() {
        double[][] values = {{1e150, -1e150}, {0, 0}};
        CompromiseRanking ranking = CompromiseRanking.of(values, MORE, new double[] {1e150, 0});
        assertThat(ranking.topsis()).containsExactly(1, 0);
        assertThat(ranking.vikor(0).get(1)).isEqualTo(new CompromiseRanking.Vikor(1, 1, 1));
        assertThat(ranking.vikor(1).get(0)).isEqualTo(new CompromiseRanking.Vikor(0, 0, 0));
        assertThatThrownBy(() -> ranking.vikor(-0.1)).hasMessage("Weight of the group must be 0 to 1: -0.1");
        assertThatThrownBy(() -> ranking.vikor(1.1)).hasMessage("Weight of the group must be 0 to 1: 1.1");
        assertThatThrownBy(() -> CompromiseRanking.of(new double[][] {{1, 2}, {1, 1.1e150}}, MORE, new double[] {1, 1}))
                .hasMessage("Value must be a number up to 1e150: 1.1E150");
        assertThatThrownBy(() -> CompromiseRanking.of(values, MORE, new double[] {1, -1}))
                .hasMessage("Weight must be 0 or more: -1.0");
        assertThatThrownBy(() -> CompromiseRanking.of(values, MORE, new double[] {1, 1.1e150}))
                .hasMessage("Weight must be 0 or more: 1.1E150");
        assertThatThrownBy(() -> CompromiseRanking.of(new double[][] {{}, {}}, List.of(), new double[] {}))
                .hasMessage("Criteria must be 1 or more, each with a weight: 0, 0");
    }

    @Test
    void criterionThatTellsNothingApart_countsNothing() {
        CompromiseRanking ranking = CompromiseRanking.of(new double[][] {{1, 7}, {2, 7}}, MORE, new double[] {1, 1});

        assertThat(ranking.topsis()).containsExactly(0, 1);
        assertThat(ranking.vikor(0.5).get(1).compromise()).isZero();
        assertThat(CompromiseRanking.of(new double[][] {{0, 7}, {0, 7}}, MORE, new double[] {1, 1})
                        .topsis())
                .containsExactly(0.5, 0.5);
    }

    @Test
    void whatDoesNotFit_isRefused() {
        assertThatThrownBy(() -> CompromiseRanking.of(new double[][] {{1, 2}}, MORE, new double[] {1, 1}))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("Units must be 2 or more: 1");
        assertThatThrownBy(() -> CompromiseRanking.of(new double[][] {{1, 2}, {1}}, MORE, new double[] {1, 1}))
                .hasMessage("Unit must have a value for each criterion, 2: 1");
        assertThatThrownBy(() -> CompromiseRanking.of(new double[][] {{1, 2}, {1, 3}}, MORE, new double[] {0, 0}))
                .hasMessage("Weights must not all be 0: 0.0");
    }

    // ---- laws ----

    private static double[][] table(List<Double> numbers, double factor) {
        double[][] table = new double[4][2];
        for (int i = 0; i < 8; i++) {
            table[i / 2][i % 2] = numbers.get(i) * (i % 2 == 0 ? factor : 1);
        }
        return table;
    }

    /** Another unit of a criterion, and weights in another scale, change nothing. */
    @Property(tries = 200)
    void scaleOfACriterion_doesNotMatter(
            @ForAll @Size(8) List<@DoubleRange(min = 0.1, max = 100) Double> numbers,
            @ForAll @DoubleRange(min = 0.01, max = 1000) double factor) {
        CompromiseRanking one = CompromiseRanking.of(table(numbers, 1), MORE, new double[] {1, 3});
        CompromiseRanking other = CompromiseRanking.of(table(numbers, factor), MORE, new double[] {10, 30});

        assertThat(other.topsis()).containsExactly(one.topsis(), within(1e-9));
        for (int i = 0; i < 4; i++) {
            assertThat(other.vikor(0.5).get(i).compromise())
                    .isCloseTo(one.vikor(0.5).get(i).compromise(), within(1e-6));
        }
    }

    /** A unit that is nowhere worse than another is not ranked below it, by any of them; the order of the rows does not matter. */
    @Property(tries = 200)
    void dominance_isKept_andOrderDoesNotMatter(
            @ForAll @Size(8) List<@DoubleRange(min = 0.1, max = 100) Double> numbers) {
        double[][] table = table(numbers, 1);
        table[1][0] = table[0][0] + 1;
        table[1][1] = table[0][1];
        CompromiseRanking ranking = CompromiseRanking.of(table, MORE, new double[] {1, 2});

        assertThat(ranking.topsis()[1]).isGreaterThanOrEqualTo(ranking.topsis()[0]);
        assertThat(ranking.vikor(0.5).get(1).compromise())
                .isLessThanOrEqualTo(ranking.vikor(0.5).get(0).compromise() + 1e-12);
        double[][] reversed = {table[3], table[2], table[1], table[0]};
        double[] turned =
                CompromiseRanking.of(reversed, MORE, new double[] {1, 2}).topsis();
        for (int i = 0; i < 4; i++) {
            assertThat(turned[3 - i]).isCloseTo(ranking.topsis()[i], within(1e-12));
        }
    }

    /** Turned round in values and direction, everything is the same for VIKOR; closeness lies between 0 and 1. */
    @Property(tries = 200)
    void opposites_mirror(@ForAll @Size(8) List<@DoubleRange(min = 0.1, max = 100) Double> numbers) {
        double[][] table = table(numbers, 1);
        double[][] opposite = Arrays.stream(table)
                .map(row -> Arrays.stream(row).map(x -> -x).toArray())
                .toArray(double[][]::new);
        CompromiseRanking one = CompromiseRanking.of(table, MORE, new double[] {1, 2});
        CompromiseRanking other =
                CompromiseRanking.of(opposite, List.of(Direction.DECREASE, Direction.DECREASE), new double[] {1, 2});

        assertThat(other.vikor(0.5)).isEqualTo(one.vikor(0.5));
        assertThat(other.topsis()).containsExactly(one.topsis(), within(1e-12));
        assertThat(Arrays.stream(one.topsis())).allMatch(closeness -> closeness >= 0 && closeness <= 1);
    }
}
