package dev.saidao.core.audit;

import dev.saidao.core.bounds.BoundedQuantity;
import dev.saidao.core.bounds.Bounds;
import dev.saidao.core.bounds.BoundsArithmetic;
import dev.saidao.core.bounds.RoughBounds;
import dev.saidao.core.quantity.Quantity;
import dev.saidao.core.quantity.Unit;
import java.math.BigDecimal;
import java.math.MathContext;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** What is known of one member of a relation. Of a print, what few ask for is read when they do. */
final class Evidence {

    private static final MathContext POINTS = new MathContext(60);
    private static final BoundsArithmetic ARITHMETIC =
            BoundsArithmetic.withDefaults().withDigits(BoundsArithmetic.MAX_DIGITS);

    private final Unit unit;
    private final @Nullable BigDecimal point;
    private final @Nullable ReadNumber number;
    // absent where they are as the print has them
    private final @Nullable Bounds bounds;
    private final @Nullable Bounds digits;

    private final @Nullable Bounds rounding;
    private final @Nullable Bounds truncated;
    /** Of what is a multiple of other evidence, that; what few ask for is multiplied when they do. */
    private final @Nullable Multiple multiple;

    private record Multiple(Evidence of, Bounds by) {}

    private Evidence(ReadNumber number) {
        this.unit = number.unit();
        this.point = null;
        this.number = number;
        this.bounds = null;
        this.digits = null;
        this.rounding = null;
        this.truncated = null;
        this.multiple = null;
    }

    private Evidence(Multiple multiple) {
        Evidence of = multiple.of;
        this.unit = of.unit;
        this.point = multiple.by
                .singleValue()
                .flatMap(factor -> of.point().map(factor::multiply))
                .orElse(null);
        this.number = null;
        this.bounds = ARITHMETIC.times(of.bounds(), multiple.by);
        this.digits = null;
        this.rounding = null;
        this.truncated = null;
        this.multiple = multiple;
    }

    private Evidence(
            Unit unit,
            Optional<BigDecimal> point,
            Bounds digits,
            Bounds rounding,
            Bounds bounds,
            Bounds truncated,
            Optional<ReadNumber> number) {
        this.unit = unit;
        this.point = point.orElse(null);
        this.digits = digits;
        this.rounding = rounding;
        this.bounds = bounds;
        this.truncated = truncated;
        this.number = number.orElse(null);
        this.multiple = null;
    }

    static Evidence of(ReadNumber number) {
        return new Evidence(number);
    }

    /** The unit. */
    Unit unit() {
        return unit;
    }

    /** The number printed, apart from its qualifier, or derived from such. */
    Optional<BigDecimal> point() {
        return !isPrint() ? Optional.ofNullable(point) : Optional.of(print().value());
    }

    /** The printed number, if it is one. */
    Optional<ReadNumber> number() {
        return Optional.ofNullable(number);
    }

    /** What can be true. */
    Bounds bounds() {
        return bounds == null ? print().bounds() : bounds;
    }

    /** The numbers that print the same digits. */
    Bounds digits() {
        return digits == null ? ofSource(ReadNumber::digits, Evidence::digits) : digits;
    }

    /** What can be true by rounding alone. */
    Bounds rounding() {
        return rounding == null ? ofSource(ReadNumber::rounding, Evidence::rounding) : rounding;
    }

    /** What can be true if digits were cut off. */
    Bounds truncated() {
        return truncated == null ? ofSource(ReadNumber::truncated, Evidence::truncated) : truncated;
    }

    private Bounds ofSource(Function<ReadNumber, Bounds> ofPrint, Function<Evidence, Bounds> ofMultiple) {
        return multiple == null ? ofPrint.apply(print()) : ARITHMETIC.times(ofMultiple.apply(multiple.of), multiple.by);
    }

    // ---- the same in doubles ----

    /** The number printed, or that of a constant; unknown if there is none. */
    RoughBounds roughPoint() {
        return isPrint()
                ? print().rough(print().valueApprox, print().valueApprox)
                : point().map(value -> RoughBounds.of(Bounds.exactly(value))).orElse(RoughBounds.UNKNOWN);
    }

    /** What prints the same digits. */
    RoughBounds roughDigits() {
        return isPrint() ? print().rough(print().digitsLow, print().digitsHigh) : RoughBounds.of(digits());
    }

    /** What can be true. */
    RoughBounds rough() {
        return isPrint() ? print().rough(print().boundsLow, print().boundsHigh) : RoughBounds.of(bounds());
    }

    private boolean isPrint() {
        return bounds == null;
    }

    /** Whether no word leaves room for more than rounding does. */
    boolean isByRounding() {
        return isPrint() ? print().isUnqualified : rounding().equals(bounds());
    }

    private ReadNumber print() {
        return Objects.requireNonNull(number);
    }

    static Evidence of(Quantity constant) {
        return derived(BoundedQuantity.exactly(constant));
    }

    static Evidence derived(BoundedQuantity value) {
        Bounds bounds = value.bounds();
        return new Evidence(value.unit(), value.point(), bounds, bounds, bounds, bounds, Optional.empty());
    }

    /** Nothing but the unit, and where all such numbers lie. */
    static Evidence none(Unit unit, Bounds range) {
        return new Evidence(unit, Optional.empty(), range, range, range, range, Optional.empty());
    }

    BoundedQuantity possible() {
        return BoundedQuantity.of(unit, bounds());
    }

    /** The same with the number as it goes into a calculation, which is among what is possible. */
    BoundedQuantity read() {
        return isPrint()
                ? print().read()
                : point().map(value -> BoundedQuantity.of(unit, bounds(), value))
                        .orElseGet(this::possible);
    }

    BoundedQuantity byRounding() {
        return BoundedQuantity.of(unit, rounding());
    }

    /** The number as printed; all that is possible if none was. */
    BoundedQuantity pointOrPossible() {
        return point().map(value -> BoundedQuantity.of(unit, Bounds.exactly(value)))
                .orElse(possible());
    }

    /** The same with digits cut off rather than rounded. */
    Evidence cutOff() {
        return new Evidence(unit, point(), digits(), truncated(), truncated(), truncated(), number());
    }

    /** The same with zeros at the end as padding; only of what was printed without a word. */
    Evidence padded() {
        Bounds wider = number().map(ReadNumber::padded).orElse(bounds());
        return wider.equals(bounds()) ? this : new Evidence(unit, point(), digits(), wider, wider, wider, number());
    }

    /** The same multiplied by what grows by a rate, or divided by it, and no longer a print. */
    Evidence grown(Evidence rate, boolean isBefore) {
        return new Evidence(
                unit,
                point().flatMap(value -> rate.point().map(growth -> grown(value, growth, isBefore))),
                grown(digits(), rate.digits(), isBefore),
                grown(rounding(), rate.rounding(), isBefore),
                grown(bounds(), rate.bounds(), isBefore),
                grown(truncated(), rate.truncated(), isBefore),
                Optional.empty());
    }

    private static BigDecimal grown(BigDecimal value, BigDecimal rate, boolean isBefore) {
        BigDecimal factor = BigDecimal.ONE.add(rate);
        return isBefore ? value.divide(factor, POINTS) : value.multiply(factor);
    }

    private static Bounds grown(Bounds value, Bounds rate, boolean isBefore) {
        Bounds factor = ARITHMETIC.plus(Bounds.exactly(BigDecimal.ONE), rate).intersection(Bounds.positive());
        return isBefore ? ARITHMETIC.dividedBy(value, factor) : ARITHMETIC.times(value, factor);
    }

    /** The same multiplied by what lies in bounds, and no longer a print. */
    Evidence times(Bounds factor) {
        return new Evidence(new Multiple(this, factor));
    }
}
