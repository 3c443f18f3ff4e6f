package dev.saidao.core.text;

import dev.saidao.core.convention.Label;
import dev.saidao.core.figure.PrintedNumber;
import dev.saidao.core.figure.Qualifier;
import dev.saidao.core.quantity.Unit;
import dev.saidao.core.quantity.UnitMultiplier;
import java.math.BigDecimal;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Reads numbers as reports print them, in Chinese or English, and prints them in one of the two.
 *
 * <p>Read in either language, whichever format is used:
 *
 * <ul>
 *   <li>digits, plain ({@code 2388}) or grouped by threes ({@code 2,388}) or as in India ({@code 1,23,456}), with a decimal
 *       point ({@code 64.3}); with points and comma exchanged where that is certain ({@code 2.388,5}, {@code 12,5}); Chinese
 *       numerals (两, 十五, 二千三百八十八; 千亿 is 1000 亿)
 *   <li>multipliers: 千, 万, 亿, 万亿, thousand, million (mn, m, Mio.), billion (bn, b, Mrd.), trillion (tn), k, lakh, crore
 *   <li>fractions of a whole: %, ‰, 成 (三成五 is 35%), percent; percentage points: 个百分点, pp
 *   <li>money: 元, 美元 and others behind the number, a sign ($, €, £, RMB) or an ISO 4217 code before or behind it; ¥ is
 *       refused, since it is both yuan and yen
 *   <li>things: 24家, 50名, 八部门, 1,400 companies; densities: 每万就业人口200人, 200 persons per 10,000 employed; a number
 *       with no unit counts {@code items}
 *   <li>years: 30年, 40岁, 40 years; a calendar year: 2026年, year 2026; multiples: 3倍, 3 times, 3x, 翻一番 (2), 增长3倍 (4)
 *   <li>growth: 年均30%, 30% a year
 *   <li>qualifiers: 以上, 至少, 超, 突破, 多 (1400多家), 不超过, 不到, 近, 约, 左右, 高达, 达 and their English counterparts;
 *       {@code 1,400+} and {@code 5+X} are at least. Two different qualifiers are refused.
 * </ul>
 *
 * <p>The whole text must be a figure, with single spaces at most between words and none around it. What is printed is read
 * back as the same {@link PrintedNumber}; a multiplier that has no word in the language is replaced by one that has, such
 * that value and last printed place stay the same (2388亿 is 238.8 billion, 30万 is 0.30 million).
 *
 * @since 0.1
 */
public final class FigureFormat {

    /** The sign or the code of a currency before the first digit. */
    private static final Pattern SIGN_BEFORE =
            Pattern.compile("^\\D*?(?:[$€£¥￥₹₩₽฿₫₱₺₴]|\\b(?:[A-Z]{3}|Rs\\.?|R)\\s?(?=[\\d(\\-\u2212]))");

    private static final FigureFormat ENGLISH = new FigureFormat(false, Optional.empty());
    private static final FigureFormat CHINESE = new FigureFormat(true, Optional.empty());
    private static final int LONGEST_IN_PLACE = 200;
    private static final List<UnitMultiplier> ENGLISH_MULTIPLIERS = List.of(
            UnitMultiplier.ONE,
            UnitMultiplier.THOUSAND,
            UnitMultiplier.MILLION,
            UnitMultiplier.BILLION,
            UnitMultiplier.TRILLION);
    private static final List<UnitMultiplier> CHINESE_MULTIPLIERS = List.of(
            UnitMultiplier.ONE, UnitMultiplier.THOUSAND, UnitMultiplier.WAN, UnitMultiplier.YI, UnitMultiplier.WAN_YI);

    private final boolean chinese;
    private final Optional<DecimalSign> decimalSign;

    private FigureFormat(boolean chinese, Optional<DecimalSign> decimalSign) {
        this.chinese = chinese;
        this.decimalSign = decimalSign;
    }

    /** {@return the format that prints in English} */
    public static FigureFormat english() {
        return ENGLISH;
    }

    /** {@return the format that prints in Chinese} */
    public static FigureFormat chinese() {
        return CHINESE;
    }

    /**
     * Returns the format for a reader.
     *
     * @param locale the reader's language
     * @return the Chinese format for Chinese, the English one for every other language
     */
    public static FigureFormat of(Locale locale) {
        return locale.getLanguage().equals(Locale.CHINESE.getLanguage()) ? CHINESE : ENGLISH;
    }

    /**
     * Returns a format that knows the decimal sign, for {@code 1.234} and {@code 1,234}, which have two readings.
     *
     * @param sign the decimal sign of the row or file, as {@link DecimalSign#settledBy} finds it
     * @return the format
     */
    public FigureFormat withDecimalSign(DecimalSign sign) {
        return new FigureFormat(chinese, Optional.of(sign));
    }

    /**
     * Reads a text that says its unit. A share is understood where the text has % and nothing of a year; a number with no unit
     * is a plain {@linkplain Unit#NUMBER number}.
     *
     * @param text such as 2388亿元, 超30%, USD 6.43 bn
     * @return the printed number
     * @throws FigureParseException if the text is not wholly a figure
     */
    public PrintedNumber parse(String text) {
        return read(text).printed();
    }

    /**
     * Reads a text whose unit is known from its context, such as the head of a table. The text may leave the unit out, or
     * say it by a measure word (家, 名), and may name a thing that is not in the vocabulary if the unit does. A number without a
     * % sign is a rate only as a fraction, from -1 to 1.
     *
     * @param text such as {@code 64.3亿}, 50名左右
     * @param unit the unit
     * @return the printed number, in that unit
     * @throws FigureParseException if the text is not wholly a figure, or says another unit
     */
    public PrintedNumber parse(String text, Unit unit) {
        return read(text, unit).printed();
    }

    /**
     * Reads a cell below a head: the number has the unit of the head, and its multiplier unless the cell has one of its own.
     *
     * @param text such as {@code 64.3}, {@code 1,234 p}
     * @param head the head of the column
     * @return the printed number
     * @throws FigureParseException if the text is not wholly a figure, or says another unit
     */
    public PrintedNumber parse(String text, UnitHead head) {
        return read(text, head).printed();
    }

    /**
     * Reads a text with all that its words say.
     *
     * @param text such as 同比下降3.2%, {@code between $48 and $53 billion}
     * @return the reading
     * @throws FigureParseException if the text is not wholly a figure
     */
    public FigureReading read(String text) {
        return read(text, Optional.empty());
    }

    /**
     * Reads a text whose unit is known from its context, with all that its words say.
     *
     * @param text such as {@code 64.3亿}, 50名左右
     * @param unit the unit
     * @return the reading
     * @throws FigureParseException if the text is not wholly a figure, or says another unit
     */
    public FigureReading read(String text, Unit unit) {
        return read(text, Optional.of(unit));
    }

    private FigureReading read(String text, Optional<Unit> unit) {
        Optional<FigureReading> plain = decimalSign.isEmpty() ? PlainFigure.find(text, unit) : Optional.empty();
        return plain.orElseGet(() -> new FigureParser(text, unit, decimalSign, false).whole());
    }

    /**
     * Reads a cell below a head, with all that its words say. A sign of money may stand before the number, such as {@code $3.4}
     * below USD million; a unit behind it, such as 3500元 below 亿元, leaves open whether the multiplier is meant.
     *
     * @param text such as {@code 64.3}, {@code 1,234 p}
     * @param head the head of the column
     * @return the reading
     * @throws FigureParseException if the text is not wholly a figure, says another unit, or says the unit behind the number
     *     without the multiplier of the head
     */
    public FigureReading read(String text, UnitHead head) {
        boolean fraction = head.multiplier().exponent() < 0;
        FigureReading reading = fraction && head.unit().kind() != Unit.Kind.PERCENTAGE_POINTS
                ? readFraction(text, head)
                : read(text, head.unit());
        PrintedNumber printed = reading.printed();
        boolean byWords = fraction && reading.isUnitSaid() && head.unit().kind() != Unit.Kind.PERCENTAGE_POINTS;
        if (byWords || printed.multiplier() != UnitMultiplier.ONE || head.multiplier() == UnitMultiplier.ONE) {
            return reading;
        }
        if (!fraction && reading.isUnitSaid() && !SIGN_BEFORE.matcher(text).find()) {
            // 3500元 below 亿元 is 3500 yuan, or 350 billion by who forgot the head
            throw new FigureParseException(
                    Label.of(
                            "Number below a head with a multiplier must have no unit of its own, or one with a multiplier",
                            "带数量级的表头之下,数字不得只带单位而不带数量级"),
                    text,
                    reading.start(),
                    Optional.of(printed.digits()));
        }
        if (fraction && head.unit().kind() == Unit.Kind.PERCENTAGE_POINTS) {
            return reading.isUnitSaid() ? reading : with(reading, hundredths(printed));
        }
        return with(reading, printed.with(head.multiplier()));
    }

    private static PrintedNumber hundredths(PrintedNumber printed) {
        String moved = new BigDecimal(printed.digits()).movePointLeft(2).toPlainString();
        return PrintedNumber.of(moved, printed.multiplier(), printed.unit(), printed.qualifier());
    }

    /** A bare 30 below % is 30%. */
    private FigureReading readFraction(String text, UnitHead head) {
        FigureReading bare;
        try {
            bare = read(text);
        } catch (FigureParseException e) {
            return flagged(text)
                    .map(number -> with(number, rated(number.printed(), head)))
                    .orElseGet(() -> read(text, head.unit()));
        }
        return bare.isUnitSaid() || !bare.printed().unit().equals(Unit.NUMBER)
                ? read(text, head.unit())
                : with(bare, rated(bare.printed(), head));
    }

    /** A number with the sign of a status behind it and nothing else: 64.2 p. */
    private Optional<FigureReading> flagged(String text) {
        try {
            return Optional.of(read(text, Unit.NUMBER)).filter(number -> !number.isUnitSaid());
        } catch (FigureParseException e) {
            return Optional.empty();
        }
    }

    private static PrintedNumber rated(PrintedNumber bare, UnitHead head) {
        return bare.isRange()
                ? PrintedNumber.range(
                        bare.digits(),
                        bare.upperDigits().orElseThrow(),
                        head.multiplier(),
                        head.unit(),
                        bare.qualifier())
                : PrintedNumber.of(bare.digits(), head.multiplier(), head.unit(), bare.qualifier());
    }

    private static FigureReading with(FigureReading reading, PrintedNumber printed) {
        return new FigureReading(
                printed,
                reading.sense(),
                reading.isUnitSaid(),
                reading.hasMore(),
                reading.status(),
                reading.start(),
                reading.end());
    }

    /**
     * Reads the longest figure that starts at a place of a longer text.
     *
     * @param text the text
     * @param start the index of the first character
     * @return the reading, which says where it ends; absent if no figure starts there
     */
    public Optional<FigureReading> at(String text, int start) {
        int end = Math.min(text.length(), start + LONGEST_IN_PLACE);
        try {
            return Optional.of(new FigureParser(text.substring(0, end), Optional.empty(), decimalSign, true).at(start));
        } catch (FigureParseException e) {
            return Optional.empty();
        }
    }

    /**
     * Prints a number.
     *
     * @param printed the number
     * @return the text; read back with the same unit it gives the same number
     */
    public String format(PrintedNumber printed) {
        return chinese ? inChinese(printed) : inEnglish(printed);
    }

    private static String inEnglish(PrintedNumber printed) {
        PrintedNumber own = inMultiplierOf(ENGLISH_MULTIPLIERS, printed);
        Unit unit = own.unit();
        String prefix = Vocabulary.ENGLISH_PREFIXES
                .word(own.qualifier())
                .map(word -> word + " ")
                .orElse("");
        String number = englishDigits(own)
                + Vocabulary.ENGLISH_MULTIPLIERS
                        .word(own.multiplier())
                        .map(word -> " " + word)
                        .orElse("");
        return prefix
                + switch (unit.kind()) {
                    case MONEY -> unit + " " + number;
                    case COUNT -> number + " " + unit;
                    case DENSITY ->
                        number + " " + unit.thing().orElseThrow() + " per "
                                + grouped(String.valueOf(unit.per().orElseThrow())) + " "
                                + unit.base().orElseThrow();
                    case SHARE -> number + englishFraction(own.multiplier());
                    case GROWTH_RATE -> number + englishFraction(own.multiplier()) + " a year";
                    case PERCENTAGE_POINTS, MULTIPLE, YEARS -> number + " " + unit;
                    case PHYSICAL -> number + " " + unit;
                    case NUMBER -> number;
                    case CALENDAR_YEAR ->
                        "year " + own.digits()
                                + own.upperDigits().map(upper -> "–" + upper).orElse("");
                };
    }

    /** The digits, or both ends of a range. */
    private static String englishDigits(PrintedNumber printed) {
        return grouped(printed.digits())
                + printed.upperDigits()
                        .map(upper -> (upper.startsWith("-") ? " to " : "–") + grouped(upper))
                        .orElse("");
    }

    private static String chineseDigits(PrintedNumber printed) {
        return printed.digits()
                + printed.upperDigits().map(upper -> "至" + upper).orElse("");
    }

    private static String englishFraction(UnitMultiplier multiplier) {
        return Vocabulary.ENGLISH_FRACTIONS
                .word(multiplier)
                .map(word -> multiplier == UnitMultiplier.TENTH ? " " + word : word)
                .orElse(" ratio");
    }

    private static String inChinese(PrintedNumber printed) {
        PrintedNumber own = inMultiplierOf(CHINESE_MULTIPLIERS, printed);
        Unit unit = own.unit();
        boolean suffixed = own.qualifier() == Qualifier.AT_LEAST;
        String prefix = suffixed
                ? ""
                : Vocabulary.CHINESE_PREFIXES.word(own.qualifier()).orElse("");
        String suffix = suffixed ? Vocabulary.SUFFIXES.word(Qualifier.AT_LEAST).orElseThrow() : "";
        String number = chineseDigits(own)
                + Vocabulary.CHINESE_MULTIPLIERS.word(own.multiplier()).orElse("");
        return switch (unit.kind()) {
            case MONEY -> prefix + number + chineseCurrency(unit) + suffix;
            case COUNT -> prefix + number + chineseThing(unit.thing().orElseThrow()) + suffix;
            case DENSITY ->
                "每" + unit.per().orElseThrow()
                        + chineseThing(unit.base().orElseThrow()) + prefix + number
                        + chineseThing(unit.thing().orElseThrow()) + suffix;
            case SHARE -> prefix + number + chineseFraction(own.multiplier()) + suffix;
            case GROWTH_RATE -> "年均" + prefix + number + chineseFraction(own.multiplier()) + suffix;
            case PERCENTAGE_POINTS -> prefix + number + "个百分点" + suffix;
            case MULTIPLE -> prefix + number + "倍" + suffix;
            // four plain digits before 年 are a calendar year, so a span of that many years is grouped
            case YEARS ->
                prefix + englishDigits(own)
                        + Vocabulary.CHINESE_MULTIPLIERS.word(own.multiplier()).orElse("") + "年" + suffix;
            case PHYSICAL -> prefix + number + " " + unit + suffix;
            case NUMBER -> prefix + number + suffix;
            case CALENDAR_YEAR -> prefix + chineseDigits(own) + "年" + suffix;
        };
    }

    private static String chineseFraction(UnitMultiplier multiplier) {
        return Vocabulary.CHINESE_FRACTIONS.word(multiplier).orElse(" ratio");
    }

    private static String chineseCurrency(Unit unit) {
        return Vocabulary.CURRENCY_WORDS.word(unit.toString()).orElse(" " + unit);
    }

    static String chineseThing(String thing) {
        return Vocabulary.CHINESE_THINGS
                .word(thing)
                .or(() -> Vocabulary.MEASURE_WORDS.word(thing))
                .orElse(" " + thing);
    }

    /** The same number with a multiplier of a language: the smallest that does not hide the last printed place. */
    private static PrintedNumber inMultiplierOf(List<UnitMultiplier> known, PrintedNumber printed) {
        UnitMultiplier multiplier = printed.multiplier();
        if (known.contains(multiplier) || multiplier.exponent() < 0) {
            return printed;
        }
        BigDecimal digits = new BigDecimal(printed.digits());
        int scale = Math.min(digits.scale(), new BigDecimal(printed.upperEnd().digits()).scale());
        int lastPlace = multiplier.exponent() - scale;
        for (UnitMultiplier candidate : known) {
            if (candidate.exponent() >= lastPlace && candidate.exponent() > 0) {
                int places = multiplier.exponent() - candidate.exponent();
                String moved = digits.movePointRight(places).toPlainString();
                return printed.upperDigits()
                        .map(upper -> PrintedNumber.range(
                                moved,
                                new BigDecimal(upper).movePointRight(places).toPlainString(),
                                candidate,
                                printed.unit(),
                                printed.qualifier()))
                        .orElseGet(() -> PrintedNumber.of(moved, candidate, printed.unit(), printed.qualifier()));
            }
        }
        return printed;
    }

    static String grouped(String digits) {
        int point = digits.indexOf('.');
        int end = point < 0 ? digits.length() : point;
        StringBuilder result = new StringBuilder(digits);
        int first = digits.startsWith("-") ? 1 : 0;
        for (int i = end - 3; i > first; i -= 3) {
            result.insert(i, ',');
        }
        return result.toString();
    }
}
