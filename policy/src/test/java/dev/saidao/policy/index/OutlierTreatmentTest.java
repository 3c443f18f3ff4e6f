package dev.saidao.policy.index;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import dev.saidao.core.json.SaidaoJson;
import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import java.util.stream.DoubleStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * Skewness and kurtosis were computed by SciPy 1.17.1, {@code stats.skew(x, bias=False)} and {@code stats.kurtosis(x,
 * bias=False)}, from the data of the Handbook's table A.1.
 */
class OutlierTreatmentTest {

    private static final CompositeCalculator COMPOSITE = CompositeCalculator.withDefaults();

    private static CompositeResult treated(OutlierTreatment treatment) {
        return COMPOSITE.calculate(
                AchievementIndex.nested(),
                AchievementIndex.table(),
                CompositeRecipe.builder().outliers(treatment).build());
    }

    private static OutlierReport patents(OutlierTreatment treatment) {
        return treated(treatment).outliers().stream()
                .filter(report -> report.code().equals("patents"))
                .findFirst()
                .orElseThrow();
    }

    private static double[] numbers(double... values) {
        return values;
    }

    @ParameterizedTest
    @CsvSource({
        "patents, 2.624653421276515, 6.908732943259096",
        "royalties, 0.9038888696693217, -0.7708530105807063",
        "exports, -0.9497834657209586, 1.093918530767299",
        "schooling, -0.1276763614190191, -0.928111412744069",
        "university, 1.2488167965327932, 0.8106845030250946"
    })
    void momentsOfTheAchievementIndex(String code, double skewness, double kurtosis) {
        double[] values = AchievementIndex.table().column(code);
        assertThat(OutlierTreater.skewness(values)).isCloseTo(skewness, within(1e-12));
        assertThat(OutlierTreater.kurtosis(values)).isCloseTo(kurtosis, within(1e-12));
    }

    /** Japan to the value of Korea, then both to that of the United States: the first leaves 2.35 and 5.29 (SciPy). */
    @Test
    void winsorise_movesTwoCountries() {
        OutlierReport report = patents(OutlierTreatment.of(OutlierTreatment.Method.WINSORISE));
        assertThat(report.method()).contains(OutlierTreatment.Method.WINSORISE);
        assertThat(report.winsorised()).containsExactly("Japan", "Korea");
        assertThat(report.skewness()).isCloseTo(0.507681569096008, within(1e-12));
        assertThat(report.kurtosis()).isCloseTo(-1.1065511167417403, within(1e-12));
        assertThat(report.isPassed()).isTrue();
        CompositeResult result = treated(OutlierTreatment.of(OutlierTreatment.Method.WINSORISE));
        assertThat(result.score("Japan", "patents")).hasValue(1);
        assertThat(result.score("United States", "patents")).hasValue(1);
        assertThat(result.trace("Japan", "patents").steps())
                .extracting(ScoreTrace.Step::treatment)
                .containsExactly(ScoreTrace.Treatment.WINSORISED, ScoreTrace.Treatment.NORMALIZED);
        assertThat(result.trace("Japan", "patents").steps().get(0).before()).hasValue(994);
        assertThat(result.trace("Japan", "patents").steps().get(0).after()).isEqualTo(289);
        assertThat(result.trace("Finland", "patents").steps())
                .extracting(ScoreTrace.Step::treatment)
                .containsExactly(ScoreTrace.Treatment.NORMALIZED);
    }

    @Test
    void winsorise_ofTooManyUnits_givesWayToTheLogarithm() {
        OutlierTreatment.Builder limited = OutlierTreatment.builder();
        limited.addMethods(OutlierTreatment.Method.WINSORISE, OutlierTreatment.Method.LOGARITHM)
                .maximumWinsorised(1);
        OutlierReport report = patents(limited.build());
        assertThat(report.method()).contains(OutlierTreatment.Method.LOGARITHM);
        assertThat(report.winsorised()).isEmpty();
        // ln(x - min + (max - min) / 100), moments by SciPy
        assertThat(report.skewness()).isCloseTo(-0.06451118415187636, within(1e-12));
        assertThat(report.kurtosis()).isCloseTo(0.08849093107422679, within(1e-12));
        OutlierTreatment.Builder alone = OutlierTreatment.builder();
        alone.addMethods(OutlierTreatment.Method.WINSORISE).maximumWinsorised(1);
        assertThat(patents(alone.build()).isPassed()).isFalse();
        assertThat(patents(alone.build()).winsorised()).containsExactly("Japan");
    }

    @Test
    void otherIndicators_areTestedAndLeftAlone() {
        assertThat(treated(OutlierTreatment.of(OutlierTreatment.Method.WINSORISE))
                        .outliers())
                .hasSize(8)
                .filteredOn(report -> !report.code().equals("patents"))
                .allSatisfy(report -> assertThat(report.method()).isEmpty())
                .allSatisfy(report -> assertThat(report.isPassed()).isTrue());
        assertThat(treated(OutlierTreatment.none()).outliers()).isEmpty();
    }

    /** λ, its transform and moments by SciPy 1.17.1, stats.boxcox of 1 to 9 and 100. */
    @Test
    void boxCox_findsTheLikeliestExponent() {
        OutlierTreater treater = new OutlierTreater(
                OutlierTreatment.of(OutlierTreatment.Method.BOX_COX),
                "a",
                List.of("0", "1", "2", "3", "4", "5", "6", "7", "8", "9"));
        OutlierTreater.Treated treated =
                treater.treated(numbers(1, 2, 3, 4, 5, 6, 7, 8, 9, 100)).orElseThrow();
        assertThat(treated.report().exponent().orElseThrow()).isCloseTo(-0.2851470409538344, within(1e-7));
        assertThat(treated.values()[9]).isCloseTo(2.56369034, within(1e-7));
        assertThat(treated.report().skewnessBefore()).isCloseTo(3.118895745239087, within(1e-12));
        assertThat(treated.report().kurtosisBefore()).isCloseTo(9.799244716163662, within(1e-12));
        assertThat(treated.report().skewness()).isCloseTo(-0.02608525701993478, within(1e-6));
    }

    @Test
    void boxCox_withAGivenExponent() {
        OutlierTreatment.Builder squares = OutlierTreatment.builder();
        squares.addMethods(OutlierTreatment.Method.BOX_COX).exponent(new BigDecimal("0.5"));
        OutlierTreater treater = new OutlierTreater(squares.build(), "a", List.of("0", "1", "2", "3", "4"));
        double[] values =
                treater.treated(numbers(1, 1, 1, 4, 10_000)).orElseThrow().values();
        // (√x - 1) / 0.5
        assertThat(values).containsExactly(numbers(0, 0, 0, 2, 198), within(1e-12));
    }

    private static OutlierTreater treater(OutlierTreatment treatment) {
        return new OutlierTreater(treatment, "a", List.of("0", "1", "2", "3", "4"));
    }

    /** Values with one of 0 or less are moved to a hundredth of their range: by 1, or by 101. */
    @Test
    void boxCox_ofValuesThatAreNotPositive_movesThem() {
        OutlierTreatment.Builder linear = OutlierTreatment.builder();
        linear.addMethods(OutlierTreatment.Method.BOX_COX).exponent(BigDecimal.ONE);
        OutlierTreater treater = treater(linear.build());
        // x - 1 of what was moved
        assertThat(treater.treated(numbers(0, 0, 0, 1, 100)).orElseThrow().values())
                .containsExactly(numbers(0, 0, 0, 1, 100), within(1e-12));
        assertThat(treater.treated(numbers(-100, -100, -100, -99, 0))
                        .orElseThrow()
                        .values())
                .containsExactly(numbers(0, 0, 0, 1, 100), within(1e-12));
    }

    /** What trails to the left is turned, and turned back: -ln(max - x + (max - min) / 100). */
    @Test
    void logarithm_ofALeftTail_turnsIt() {
        OutlierTreater treater = treater(OutlierTreatment.of(OutlierTreatment.Method.LOGARITHM));
        assertThat(treater.treated(numbers(0, 99, 100, 100, 100)).orElseThrow().values())
                .containsExactly(numbers(-Math.log(101), -Math.log(2), 0, 0, 0), within(1e-12));
    }

    /** The lowest values are moved up where the tail is on the left. */
    @Test
    void winsorise_ofALeftTail_movesTheLowest() {
        OutlierTreater.Treated treated = treater(OutlierTreatment.of(OutlierTreatment.Method.WINSORISE))
                .treated(numbers(-1000, 7, 8, 9, 10))
                .orElseThrow();
        assertThat(treated.values()).containsExactly(numbers(7, 7, 8, 9, 10));
        assertThat(treated.report().winsorised()).containsExactly("0");
    }

    @Test
    void fourValues_areEnough() {
        assertThat(treater(OutlierTreatment.of(OutlierTreatment.Method.WINSORISE))
                        .treated(numbers(1, 2, 3, 4)))
                .isPresent();
    }

    @Test
    void fewOrEqualValues_areNotTested() {
        OutlierTreater treater = new OutlierTreater(
                OutlierTreatment.of(OutlierTreatment.Method.WINSORISE), "a", List.of("0", "1", "2", "3"));
        assertThat(treater.treated(numbers(1, 2, 100, Double.NaN))).isEqualTo(Optional.empty());
        assertThat(treater.treated(numbers(7, 7, 7, 7))).isEmpty();
    }

    @Test
    void transformedValues_underGoalposts_throw() {
        CompositeRecipe recipe = CompositeRecipe.builder()
                .outliers(OutlierTreatment.of(OutlierTreatment.Method.LOGARITHM))
                .normalization(Normalization.of(NormalizationMethod.GOALPOSTS))
                .build();
        assertThatThrownBy(() -> COMPOSITE.calculate(AchievementIndex.nested(), AchievementIndex.table(), recipe))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("Goalposts and targets are in the unit of the values, which were transformed: patents, "
                        + "LOGARITHM");
    }

    @Test
    void json_andBadInput() {
        OutlierTreatment treatment =
                OutlierTreatment.of(OutlierTreatment.Method.WINSORISE, OutlierTreatment.Method.BOX_COX);
        assertThat(SaidaoJson.read(SaidaoJson.write(treatment), OutlierTreatment.class))
                .isEqualTo(treatment);
        assertThatThrownBy(
                        () -> OutlierTreatment.of(OutlierTreatment.Method.WINSORISE, OutlierTreatment.Method.WINSORISE))
                .hasMessage("Method of outlier treatment must be there once: [WINSORISE, WINSORISE]");
        assertThatThrownBy(() -> OutlierTreatment.builder()
                        .skewness(BigDecimal.valueOf(-1))
                        .build())
                .hasMessage("Limit of skewness must be 0 or more: -1");
        assertThatThrownBy(
                        () -> OutlierTreatment.builder().maximumWinsorised(-1).build())
                .hasMessage("Number of units that may be moved must be 0 or more: -1");
        assertThatThrownBy(() ->
                        OutlierTreatment.builder().exponent(BigDecimal.TEN).build())
                .hasMessage("Exponent of Box-Cox must be -5 to 5: 10");
    }

    /** Every treatment keeps the order of the values, whatever they are, and moves no more units than allowed. */
    @Property
    void treatments_keepTheOrder(
            @ForAll @Size(min = 4, max = 20) List<@DoubleRange(min = -1e6, max = 1e6) Double> list,
            @ForAll @DoubleRange(min = 1, max = 1e6) double stretch,
            @ForAll OutlierTreatment.Method method) {
        double[] values =
                list.stream().mapToDouble(x -> x * x * x / 1e12 * stretch).toArray();
        List<String> units = DoubleStream.of(values).mapToObj(String::valueOf).toList();
        OutlierTreatment.Builder strict = OutlierTreatment.builder();
        strict.addMethods(method)
                .skewness(new BigDecimal("0.1"))
                .kurtosis(BigDecimal.valueOf(-5))
                .maximumWinsorised(3);
        Optional<OutlierTreater.Treated> treated = new OutlierTreater(strict.build(), "a", units).treated(values);
        if (treated.isEmpty()) {
            return;
        }
        double[] kept = treated.get().values();
        for (int i = 0; i < kept.length; i++) {
            assertThat(kept[i]).isFinite();
            for (int j = 0; j < kept.length; j++) {
                if (values[i] <= values[j]) {
                    assertThat(kept[i]).isLessThanOrEqualTo(kept[j] + 1e-9 * Math.abs(kept[j]));
                }
            }
        }
        assertThat(treated.get().report().winsorised()).hasSizeLessThanOrEqualTo(3);
    }
}
