package dev.saidao.policy.index;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import dev.saidao.core.json.SaidaoJson;
import dev.saidao.policy.index.ranking.TieRule;
import dev.saidao.policy.index.weighting.Weighting;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.Test;

class IndicatorFrameworkTest {

    private static IndicatorNode node(String code, String parent) {
        return IndicatorNode.builder().code(code).parent(parent).build();
    }

    private static IndicatorNode root(String code) {
        return IndicatorNode.builder().code(code).build();
    }

    @Test
    void node_ofWhatCannotBe_isRefused() {
        assertThatThrownBy(() -> root("a b")).hasMessageStartingWith("Indicator id must be");
        assertThatThrownBy(() -> node("a", "")).hasMessageStartingWith("Parent of indicator a: id must be");
        assertThatThrownBy(() -> IndicatorNode.builder().code("a").level(0).build())
                .hasMessage("Level of a must be 1 or more: 0");
        assertThatThrownBy(() -> IndicatorNode.builder()
                        .code("a")
                        .lowerGoalpost(BigDecimal.ONE)
                        .build())
                .hasMessage("Goalposts of a must be both there or both absent");
        assertThatThrownBy(() -> IndicatorNode.builder()
                        .code("a")
                        .lowerGoalpost(BigDecimal.ONE)
                        .upperGoalpost(new BigDecimal("1.0"))
                        .build())
                .hasMessage("Lower goalpost of a must be below the upper one: 1, 1.0");
        assertThat(root("a").title().in(Locale.ENGLISH)).isEqualTo("a");
    }

    private static void requireRefused(String message, IndicatorNode... nodes) {
        assertThatThrownBy(() -> IndicatorFramework.of(List.of(nodes)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage(message);
    }

    @Test
    void of_whatIsNoTree_throws() {
        requireRefused("Framework must have an indicator: 0");
        requireRefused("Indicator must be there once: a", root("a"), node("a", "b"));
        requireRefused("Parent of a must be in the framework: b", node("a", "b"));
        requireRefused("Indicator must not be above itself: a", node("a", "b"), node("b", "a"));
        requireRefused("Indicator must not be above itself: a", node("a", "a"));
        requireRefused(
                "A child of index must have a weight above 0",
                root("index"),
                IndicatorNode.builder()
                        .code("a")
                        .parent("index")
                        .weight(BigDecimal.ZERO)
                        .build());
        requireRefused(
                "Level of a must be 1, for it has no children: 2",
                IndicatorNode.builder().code("a").level(2).build());
        requireRefused(
                "Level of index must be above that of its children, 1: 1",
                IndicatorNode.builder().code("index").level(1).build(),
                node("a", "index"));
    }

    @Test
    void level_isFoundFromTheChildren_inAnyOrder() {
        List<IndicatorNode> nodes = new ArrayList<>(
                List.of(root("index"), node("p", "index"), node("a", "p"), node("b", "p"), node("c", "index")));
        Collections.reverse(nodes);
        IndicatorFramework framework = IndicatorFramework.of(nodes);
        assertThat(framework.level("index")).isEqualTo(3);
        assertThat(framework.level("p")).isEqualTo(2);
        assertThat(framework.level("c")).isEqualTo(1);
        assertThat(framework.indicators()).extracting(IndicatorNode::code).containsExactly("c", "b", "a");
        assertThatThrownBy(() -> framework.level("z"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("Indicator must be in the framework: z");
    }

    @Test
    void of_chainOf20000_isRead() {
        List<IndicatorNode> nodes = new ArrayList<>();
        nodes.add(root("n0"));
        for (int i = 1; i < 20_000; i++) {
            nodes.add(node("n" + i, "n" + (i - 1)));
        }
        assertThat(IndicatorFramework.of(nodes).level("n0")).isEqualTo(20_000);
    }

    @Test
    void effectiveWeights_areProductsOnTheWayUp() {
        // Handbook, TAI: two indicators in each of four dimensions, 1/8 each
        assertThat(AchievementIndex.nested().effectiveWeights(Weighting.EQUAL))
                .hasSize(8)
                .allSatisfy((code, weight) -> assertThat(weight).isEqualTo(0.125));
        IndicatorFramework budget = AchievementIndex.flat(AchievementIndex.BUDGET);
        assertThat(budget.effectiveWeights(Weighting.GIVEN).values().stream()
                        .mapToDouble(weight -> weight)
                        .sum())
                .isCloseTo(1, within(1e-15));
        assertThat(budget.effectiveWeights(Weighting.GIVEN)).containsEntry("exports", 0.18 / 1.0);
    }

    @Test
    void json_frameworkAndRecipe_areReadBack() {
        IndicatorFramework framework = AchievementIndex.nested();
        assertThat(SaidaoJson.read(SaidaoJson.write(framework), IndicatorFramework.class))
                .isEqualTo(framework);
        CompositeRecipe recipe = CompositeRecipe.builder()
                .normalization(Normalization.of(NormalizationMethod.RATIO, Normalization.ReferencePoint.MEAN))
                .putAggregationByLevel(2, Aggregation.of(AggregationMethod.GEOMETRIC))
                .putAggregationByLevel(3, Aggregation.powerMean(new BigDecimal("0.5")))
                .ties(TieRule.AVERAGE)
                .build();
        assertThat(SaidaoJson.read(SaidaoJson.write(recipe), CompositeRecipe.class))
                .isEqualTo(recipe);
        assertThat(SaidaoJson.read("{}", CompositeRecipe.class)).isEqualTo(CompositeRecipe.withDefaults());
    }

    @Test
    void weighted_replacesTheWeightsGiven() {
        IndicatorFramework framework = AchievementIndex.nested().weighted(Map.of("creation", 0.25, "skills", 0.125));
        assertThat(framework.node("creation").weight()).isEqualByComparingTo("0.25");
        assertThat(framework.node("old").weight()).isEqualByComparingTo("1");
        assertThatThrownBy(() -> framework.weighted(Map.of("none", 1.0)))
                .hasMessage("Indicator must be in the framework: none");
        assertThatThrownBy(() -> framework.weighted(Map.of("old", -1.0)))
                .hasMessage("Weight of old must be 0 or more: -1.000000000");
        assertThatThrownBy(() -> framework.weighted(Map.of("old", Double.NaN)))
                .hasMessage("Weight of old must be finite: NaN");
    }
}
