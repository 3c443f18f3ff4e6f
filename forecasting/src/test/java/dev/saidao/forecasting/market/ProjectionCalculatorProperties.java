package dev.saidao.forecasting.market;

import static org.assertj.core.api.Assertions.assertThat;

import dev.saidao.core.bounds.BoundedQuantity;
import dev.saidao.core.bounds.Bounds;
import dev.saidao.core.convention.Label;
import dev.saidao.core.derivation.Operand;
import dev.saidao.core.figure.ReferencePeriod;
import dev.saidao.core.quantity.Unit;
import java.math.BigDecimal;
import java.util.Map;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.assertj.core.data.Percentage;

class ProjectionCalculatorProperties {

    private static final Label NAME = Label.same("market");
    private static final Unit USD = Unit.parse("USD");

    private final ProjectionCalculator calculator = ProjectionCalculator.withDefaults();

    @Property(tries = 200)
    void eachYear_growsByTheRateOnTheYearBefore(
            @ForAll @IntRange(min = 1, max = 1_000_000) int size,
            @ForAll @IntRange(min = -90, max = 300) int percent,
            @ForAll @IntRange(min = 2020, max = 2030) int sizeYear) {
        Projection projection = calculator.projection(outlook(size, "0", percent, "0", sizeYear));
        BigDecimal factor = BigDecimal.ONE.add(BigDecimal.valueOf(percent, 2));

        for (int i = 1; i < projection.rows().size(); i++) {
            BigDecimal before = projection.rows().get(i - 1).size().point().orElseThrow();
            assertThat(projection.rows().get(i).size().point().orElseThrow())
                    .isCloseTo(before.multiply(factor), Percentage.withPercentage(1e-28));
        }
    }

    @Property(tries = 200)
    void widerFigures_neverGiveNarrowerRows_andHoldThePoint(
            @ForAll @IntRange(min = 1, max = 1_000_000) int size,
            @ForAll @IntRange(min = -80, max = 300) int percent,
            @ForAll @IntRange(min = 2020, max = 2030) int sizeYear) {
        Projection narrow = calculator.projection(outlook(size, "0.1", percent, "0.01", sizeYear));
        Projection wide = calculator.projection(outlook(size, "0.3", percent, "0.05", sizeYear));

        for (int i = 0; i < narrow.rows().size(); i++) {
            Bounds inner = narrow.rows().get(i).size().bounds();
            assertThat(wide.rows().get(i).size().bounds().encloses(inner)).isTrue();
            assertThat(inner.contains(narrow.rows().get(i).size().point().orElseThrow()))
                    .isTrue();
        }
    }

    private static MarketOutlook outlook(int size, String sizeWidth, int percent, String rateWidth, int sizeYear) {
        return MarketOutlook.of(
                NAME,
                Map.of(sizeYear, around(USD, BigDecimal.valueOf(size), new BigDecimal(sizeWidth))),
                around(Unit.GROWTH_RATE, BigDecimal.valueOf(percent, 2), new BigDecimal(rateWidth)),
                ReferencePeriod.span(2020, 2030));
    }

    private static Operand around(Unit unit, BigDecimal point, BigDecimal width) {
        return Operand.of(BoundedQuantity.of(unit, Bounds.closed(point.subtract(width), point.add(width)), point));
    }
}
