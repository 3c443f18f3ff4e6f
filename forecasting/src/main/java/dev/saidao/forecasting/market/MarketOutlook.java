package dev.saidao.forecasting.market;

import dev.saidao.core.convention.Label;
import dev.saidao.core.derivation.Operand;
import dev.saidao.core.figure.Figure;
import dev.saidao.core.figure.ReadingConvention;
import dev.saidao.core.figure.ReferencePeriod;
import dev.saidao.core.internal.Require;
import dev.saidao.core.quantity.Unit;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.immutables.value.Value;
import tools.jackson.databind.annotation.JsonDeserialize;
import tools.jackson.databind.annotation.JsonSerialize;

/**
 * What was published about the size of a market: sizes of some years, and perhaps a growth rate for a span of years.
 *
 * @since 0.1
 */
@Value.Immutable
@JsonSerialize(as = ImmutableMarketOutlook.class)
@JsonDeserialize(as = ImmutableMarketOutlook.class)
public abstract class MarketOutlook {

    private static final int LAST_YEAR = 9_999;

    MarketOutlook() {}

    /** {@return what the market is called} */
    @Value.Parameter
    public abstract Label name();

    /** {@return the published sizes by year, earliest first; 1 or more of one unit} */
    @Value.Parameter
    public abstract Map<Integer, Operand> sizes();

    /** {@return the published growth rate, if there is one} */
    @Value.Parameter
    public abstract Optional<Operand> rate();

    /** {@return the years for which the rate was published; present if the rate is} */
    @Value.Parameter
    public abstract Optional<ReferencePeriod> span();

    /**
     * Returns an outlook of sizes only.
     *
     * @param name what the market is called
     * @param sizes the sizes by year, 1 or more of one unit
     * @return the outlook
     * @throws IllegalArgumentException if there are no sizes or a year is not 1 to 9999
     * @throws dev.saidao.core.quantity.UnitMismatchException if the units differ
     */
    public static MarketOutlook of(Label name, Map<Integer, Operand> sizes) {
        return ImmutableMarketOutlook.of(name, sizes, Optional.empty(), Optional.empty());
    }

    /**
     * Returns an outlook of sizes and a growth rate.
     *
     * @param name what the market is called
     * @param sizes the sizes by year, 1 or more of one unit
     * @param rate the growth rate per year
     * @param span the years for which it holds
     * @return the outlook
     * @throws IllegalArgumentException if there are no sizes, a year is not 1 to 9999, the rate is no growth rate or the
     *     span no span
     * @throws dev.saidao.core.quantity.UnitMismatchException if the units differ
     */
    public static MarketOutlook of(Label name, Map<Integer, Operand> sizes, Operand rate, ReferencePeriod span) {
        return ImmutableMarketOutlook.of(name, sizes, Optional.of(rate), Optional.of(span));
    }

    /**
     * Returns the outlook that figures tell.
     *
     * @param name what the market is called
     * @param sizes figures of sizes, each with a year
     * @param rate a figure of a growth rate with a span of years, if there is one
     * @param convention how to read them
     * @return the outlook
     * @throws IllegalArgumentException if a figure has no number or not the period it needs, or two sizes are of one year
     * @throws dev.saidao.core.quantity.UnitMismatchException if the units of the sizes differ
     */
    public static MarketOutlook of(
            Label name, List<Figure> sizes, Optional<Figure> rate, ReadingConvention convention) {
        Map<Integer, Operand> byYear = new TreeMap<>();
        for (Figure size : sizes) {
            int year = size.period()
                    .lastYear()
                    .orElseThrow(() -> new IllegalArgumentException("Size must have a year: figure " + size.id()));
            if (byYear.put(year, Operand.read(size, convention)) != null) {
                throw new IllegalArgumentException("Size must be given once a year: " + year + ", figure " + size.id());
            }
        }
        return ImmutableMarketOutlook.of(
                name, byYear, rate.map(figure -> Operand.read(figure, convention)), rate.map(Figure::period));
    }

    /** {@return the unit of the sizes} */
    public final Unit unit() {
        return sizes().values().iterator().next().value().unit();
    }

    @Value.Check
    final MarketOutlook check() {
        Require.that(!sizes().isEmpty(), "Sizes must be 1 or more: none for %s", name().en());
        sizes().forEach((year, size) -> {
            Require.between(year, 1, LAST_YEAR, "Year");
            unit().requireSame(size.value().unit());
        });
        rate().ifPresent(rate -> rate.value().unit().requireKind(Unit.Kind.GROWTH_RATE, "Rate"));
        Require.that(rate().isPresent() == span().isPresent(), "Rate and span must be given together: %s", name().en());
        span().ifPresent(span -> {
            Require.that(span.kind() == ReferencePeriod.Kind.SPAN, "Rate must have a span of years: %s", span);
        });
        Map<Integer, Operand> sorted = new LinkedHashMap<>(new TreeMap<>(sizes()));
        return List.copyOf(sorted.keySet()).equals(List.copyOf(sizes().keySet()))
                ? this
                : ImmutableMarketOutlook.of(name(), sorted, rate(), span());
    }
}
