package dev.saidao.core.text;

import dev.saidao.core.bounds.BoundedQuantity;
import dev.saidao.core.bounds.Bounds;
import dev.saidao.core.quantity.Quantity;
import dev.saidao.core.quantity.Unit;
import dev.saidao.core.quantity.UnitMultiplier;
import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * Shows computed quantities to people: rounded to a few significant digits, with a multiplier, in Chinese or English.
 *
 * <p>This is the one place of the library that rounds for the eye, and it says so: a number that was rounded has ≈ before
 * it. Ends of bounds are rounded half-even as well, so those shown may be half a unit of their last place off; the data
 * keep the exact ones. An end that was rounded is shown with a square bracket. What is shown is not meant to be read back; for that see {@link FigureFormat}.
 *
 * <p>Example: 15409348212.3 yuan is {@code ≈ CNY 15.41 billion} and {@code ≈ 154.1亿元}.
 *
 * @since 0.1
 */
public final class DisplayFormat {

    /** Chinese words for the eye: read back, 辆 may be any machine. */
    private static final Map<String, String> CHINESE_ALONE =
            Map.of("vehicles", "辆", "person-years", "人年", "person-months", "人月", "person-days", "人天");

    /** What sets thousands apart in the text form of a unit. */
    private static final Pattern THOUSANDS = Pattern.compile("(?<=\\d) (?=\\d{3})");

    private static final long TEN_THOUSAND = 10_000;

    private static final DisplayFormat ENGLISH = new DisplayFormat(false, 4);
    private static final DisplayFormat CHINESE = new DisplayFormat(true, 4);
    private static final List<UnitMultiplier> ENGLISH_MULTIPLIERS =
            List.of(UnitMultiplier.TRILLION, UnitMultiplier.BILLION, UnitMultiplier.MILLION);
    private static final List<UnitMultiplier> CHINESE_MULTIPLIERS =
            List.of(UnitMultiplier.WAN_YI, UnitMultiplier.YI, UnitMultiplier.WAN);

    private static final Set<Unit.Kind> SCALED =
            EnumSet.of(Unit.Kind.MONEY, Unit.Kind.COUNT, Unit.Kind.DENSITY, Unit.Kind.PHYSICAL, Unit.Kind.NUMBER);

    private final boolean chinese;
    private final int digits;

    private DisplayFormat(boolean chinese, int digits) {
        this.chinese = chinese;
        this.digits = digits;
    }

    /**
     * Returns the format for a reader, with four significant digits.
     *
     * @param locale the reader's language; Chinese, or English for every other one
     * @return the format
     */
    public static DisplayFormat of(Locale locale) {
        return locale.getLanguage().equals(Locale.CHINESE.getLanguage()) ? CHINESE : ENGLISH;
    }

    /**
     * Returns a format that shows more or fewer digits.
     *
     * @param digits significant digits, 1 to 34
     * @return the format
     * @throws IllegalArgumentException if {@code digits} is out of range
     */
    public DisplayFormat withDigits(int digits) {
        if (digits < 1 || digits > 34) {
            throw new IllegalArgumentException("Digits must be 1 to 34: " + digits);
        }
        return new DisplayFormat(chinese, digits);
    }

    /**
     * Shows a quantity.
     *
     * @param quantity the quantity
     * @return the text, with ≈ before it if digits were dropped
     */
    public String format(Quantity quantity) {
        Scale scale = scale(quantity.unit(), quantity.value().abs());
        return (isExact(quantity.value(), scale) ? "" : "≈ ")
                + dressed(number(quantity.value(), scale), scale, quantity.unit());
    }

    /**
     * Shows bounds.
     *
     * @param bounds the bounds
     * @param unit the unit in which they are counted
     * @return the text, such as {@code CNY [15.19, 15.64] billion}
     */
    public String format(Bounds bounds, Unit unit) {
        // two ends that look the same would hide that there is a range between them
        boolean hidden = digits < 34
                && bounds.singleValue().isEmpty()
                && bounds.lower().isPresent()
                && bounds.upper().isPresent()
                && shownAlike(bounds, unit);
        return hidden ? withDigits(digits + 1).format(bounds, unit) : shown(bounds, unit);
    }

    private boolean shownAlike(Bounds bounds, Unit unit) {
        BigDecimal low = bounds.lower().orElseThrow();
        BigDecimal high = bounds.upper().orElseThrow();
        Scale scale = scale(unit, low.abs().max(high.abs()));
        return number(low, scale).equals(number(high, scale));
    }

    private String shown(Bounds bounds, Unit unit) {
        BigDecimal size = bounds.lower()
                .map(BigDecimal::abs)
                .orElse(BigDecimal.ZERO)
                .max(bounds.upper().map(BigDecimal::abs).orElse(BigDecimal.ZERO));
        Scale scale = scale(unit, size);
        if (bounds.isEmpty()) {
            return bounds.toString();
        }
        // a bracket that excludes a number which is not the end but near it would say something that is not so
        boolean lowerOpen = bounds.lower().map(end -> isExact(end, scale)).orElse(true) && !bounds.isLowerClosed();
        boolean upperOpen = bounds.upper().map(end -> isExact(end, scale)).orElse(true) && !bounds.isUpperClosed();
        String interval = (lowerOpen ? "(" : "[")
                + bounds.lower().map(end -> number(end, scale)).orElse("-∞")
                + ", "
                + bounds.upper().map(end -> number(end, scale)).orElse("∞")
                + (upperOpen ? ")" : "]");
        return dressed(interval, scale, unit);
    }

    /**
     * Shows a bounded quantity: the point, if there is one, and the bounds, if they are more than one number.
     *
     * @param quantity the quantity
     * @return the text, such as {@code ≈ CNY 15.41 billion, CNY [15.19, 15.64] billion}
     */
    public String format(BoundedQuantity quantity) {
        Bounds bounds = quantity.bounds();
        String shown = format(bounds, quantity.unit());
        Optional<String> point = quantity.pointQuantity().map(this::format);
        return point.map(named -> isRoundedPoint(bounds) ? named : named + ", " + shown)
                .orElse(shown);
    }

    /** Whether bounds are one number, or the neighbours of one that has more digits than were computed. */
    private static boolean isRoundedPoint(Bounds bounds) {
        return bounds.lower()
                .flatMap(low -> bounds.upper()
                        .map(high -> high.subtract(low).compareTo(high.abs().movePointLeft(30)) <= 0))
                .orElse(false);
    }

    /**
     * What a number is divided by, and the word for it.
     *
     * @param exponent the power of ten
     * @param word the word behind the number
     */
    private record Scale(int exponent, String word) {}

    private Scale scale(Unit unit, BigDecimal size) {
        if (unit.kind() == Unit.Kind.SHARE || unit.kind() == Unit.Kind.GROWTH_RATE) {
            return new Scale(-2, "%");
        }
        if (SCALED.contains(unit.kind())) {
            for (UnitMultiplier multiplier : chinese ? CHINESE_MULTIPLIERS : ENGLISH_MULTIPLIERS) {
                if (size.compareTo(multiplier.factor()) >= 0) {
                    Words<UnitMultiplier> words =
                            chinese ? Vocabulary.CHINESE_MULTIPLIERS : Vocabulary.ENGLISH_MULTIPLIERS;
                    String word = words.word(multiplier).orElseThrow();
                    return new Scale(multiplier.exponent(), chinese ? word : " " + word);
                }
            }
        }
        return new Scale(0, "");
    }

    private BigDecimal rounded(BigDecimal value, Scale scale) {
        BigDecimal scaled = value.movePointLeft(scale.exponent());
        int wholeDigits = scaled.precision() - scaled.scale();
        return scaled.round(new MathContext(Math.max(digits, wholeDigits), RoundingMode.HALF_EVEN));
    }

    private boolean isExact(BigDecimal value, Scale scale) {
        return rounded(value, scale).compareTo(value.movePointLeft(scale.exponent())) == 0;
    }

    private String number(BigDecimal value, Scale scale) {
        BigDecimal shown = rounded(value, scale).stripTrailingZeros();
        String plain = shown.toPlainString();
        return chinese || scale.exponent() > 0 ? plain : FigureFormat.grouped(plain);
    }

    private String dressed(String number, Scale scale, Unit unit) {
        String scaled = number + scale.word();
        return switch (unit.kind()) {
            case MONEY ->
                chinese
                        ? scaled
                                + Vocabulary.CURRENCY_WORDS
                                        .word(unit.toString())
                                        .orElse(" " + unit)
                        : unit + " " + scaled;
            case SHARE -> scaled;
            case GROWTH_RATE -> chinese ? "年均" + scaled : scaled + " a year";
            case CALENDAR_YEAR -> chinese ? value(number) + "年" : value(number);
            case YEARS -> chinese ? scaled + "年" : scaled + " years";
            case MULTIPLE -> chinese ? scaled + "倍" : scaled + " times";
            case PERCENTAGE_POINTS -> chinese ? scaled + "个百分点" : scaled + " percentage points";
            case COUNT -> chinese ? scaled + chineseThing(unit.thing().orElseThrow()) : scaled + " " + unit;
            case PHYSICAL -> scaled + (chinese ? CHINESE_ALONE.getOrDefault(unit.toString(), " " + unit) : " " + unit);
            case NUMBER -> scaled;
            case DENSITY ->
                chinese
                        ? "每" + chinesePer(unit.per().orElseThrow())
                                + chineseThing(unit.base().orElseThrow()) + scaled
                                + chineseThing(unit.thing().orElseThrow())
                        : scaled + " " + THOUSANDS.matcher(unit.toString()).replaceAll(",");
        };
    }

    /** A noun behind a number; between Chinese characters there is no blank, whether the library knows the noun or not. */
    private static String chineseThing(String noun) {
        boolean isChinese = Character.UnicodeScript.of(noun.codePointAt(0)) == Character.UnicodeScript.HAN;
        String thing = FigureFormat.chineseThing(noun);
        return isChinese ? thing.strip() : CHINESE_ALONE.getOrDefault(noun, thing);
    }

    /** 每万人, 每10万人; 每1000人. */
    private static String chinesePer(long per) {
        return per % TEN_THOUSAND != 0 ? String.valueOf(per) : (per == TEN_THOUSAND ? "" : per / TEN_THOUSAND) + "万";
    }

    private static String value(String number) {
        return number.replace(",", "");
    }
}
