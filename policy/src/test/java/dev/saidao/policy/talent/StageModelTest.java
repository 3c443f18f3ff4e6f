package dev.saidao.policy.talent;

import static dev.saidao.policy.talent.StockFlowModelTest.assertRefused;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;

class StageModelTest {

    /** Killer whales: Brault and Caswell (1993), as in the data of R's popbio; growth 1.0254413 by numpy 2 from the same matrix. */
    private final StageModel whale =
            StageModel.of(List.of("yearling", "juvenile", "mature", "postreprod"), new double[][] {
                {0, 0.0043, 0.1132, 0},
                {0.9775, 0.9111, 0, 0},
                {0, 0.0736, 0.9534, 0},
                {0, 0, 0.0452, 0.9804}
            });

    @Test
    void killerWhale() {
        assertThat(whale.growthFactor()).isCloseTo(1.0254413255303465, within(1e-12));
        assertThat(Arrays.stream(whale.stableStructure()).sum()).isCloseTo(1, within(1e-12));
        // those past reproduction count for nothing
        assertThat(whale.reproductiveValues()[0]).isEqualTo(1);
        assertThat(whale.reproductiveValues()[3]).isCloseTo(0, within(1e-12));
        // v[0] λ = v[1] × 0.9775
        assertThat(whale.reproductiveValues()[1]).isCloseTo(1.0254413255303465 / 0.9775, within(1e-9));
    }

    /** Teasel: Werner and Caswell (1977), the matrix of Caswell (2001); growth 2.33388 by numpy 2 from the same matrix. */
    @Test
    void teasel() {
        StageModel model =
                StageModel.of(List.of("seed1", "seed2", "small", "medium", "large", "flower"), new double[][] {
                    {0, 0, 0, 0, 0, 322.38},
                    {0.966, 0, 0, 0, 0, 0},
                    {0.013, 0.010, 0.125, 0, 0, 3.448},
                    {0.007, 0, 0.125, 0.238, 0, 30.170},
                    {0.008, 0, 0.038, 0.245, 0.167, 0.862},
                    {0, 0, 0, 0.023, 0.750, 0}
                });

        assertThat(model.growthFactor()).isCloseTo(2.3338801714409017, within(1e-9));
    }

    /**
     * The matrix that the R package popbio ships as {@code teasel} (data/teasel.R of its first releases), which has 322.388 and 3.488
     * where the book has 322.38 and 3.448: {@code lambda(teasel)} is 2.3340; 2.334005900239789 by mpmath.
     */
    @Test
    void teasel_ofPopbio() {
        StageModel model =
                StageModel.of(List.of("seed1", "seed2", "small", "medium", "large", "flowering"), new double[][] {
                    {0, 0, 0, 0, 0, 322.388},
                    {0.966, 0, 0, 0, 0, 0},
                    {0.013, 0.010, 0.125, 0, 0, 3.488},
                    {0.007, 0, 0.125, 0.238, 0, 30.170},
                    {0.008, 0, 0.038, 0.245, 0.167, 0.862},
                    {0, 0, 0, 0.023, 0.750, 0}
                });

        assertThat(model.growthFactor()).isCloseTo(2.334005900239789, within(1e-9));
    }

    /** Two ages, of which only the second has offspring, 4 each: λ² = 4 × 0.25, whatever year the offspring comes. */
    @Test
    void leslie_thatOscillates() {
        StageModel model = StageModel.of(List.of("a", "b"), new double[][] {{0, 4}, {0.25, 0}});

        assertThat(model.growthFactor()).isCloseTo(1, within(1e-12));
        assertThat(model.stableStructure()).containsExactly(new double[] {0.8, 0.2}, within(1e-12));
        assertThat(model.reproductiveValues()).containsExactly(new double[] {1, 4}, within(1e-12));
    }

    /** The largest root of λ³ − 4.05 λ² + 3.847 λ + 0.4389, by halving in exact fractions. */
    @Test
    void positiveMatrix_hasRealGrowth() {
        StageModel model =
                StageModel.of(List.of("a", "b", "c"), new double[][] {{2, 0.5, 0.06}, {0.5, 0.05, 0.05}, {0.05, 2, 2}});
        assertThat(model.growthFactor()).isCloseTo(2.2706214583856936, within(1e-14));
    }

    @Test
    void whatIsNoMatrix_isRefused() {
        assertThatThrownBy(() -> StageModel.of(List.of("a"), new double[][] {{-1}}))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("Entry of stage a must be 0 or more: -1.0");
        assertThatThrownBy(() -> StageModel.of(List.of("a", "b"), new double[][] {{1, 0}}))
                .hasMessage("Matrix must have a row for each stage, 2: 1");
        assertThatThrownBy(() -> StageModel.of(List.of("a", "b"), new double[][] {{0, 1}, {0, 0}}))
                .hasMessageStartingWith("Stages must not die out at once");
    }

    // ---- laws ----

    private static StageModel model(List<Double> entries) {
        double[][] matrix = new double[3][3];
        for (int i = 0; i < 9; i++) {
            matrix[i / 3][i % 3] = entries.get(i);
        }
        return StageModel.of(List.of("a", "b", "c"), matrix);
    }

    /** A × w = λ w; elasticities make 1; the growth of a projection in the end is λ. */
    @Property(tries = 1000)
    void longRun(@ForAll @Size(9) List<@DoubleRange(min = 0.05, max = 2) Double> entries) {
        StageModel model = model(entries);
        double growth = model.growthFactor();
        double[] structure = model.stableStructure();

        double[] next = model.project(structure, 1);
        for (int i = 0; i < 3; i++) {
            assertThat(next[i]).isCloseTo(growth * structure[i], within(1e-9 * growth));
        }
        assertThat(Arrays.stream(model.elasticities())
                        .flatMapToDouble(Arrays::stream)
                        .sum())
                .isCloseTo(1, within(1e-9));
        double[] late = model.project(new double[] {1, 0, 0}, 200);
        double[] later = model.project(late, 1);
        assertThat(later[0] / late[0]).isCloseTo(growth, within(1e-6 * growth));
    }

    /** Sensitivities are what the growth factor answers with to a small change. */
    @Property(tries = 50)
    void sensitivities_areDerivatives(@ForAll @Size(9) List<@DoubleRange(min = 0.1, max = 2) Double> entries) {
        double[][] sensitivities = model(entries).sensitivities();
        double step = 1e-5;
        for (int i = 0; i < 9; i++) {
            List<Double> more = new ArrayList<>(entries);
            more.set(i, more.get(i) + step);
            double slope = (model(more).growthFactor() - model(entries).growthFactor()) / step;
            assertThat(sensitivities[i / 3][i % 3]).isCloseTo(slope, within(1e-3));
        }
    }

    /** Two ages as above, from which some come to a first stage without offspring: it is worth nothing, the next one 1. */
    @Test
    void reproductiveValues_areOfTheFirstStageThatIsWorthSomething() {
        StageModel model =
                StageModel.of(List.of("old", "a", "b"), new double[][] {{0.5, 0, 0.1}, {0, 0, 4}, {0, 0.25, 0}});

        assertThat(model.growthFactor()).isCloseTo(1, within(1e-12));
        assertThat(model.reproductiveValues()).containsExactly(new double[] {0, 1, 4}, within(1e-9));
        assertThat(model.stages()).containsExactly("old", "a", "b");
    }

    @Test
    void whatDoesNotFit_isRefused() {
        double[][] one = {{1}};
        StageModel model = StageModel.of(List.of("a"), one);
        assertThat(model.growthFactor()).isEqualTo(1);
        assertThat(model.project(new double[] {7}, 0)).containsExactly(7);
        assertRefused(() -> model.project(new double[] {7}, -1), "Years must be 0 or more: -1");
        assertRefused(() -> model.project(new double[2], 1), "Stock must have a number for each stage, 1: 2");
        assertRefused(() -> StageModel.of(List.of(), new double[0][]), "Stages must be 1 to 200: 0");
        assertRefused(
                () -> StageModel.of(List.of("a", "a"), new double[][] {{1, 0}, {0, 1}}),
                "Stages must be named once each: [a, a]");
        assertRefused(
                () -> StageModel.of(List.of("a"), new double[][] {{1, 2}}), "Row of stage a must have 1 entries: 2");
        assertRefused(
                () -> StageModel.of(List.of("a"), new double[][] {{Double.POSITIVE_INFINITY}}),
                "Entry of stage a must be 0 or more: Infinity");
        assertRefused(() -> stay(201), "Stages must be 1 to 200: 201");
        assertThat(stay(200).growthFactor()).isEqualTo(0.5);
    }

    /** Half of those in each stage stay in it. */
    private static StageModel stay(int stages) {
        double[][] matrix = new double[stages][stages];
        for (int i = 0; i < stages; i++) {
            matrix[i][i] = 0.5;
        }
        return StageModel.of(IntStream.range(0, stages).mapToObj(i -> "s" + i).toList(), matrix);
    }
}
