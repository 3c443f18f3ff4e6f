package dev.saidao.forecasting.series;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.saidao.core.bounds.Bounds;
import dev.saidao.core.convention.Label;
import dev.saidao.core.figure.Figure;
import dev.saidao.core.figure.Indicator;
import dev.saidao.core.figure.ReadingConvention;
import dev.saidao.core.figure.ReferencePeriod;
import dev.saidao.core.figure.Source;
import dev.saidao.core.figure.Status;
import dev.saidao.core.figure.Subject;
import dev.saidao.core.json.JsonReadException;
import dev.saidao.core.json.SaidaoJson;
import dev.saidao.core.quantity.Unit;
import dev.saidao.core.text.FigureFormat;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AnnualSeriesTest {

    private static final ReadingConvention STRICT = ReadingConvention.strict();

    private static Figure figure(String id, String printed, ReferencePeriod period, Status status) {
        Figure.Builder figure = Figure.builder()
                .id(id)
                .subject(Subject.of("robots", Label.same("robots")))
                .indicator(Indicator.of("revenue", Label.same("revenue")))
                .period(period)
                .status(status)
                .source(Source.of("s", Label.same("A yearbook"), Label.same("An office"), LocalDate.of(2025, 1, 31)))
                .locator("table 1");
        return printed.isEmpty()
                ? figure.build()
                : figure.asPublished(printed)
                        .printed((printed.startsWith("USD") ? FigureFormat.english() : FigureFormat.chinese())
                                .parse(printed))
                        .build();
    }

    private static Figure figure(String id, String printed, int year) {
        return figure(id, printed, ReferencePeriod.year(year), Status.OBSERVED);
    }

    private static AnnualSeries series(Figure... figures) {
        return AnnualSeries.of(Arrays.asList(figures), STRICT);
    }

    @Test
    void of_figures_hasUnitYearsGapsAndBounds() {
        AnnualSeries series = series(figure("A-3", "12.5亿元", 2024), figure("A-1", "10亿元", 2021));

        assertThat(series.unit()).contains(Unit.parse("CNY"));
        assertThat(series.byYear()).containsExactly(Map.entry(2021, 1e9), Map.entry(2024, 1.25e9));
        assertThat(series.gaps()).containsExactly(2022, 2023);
        // half of the last printed place
        assertThat(series.known(2024).orElseThrow().bounds())
                .isEqualTo(Bounds.closed(new BigDecimal("1245000000"), new BigDecimal("1255000000")));
        assertThat(series.known(2022)).isEmpty();
        assertThat(series.operands().get(2021))
                .extracting(operand -> operand.figure().map(Figure::id).orElseThrow())
                .isEqualTo("A-1");
        assertThat(series).hasToString("2021: 1000000000 CNY, 2024: 1250000000 CNY");
    }

    @Test
    void of_figuresThatAgree_takesTheNarrowest() {
        AnnualSeries series = series(
                figure("A-1", "10亿元", 2021),
                figure("B-1", "10.2亿元", 2021),
                figure("C-1", "超10亿元", 2021),
                figure("B-2", "11亿元", ReferencePeriod.year(2022), Status.ESTIMATED));

        assertThat(series.operands().get(2021))
                .extracting(operand -> operand.figure().map(Figure::id).orElseThrow())
                .isEqualTo("B-1");
    }

    @Test
    void of_figuresThatConflict_namesThemAll() {
        assertThatThrownBy(() -> series(
                        figure("A-1", "10亿元", 2021),
                        figure("B-1", "10.8亿元", 2021),
                        figure("A-2", "12亿元", 2022),
                        figure("B-2", "14亿元", 2022)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("Figures must make a series: figures of 2021 must agree: 10亿元 (A-1), 10.8亿元 (B-1); "
                        + "figures of 2022 must agree: 12亿元 (A-2), 14亿元 (B-2)");
    }

    @Test
    void of_figuresOfSeveralUnits_namesThem() {
        assertThatThrownBy(() -> series(figure("A-1", "10亿元", 2021), figure("A-2", "USD 2 bn", 2022)))
                .hasMessage("Figures must make a series: figures must be of one unit: CNY (A-1), USD (A-2)");
    }

    @Test
    void of_stockAndFlow_isRefused() {
        assertThatThrownBy(() -> series(
                        figure("A-1", "10家", 2021), figure("A-2", "12家", ReferencePeriod.endOf(2022), Status.OBSERVED)))
                .hasMessageContaining("one kind of year: YEAR (A-1), END_OF_YEAR (A-2)");
    }

    @Test
    void of_observedAndForecast_isRefused() {
        assertThatThrownBy(() -> series(
                        figure("A-1", "10亿元", 2021),
                        figure("A-2", "12亿元", ReferencePeriod.year(2030), Status.FORECAST)))
                .hasMessageContaining("one kind of statement: OBSERVED (A-1), FORECAST (A-2)");
    }

    @Test
    void of_figuresWithoutNumberOrYear_namesThem() {
        assertThatThrownBy(() -> series(
                        figure("A-1", "", 2021),
                        figure("A-2", "12亿元", ReferencePeriod.undated(), Status.OBSERVED),
                        figure("A-3", "超12亿元", 2022)))
                .hasMessageContaining("a figure must have a number: A-1")
                .hasMessageContaining("a figure must be of a year: undated (A-2)")
                .hasMessageContaining("a figure of 2022 must name a number: 超12亿元 (A-3)");
        assertThatThrownBy(() -> series()).hasMessage("Figures of a series must be 1 or more: none");
    }

    @Test
    void of_unit_takesAnyNumbers() {
        AnnualSeries series = AnnualSeries.of(Unit.SHARE, Map.of(2021, new BigDecimal("0.125"), 2023, BigDecimal.ONE));

        assertThat(series.unit()).contains(Unit.SHARE);
        assertThat(series.value(2021)).hasValue(0.125);
        assertThat(series.until(2022)).isEqualTo(AnnualSeries.of(Unit.SHARE, Map.of(2021, 0.125)));
        assertThat(series).isNotEqualTo(AnnualSeries.of(Map.of(2021, 0.125, 2023, 1.0)));
    }

    /** A gap of two years between 10 and 16 is filled with 12 and 14. */
    @Test
    void regular_gaps_lieOnTheLine() {
        assertThat(AnnualSeries.of(Map.of(2021, 10, 2024, 16, 2025, 15)).regular())
                .containsExactly(10, 12, 14, 16, 15);
    }

    @ParameterizedTest
    @CsvSource({"1e101", "NaN", "-Infinity"})
    void of_valueOutOfRange_isRefused(double value) {
        assertThatThrownBy(() -> AnnualSeries.of(2021, 1, value))
                .hasMessage("Value of 2022 must be within ±1e100: " + value);
    }

    @Test
    void of_yearsTooFarApart_isRefused() {
        assertThatThrownBy(() -> AnnualSeries.of(Map.of(1, 1.0, 10_001, 2.0)))
                .hasMessage("Years of a series must be within 10000: 1 to 10001");
        assertThatThrownBy(() -> AnnualSeries.of(Map.of())).hasMessage("Series must have a value: {}");
    }

    /** Years are counted from each other, not from the beginning of time, and the largest value is admitted. */
    @Test
    void of_valuesAtTheirLimits_isASeries() {
        assertThat(AnnualSeries.of(6000, 1, 2).lastYear()).isEqualTo(6001);
        assertThat(AnnualSeries.of(Map.of(1, 1.0, 10_000, 2.0)).size()).isEqualTo(2);
        assertThat(AnnualSeries.of(2020, 1e100, -1e100).values()).containsExactly(1e100, -1e100);
    }

    @Test
    void of_figuresOfSeveralSubjectsAndIndicators_namesThem() {
        Figure drones = Figure.builder()
                .from(figure("A-2", "12亿元", 2022))
                .subject(Subject.of("drones", Label.same("drones")))
                .build();
        Figure exports = Figure.builder()
                .from(figure("A-3", "13亿元", 2023))
                .indicator(Indicator.of("exports", Label.same("exports")))
                .build();

        assertThatThrownBy(() -> series(figure("A-1", "10亿元", 2021), drones, exports))
                .hasMessage(
                        "Figures must make a series: figures must be of one subject: robots (A-1, A-3), drones (A-2); "
                                + "figures must be of one indicator: revenue (A-1, A-2), exports (A-3)");
    }

    /** Where nobody kept what was printed, the number as it was read says which figure is meant. */
    @Test
    void of_figuresWithoutTheirPrint_showsTheNumber() {
        Figure one = Figure.builder()
                .from(figure("A-1", "10亿元", 2021))
                .asPublished(Optional.empty())
                .build();

        assertThatThrownBy(() -> series(one, figure("B-1", "12亿元", 2021)))
                .hasMessage("Figures must make a series: figures of 2021 must agree: "
                        + one.printed().orElseThrow() + " (A-1), 12亿元 (B-1)");
    }

    @Test
    void json_ofFigures_roundTrips() {
        AnnualSeries series = series(figure("A-1", "10亿元", 2021), figure("A-2", "12.5亿元", 2023));

        assertThat(SaidaoJson.read(SaidaoJson.write(series), AnnualSeries.class))
                .isEqualTo(series);
    }

    @Test
    void json_ofNumbers_isShort() {
        AnnualSeries series = AnnualSeries.of(Unit.parse("CNY"), Map.of(2021, 10, 2023, 12.5));

        assertThat(SaidaoJson.write(series).replaceAll("\\s+", ""))
                .isEqualTo("{\"unit\":\"CNY\",\"byYear\":{\"2021\":10.0,\"2023\":12.5}}");
        assertThat(SaidaoJson.read(SaidaoJson.write(series), AnnualSeries.class))
                .isEqualTo(series);
    }

    @Test
    void json_valueBesideItsFigure_isRefused() {
        String json =
                SaidaoJson.write(series(figure("A-1", "10亿元", 2021))).replace("\"2021\" : 1.0E9", "\"2021\" : 1.1E9");

        assertThatThrownBy(() -> SaidaoJson.read(json, AnnualSeries.class))
                .isInstanceOf(JsonReadException.class)
                .hasMessageContaining("must be the point of its operand");
    }

    @Test
    void json_operandOfAnotherUnitOrYear_isRefused() {
        String json = SaidaoJson.write(series(figure("A-1", "10亿元", 2021), figure("A-2", "12亿元", 2022)));

        assertThatThrownBy(() -> SaidaoJson.read(
                        json.replaceFirst("\"unit\" : \"CNY\"", "\"unit\" : \"USD\""), AnnualSeries.class))
                .isInstanceOf(JsonReadException.class)
                .hasMessageContaining("USD")
                .hasMessageContaining("CNY");
        assertThatThrownBy(() ->
                        SaidaoJson.read(json.replaceFirst("\"2022\" : 1.2E9", "\"2023\" : 1.2E9"), AnnualSeries.class))
                .hasMessageContaining("Operands must be of the years that have a value: [2021, 2022], [2021, 2023]");
    }

    @Test
    void unit_ofBareNumbers_isUnknown() {
        assertThat(AnnualSeries.of(2021, 10, 13).unit()).isEqualTo(Optional.empty());
        assertThat(List.copyOf(AnnualSeries.of(2021, 10, 13).operands().keySet()))
                .isEmpty();
    }

    /** The same points with wider bounds give the same forecast, and wider intervals. */
    @Test
    void widerBounds_neverNarrowAnInterval() {
        AnnualSeries exact =
                series(figure("A-1", "10.00亿元", 2021), figure("A-2", "12.00亿元", 2022), figure("A-3", "15.00亿元", 2023));
        AnnualSeries rounded =
                series(figure("A-1", "10亿元", 2021), figure("A-2", "12亿元", 2022), figure("A-3", "15亿元", 2023));
        AnnualSeries finer =
                series(figure("A-1", "10.0亿元", 2021), figure("A-2", "12.0亿元", 2022), figure("A-3", "15.0亿元", 2023));
        AnnualSeries numbers = AnnualSeries.of(Unit.parse("CNY"), exact.byYear());
        List<Double> points =
                ForecastCalculator.withDefaults().forecast(numbers, 3).points();
        List<Interval> intervals = Stream.of(numbers, exact, finer, rounded)
                .map(series -> ForecastCalculator.withDefaults().forecast(series, 3))
                .peek(forecast -> assertThat(forecast.points()).isEqualTo(points))
                .map(forecast -> forecast.interval(2026, 0.8))
                .toList();
        for (int i = 1; i < intervals.size(); i++) {
            assertThat(intervals.get(i).low()).isLessThan(intervals.get(i - 1).low());
            assertThat(intervals.get(i).high())
                    .isGreaterThan(intervals.get(i - 1).high());
        }
    }
}
