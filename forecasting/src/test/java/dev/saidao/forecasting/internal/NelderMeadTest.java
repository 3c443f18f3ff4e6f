package dev.saidao.forecasting.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

/** Minima that are known, in boxes that hold them or not. */
class NelderMeadTest {

    private static double[] of(int size, double value) {
        double[] all = new double[size];
        Arrays.fill(all, value);
        return all;
    }

    private static double bowl(double[] x, double... centre) {
        double sum = 0;
        for (int i = 0; i < x.length; i++) {
            sum += (i + 1) * (x[i] - centre[i]) * (x[i] - centre[i]);
        }
        return sum;
    }

    /** In one to four directions, on slopes that differ. */
    @Property(tries = 4)
    void bowls_ofSeveralDirections(@ForAll @IntRange(min = 1, max = 4) int size) {
        double[] centre = {0.3, -0.7, 1.1, 0.2};
        double[] found = of(size, 0);
        double least =
                new NelderMead(of(size, -5), of(size, 5)).minimize(x -> bowl(x, centre), found, of(size, 0.37), 2_000);
        assertThat(least).isBetween(0.0, 1e-9);
        for (int i = 0; i < size; i++) {
            assertThat(found[i]).isCloseTo(centre[i], within(1e-4));
        }
    }

    /** No point beyond the box is tried, and none found is worse than the start. */
    @Property(tries = 100)
    void search_staysInItsBox(
            @ForAll @DoubleRange(min = -1, max = 1) double a,
            @ForAll @DoubleRange(min = -1, max = 1) double b,
            @ForAll @IntRange(min = 0, max = 60) int steps) {
        List<double[]> tried = new ArrayList<>();
        NelderMead.Objective waves = x -> {
            tried.add(x.clone());
            return Math.sin(5 * x[0]) + Math.cos(3 * x[1]) + x[0] * x[1];
        };
        double[] found = {a, b};
        double before = waves.at(found);
        double least = new NelderMead(of(2, -1), of(2, 1)).minimize(waves, found, new double[] {0.3, 0.7}, steps);
        assertThat(least).isLessThanOrEqualTo(before).isEqualTo(waves.at(found));
        assertThat(tried).allMatch(x -> Math.abs(x[0]) <= 1 && Math.abs(x[1]) <= 1);
        // three corners, and a step tries four points at most
        assertThat(tried.size()).isLessThanOrEqualTo(2 + 3 + 4 * steps);
    }

    /** Rosenbrock's valley has its minimum at (1, 1), and on its side x = 0.5 at (0.5, 0.25). */
    @Test
    void valley_isFollowed() {
        NelderMead.Objective valley = x -> 100 * Math.pow(x[1] - x[0] * x[0], 2) + Math.pow(1 - x[0], 2);
        double[] found = {-1.2, 1};
        new NelderMead(of(2, -5), of(2, 5)).minimize(valley, found, of(2, 0.5), 1000);
        assertThat(found).containsExactly(of(2, 1), within(1e-3));
        double[] boxed = {-1, -1};
        new NelderMead(of(2, -5), new double[] {0.5, 5}).minimize(valley, boxed, of(2, 0.5), 1000);
        assertThat(boxed).containsExactly(new double[] {0.5, 0.25}, within(1e-3));
        assertThat(boxed[0]).isLessThanOrEqualTo(0.5);
    }

    /** Where every step up to now leads uphill, all corners draw near the best one: a narrow hole in a plain that rises from it. */
    @Test
    void hole_isFoundByShrinking() {
        double[] found = {0.01, 0.02};
        NelderMead.Objective hole = x -> Math.sqrt(Math.abs(x[0])) + Math.sqrt(Math.abs(x[1] - 0.02));
        double least = new NelderMead(of(2, -5), of(2, 5)).minimize(hole, found, of(2, 0.9), 600);
        assertThat(least).isLessThan(1e-3);
        assertThat(found).containsExactly(new double[] {0, 0.02}, within(1e-4));
    }

    /** A start beyond the box is drawn to its border first. */
    @Test
    void start_beyondTheBox_isDrawnIn() {
        double[] found = {9, -9};
        double least = new NelderMead(of(2, -1), of(2, 1)).minimize(x -> bowl(x, 0.3, 0.4), found, of(2, 0.5), 0);
        assertThat(Arrays.stream(found).map(Math::abs).max().orElseThrow()).isLessThanOrEqualTo(1);
        assertThat(least).isEqualTo(bowl(found, 0.3, 0.4));
    }

    /** A first step that leaves the box goes the other way, so that the simplex is not flat. */
    @Test
    void firstStep_beyondTheBox_turnsRound() {
        double[] found = {1};
        new NelderMead(new double[] {-5}, new double[] {1})
                .minimize(x -> (x[0] + 2) * (x[0] + 2), found, of(1, 0.5), 200);
        assertThat(found[0]).isCloseTo(-2, within(1e-4));
    }

    /** Where no step is taken in a direction, it is not searched. */
    @Test
    void directionWithoutStep_isKept() {
        double[] found = {0, 0.25};
        new NelderMead(of(2, -5), of(2, 5)).minimize(x -> bowl(x, 1, 3), found, new double[] {0.5, 0}, 300);
        assertThat(found[0]).isCloseTo(1, within(1e-3));
        assertThat(found[1]).isEqualTo(0.25);
    }

    /** On a plain nothing is better than the start, and the search ends at once. */
    @Test
    void plain_endsTheSearch() {
        int[] tried = {0};
        double[] found = {0.5, 0.5};
        double least = new NelderMead(of(2, -1), of(2, 1))
                .minimize(
                        x -> {
                            tried[0]++;
                            return 7;
                        },
                        found,
                        of(2, 0.1),
                        1_000);
        assertThat(least).isEqualTo(7);
        assertThat(found).containsExactly(0.5, 0.5);
        assertThat(tried[0]).isEqualTo(3);
    }

    /** A search may be used again: it keeps nothing of the one before. */
    @Test
    void search_keepsNothing() {
        NelderMead search = new NelderMead(of(2, -5), of(2, 5));
        double[] first = {0, 0};
        search.minimize(x -> bowl(x, 1, 2), first, of(2, 0.5), 300);
        double[] other = {0, 0};
        search.minimize(x -> bowl(x, -2, -1), other, of(2, 0.5), 300);
        double[] again = {0, 0};
        search.minimize(x -> bowl(x, 1, 2), again, of(2, 0.5), 300);
        assertThat(again).containsExactly(first);
        assertThat(other).containsExactly(new double[] {-2, -1}, within(1e-4));
    }
}
