package dev.saidao.forecasting.series;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import dev.saidao.core.convention.Label;
import dev.saidao.core.figure.Figure;
import dev.saidao.core.figure.Indicator;
import dev.saidao.core.figure.ReadingConvention;
import dev.saidao.core.figure.ReferencePeriod;
import dev.saidao.core.figure.Source;
import dev.saidao.core.figure.Status;
import dev.saidao.core.figure.Subject;
import dev.saidao.core.text.FigureFormat;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

class SeriesGrowthCalculatorTest {

    private static final SeriesGrowthCalculator GROWTH = SeriesGrowthCalculator.withDefaults();

    private static AnnualSeries series(String... printed) {
        List<Figure> figures = new ArrayList<>();
        for (int i = 0; i < printed.length; i++) {
            figures.add(Figure.builder()
                    .id("A-" + i)
                    .subject(Subject.of("robots", Label.same("robots")))
                    .indicator(Indicator.of("revenue", Label.same("revenue")))
                    .period(ReferencePeriod.year(2021 + i))
                    .status(Status.OBSERVED)
                    .source(Source.of(
                            "s", Label.same("A yearbook"), Label.same("An office"), LocalDate.of(2025, 1, 31)))
                    .locator("table 1")
                    .asPublished(printed[i])
                    .printed(FigureFormat.chinese().parse(printed[i]))
                    .build());
        }
        return AnnualSeries.of(figures, ReadingConvention.strict());
    }

    /** 2.25 over two years is 1.5 a year. */
    @Test
    void endPointRate_closedForm() {
        SeriesGrowth growth = GROWTH.endPointRate(AnnualSeries.of(2021, 4, 7, 9));
        assertThat(growth.rate()).isCloseTo(0.5, within(1e-14));
        assertThat(growth.bounds()).isEqualTo(new Interval(growth.rate(), growth.rate()));
        assertThat(growth.explanation().steps()).extracting(Label::en).contains("2021 to 2023, 2 steps");
    }

    /** ln y of 0, 1, 2, 5 has the slope (1.5 · 5 + 0.5 · 2 - 0.5 · 1 - 1.5 · 0) / 5 = 1.6. */
    @Test
    void leastSquaresRate_closedForm() {
        SeriesGrowth growth = GROWTH.leastSquaresRate(AnnualSeries.of(2020, 1, Math.exp(1), Math.exp(2), Math.exp(5)));
        assertThat(growth.rate()).isCloseTo(Math.expm1(1.6), within(1e-12));
    }

    /** 9.5 to 10.5, 11.5 to 12.5 (12 printed): from 11.5 / 10.5 to 12.5 / 9.5. */
    @Test
    void bounds_followFromPrintedDigits() {
        SeriesGrowth growth = GROWTH.endPointRate(series("10亿元", "12亿元"));
        assertThat(growth.rate()).isCloseTo(0.2, within(1e-14));
        assertThat(growth.bounds().low()).isCloseTo(11.5 / 10.5 - 1, within(1e-12));
        assertThat(growth.bounds().high()).isCloseTo(12.5 / 9.5 - 1, within(1e-12));
    }

    @Test
    void widerBounds_neverNarrowTheRate() {
        for (List<String[]> pair : List.of(
                List.of(new String[] {"10.0亿元", "11.0亿元", "13.0亿元"}, new String[] {"10亿元", "11亿元", "13亿元"}),
                List.of(new String[] {"10.00亿元", "11亿元", "13亿元"}, new String[] {"10.0亿元", "11亿元", "13亿元"}))) {
            for (boolean isEnds : new boolean[] {true, false}) {
                Interval narrow = rate(series(pair.get(0)), isEnds).bounds();
                Interval wide = rate(series(pair.get(1)), isEnds).bounds();
                assertThat(wide.low()).isLessThan(narrow.low());
                assertThat(wide.high()).isGreaterThan(narrow.high());
            }
        }
    }

    private static SeriesGrowth rate(AnnualSeries series, boolean isEnds) {
        return isEnds ? GROWTH.endPointRate(series) : GROWTH.leastSquaresRate(series);
    }

    /** What grows at one rate has that rate, by either, gaps or not. */
    @Property(tries = 200)
    void constantGrowth_hasItsRate(
            @ForAll @DoubleRange(min = -0.9, max = 3) double rate,
            @ForAll @IntRange(min = 1, max = 9) int one,
            @ForAll @IntRange(min = 10, max = 20) int other) {
        AnnualSeries series = AnnualSeries.of(Map.of(
                2000, 7.0, 2000 + one, 7 * Math.pow(1 + rate, one), 2000 + other, 7 * Math.pow(1 + rate, other)));
        assertThat(GROWTH.endPointRate(series).rate()).isCloseTo(rate, within(1e-11));
        assertThat(GROWTH.leastSquaresRate(series).rate()).isCloseTo(rate, within(1e-11));
    }

    @Test
    void badInput_throws() {
        assertThatThrownBy(() -> GROWTH.endPointRate(AnnualSeries.of(2020, 1)))
                .hasMessage("Series must have two values or more: 2020: 1");
        assertThatThrownBy(() -> GROWTH.leastSquaresRate(AnnualSeries.of(2020, 1, 0, 2)))
                .hasMessage("Value of 2021 must be positive: 0.0");
    }
}
