package dev.saidao.policy.index;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import dev.saidao.core.indicator.Direction;
import dev.saidao.core.json.SaidaoJson;
import dev.saidao.policy.index.robustness.RobustnessCalculator;
import dev.saidao.policy.index.robustness.RobustnessPlan;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.EnumSource.Mode;

/** Years normalized together. Expected numbers are closed forms, or those of one table in which each unit of each year is a unit. */
class PanelTest {

    private static final CompositeCalculator COMPOSITE = CompositeCalculator.withDefaults();
    private static final IndicatorFramework FRAMEWORK = IndicatorFramework.of(List.of(
            IndicatorNode.builder().code("index").build(),
            IndicatorNode.builder().code("a").parent("index").build(),
            IndicatorNode.builder()
                    .code("b")
                    .parent("index")
                    .direction(Direction.DECREASE)
                    .weight(new BigDecimal(2))
                    .build()));
    private static final int[] YEARS = {2021, 2022, 2023};
    private static final int UNITS = 6;

    private static CompositeRecipe.Builder across() {
        CompositeRecipe.Builder recipe = CompositeRecipe.builder();
        recipe.acrossYears(true);
        return recipe;
    }

    /** Positive values with one far out, none for the last unit in the first year. */
    private static double[][][] values() {
        Random random = new Random(7);
        double[][][] values = new double[YEARS.length][UNITS][2];
        for (double[][] year : values) {
            for (double[] unit : year) {
                unit[0] = 10 + 5 * random.nextDouble();
                unit[1] = 3 + random.nextDouble();
            }
        }
        values[1][2][0] = 300;
        values[0][UNITS - 1][1] = Double.NaN;
        return values;
    }

    private static void add(IndicatorTable.Builder table, String unit, double... values) {
        table.unit(unit);
        for (int i = 0; i < values.length; i++) {
            if (!Double.isNaN(values[i])) {
                table.set(unit, i == 0 ? "a" : "b", values[i]);
            }
        }
    }

    private static Map<Integer, IndicatorTable> panel() {
        Map<Integer, IndicatorTable> years = new TreeMap<>();
        for (int year = 0; year < YEARS.length; year++) {
            IndicatorTable.Builder table = IndicatorTable.builder(List.of("a", "b"));
            for (int unit = 0; unit < UNITS; unit++) {
                add(table, "u" + unit, values()[year][unit]);
            }
            years.put(YEARS[year], table.build());
        }
        return years;
    }

    private static IndicatorTable stacked() {
        IndicatorTable.Builder table = IndicatorTable.builder(List.of("a", "b"));
        for (int year = 0; year < YEARS.length; year++) {
            for (int unit = 0; unit < UNITS; unit++) {
                add(table, "u" + unit + " " + YEARS[year], values()[year][unit]);
            }
        }
        return table.build();
    }

    private static IndicatorTable table(int year) {
        return Objects.requireNonNull(panel().get(year));
    }

    private static IndicatorTable of(int year) {
        return table(year).inYear(year, panel());
    }

    /** 0 to 10 over both years: 5 is half way in the year in which it is the best. */
    @Test
    void minMax_byHand() {
        IndicatorFramework one =
                IndicatorFramework.of(List.of(IndicatorNode.builder().code("a").build()));
        IndicatorTable.Builder early = IndicatorTable.builder(List.of("a"));
        add(early, "x", 0);
        add(early, "y", 5);
        IndicatorTable.Builder late = IndicatorTable.builder(List.of("a"));
        add(late, "x", 4);
        add(late, "y", 10);
        Map<Integer, IndicatorTable> years = Map.of(2020, early.build(), 2021, late.build());
        IndicatorTable first = early.build().inYear(2020, years);

        CompositeResult together = COMPOSITE.calculate(one, first, across().build());
        assertThat(together.units()).containsExactly("x", "y");
        assertThat(together.score("y", "a")).hasValue(0.5);
        assertThat(COMPOSITE
                        .calculate(one, first, CompositeRecipe.withDefaults())
                        .score("y", "a"))
                .hasValue(1);
        assertThat(COMPOSITE
                        .calculate(one, late.build().inYear(2021, years), across().build())
                        .score("x", "a"))
                .hasValue(0.4);
    }

    @ParameterizedTest
    @EnumSource(mode = Mode.EXCLUDE, names = "GOALPOSTS")
    void isAsIfEachUnitOfEachYearWereAUnit(NormalizationMethod method) {
        OutlierTreatment outliers = OutlierTreatment.builder()
                .addMethods(OutlierTreatment.Method.WINSORISE)
                .build();
        CompositeRecipe recipe = across().normalization(Normalization.of(method))
                .outliers(outliers)
                .build();
        CompositeResult expected = COMPOSITE.calculate(FRAMEWORK, stacked(), recipe);
        for (int year : YEARS) {
            CompositeResult result = COMPOSITE.calculate(FRAMEWORK, of(year), recipe);
            for (int unit = 0; unit < UNITS; unit++) {
                for (String code : List.of("a", "b", "index")) {
                    double stacked =
                            expected.score("u" + unit + " " + year, code).orElse(Double.NaN);
                    assertThat(result.score("u" + unit, code).orElse(Double.NaN))
                            .isCloseTo(stacked, within(1e-12));
                }
            }
        }
    }

    @Test
    void outliers_areNamedWithTheirYear() {
        OutlierTreatment outliers = OutlierTreatment.builder()
                .addMethods(OutlierTreatment.Method.WINSORISE)
                .build();
        CompositeRecipe recipe = across().outliers(outliers).build();
        assertThat(COMPOSITE.calculate(FRAMEWORK, of(2023), recipe).outliers())
                .flatExtracting(OutlierReport::winsorised)
                .containsExactly("u2 (2022)");
        assertThat(COMPOSITE.calculate(FRAMEWORK, of(2022), recipe).outliers())
                .flatExtracting(OutlierReport::winsorised)
                .containsExactly("u2");
    }

    @Test
    void robustness_isOfTheSameScale() {
        CompositeResult result = COMPOSITE.calculate(FRAMEWORK, of(2021), across().build());
        RobustnessPlan plan = RobustnessPlan.builder().runs(3).build();
        for (String unit : List.of("u0", "u1", "u2")) {
            assertThat(RobustnessCalculator.withDefaults()
                            .simulate(result, plan, "index")
                            .medianRank(unit))
                    .isEqualTo(result.rank(unit, "index"));
        }
    }

    /** A unit of which too little is known is no part of the scale, whichever its year. */
    @Test
    void screenedUnits_setNoScale() {
        IndicatorTable.Builder other = IndicatorTable.builder(List.of("a", "b"));
        add(other, "far", 1e6, Double.NaN);
        Map<Integer, IndicatorTable> years = Map.of(2020, other.build());
        IndicatorTable table = table(2023).inYear(2023, years);
        CompositeRecipe recipe =
                across().minimumUnitAvailability(BigDecimal.ONE).build();
        CompositeRecipe apart = CompositeRecipe.builder()
                .minimumUnitAvailability(BigDecimal.ONE)
                .build();
        assertThat(COMPOSITE.calculate(FRAMEWORK, table, recipe).score("u0", "index"))
                .isEqualTo(COMPOSITE.calculate(FRAMEWORK, table, apart).score("u0", "index"));
    }

    @Test
    void json_andBounds() {
        CompositeRecipe recipe = across().build();
        assertThat(SaidaoJson.read(SaidaoJson.write(recipe), CompositeRecipe.class))
                .isEqualTo(recipe);
        assertThatThrownBy(() -> COMPOSITE.bounds(FRAMEWORK, of(2021), recipe))
                .hasMessage("Bounds of scores must be of each year on its own: acrossYears");
    }
}
