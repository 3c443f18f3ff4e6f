package dev.saidao.forecasting.market;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.saidao.core.bounds.Bounds;
import dev.saidao.core.convention.Label;
import dev.saidao.core.derivation.Operand;
import dev.saidao.core.dossier.Dossier;
import dev.saidao.core.dossier.Dossiers;
import dev.saidao.core.figure.PeriodConvention;
import dev.saidao.core.figure.ReadingConvention;
import dev.saidao.core.figure.ReferencePeriod;
import dev.saidao.core.json.SaidaoJson;
import dev.saidao.core.quantity.GrowthRate;
import dev.saidao.core.quantity.Money;
import dev.saidao.core.quantity.UnitMismatchException;
import java.math.BigDecimal;
import java.math.MathContext;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.assertj.core.data.Percentage;
import org.junit.jupiter.api.Test;

class ProjectionCalculatorTest {

    private static final Label NAME = Label.of("a market", "某市场");

    private final ProjectionCalculator calculator = ProjectionCalculator.withDefaults();
    private final Dossier dossier = Dossiers.of(2026);

    /** By hand: 6.43 / 1.1648^7 = 2.2103…, 6.43 × 1.1648^3 = 10.1617… (USD bn). */
    @Test
    void projection_ofPublishedFigures_goesBackwardsAndForwards() {
        Projection projection = calculator.projection(outlook("B-08", "B-09"));

        assertThat(projection.rows())
                .extracting(Projection.Row::year)
                .containsExactly(2023, 2024, 2025, 2026, 2027, 2028, 2029, 2030, 2031, 2032, 2033);
        assertThat(point(projection, 2023))
                .isCloseTo(
                        new BigDecimal("6430000000").divide(new BigDecimal("1.1648").pow(7), MathContext.DECIMAL128),
                        Percentage.withPercentage(1e-25));
        assertThat(point(projection, 2033))
                .isCloseTo(
                        new BigDecimal("6430000000").multiply(new BigDecimal("1.1648").pow(3)),
                        Percentage.withPercentage(1e-25));
        assertThat(projection.row(2030).basis()).isEqualTo(Projection.Basis.PUBLISHED);
        assertThat(projection.row(2030).operand().figure()).contains(dossier.figure("B-08"));
        assertThat(projection.row(2023).basis()).isEqualTo(Projection.Basis.COMPOUNDED);
        assertThat(projection.row(2023).derivation().orElseThrow().sources())
                .containsExactly(dossier.figure("B-08").source());
    }

    @Test
    void projection_overARateAndOverASize_leavesEveryYearOpen() {
        Projection projection = calculator.projection(outlook("B-22", "B-21"));

        assertThat(projection.rows().subList(0, 10)).allSatisfy(row -> {
            assertThat(row.size().bounds()).isEqualTo(Bounds.greaterThan(BigDecimal.ZERO));
            assertThat(row.size().point()).isEmpty();
        });
        assertThat(projection.row(2035).size()).hasToString("(100000000000, ∞) USD");
    }

    /** Constant growth between 100 and 400 in two steps passes 200. */
    @Test
    void projection_betweenTwoSizes_isInterpolated() {
        MarketOutlook outlook = MarketOutlook.of(NAME, Map.of(2030, usd("400"), 2028, usd("100")));

        Projection projection = calculator.projection(outlook);

        assertThat(projection.rows())
                .extracting(Projection.Row::basis)
                .containsExactly(Projection.Basis.PUBLISHED, Projection.Basis.INTERPOLATED, Projection.Basis.PUBLISHED);
        assertThat(point(projection, 2029)).isEqualByComparingTo("200");
        assertThat(calculator.growthBetween(outlook, 2028, 2030).value().point())
                .contains(BigDecimal.ONE);
    }

    @Test
    void scenarios_standBesideWhatWasPublished() {
        List<Projection> projections = calculator.scenarios(
                outlook("B-01", "B-02"),
                List.of(
                        Scenario.ofRate(Label.of("slow", "慢"), rate("50")),
                        Scenario.ofSizes(Label.of("small", "小"), Map.of(2030, cny("100e9")))
                                .andRate(rate("100"))));

        assertThat(projections)
                .extracting(projection -> projection.name().en())
                .containsExactly("as published", "slow", "small");
        // 238.8 / 1.5^5 = 31.446…; 100 / 2^5 = 3.125
        assertThat(point(projections.get(1), 2025))
                .isCloseTo(
                        new BigDecimal("238.8e9").divide(new BigDecimal("7.59375"), MathContext.DECIMAL128),
                        Percentage.withPercentage(1e-25));
        assertThat(point(projections.get(2), 2025)).isEqualByComparingTo("3125000000");
        assertThat(projections.get(0).row(2025).size())
                .isEqualTo(
                        calculator.projection(outlook("B-01", "B-02")).row(2025).size());
    }

    @Test
    void periodConvention_movesTheFirstYear() {
        assertThat(calculator
                        .with(PeriodConvention.FROM_YEAR_BEFORE)
                        .projection(outlook("B-08", "B-09"))
                        .rows()
                        .get(0)
                        .year())
                .isEqualTo(2022);
        assertThat(calculator
                        .with(PeriodConvention.FROM_YEAR_AFTER)
                        .projection(outlook("B-08", "B-09"))
                        .rows()
                        .get(0)
                        .year())
                .isEqualTo(2024);
    }

    @Test
    void years_beyondWhatWasPublished_areRefused() {
        assertThatThrownBy(() -> calculator.projection(outlook("B-08", "B-09"), 2020, 2030))
                .hasMessage("Years must be in order and within 2023 to 2033: 2020 to 2030");
        assertThatThrownBy(() -> calculator.projection(outlook("B-08", "B-09")).row(2040))
                .hasMessage("Year must be 2023 to 2033: 2040");
        assertThatThrownBy(() -> calculator.scenarios(
                        MarketOutlook.of(NAME, Map.of(2030, usd("5"))), List.of(Scenario.ofRate(NAME, rate("5")))))
                .hasMessage("Scenario with a rate must vary an outlook that has one: a market");
    }

    @Test
    void outlook_thatCannotBe_isRefused() {
        assertThatThrownBy(() -> MarketOutlook.of(NAME, Map.of()))
                .hasMessage("Sizes must be 1 or more: none for a market");
        assertThatThrownBy(() -> MarketOutlook.of(NAME, Map.of(2030, usd("5"), 2031, cny("5"))))
                .isInstanceOf(UnitMismatchException.class);
        assertThatThrownBy(() ->
                        MarketOutlook.of(NAME, Map.of(2030, usd("5")), usd("5"), ReferencePeriod.span(2025, 2030)))
                .hasMessage("Rate must be of kind growth rate: USD");
        assertThatThrownBy(() -> MarketOutlook.of(NAME, Map.of(2030, usd("5")), rate("5"), ReferencePeriod.year(2025)))
                .hasMessage("Rate must have a span of years: 2025");
    }

    @Test
    void json_comesBackEqual() {
        MarketOutlook outlook = outlook("B-08", "B-09");
        Projection projection = calculator.projection(outlook);

        assertThat(SaidaoJson.read(SaidaoJson.write(outlook), MarketOutlook.class))
                .isEqualTo(outlook);
        assertThat(SaidaoJson.read(SaidaoJson.write(projection), Projection.class))
                .isEqualTo(projection);
    }

    private MarketOutlook outlook(String size, String rate) {
        return MarketOutlook.of(
                NAME,
                List.of(dossier.figure(size)),
                Optional.of(dossier.figure(rate)),
                ReadingConvention.withDefaults());
    }

    private static BigDecimal point(Projection projection, int year) {
        return projection.row(year).size().point().orElseThrow();
    }

    private static Operand usd(String amount) {
        return Operand.of(Money.of(new BigDecimal(amount), "USD"));
    }

    private static Operand cny(String amount) {
        return Operand.of(Money.of(new BigDecimal(amount), "CNY"));
    }

    private static Operand rate(String percent) {
        return Operand.of(GrowthRate.ofPercent(new BigDecimal(percent)));
    }
}
