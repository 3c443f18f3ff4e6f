package dev.saidao.policy.index;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import dev.saidao.core.json.SaidaoJson;
import java.math.BigDecimal;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * The Human Development Index by one recipe. Values, index and ranks: UNDP, Human Development Report 2025, statistical annex,
 * table 1 (first nine and last three countries; CC BY 3.0 IGO). Goalposts: its technical note 1.
 */
class HumanDevelopmentIndexTest {

    private static final List<String> CODES = List.of("life", "expected", "mean", "income");
    private static final String[] ROWS = {
        "Iceland,82.691,18.85058975,13.90892628,69116.93736",
        "Norway,83.308,18.79285049,13.11796218,112710.0211",
        "Switzerland,83.954,16.66753006,13.94912109,81948.90177",
        "Denmark,81.933,18.70401001,13.0273206,76007.85669",
        "Germany,81.378,17.30921936,14.29637163,64053.22124",
        "Sweden,83.262,18.99147034,12.74032574,66102.08595",
        "Australia,83.923,20.65477943,12.86999989,58276.87643",
        "Hong Kong,85.511,16.89586067,12.35000038,69435.75706",
        "Netherlands,82.158,18.58485031,12.66994689,68344.30826",
        "Central African Republic,57.408,7.435767778,3.989431459,1099.860681",
        "Somalia,58.816,7.486165162,1.899999976,1474.738459",
        "South Sudan,57.617,5.634770141,5.730000019,688.3472771"
    };

    private static IndicatorNode.Builder node(String code, String parent) {
        return IndicatorNode.builder().code(code).parent(parent);
    }

    private static IndicatorNode goalposts(IndicatorNode.Builder node, String lower, String upper) {
        node.lowerGoalpost(new BigDecimal(lower)).upperGoalpost(new BigDecimal(upper));
        return node.build();
    }

    private static CompositeResult index(CompositeRecipe recipe) {
        IndicatorFramework framework = IndicatorFramework.of(List.of(
                IndicatorNode.builder().code("hdi").build(),
                goalposts(node("life", "hdi"), "20", "85"),
                node("education", "hdi").build(),
                goalposts(node("expected", "education"), "0", "18"),
                goalposts(node("mean", "education"), "0", "15"),
                goalposts(node("income", "hdi").transformation(Transformation.LOGARITHM), "100", "75000")));
        IndicatorTable.Builder table = IndicatorTable.builder(CODES);
        for (String row : ROWS) {
            String[] cells = row.split(",", -1);
            table.unit(cells[0]);
            for (int i = 0; i < CODES.size(); i++) {
                table.set(cells[0], CODES.get(i), Double.parseDouble(cells[i + 1]));
            }
        }
        return CompositeCalculator.withDefaults().calculate(framework, table.build(), recipe);
    }

    private static CompositeRecipe.Builder recipe() {
        CompositeRecipe.Builder recipe = CompositeRecipe.builder();
        recipe.normalization(Normalization.of(NormalizationMethod.GOALPOSTS))
                .putAggregationByLevel(3, Aggregation.of(AggregationMethod.GEOMETRIC));
        return recipe;
    }

    /** The last three are 191 to 193 of 193 there and 10 to 12 here. */
    @ParameterizedTest
    @CsvSource({
        "Iceland, 0.972, 1, 1",
        "Norway, 0.970, 2, 1",
        "Switzerland, 0.970, 2, 1",
        "Denmark, 0.962, 4, 1",
        "Germany, 0.959, 5, 1",
        "Sweden, 0.959, 5, 1",
        "Australia, 0.958, 7, 1",
        "Hong Kong, 0.955, 8, 1",
        "Netherlands, 0.955, 8, 1",
        "Central African Republic, 0.414, 10, 4",
        "Somalia, 0.404, 11, 4",
        "South Sudan, 0.388, 12, 4"
    })
    void valuesRanksAndGroups_asPublished(String country, double value, int rank, int group) {
        CompositeRecipe.Builder recipe = recipe();
        recipe.rankDecimals(3).addCutPoints(new BigDecimal("0.8"), new BigDecimal("0.7"), new BigDecimal("0.55"));
        CompositeResult result = index(recipe.build());
        assertThat(result.score(country, "hdi").orElseThrow()).isCloseTo(value, within(0.0005));
        assertThat(result.rank(country, "hdi")).hasValue(rank);
        assertThat(result.group(country, "hdi")).hasValue(group);
        assertThat(SaidaoJson.read(SaidaoJson.write(result.recipe()), CompositeRecipe.class))
                .isEqualTo(result.recipe());
        assertThat(SaidaoJson.read(SaidaoJson.write(result.framework()), IndicatorFramework.class))
                .isEqualTo(result.framework());
    }

    /** Without rounding no two are equal: Norway 0.97007, Switzerland 0.97012. */
    @Test
    void ranks_withoutRounding() {
        CompositeResult result = index(recipe().build());
        assertThat(result.rank("Switzerland", "hdi")).hasValue(2);
        assertThat(result.rank("Norway", "hdi")).hasValue(3);
        assertThat(result.trace("Iceland", "income").steps())
                .extracting(ScoreTrace.Step::method)
                .containsExactly("LOGARITHM", "GOALPOSTS");
    }

    @Test
    void badInput_throws() {
        IndicatorNode.Builder node = IndicatorNode.builder().code("x").transformation(Transformation.LOGARITHM);
        assertThatThrownBy(() -> goalposts(node, "0", "1"))
                .hasMessage("Goalposts and target of x must be positive for LOGARITHM: 0");
        assertThatThrownBy(() -> recipe().rankDecimals(16).build())
                .hasMessage("Decimals of ranked scores must be 0 to 15: 16");
        assertThatThrownBy(() ->
                        recipe().addCutPoints(BigDecimal.ZERO, BigDecimal.ONE).build())
                .hasMessage("Cut points must fall: [0, 1]");
        assertThatThrownBy(() -> CompositeCalculator.withDefaults()
                        .bounds(
                                index(recipe().build()).framework(),
                                index(recipe().build()).table(),
                                recipe().build()))
                .hasMessage("Indicator must not be transformed for bounds of scores: income");
    }
}
