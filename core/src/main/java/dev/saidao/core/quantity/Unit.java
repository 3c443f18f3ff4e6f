package dev.saidao.core.quantity;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import dev.saidao.core.internal.Decimals;
import java.math.BigDecimal;
import java.util.Currency;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.immutables.value.Value;

/**
 * What a number counts: a currency, a thing, one part of a whole, one per year.
 *
 * <p>A unit has a text form, used wherever a unit is written down: {@code CNY} for money (ISO 4217), a plural noun such
 * as {@code persons} for counts, {@code persons per 10 000 employed} for densities, and {@code ratio} (a share of a
 * whole), {@code per year} (a growth rate), {@code percentage points}, {@code times} (a multiple), {@code years} (a span
 * of time) and {@code year} (a calendar year). Measured units are written by their sign, {@code GW}, {@code t}, {@code tce};
 * one that the library does not know stands in brackets, {@code [Scoville]}. A number without a unit is a {@code number}. {@link #parse} is the inverse of {@code toString}.
 *
 * @since 0.1
 */
@Value.Immutable
public abstract class Unit {

    /**
     * The kinds of unit; each has one {@link Quantity} type.
     *
     * @since 0.1
     */
    public enum Kind {
        /** Amounts of a currency: {@link Money}. */
        MONEY,
        /** Numbers of things: {@link dev.saidao.core.quantity.Count}. */
        COUNT,
        /** Parts of a whole: {@link dev.saidao.core.quantity.Share}. */
        SHARE,
        /** Things per n of other things: {@link dev.saidao.core.quantity.Density}. */
        DENSITY,
        /** Growth rates per year: {@link dev.saidao.core.quantity.GrowthRate}. */
        GROWTH_RATE,
        /** Differences of shares or rates: {@link dev.saidao.core.quantity.PercentagePoints}. */
        PERCENTAGE_POINTS,
        /** Ratios of two sizes: {@link dev.saidao.core.quantity.Multiple}. */
        MULTIPLE,
        /** Spans of time: {@link dev.saidao.core.quantity.Years}. */
        YEARS,
        /** Points in time: {@link dev.saidao.core.quantity.CalendarYear}. */
        CALENDAR_YEAR,
        /** Measured amounts: {@link dev.saidao.core.quantity.PhysicalQuantity}. */
        PHYSICAL,
        /** Numbers without a unit: {@link dev.saidao.core.quantity.PlainNumber}. */
        NUMBER
    }

    /** A share of a whole, written {@code ratio}: 0.2 is 20%. */
    public static final Unit SHARE = plain(Kind.SHARE);

    /** A growth rate, written {@code per year}: 0.2 is 20% a year. */
    public static final Unit GROWTH_RATE = plain(Kind.GROWTH_RATE);

    /** A difference of shares or rates, written {@code percentage points}. */
    public static final Unit PERCENTAGE_POINTS = plain(Kind.PERCENTAGE_POINTS);

    /** A ratio of two sizes, written {@code times}. */
    public static final Unit MULTIPLE = plain(Kind.MULTIPLE);

    /** A span of time, written {@code years}. */
    public static final Unit YEARS = plain(Kind.YEARS);

    /** A calendar year, written {@code year}. */
    public static final Unit CALENDAR_YEAR = plain(Kind.CALENDAR_YEAR);

    /** No unit, written {@code number}. */
    public static final Unit NUMBER = plain(Kind.NUMBER);

    private static final Map<String, Unit> PLAIN = Stream.of(
                    SHARE, GROWTH_RATE, PERCENTAGE_POINTS, MULTIPLE, YEARS, CALENDAR_YEAR, NUMBER)
            .collect(Collectors.toUnmodifiableMap(Unit::toString, Function.identity()));
    /** One unit for each currency, since sizes in money are compared by their units more often than anything else. */
    private static final Map<Currency, Unit> MONEY = new ConcurrentHashMap<>();

    private static final Pattern CURRENCY = Pattern.compile("[A-Z]{3}");
    private static final Pattern DENSITY = Pattern.compile("(.+) per (\\d{1,3}(?: \\d{3}){0,3}) (.+)");
    private static final Pattern HEAD = Pattern.compile(
            "[$€£¥￥₹₩₽%‰]|[万亿萬億兆]|元$|\\b(?:thousands?|millions?|billions?|trillions?|lakhs?|crores?|bn|mn|mln|bln|tn|mio|mrd)\\b",
            Pattern.CASE_INSENSITIVE);
    private static final Pattern CODE = Pattern.compile("(?<![A-Za-z])[A-Z]{3}(?![A-Za-z])");
    private static final Set<String> CODES = Currency.getAvailableCurrencies().stream()
            .map(Currency::getCurrencyCode)
            .collect(Collectors.toUnmodifiableSet());
    private static final int MAX_NOUN = 100;

    Unit() {}

    /** {@return the kind} */
    @Value.Parameter
    public abstract Kind kind();

    /** {@return the currency, for money only} */
    @Value.Parameter
    public abstract Optional<Currency> currency();

    /** {@return the thing counted, a plural noun, for counts and densities only} */
    @Value.Parameter
    public abstract Optional<String> thing();

    /** {@return the n of "per n", 1 to 999 999 999 999, for densities only} */
    @Value.Parameter
    public abstract Optional<Long> per();

    /** {@return what the n are, a plural noun, for densities only} */
    @Value.Parameter
    public abstract Optional<String> base();

    /** {@return the sign, for measured units only} */
    @Value.Parameter
    public abstract Optional<String> symbol();

    /**
     * Returns the unit of amounts of a currency.
     *
     * @param currency an ISO 4217 currency
     * @return the unit, written as the currency's code
     */
    public static Unit money(Currency currency) {
        return MONEY.computeIfAbsent(
                currency,
                one -> ImmutableUnit.of(
                        Kind.MONEY,
                        Optional.of(one),
                        Optional.empty(),
                        Optional.empty(),
                        Optional.empty(),
                        Optional.empty()));
    }

    /**
     * Returns the unit of counts of a thing.
     *
     * @param thing a plural noun, such as {@code companies}; 1 to 100 characters
     * @return the unit, written as the noun
     * @throws IllegalArgumentException if the noun is blank, too long, or reads as another unit
     */
    public static Unit count(String thing) {
        return ImmutableUnit.of(
                Kind.COUNT, Optional.empty(), Optional.of(thing), Optional.empty(), Optional.empty(), Optional.empty());
    }

    /**
     * Returns the unit of densities.
     *
     * @param thing what is counted, such as {@code persons}
     * @param per the n of "per n", such as 10,000; 1 to 999,999,999,999
     * @param base what the n are, such as {@code employed}
     * @return the unit, written as in {@code persons per 10 000 employed}
     * @throws IllegalArgumentException if a noun is blank, too long, or reads as another unit; if {@code per} is out of
     *     range
     */
    public static Unit density(String thing, long per, String base) {
        return ImmutableUnit.of(
                Kind.DENSITY,
                Optional.empty(),
                Optional.of(thing),
                Optional.of(per),
                Optional.of(base),
                Optional.empty());
    }

    /**
     * Returns a measured unit.
     *
     * @param sign the sign, such as {@code GWh}, {@code t}, {@code m2}, {@code tCO2e}, {@code person-years}, with its prefix
     * @return the unit, written as the sign
     * @throws IllegalArgumentException if the sign is not known
     */
    public static Unit physical(String sign) {
        if (!PhysicalSymbols.isKnown(sign)) {
            throw new IllegalArgumentException(
                    "Sign of a measured unit must be known, such as GWh, t or m2: " + Decimals.shown(sign));
        }
        return measured(sign);
    }

    /**
     * Returns a measured unit that the library does not know. It is continuous, and equal to itself alone, so that two amounts
     * of it can be compared and nothing else.
     *
     * @param name how a source wrote it, 1 to 100 characters without brackets
     * @return the unit, written in brackets
     * @throws IllegalArgumentException if the name is blank, too long or has brackets
     */
    public static Unit opaque(String name) {
        return measured("[" + name + "]");
    }

    private static Unit measured(String symbol) {
        return ImmutableUnit.of(
                Kind.PHYSICAL,
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.of(symbol));
    }

    /** {@return whether this is a measured unit that the library does not know} */
    public final boolean isOpaque() {
        return symbol().filter(sign -> sign.startsWith("[")).isPresent();
    }

    /** {@return the signs of all measured units that are known, with their prefixes} */
    public static Set<String> physicalSymbols() {
        return PhysicalSymbols.all();
    }

    /**
     * Returns the number by which an amount in this unit is multiplied to have it in another.
     *
     * @param other the other unit
     * @return 1 for the same unit, 1000 from MW to kW; absent if the units do not measure the same thing
     */
    public final Optional<BigDecimal> factorTo(Unit other) {
        if (equals(other)) {
            return Optional.of(BigDecimal.ONE);
        }
        return symbol().flatMap(sign -> other.symbol().flatMap(its -> PhysicalSymbols.factor(sign, its)));
    }

    private static Unit plain(Kind kind) {
        return ImmutableUnit.of(
                kind, Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty());
    }

    /**
     * Reads the text form.
     *
     * @param text such as {@code CNY}, {@code parks}, {@code per year}
     * @return the unit
     * @throws IllegalArgumentException if the text is not a unit
     */
    @JsonCreator
    public static Unit parse(String text) {
        Unit plain = PLAIN.get(text);
        if (plain != null) {
            return plain;
        }
        if (isCurrencyCode(text)) {
            try {
                return money(Currency.getInstance(text));
            } catch (IllegalArgumentException e) {
                throw new IllegalArgumentException("Currency must be a code of ISO 4217: " + text, e);
            }
        }
        if (PhysicalSymbols.isKnown(text)) {
            return physical(text);
        }
        if (text.startsWith("[") && text.endsWith("]")) {
            return opaque(text.substring(1, Math.max(1, text.length() - 1)));
        }
        Matcher density = text.length() > 3 * MAX_NOUN ? null : DENSITY.matcher(text);
        if (density != null && density.matches()) {
            return density(density.group(1), Long.parseLong(density.group(2).replace(" ", "")), density.group(3));
        }
        return count(text);
    }

    /** Whether a text is written as a code of ISO 4217 is, three capital letters. */
    static boolean isCurrencyCode(String text) {
        return CURRENCY.matcher(text).matches();
    }

    /**
     * Returns a quantity of this unit.
     *
     * @param value the number, counted in this unit
     * @return a {@link Money} for money, a {@link dev.saidao.core.quantity.Count} for counts, and so on
     * @throws IllegalArgumentException if the value is outside the range of that type
     */
    public final Quantity quantity(BigDecimal value) {
        return switch (kind()) {
            case MONEY -> Money.of(value, currency().orElseThrow());
            case COUNT -> Count.of(value, thing().orElseThrow());
            case SHARE -> Share.of(value);
            case DENSITY -> Density.of(value, thing().orElseThrow(), per().orElseThrow(), base().orElseThrow());
            case GROWTH_RATE -> GrowthRate.of(value);
            case PERCENTAGE_POINTS -> PercentagePoints.of(value);
            case MULTIPLE -> Multiple.of(value);
            case YEARS -> Years.of(value);
            case CALENDAR_YEAR -> CalendarYear.of(value);
            case PHYSICAL -> PhysicalQuantity.of(value, this);
            case NUMBER -> PlainNumber.of(value);
        };
    }

    /**
     * Checks that another unit is the same.
     *
     * @param other the other unit
     * @throws UnitMismatchException if it is not
     */
    public final void requireSame(Unit other) {
        if (!equals(other)) {
            throw new UnitMismatchException(this, other);
        }
    }

    /**
     * Checks that this unit is of a kind.
     *
     * @param kind the kind that is needed
     * @param what what is checked, to begin the message with, such as {@code Rate}
     * @throws IllegalArgumentException if it is of another kind; the message names what is needed and this unit
     */
    public final void requireKind(Kind kind, String what) {
        if (kind() != kind) {
            throw new IllegalArgumentException(what + " must be of kind "
                    + kind.name().toLowerCase(Locale.ROOT).replace('_', ' ') + ": " + this);
        }
    }

    @Value.Check
    final void check() {
        boolean counts = kind() == Kind.COUNT || kind() == Kind.DENSITY;
        boolean density = kind() == Kind.DENSITY;
        if (currency().isPresent() != (kind() == Kind.MONEY)
                || thing().isPresent() != counts
                || per().isPresent() != density
                || symbol().isPresent() != (kind() == Kind.PHYSICAL)
                || base().isPresent() != density) {
            throw new IllegalArgumentException("Unit must have the attributes of its kind: " + kind());
        }
        thing().ifPresent(Unit::requireNoun);
        base().ifPresent(Unit::requireNoun);
        symbol().ifPresent(Unit::requireSign);
        per().ifPresent(n -> {
            if (n < 1 || n > 999_999_999_999L) {
                throw new IllegalArgumentException("Density must be per 1 to 999 999 999 999: " + n);
            }
        });
    }

    private static void requireSign(String sign) {
        String name = sign.startsWith("[") && sign.endsWith("]") ? sign.substring(1, sign.length() - 1) : "";
        boolean opaque = !name.isBlank()
                && name.length() <= MAX_NOUN
                && name.strip().equals(name)
                && name.chars().noneMatch(c -> Character.isISOControl(c) || c == '[' || c == ']');
        if (!opaque && !PhysicalSymbols.isKnown(sign)) {
            throw new IllegalArgumentException(
                    "Name of an unknown unit must be 1 to 100 characters without brackets: " + Decimals.shown(name));
        }
    }

    private static void requireNoun(String noun) {
        boolean reserved = PLAIN.containsKey(noun)
                || CURRENCY.matcher(noun).matches()
                || PhysicalSymbols.isKnown(noun)
                || noun.startsWith("[");
        if (HEAD.matcher(noun).find() || hasCurrency(noun)) {
            throw new IllegalArgumentException(
                    "Unit must be a noun; UnitFormat reads heads with a currency or a multiplier: "
                            + Decimals.shown(noun));
        }
        if (noun.isBlank()
                || noun.length() > MAX_NOUN
                || !noun.strip().equals(noun)
                || noun.chars().anyMatch(c -> Character.isISOControl(c) || (c >= '0' && c <= '9'))
                || reserved) {
            throw new IllegalArgumentException(
                    "Unit must be a noun of 1 to 100 characters without digits that is no other unit: "
                            + Decimals.shown(noun));
        }
    }

    private static boolean hasCurrency(String noun) {
        Matcher code = CODE.matcher(noun);
        while (code.find()) {
            if (CODES.contains(code.group())) {
                return true;
            }
        }
        return false;
    }

    /** {@return the unit as {@link #parse} reads it, such as {@code CNY} or {@code per year}} */
    @Override
    @JsonValue
    public final String toString() {
        return switch (kind()) {
            case MONEY -> currency().orElseThrow().getCurrencyCode();
            case COUNT -> thing().orElseThrow();
            case SHARE -> "ratio";
            case DENSITY -> thing().orElseThrow() + " per " + grouped(per().orElseThrow()) + " " + base().orElseThrow();
            case GROWTH_RATE -> "per year";
            case PERCENTAGE_POINTS -> "percentage points";
            case MULTIPLE -> "times";
            case YEARS -> "years";
            case CALENDAR_YEAR -> "year";
            case PHYSICAL -> symbol().orElseThrow();
            case NUMBER -> "number";
        };
    }

    private static String grouped(long n) {
        return String.format(Locale.ROOT, "%,d", n).replace(',', ' ');
    }
}
