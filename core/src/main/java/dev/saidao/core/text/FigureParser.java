package dev.saidao.core.text;

import dev.saidao.core.convention.Label;
import dev.saidao.core.figure.PrintedNumber;
import dev.saidao.core.figure.Qualifier;
import dev.saidao.core.quantity.Unit;
import dev.saidao.core.quantity.UnitMultiplier;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Currency;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Reads one text from left to right. */
final class FigureParser {

    private static final int MAX_LENGTH = 1_500;
    private static final int MAX_DOUBLINGS = 10;
    private static final BigDecimal MAX_PER = new BigDecimal("999999999999");

    private final String text;
    private final Optional<Unit> expected;
    private int index;

    private Qualifier qualifier = Qualifier.NONE;
    private String digits = "";
    private UnitMultiplier multiplier = UnitMultiplier.ONE;
    private @Nullable Unit unit;
    private int unitIndex;
    // whether the unit was said by a measure word, which fits anything that is counted
    private boolean measured;
    private boolean grouped;

    FigureParser(String text, Optional<Unit> expected) {
        this.text = text;
        this.expected = expected;
    }

    PrintedNumber parse() {
        if (text.length() > MAX_LENGTH) {
            throw error("Figure must have at most " + MAX_LENGTH + " characters", MAX_LENGTH);
        }
        boolean perYear = false;
        boolean increase = false;
        Optional<Unit> densityBase = Optional.empty();
        for (boolean more = true; more; ) {
            int before = index;
            perYear |= accept("年均") || accept("每年");
            increase |= accept("增长");
            if (accept("每")) {
                densityBase = Optional.of(chineseDensity());
            }
            qualifierAt(Vocabulary.CHINESE_PREFIXES);
            qualifierAt(Vocabulary.ENGLISH_PREFIXES);
            currencyBefore();
            if (accept("year ")) {
                setUnit(Unit.CALENDAR_YEAR, index);
            }
            skipSpace();
            more = index > before;
        }
        if (accept("翻")) {
            doublings();
        } else {
            number();
            skipSpace();
            unitBehind(increase);
        }
        if (densityBase.isPresent()) {
            setDensity(densityBase.get());
        }
        int spaced = index;
        skipSpace();
        if (accept("per year") || accept("a year") || accept("per annum") || accept("annually")) {
            perYear = true;
        } else if (accept("per ")) {
            setDensity(englishDensity());
        } else {
            index = spaced;
        }
        skipSpace();
        qualifierAt(Vocabulary.SUFFIXES);
        if (index < text.length()) {
            throw error("Figure must end", index);
        }
        if (text.endsWith(" ") || text.endsWith("\u00a0")) {
            throw error("Figure must end", index - 1);
        }
        return finished(perYear);
    }

    private PrintedNumber finished(boolean perYear) {
        Unit found = unit;
        if (perYear) {
            if (found != null && !found.equals(Unit.SHARE)) {
                throw error("Number per year must be a rate", unitIndex);
            }
            found = Unit.GROWTH_RATE;
        }
        Unit agreed =
                expected.isPresent() ? agreed(found, expected.get()) : found == null ? Unit.count("items") : found;
        try {
            return PrintedNumber.of(digits, multiplier, agreed, qualifier);
        } catch (IllegalArgumentException e) {
            throw new FigureParseException(Label.same(String.valueOf(e.getMessage())), text, 0, Optional.empty());
        }
    }

    /** The expected unit, if what was found can be said of it. */
    private Unit agreed(@Nullable Unit found, Unit wanted) {
        boolean fits = found == null
                || found.equals(wanted)
                || (found.equals(Unit.SHARE) && wanted.equals(Unit.GROWTH_RATE))
                || (found.equals(Unit.CALENDAR_YEAR) && wanted.equals(Unit.YEARS))
                || (found.equals(Unit.YEARS) && wanted.equals(Unit.CALENDAR_YEAR))
                || (found.kind() == Unit.Kind.COUNT
                        && measured
                        && (wanted.kind() == Unit.Kind.COUNT || wanted.kind() == Unit.Kind.DENSITY))
                || (found.kind() == Unit.Kind.COUNT
                        && wanted.kind() == Unit.Kind.DENSITY
                        && found.thing().equals(wanted.thing()));
        if (!fits) {
            throw error("Unit must be " + wanted + " and not " + found, unitIndex);
        }
        return wanted;
    }

    // ---- the number ----

    private void number() {
        int start = index;
        String sign = accept("-") || accept("−") ? "-" : "";
        Optional<ChineseNumeral> numeral = ChineseNumeral.at(text, index);
        if (numeral.isPresent()) {
            chineseNumber(numeral.get());
        } else {
            arabicNumber();
        }
        if (digits.isEmpty()) {
            throw error("Figure must have a number", start);
        }
        digits = sign + digits;
        // a mark may stand before or behind the multiplier: 10多万, 3万多
        mark();
        if (multiplier == UnitMultiplier.ONE) {
            int before = index;
            skipSpace();
            Optional<UnitMultiplier> found =
                    take(Vocabulary.CHINESE_MULTIPLIERS).or(() -> take(Vocabulary.ENGLISH_MULTIPLIERS));
            if (found.isPresent()) {
                multiplier = found.get();
                compoundMultiplier();
                mark();
            } else {
                index = before;
            }
        }
    }

    /** 5千万: the place of the digit is kept by counting in the next multiplier above, as 0.5亿. */
    private void compoundMultiplier() {
        if (multiplier != UnitMultiplier.THOUSAND || text.charAt(index - 1) != '千') {
            return;
        }
        if (accept("万")) {
            multiplier = accept("亿") ? UnitMultiplier.WAN_YI : UnitMultiplier.YI;
            digits = multiplier == UnitMultiplier.YI ? moved(-1) : moved(3);
        } else if (accept("亿")) {
            multiplier = UnitMultiplier.WAN_YI;
            digits = moved(-1);
        }
    }

    private String moved(int places) {
        return new BigDecimal(digits).movePointRight(places).toPlainString();
    }

    private void chineseNumber(ChineseNumeral first) {
        index = first.end();
        BigDecimal total = first.decimal();
        Optional<UnitMultiplier> found = take(Vocabulary.CHINESE_MULTIPLIERS);
        if (found.isEmpty()) {
            digits = total.toPlainString();
            return;
        }
        // 二千三百八十八亿 keeps the multiplier; 三万五千 goes on below it and is one whole number
        Optional<ChineseNumeral> rest = ChineseNumeral.at(text, index);
        if (rest.isEmpty()) {
            digits = total.toPlainString();
            multiplier = found.get();
            return;
        }
        total = total.multiply(found.get().factor());
        int lastExponent = found.get().exponent();
        while (rest.isPresent()) {
            index = rest.get().end();
            Optional<UnitMultiplier> next = take(Vocabulary.CHINESE_MULTIPLIERS);
            int exponent = next.map(UnitMultiplier::exponent).orElse(0);
            if (exponent >= lastExponent) {
                throw error("Chinese numeral must fall from 亿 to 万 to ones", index);
            }
            total = total.add(rest.get().decimal().scaleByPowerOfTen(exponent));
            lastExponent = exponent;
            rest = next.isEmpty() ? Optional.empty() : ChineseNumeral.at(text, index);
        }
        digits = total.toPlainString();
    }

    /**
     * Digits with points and commas between them: 2,388.5; 1,23,456 as in India; 2.388,5 and 12,5 as on the European continent.
     * One point is a decimal point; one comma before three digits groups them, unless they follow a 0.
     */
    private void arabicNumber() {
        int start = index;
        List<String> groups = new ArrayList<>();
        StringBuilder separators = new StringBuilder();
        groups.add(digitGroup());
        while (!groups.get(0).isEmpty()
                && index < text.length()
                && (text.charAt(index) == ',' || text.charAt(index) == '.')
                && digitAt(index + 1)) {
            separators.append(text.charAt(index++));
            groups.add(digitGroup());
        }
        int count = separators.length();
        if (count == 0) {
            digits = groups.get(0);
            return;
        }
        char last = separators.charAt(count - 1);
        boolean alone = separators.indexOf(String.valueOf(last)) == count - 1;
        int lastLength = groups.get(count).length();
        boolean decimal = alone
                && (count > 1 || last == '.' || lastLength < 3 || groups.get(0).equals("0"));
        List<String> whole = decimal ? groups.subList(0, count) : groups;
        int wholeSeparators = whole.size() - 1;
        boolean uniform =
                separators.substring(0, wholeSeparators).chars().distinct().count() <= 1;
        grouped = wholeSeparators > 0;
        if (!uniform || (grouped && !byThrees(whole) && !(separators.charAt(0) == ',' && asInIndia(whole)))) {
            throw error(
                    "Digits must be grouped by threes", start + groups.get(0).length());
        }
        digits = String.join("", whole) + (decimal ? "." + groups.get(count) : "");
    }

    private static boolean byThrees(List<String> groups) {
        return groups.get(0).length() <= 3 && groups.stream().skip(1).allMatch(group -> group.length() == 3);
    }

    /** Lakhs and crores: a group of three at the end, groups of two before it. */
    private static boolean asInIndia(List<String> groups) {
        int last = groups.size() - 1;
        return groups.get(last).length() == 3
                && groups.get(0).length() <= 2
                && groups.subList(1, last).stream().allMatch(group -> group.length() == 2);
    }

    private String digitGroup() {
        int start = index;
        while (digitAt(index)) {
            index++;
        }
        return text.substring(start, index);
    }

    private boolean digitAt(int i) {
        return i < text.length() && text.charAt(i) >= '0' && text.charAt(i) <= '9';
    }

    /** 翻番, 翻一番: twice; 翻两番: four times. */
    private void doublings() {
        int start = index;
        Optional<ChineseNumeral> numeral = ChineseNumeral.at(text, index);
        int times = numeral.map(ChineseNumeral::value).orElse(1);
        index = numeral.map(ChineseNumeral::end).orElse(index);
        if (!accept("番") || times < 1 || times > MAX_DOUBLINGS) {
            throw error("Doubling must be written as 翻番 or 翻N番 with N from 1 to " + MAX_DOUBLINGS, start);
        }
        digits = String.valueOf(1 << times);
        setUnit(Unit.MULTIPLE, start);
    }

    // ---- the unit ----

    private void unitBehind(boolean increase) {
        int start = index;
        if (accept("倍") || accept("times") || accept("x")) {
            setUnit(Unit.MULTIPLE, start);
            if (increase) {
                digits = new BigDecimal(digits).add(BigDecimal.ONE).toPlainString();
            }
            return;
        }
        if (increase) {
            throw error("Number behind 增长 must be followed by 倍", start);
        }
        if (accept("个百分点") || accept("percentage points") || accept("percentage point") || accept("pp")) {
            setUnit(Unit.PERCENTAGE_POINTS, start);
        } else if (accept("ratio")) {
            setUnit(Unit.SHARE, start);
        } else if (fraction()) {
            setUnit(Unit.SHARE, start);
        } else if (!years(start) && !currencyBehind(start)) {
            thing(start);
        }
        if (unit == null) {
            index = start;
        }
    }

    private boolean fraction() {
        Optional<UnitMultiplier> fraction =
                take(Vocabulary.CHINESE_FRACTIONS).or(() -> take(Vocabulary.ENGLISH_FRACTIONS));
        if (fraction.isEmpty()) {
            return false;
        }
        if (multiplier != UnitMultiplier.ONE) {
            throw error("Fraction of a whole must have no other multiplier", index - 1);
        }
        multiplier = fraction.get();
        // 三成五 is 35%: one more digit below the tenths
        Optional<ChineseNumeral> below =
                multiplier == UnitMultiplier.TENTH ? ChineseNumeral.at(text, index) : Optional.empty();
        if (below.isPresent() && below.get().value() < 10 && digits.indexOf('.') < 0) {
            digits = digits + "." + below.get().value();
            index = below.get().end();
        }
        return true;
    }

    private boolean years(int start) {
        if (accept("岁") || accept("years old") || accept("years") || accept("year")) {
            setUnit(Unit.YEARS, start);
            return true;
        }
        if (!accept("年")) {
            return false;
        }
        boolean calendar = qualifier == Qualifier.NONE
                && !grouped
                && multiplier == UnitMultiplier.ONE
                && digits.length() == 4
                && (digits.charAt(0) == '1' || digits.charAt(0) == '2');
        setUnit(calendar ? Unit.CALENDAR_YEAR : Unit.YEARS, start);
        return true;
    }

    private void currencyBefore() {
        int start = index;
        currencyCode().or(() -> take(Vocabulary.CURRENCY_SIGNS)).ifPresent(code -> {
            setUnit(Unit.money(Currency.getInstance(code)), start);
            skipSpace();
        });
    }

    private boolean currencyBehind(int start) {
        if (unit != null && unit.kind() == Unit.Kind.MONEY) {
            return true;
        }
        Optional<String> code = take(Vocabulary.CURRENCY_WORDS).or(this::currencyCode);
        code.ifPresent(found -> setUnit(Unit.money(Currency.getInstance(found)), start));
        return code.isPresent();
    }

    private Optional<String> currencyCode() {
        if (index + 3 > text.length()) {
            return Optional.empty();
        }
        String code = text.substring(index, index + 3);
        if (!code.chars().allMatch(c -> c >= 'A' && c <= 'Z') || !Words.stands(code, text, index)) {
            return Optional.empty();
        }
        try {
            String found = Currency.getInstance(code).getCurrencyCode();
            index += 3;
            return Optional.of(found);
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    private void thing(int start) {
        Optional<String> wanted = expected.flatMap(Unit::thing).filter(word -> Words.stands(word, text, index));
        if (wanted.isPresent()) {
            index += wanted.get().length();
            setUnit(Unit.count(wanted.get()), start);
            return;
        }
        take(Vocabulary.CHINESE_THINGS)
                .or(() -> take(Vocabulary.ENGLISH_THINGS))
                .ifPresent(word -> setUnit(Unit.count(word), start));
        if (unit == null) {
            take(Vocabulary.MEASURE_WORDS).ifPresent(word -> {
                measured = true;
                setUnit(Unit.count(word), start);
            });
        }
    }

    /** Behind 每: a number and what is counted by it, such as 万人 or 10000就业人口. */
    private Unit chineseDensity() {
        BigDecimal per = plainNumber();
        return base(per, Vocabulary.CHINESE_THINGS);
    }

    /** Behind "per": a number and what is counted by it, such as 10,000 employed. */
    private Unit englishDensity() {
        BigDecimal per = plainNumber();
        skipSpace();
        return base(per, Vocabulary.ENGLISH_THINGS);
    }

    private Unit base(BigDecimal per, Words<String> words) {
        int start = index;
        Optional<String> wanted = expected.flatMap(Unit::base).filter(word -> Words.stands(word, text, index));
        wanted.ifPresent(word -> index += word.length());
        String base = wanted.or(() -> take(words))
                .or(() -> take(Vocabulary.MEASURE_WORDS))
                .orElseThrow(() -> error("Density must say what it is per", start));
        return Unit.density("items", per.longValueExact(), base);
    }

    private BigDecimal plainNumber() {
        FigureParser inner = new FigureParser(text, Optional.empty());
        inner.index = index;
        if (accept("万")) {
            return UnitMultiplier.WAN.factor();
        }
        inner.number();
        if (inner.qualifier != Qualifier.NONE || inner.digits.indexOf('.') >= 0 || inner.digits.length() > 9) {
            throw error("Density must be per a whole number", index);
        }
        BigDecimal per = new BigDecimal(inner.digits).multiply(inner.multiplier.factor());
        if (per.signum() <= 0 || per.compareTo(MAX_PER) > 0) {
            throw error("Density must be per 1 to 999 999 999 999", index);
        }
        index = inner.index;
        return per;
    }

    private void setDensity(Unit base) {
        String thing = unit == null ? "items" : unit.thing().orElse("");
        if (thing.isEmpty() || (unit != null && unit.kind() != Unit.Kind.COUNT)) {
            throw error("Density must count things", unitIndex);
        }
        if (measured && expected.isPresent() && expected.get().kind() == Unit.Kind.DENSITY) {
            thing = expected.get().thing().orElseThrow();
        }
        unit = Unit.density(thing, base.per().orElseThrow(), base.base().orElseThrow());
    }

    private void setUnit(Unit found, int at) {
        if (unit != null && !unit.equals(found)) {
            throw error("Figure must have one unit and not both " + unit + " and " + found, at);
        }
        unit = found;
        unitIndex = at;
    }

    // ---- words ----

    private void mark() {
        qualifierAt(Vocabulary.MARKS);
    }

    private void qualifierAt(Words<Qualifier> words) {
        int at = index;
        take(words).ifPresent(found -> {
            if (qualifier != Qualifier.NONE && qualifier != found) {
                throw error("Figure must have one qualifier and not both " + qualifier + " and " + found, at);
            }
            qualifier = found;
            skipSpace();
        });
    }

    private <T> Optional<T> take(Words<T> words) {
        Optional<Words.Entry<T>> entry = words.at(text, index);
        entry.ifPresent(found -> index += found.word().length());
        return entry.map(Words.Entry::meaning);
    }

    private boolean accept(String word) {
        boolean stands = Words.stands(word, text, index);
        if (stands) {
            index += word.length();
        }
        return stands;
    }

    private void skipSpace() {
        if (index < text.length() && index > 0 && (text.charAt(index) == ' ' || text.charAt(index) == '\u00a0')) {
            index++;
        }
    }

    private FigureParseException error(String rule, int at) {
        return new FigureParseException(Label.same(rule), text, Math.min(at, text.length()), Optional.empty());
    }
}
