package dev.saidao.core.figure;

import dev.saidao.core.bounds.BoundedQuantity;
import dev.saidao.core.bounds.Bounds;
import dev.saidao.core.convention.Convention;
import dev.saidao.core.convention.Label;
import dev.saidao.core.quantity.Unit;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;
import org.immutables.value.Value;
import tools.jackson.databind.annotation.JsonDeserialize;
import tools.jackson.databind.annotation.JsonSerialize;

/**
 * How a printed number is read: which numbers can be true, given the digits and the qualifier.
 *
 * <p>With v the printed value and u the worth of the last printed place:
 *
 * <table>
 * <caption>Bounds by qualifier</caption>
 * <tr><th>qualifier</th><th>bounds</th><th>point</th></tr>
 * <tr><td>none, reached (达)</td><td>[v - u/2, v + u/2]; {@link DigitConvention#TRUNCATED}: [v, v + u) for v ≥ 0,
 *     (v - u, v] below; {@link DigitConvention#CUSTOMARY}: with u the customary place</td><td>v</td></tr>
 * <tr><td>at least (以上)</td><td>[v, ∞)</td><td>none</td></tr>
 * <tr><td>more than (超)</td><td>(v, ∞)</td><td>none</td></tr>
 * <tr><td>at most (以下)</td><td>(-∞, v]</td><td>none</td></tr>
 * <tr><td>less than (不到)</td><td>(-∞, v)</td><td>none</td></tr>
 * <tr><td>nearly (近)</td><td>[v - w, v) with w the {@link AboutWidth}</td><td>none</td></tr>
 * <tr><td>about (约, 左右)</td><td>[v - w, v + w]</td><td>v</td></tr>
 * <tr><td>as high as (高达)</td><td>as none; {@link HighestConvention#CEILING}: as at most</td><td>v, or none</td></tr>
 * </table>
 *
 * <p>A printed range reaches from the least that its lower end allows to the most that its upper end does, and names no point.
 *
 * <p>Two rules narrow this. Counts, densities, measured amounts and spans of years that are printed without a minus are not negative (unless the
 * words leave nothing else: "under 0"), and growth rates are at least -1. Counts printed without decimals, and calendar years, are whole numbers ({@link #wholeCounts}):
 * 24 parks are 24, not 23.5 to 24.5, and 225万 persons are 2,245,000 to 2,255,000.
 *
 * @since 0.1
 */
@Value.Immutable
@JsonSerialize(as = ImmutableReadingConvention.class)
@JsonDeserialize(as = ImmutableReadingConvention.class)
public abstract class ReadingConvention {

    /** The constant, in a class of its own, since it is of a subclass of this one. */
    private static final class Defaults {
        static final ReadingConvention INSTANCE = ImmutableReadingConvention.of(
                DigitConvention.ROUNDED, AboutWidth.NARROWER, HighestConvention.EMPHASIS, true);
        static final ReadingConvention STRICT = INSTANCE.with(AboutWidth.ROUNDING_ONLY);
        static final ReadingConvention CUSTOMARY =
                INSTANCE.with(DigitConvention.CUSTOMARY).with(AboutWidth.CUSTOMARY);
    }

    ReadingConvention() {}

    /** {@return how the digits that were not printed were dealt with} */
    @Value.Parameter
    public abstract DigitConvention digits();

    /** {@return how wide "about" and "nearly" are} */
    @Value.Parameter
    public abstract AboutWidth about();

    /** {@return what "as high as" means} */
    @Value.Parameter
    public abstract HighestConvention highest();

    /** {@return whether counts printed without decimals are whole numbers} */
    @Value.Parameter
    public abstract boolean wholeCounts();

    /** {@return {@link DigitConvention#ROUNDED}, {@link AboutWidth#NARROWER}, {@link HighestConvention#EMPHASIS}, whole} */
    public static ReadingConvention withDefaults() {
        return Defaults.INSTANCE;
    }

    /**
     * {@return the reading by the printed digits only: {@link DigitConvention#ROUNDED}, {@link AboutWidth#ROUNDING_ONLY},
     * {@link HighestConvention#EMPHASIS}, whole}
     */
    public static ReadingConvention strict() {
        return Defaults.STRICT;
    }

    /**
     * {@return the kind reading: {@link DigitConvention#CUSTOMARY}, {@link AboutWidth#CUSTOMARY}, {@link
     * HighestConvention#EMPHASIS}, whole; its bounds hold those of {@link #strict()}, but for whole numbers after "nearly"}
     */
    public static ReadingConvention customary() {
        return Defaults.CUSTOMARY;
    }

    /**
     * Returns this convention with other treatment of digits.
     *
     * @param digits how the digits that were not printed were dealt with
     * @return the convention
     */
    public final ReadingConvention with(DigitConvention digits) {
        return ImmutableReadingConvention.of(digits, about(), highest(), wholeCounts());
    }

    /**
     * Returns this convention with another width of "about".
     *
     * @param about how wide "about" and "nearly" are
     * @return the convention
     */
    public final ReadingConvention with(AboutWidth about) {
        return ImmutableReadingConvention.of(digits(), about, highest(), wholeCounts());
    }

    /**
     * Returns this convention with another meaning of "as high as".
     *
     * @param highest what "as high as" means
     * @return the convention
     */
    public final ReadingConvention with(HighestConvention highest) {
        return ImmutableReadingConvention.of(digits(), about(), highest, wholeCounts());
    }

    /**
     * Returns this convention with counts that may have fractions, such as averages.
     *
     * @param wholeCounts whether counts printed without decimals are whole numbers
     * @return the convention
     */
    public final ReadingConvention withWhole(boolean wholeCounts) {
        return ImmutableReadingConvention.of(digits(), about(), highest(), wholeCounts);
    }

    /**
     * Reads a printed number.
     *
     * @param printed the number
     * @return the numbers that can be true, and the point that was named, if one was
     */
    public final BoundedQuantity read(PrintedNumber printed) {
        if (printed.isRange()) {
            return readRange(printed);
        }
        BigDecimal value = printed.amount();
        Qualifier qualifier = printed.qualifier();
        if (qualifier == Qualifier.AS_HIGH_AS) {
            qualifier = highest() == HighestConvention.EMPHASIS ? Qualifier.NONE : Qualifier.AT_MOST;
        }
        BigDecimal width = about().width(printed);
        boolean named = qualifier == Qualifier.NONE || qualifier == Qualifier.REACHED || qualifier == Qualifier.ABOUT;
        Bounds stated = switch (qualifier) {
            case NONE, REACHED, AS_HIGH_AS -> unprintedDigits(value, printed);
            case AT_LEAST -> Bounds.atLeast(value);
            case MORE_THAN -> Bounds.greaterThan(value);
            case AT_MOST -> Bounds.atMost(value);
            case LESS_THAN -> Bounds.lessThan(value);
            case NEARLY -> Bounds.closedOpen(value.subtract(width), value);
            case ABOUT -> Bounds.closed(value.subtract(width), value.add(width));
        };
        Bounds possible = stated.intersection(range(printed.unit(), value));
        // "under 0" of a count says that it is negative, whatever that is to mean
        boolean negativeSaid = possible.isEmpty() && printed.unit().kind() != Unit.Kind.GROWTH_RATE;
        Bounds bounds = negativeSaid ? stated : possible;
        if (isWhole(printed)) {
            bounds = wholeNumbers(bounds);
        }
        return named ? BoundedQuantity.of(printed.unit(), bounds, value) : BoundedQuantity.of(printed.unit(), bounds);
    }

    /** From the least that the lower end allows to the most that the upper end does; no point is named. */
    private BoundedQuantity readRange(PrintedNumber printed) {
        Bounds low = read(printed.lowerEnd()).bounds();
        Bounds high = read(printed.upperEnd()).bounds();
        Bounds above = low.lower()
                .map(end -> low.isLowerClosed() ? Bounds.atLeast(end) : Bounds.greaterThan(end))
                .orElse(Bounds.all());
        Bounds below = high.upper()
                .map(end -> high.isUpperClosed() ? Bounds.atMost(end) : Bounds.lessThan(end))
                .orElse(Bounds.all());
        return BoundedQuantity.of(printed.unit(), above.intersection(below));
    }

    /**
     * Names the conventions by which a printed number is read: those that matter for its qualifier.
     *
     * @param printed the number
     * @return their ids and texts, such as {@code digits.rounded}
     */
    public final List<Convention> conventionsFor(PrintedNumber printed) {
        List<Convention> result = new ArrayList<>();
        switch (printed.qualifier()) {
            case NONE, REACHED -> result.add(digits().convention());
            case NEARLY, ABOUT -> result.add(about().convention());
            case AS_HIGH_AS -> {
                result.add(highest().convention());
                if (highest() == HighestConvention.EMPHASIS) {
                    result.add(digits().convention());
                }
            }
            case AT_LEAST, AT_MOST ->
                result.add(Convention.of(
                        "qualifier.included", Label.of("at least and at most include the number", "以上、以下包括本数")));
            case MORE_THAN, LESS_THAN ->
                result.add(Convention.of(
                        "qualifier.excluded", Label.of("more than and less than exclude the number", "超过、不到不包括本数")));
        }
        if (isWhole(printed)) {
            result.add(Convention.of("counts.whole", Label.of("counts are whole numbers", "计数为整数")));
        }
        return result;
    }

    private Bounds unprintedDigits(BigDecimal value, PrintedNumber printed) {
        BigDecimal place = digits() == DigitConvention.CUSTOMARY ? printed.customaryPlace() : printed.lastPlace();
        if (digits() == DigitConvention.TRUNCATED) {
            return value.signum() >= 0
                    ? Bounds.closedOpen(value, value.add(place))
                    : Bounds.openClosed(value.subtract(place), value);
        }
        BigDecimal half = place.divide(BigDecimal.valueOf(2));
        return Bounds.closed(value.subtract(half), value.add(half));
    }

    private static Bounds range(Unit unit, BigDecimal value) {
        return switch (unit.kind()) {
            case GROWTH_RATE -> Bounds.atLeast(BigDecimal.ONE.negate());
            case COUNT, DENSITY, YEARS -> value.signum() >= 0 ? Bounds.atLeast(BigDecimal.ZERO) : Bounds.all();
            case PHYSICAL -> value.signum() >= 0 && !unit.isOpaque() ? Bounds.atLeast(BigDecimal.ZERO) : Bounds.all();
            case MONEY, SHARE, PERCENTAGE_POINTS, MULTIPLE, CALENDAR_YEAR, NUMBER -> Bounds.all();
        };
    }

    private boolean isWhole(PrintedNumber printed) {
        return switch (printed.unit().kind()) {
            case CALENDAR_YEAR -> true;
            case COUNT ->
                wholeCounts()
                        && printed.amount().scale() == 0
                        && printed.lastPlace().scale() == 0;
            default -> false;
        };
    }

    private static Bounds wholeNumbers(Bounds bounds) {
        Bounds whole = Bounds.all();
        if (bounds.lower().isPresent()) {
            BigDecimal low = bounds.lower().get();
            BigDecimal first = low.setScale(0, RoundingMode.CEILING);
            whole = Bounds.atLeast(
                    first.compareTo(low) == 0 && !bounds.isLowerClosed() ? first.add(BigDecimal.ONE) : first);
        }
        if (bounds.upper().isPresent()) {
            BigDecimal high = bounds.upper().get();
            BigDecimal last = high.setScale(0, RoundingMode.FLOOR);
            whole = whole.intersection(Bounds.atMost(
                    last.compareTo(high) == 0 && !bounds.isUpperClosed() ? last.subtract(BigDecimal.ONE) : last));
        }
        // "nearly 1" has no whole number to it, and means something all the same
        return whole.isEmpty() ? bounds : whole;
    }
}
