package dev.saidao.policy.index.robustness;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.saidao.policy.index.AchievementIndex;
import dev.saidao.policy.index.CompositeCalculator;
import dev.saidao.policy.index.CompositeRecipe;
import dev.saidao.policy.index.CompositeResult;
import dev.saidao.policy.index.IndicatorFramework;
import dev.saidao.policy.index.IndicatorNode;
import dev.saidao.policy.index.IndicatorTable;
import dev.saidao.policy.index.Normalization;
import dev.saidao.policy.index.NormalizationMethod;
import dev.saidao.policy.index.ranking.TieRule;
import java.math.BigDecimal;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;

class RankChangeCalculatorTest {

    private static final RankChangeCalculator CHANGES = RankChangeCalculator.withDefaults();
    private static final CompositeCalculator COMPOSITE = CompositeCalculator.withDefaults();
    private static final CompositeRecipe RECIPE = CompositeRecipe.withDefaults();

    private static IndicatorFramework pair(String weightOfB) {
        return IndicatorFramework.of(List.of(
                IndicatorNode.builder().code("index").build(),
                IndicatorNode.builder().code("a").parent("index").build(),
                IndicatorNode.builder()
                        .code("b")
                        .parent("index")
                        .weight(new BigDecimal(weightOfB))
                        .build()));
    }

    private static IndicatorTable.Builder two() {
        return IndicatorTable.builder(List.of("a", "b"))
                .unit("u")
                .set("u", "a", 2)
                .set("u", "b", 1)
                .unit("v")
                .set("v", "a", 1)
                .set("v", "b", 2);
    }

    private static CompositeResult result(IndicatorFramework framework, IndicatorTable table) {
        return COMPOSITE.calculate(framework, table, RECIPE);
    }

    @Test
    void split_ofTheSame_isNothing() {
        CompositeResult result = result(pair("2"), two().build());
        assertThat(CHANGES.split(result, result, "index"))
                .containsExactly(new RankChange("u", 2, 2, 0, 0, 0), new RankChange("v", 1, 1, 0, 0, 0));
    }

    @Test
    void split_ofOtherWeights_isMethod() {
        assertThat(CHANGES.split(result(pair("2"), two().build()), result(pair("0.5"), two().build()), "index"))
                .containsExactly(new RankChange("u", 2, 1, 0, -1, 0), new RankChange("v", 1, 2, 0, 1, 0));
    }

    @Test
    void split_ofOtherValues_isData() {
        IndicatorTable later = two().set("u", "a", 1)
                .set("u", "b", 2)
                .set("v", "a", 2)
                .set("v", "b", 1)
                .build();
        assertThat(CHANGES.split(result(pair("2"), two().build()), result(pair("2"), later), "index"))
                .containsExactly(new RankChange("u", 2, 1, -1, 0, 0), new RankChange("v", 1, 2, 1, 0, 0));
    }

    @Test
    void split_ofANewUnit_isCoverage() {
        IndicatorTable later = two().unit("w").set("w", "a", 3).set("w", "b", 3).build();
        assertThat(CHANGES.split(result(pair("2"), two().build()), result(pair("2"), later), "index"))
                .containsExactly(new RankChange("u", 2, 3, 0, 0, 1), new RankChange("v", 1, 2, 0, 0, 1));
    }

    /** Data alone would exchange the two, and so would weights; both together exchange them twice. */
    @Test
    void split_ofTwoThingsAtOnce_sharesFairly() {
        IndicatorTable later = two().set("u", "a", 1)
                .set("u", "b", 2)
                .set("v", "a", 2)
                .set("v", "b", 1)
                .build();
        assertThat(CHANGES.split(result(pair("2"), two().build()), result(pair("0.5"), later), "index"))
                .containsExactly(new RankChange("u", 2, 2, 0, 0, 0), new RankChange("v", 1, 1, 0, 0, 0));
    }

    /** A cell that is there in one year only is a matter of coverage, and an indicator that is new one of method. */
    @Test
    void split_ofCellsAndIndicators() {
        IndicatorFramework a = IndicatorFramework.of(List.of(
                IndicatorNode.builder().code("index").build(),
                IndicatorNode.builder().code("a").parent("index").build()));
        IndicatorTable first = two().build().select(List.of("a"));
        assertThat(CHANGES.split(result(a, first), result(pair("2"), two().build()), "index"))
                .containsExactly(new RankChange("u", 1, 2, 0, 1, 0), new RankChange("v", 2, 1, 0, -1, 0));
        IndicatorTable.Builder gap = IndicatorTable.builder(List.of("a", "b"))
                .unit("u")
                .set("u", "a", 2)
                .unit("v")
                .set("v", "a", 1)
                .set("v", "b", 2);
        gap.unit("w").set("w", "a", 1.5).set("w", "b", 1);
        CompositeResult before = result(pair("2"), gap.build());
        CompositeResult after = result(pair("2"), gap.set("u", "b", 1.5).build());
        assertThat(CHANGES.split(before, after, "index")).allSatisfy(change -> {
            assertThat(change.data()).isZero();
            assertThat(change.method()).isZero();
            assertThat(change.coverage()).isEqualTo(change.to() - change.from());
        });
    }

    @Test
    void split_leavesOutUnitsThatAreNotInBoth() {
        IndicatorTable other = IndicatorTable.builder(List.of("a", "b"))
                .unit("v")
                .set("v", "a", 1)
                .set("v", "b", 2)
                .unit("x")
                .set("x", "a", 2)
                .set("x", "b", 1)
                .build();
        assertThat(CHANGES.split(result(pair("2"), two().build()), result(pair("2"), other), "index"))
                .extracting(RankChange::unit)
                .containsExactly("v");
    }

    /** Whatever changes, the parts add up. */
    @Property(tries = 100)
    void split_addsUp(
            @ForAll @Size(8) List<@IntRange(min = 1, max = 9) Integer> weights,
            @ForAll @Size(30) List<@DoubleRange(min = 0.5, max = 2) Double> changes,
            @ForAll @Size(30) List<Boolean> holes) {
        IndicatorTable whole = AchievementIndex.table();
        IndicatorTable.Builder later = IndicatorTable.builder(whole.columns());
        int cell = 0;
        for (String unit : whole.units()) {
            if (holes.get(cell % 30) && cell % 3 == 0) {
                cell++;
                continue;
            }
            later.unit(unit);
            for (String column : whole.columns()) {
                cell++;
                if (!holes.get((cell * 7) % 30) || cell % 4 == 0) {
                    later.set(unit, column, whole.value(unit, column).orElseThrow() * changes.get(cell % 30));
                }
            }
        }
        Map<String, Double> given = new LinkedHashMap<>();
        for (int i = 0; i < 8; i++) {
            given.put(AchievementIndex.INDICATORS.get(i), weights.get(i).doubleValue());
        }
        CompositeRecipe ranks = CompositeRecipe.builder()
                .normalization(Normalization.of(NormalizationMethod.BORDA))
                .ties(TieRule.AVERAGE)
                .build();
        CompositeResult before = COMPOSITE.calculate(AchievementIndex.nested(), whole, RECIPE);
        CompositeResult after = COMPOSITE.calculate(AchievementIndex.nested().weighted(given), later.build(), ranks);
        for (RankChange change : CHANGES.split(before, after, "tai")) {
            assertThat(change.data() + change.method() + change.coverage())
                    .isCloseTo(change.to() - change.from(), within(1e-12));
            assertThat(before.rank(change.unit(), "tai")).hasValue(change.from());
            assertThat(after.rank(change.unit(), "tai")).hasValue(change.to());
        }
    }
}
