package dev.saidao.core.text;

import dev.saidao.core.figure.PrintedNumber;
import dev.saidao.core.figure.Qualifier;
import dev.saidao.core.quantity.Unit;
import dev.saidao.core.quantity.UnitMultiplier;
import java.math.BigDecimal;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

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
 */
public final class FigureFormat {

    private static final FigureFormat ENGLISH = new FigureFormat(false);
    private static final FigureFormat CHINESE = new FigureFormat(true);

    private static final List<UnitMultiplier> ENGLISH_MULTIPLIERS = List.of(
            UnitMultiplier.ONE,
            UnitMultiplier.THOUSAND,
            UnitMultiplier.MILLION,
            UnitMultiplier.BILLION,
            UnitMultiplier.TRILLION);
    private static final List<UnitMultiplier> CHINESE_MULTIPLIERS = List.of(
            UnitMultiplier.ONE, UnitMultiplier.THOUSAND, UnitMultiplier.WAN, UnitMultiplier.YI, UnitMultiplier.WAN_YI);

    private final boolean chinese;

    private FigureFormat(boolean chinese) {
        this.chinese = chinese;
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
     * Reads a text that says its unit. A share is understood where the text has % and nothing of a year.
     *
     * @param text such as 2388亿元, 超30%, USD 6.43 bn
     * @return the printed number
     * @throws FigureParseException if the text is not wholly a figure
     */
    public PrintedNumber parse(String text) {
        return new FigureParser(text, Optional.empty()).parse();
    }

    /**
     * Reads a text whose unit is known from its context, such as the head of a table. The text may leave the unit out, or
     * say it by a measure word (家, 名), and may name a thing that is not in the vocabulary if the unit does.
     *
     * @param text such as {@code 64.3亿}, 50名左右
     * @param unit the unit
     * @return the printed number, in that unit
     * @throws FigureParseException if the text is not wholly a figure, or says another unit
     */
    public PrintedNumber parse(String text, Unit unit) {
        return new FigureParser(text, Optional.of(unit)).parse();
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
        String number = grouped(own.digits())
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
                    case CALENDAR_YEAR -> "year " + own.digits();
                };
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
        String number = own.digits()
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
                prefix + grouped(own.digits())
                        + Vocabulary.CHINESE_MULTIPLIERS.word(own.multiplier()).orElse("") + "年" + suffix;
            case PHYSICAL -> prefix + number + " " + unit + suffix;
            case NUMBER -> prefix + number + suffix;
            case CALENDAR_YEAR -> prefix + own.digits() + "年" + suffix;
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
        int lastPlace = multiplier.exponent() - digits.scale();
        for (UnitMultiplier candidate : known) {
            if (candidate.exponent() >= lastPlace && candidate.exponent() > 0) {
                String moved = digits.movePointRight(multiplier.exponent() - candidate.exponent())
                        .toPlainString();
                return PrintedNumber.of(moved, candidate, printed.unit(), printed.qualifier());
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
