package dev.saidao.core.text;

import dev.saidao.core.convention.Label;
import dev.saidao.core.internal.Decimals;
import dev.saidao.core.quantity.Unit;
import dev.saidao.core.quantity.UnitMultiplier;
import dev.saidao.core.text.Word.Kind;
import java.util.Currency;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Reads a piece of a head word by word: one unit and the multipliers beside it, and nothing else. */
final class UnitTokens {

    static final Set<Kind> UNITS = EnumSet.of(
            Kind.CURRENCY,
            Kind.CURRENCY_SIGN,
            Kind.AMBIGUOUS_CURRENCY,
            Kind.REFUSED,
            Kind.COUNT,
            Kind.PHYSICAL,
            Kind.FRACTION,
            Kind.POINTS,
            Kind.MULTIPLE,
            Kind.YEARS);
    /** Currencies whose unit is 元 in Chinese. */
    static final Set<String> YUANS = Set.of("CNY", "TWD", "HKD", "MOP", "SGD");

    static final Set<Kind> ALL = EnumSet.copyOf(UNITS);
    private static final Set<String> ALSO_MULTIPLIERS = Set.of("m", "B");
    private static final Set<Kind> MULTIPLIERS = EnumSet.of(Kind.MULTIPLIER);
    private static final Set<Kind> LETTERS = EnumSet.of(Kind.MULTIPLIER_LETTER);
    private static final Set<Kind> SCALES = EnumSet.of(Kind.MULTIPLIER, Kind.MULTIPLIER_LETTER);
    private static final Set<Kind> BASES = EnumSet.of(Kind.BASE, Kind.COUNT);

    static {
        ALL.add(Kind.MULTIPLIER);
    }

    /** What stands between the parts of a unit and changes nothing, besides words of the vocabularies. */
    private static final Pattern FILLER = Pattern.compile(
            "(?i)(?:[\\s,.:;\"]+|-(?=\\s)|[()\\[\\]]|CLV\\d\\d(?![A-Za-z])|x(?=\\s+(?:1[ .,]?000|ml[nj]|million|mld))|basis(?!\\s+points?)(?![A-Za-z])"
                    + "|(?:19|20)\\d\\d[-/]\\d\\d(?=\\s+prices?(?![A-Za-z]))|±(?=[%‰])"
                    + "|R(?=\\s*(?:'000|thousand|m|mn|million|bn|billion|trillion)(?![A-Za-z])[^A-Za-z]*ZAR)"
                    + "|d'|'(?=(?:m|mn|mln|millions?|bn|billions?|k|thousands?)(?![A-Za-z]))|(?:19|20)\\d\\d年(?=不变价|可比价|价)"
                    + ")");

    private static final Set<Kind> BESIDE = EnumSet.of(Kind.BESIDE_UNIT);
    /** Currencies called dollars, which a bare sign of the dollar stands for where their code is beside it. */
    private static final Set<String> DOLLARS = Set.of("AUD", "CAD", "NZD", "HKD", "SGD", "TWD");

    private static final Set<String> DOLLAR_WORDS = Set.of("$", "dollars", "dollar");
    /** Currencies whose unit is called 元 where their name is beside it in brackets. */
    private static final Set<String> NAMED_YUANS = Set.of("CNY", "TWD", "HKD", "MOP", "SGD", "USD", "EUR", "JPY");

    private static final Pattern DIGITS = Pattern.compile("\\d{1,3}(?:[ ,.']\\d{3})+(?!\\d)|\\d+");
    private static final Pattern POWER = Pattern.compile("10*");
    private static final Pattern YEAR = Pattern.compile("(?:19|20)\\d\\d");
    static final Pattern ZEROS = Pattern.compile("(?:'|(?<!\\d))000(?:'?s)?(?!\\d)");
    private static final Pattern PER = Pattern.compile(
            "(?i)\\s*(?:/|每|per(?![A-Za-z]|\\s+cents?(?![A-Za-z]))|for every(?![A-Za-z])|pro(?![A-Za-z])|je(?![A-Za-z])|pour(?![A-Za-z]|\\s+(?:mille|cent)(?![A-Za-z]))|par(?![A-Za-z])|por(?![A-Za-z]|\\s+(?:ciento|cento|mil)(?![A-Za-z]))|na(?![A-Za-z]))\\s*");
    private static final Pattern OF_WHOLE = Pattern.compile(
            "(?i)\\s*,?\\s*(?:(?:gross|net)(?![a-z])|of|to(?![a-z])|vom|der|du|de|del|des|von|总|total)(?:[^\\d%/]|\\d{1,2}(?!\\d|[ ,.]\\d{3}))*");
    /** Behind per: one of what is counted, so that nothing says what numbers are of. */
    private static final Pattern ALONE = Pattern.compile("(?i)\\s*(?:capita|person|head|inhabitant|household)\\s*");

    private static final Pattern RATE = Pattern.compile(
            "(?i)\\s*,?\\s*\\(?(?:per year|a year|per annum|p\\.? ?a\\.?|annual(?:ly)?|yoy|y/y|year[- ]on[- ]year|同比|/ ?(?:year|yr|年))\\)?[a-z ,-]*");
    /** A change is a rate per year only if it says so: a change on the previous period may be of a month. */
    private static final Pattern CHANGE =
            Pattern.compile("(?i)\\s*,?\\s*(?:change|growth|increase|variation|difference)s?(?![a-z])[a-z ,-]*");

    private static final Pattern ANNUAL = Pattern.compile("(?i)annual|per year|a year|per annum|yearly");
    private static final Pattern RATE_BEFORE = Pattern.compile(
            "(?i)(?:annual(?: average)?|average annual|yoy|y/y|cagr|year-on-year)[, ]+(?=%|per ?cent|pct)");
    private static final Pattern CODED =
            Pattern.compile("([kKmMT])(EUR|USD|GBP|CHF|SEK|NOK|DKK|CAD|AUD|PLN|CZK)(?![A-Za-z])");
    private static final Map<String, String> DOLLAR_CODES = Map.of("A", "AUD", "AU", "AUD", "NZ", "NZD", "C", "CAD");
    private static final Pattern SIGNED = Pattern.compile("\\$(AU?|NZ|C)(mn?|bn?)(?![A-Za-z])");
    /** A million in Czech, whose currency is named behind it. */
    private static final Pattern CZECH = Pattern.compile("\\s*(?:Kč|CZK|korun)(?![A-Za-z])");

    private static final Pattern THOUSAND_BEHIND = Pattern.compile("th(?![A-Za-z.])");
    private static final List<String> PREFIXES = List.of("Kilo", "Mega", "Giga", "Tera", "Peta");
    private static final Pattern PREFIXED = Pattern.compile("(?:Kilo|Mega|Giga|Tera|Peta)(?=[A-Z][a-z])");
    private static final Pattern CARBON = Pattern.compile(
            "(?i)\\s*(?:of\\s+)?CO2(\\s*-?\\s*eq(?:uivalents?|\\.)?|e|\\s*(?:換算|换算|当量|當量))?(?![A-Za-z])");
    private static final Pattern CARBON_EQUIVALENT =
            Pattern.compile("(?i)\\s*-?\\s*(?:eq(?:uivalents?|\\.)?|e)(?![A-Za-z])");
    private static final Pattern MASS = Pattern.compile("[kMG]?t|k?g");
    /** Units of which a billion is more than there is of anything. */
    private static final Pattern HUGE = Pattern.compile("[GTPEZ][A-Zt].*");

    private final String head;
    private final String text;
    private final Optional<Currency> context;
    private int index;
    private int end;

    private int exponent;
    private int multipliers;
    private int multiplierEnd = -1;
    private @Nullable Word lastMultiplier;
    private @Nullable Unit unit;
    private boolean letters;
    private boolean bareDigits;
    private boolean yuanAlone;
    private boolean dollarAlone;
    private boolean zhao;
    private @Nullable Word ambiguous;
    private int ambiguousAt;

    UnitTokens(String head, String text, Optional<Currency> context) {
        this.head = head;
        this.text = text;
        this.context = context;
        this.end = text.length();
    }

    UnitHead read(int from, int to) {
        index = from;
        end = to;
        passOver();
        rateBefore();
        while (index < end) {
            token();
            passOver();
        }
        return finished(from);
    }

    Optional<UnitMultiplier> multiplier(int from, int to) {
        index = from;
        end = to;
        try {
            passOver();
            while (index < end) {
                token();
                passOver();
            }
        } catch (FigureParseException e) {
            return Optional.empty();
        }
        boolean only =
                unit == null && ambiguous == null && multipliers > 0 && !zhao && !(bareDigits && multipliers == 1);
        return only ? UnitMultiplier.ofExponent(exponent) : Optional.empty();
    }

    private void passOver() {
        Matcher filler = FILLER.matcher(text);
        boolean passed = true;
        while (passed && index < end) {
            Word word = inside(Vocabulary.lexicon().at(text, index, BESIDE));
            Word unitWord = word == null ? null : inside(Vocabulary.lexicon().at(text, index, ALL));
            if (word != null
                    && (unitWord == null
                            || unitWord.text().length() <= word.text().length())) {
                index += word.text().length();
            } else if (word != null) {
                passed = false;
            } else {
                passed = filler.region(index, end).lookingAt();
                index = passed ? filler.end() : index;
            }
        }
    }

    private void rateBefore() {
        Matcher rate = RATE_BEFORE.matcher(text).region(index, end);
        if (rate.lookingAt()) {
            index = rate.end();
            set(Unit.GROWTH_RATE, index);
        }
    }

    private void token() {
        if (zeros() || digits() || coded() || signed() || per() || prefix() || thousandBehind()) {
            return;
        }
        int start = index;
        String code = currencyCode(index);
        Word word = inside(Vocabulary.lexicon().at(text, index, ALL));
        if (code != null
                && (word == null
                        || word.text().length() <= 3
                        || (word.kind() == Kind.CURRENCY_SIGN && word.text().length() <= 3))) {
            if (text.strip().equals("ALL") || text.strip().equals("TOP")) {
                throw error("Currency must be certain: TOP and ALL are words too", "货币须确定：TOP、ALL 也是普通单词", start);
            }
            index += 3;
            set(Unit.money(Currency.getInstance(code)), start);
            return;
        }
        Word letter = inside(Vocabulary.lexicon().at(text, index, LETTERS));
        boolean thousand = letter != null && unit == null && letter.text().equals("T");
        if (letter != null
                && !thousand
                && (word == null || word.text().length() <= letter.text().length())
                && isBesideCountable(index + letter.text().length())) {
            index += letter.text().length();
            letters = true;
            multiply(Integer.parseInt(letter.meaning()), start);
            return;
        }
        if (word == null) {
            throw unknown(start);
        }
        index += word.text().length();
        apply(word, start);
    }

    private @Nullable Word inside(@Nullable Word word) {
        return word == null || index + word.text().length() > end ? null : word;
    }

    /** A letter is a multiplier where money was said, or money or a thing comes next. */
    private boolean isBesideCountable(int after) {
        if (unit != null) {
            return unit.kind() == Unit.Kind.MONEY;
        }
        if (ambiguous != null) {
            return true;
        }
        int next = after;
        while (next < end && text.charAt(next) == ' ') {
            next++;
        }
        Word word = next < end ? Vocabulary.lexicon().at(text, next, UNITS) : null;
        return (next < end && currencyCode(next) != null)
                || (word != null
                        && (word.kind() == Kind.CURRENCY
                                || word.kind() == Kind.CURRENCY_SIGN
                                || (word.kind() == Kind.CURRENCY && word.text().charAt(0) > '\u2e80')
                                || word.kind() == Kind.AMBIGUOUS_CURRENCY
                                || (word.kind() == Kind.COUNT && next > after)));
    }

    private void apply(Word word, int start) {
        switch (word.kind()) {
            case MULTIPLIER -> {
                zhao |= word.text().equals("兆");
                multiply(Integer.parseInt(word.meaning()), start);
                if (word.equals(lastMultiplier)) {
                    throw error("Multiplier must not be said twice: " + word.text(), "倍数不得重复：" + word.text(), start);
                }
                lastMultiplier = word;
            }
            case CURRENCY, CURRENCY_SIGN -> currency(word, start);
            case AMBIGUOUS_CURRENCY -> {
                ambiguous = word;
                ambiguousAt = start;
            }
            case REFUSED -> {
                boolean czech = word.text().startsWith("mil")
                        && CZECH.matcher(text).region(index, end).lookingAt();
                if (czech) {
                    multiply(6, start);
                    return;
                }
                // a million megatonnes is nothing anybody counts
                if (!word.text().equalsIgnoreCase("MT") || multipliers == 0) {
                    throw refusal(word, start);
                }
                set(Unit.physical("t"), start);
            }
            case COUNT -> set(Unit.count(word.meaning()), start);
            case PHYSICAL -> {
                boolean degrees =
                        word.text().equals("度") && multipliers == 0 && head.indexOf('电') < 0 && head.indexOf('電') < 0;
                if (degrees) {
                    throw error(
                            "Unit must be certain: 度 is a kilowatt-hour and a degree: write kWh or °C",
                            "单位须确定：度既指千瓦时也指温度、角度：请写千瓦时或℃",
                            start);
                }
                set(Unit.physical(carbon(word.meaning())), start);
            }
            case FRACTION -> fraction(word, start);
            case POINTS -> {
                multiplyFraction(Integer.parseInt(word.meaning()), start);
                set(Unit.PERCENTAGE_POINTS, start);
            }
            case MULTIPLE -> set(Unit.MULTIPLE, start);
            case YEARS -> set(Unit.YEARS, start);
            default -> throw unknown(start);
        }
    }

    private void currency(Word word, int start) {
        String before = unit == null ? "" : unit.toString();
        boolean yuan = word.text().equals("元");
        boolean dollar = DOLLAR_WORDS.contains(word.text().toLowerCase(Locale.ROOT));
        // 新臺幣億元, A$ million dollars: the currency is said once by name and once as 元 or dollars
        if ((yuan && YUANS.contains(before)) || (dollar && DOLLARS.contains(before))) {
            return;
        }
        set(Unit.money(Currency.getInstance(word.meaning())), start);
        yuanAlone = yuan && (before.isEmpty() || yuanAlone);
        dollarAlone = dollar && (before.isEmpty() || dollarAlone);
    }

    private void fraction(Word word, int start) {
        multiplyFraction(Integer.parseInt(word.meaning()), start);
        Matcher rate = RATE.matcher(text).region(index, end);
        Matcher change = CHANGE.matcher(text).region(index, end);
        boolean growth = Unit.GROWTH_RATE.equals(unit);
        if (rate.lookingAt() && rate.end() == end && rate.end() > index) {
            index = end;
            growth = true;
        } else if (change.lookingAt() && change.end() == end) {
            growth |= ANNUAL.matcher(change.group()).find();
            index = end;
        }
        set(growth ? Unit.GROWTH_RATE : Unit.SHARE, start);
        Matcher whole = OF_WHOLE.matcher(text).region(index, end);
        if (whole.lookingAt() && whole.end() == end) {
            index = end;
        }
    }

    private void multiplyFraction(int power, int start) {
        if (multipliers > 0) {
            throw error("Fraction of a whole must have no other multiplier", "百分比不得另带倍数", start);
        }
        exponent = power;
        multipliers = 2;
    }

    /** Tonnes of carbon dioxide are a unit of their own. */
    private String carbon(String sign) {
        Matcher equivalent = CARBON_EQUIVALENT.matcher(text).region(index, end);
        if (sign.endsWith("CO2") && equivalent.lookingAt()) {
            index = equivalent.end();
            return sign + "e";
        }
        Matcher carbon = CARBON.matcher(text).region(index, end);
        if (!MASS.matcher(sign).matches() || !carbon.lookingAt()) {
            return sign;
        }
        index = carbon.end();
        return sign + (carbon.group(1) == null ? "CO2" : "CO2e");
    }

    private boolean zeros() {
        Matcher zeros = ZEROS.matcher(text).region(index, end).useTransparentBounds(true);
        if (!zeros.lookingAt()) {
            return false;
        }
        int start = index;
        index = zeros.end();
        multiply(3, start);
        return true;
    }

    private boolean digits() {
        Matcher digits = DIGITS.matcher(text).region(index, end);
        if (!digits.lookingAt()) {
            return false;
        }
        int start = index;
        String plain = digits.group().replaceAll("\\D", "");
        boolean power = POWER.matcher(plain).matches();
        boolean year = YEAR.matcher(digits.group()).matches();
        if (!power && !year) {
            throw error(
                    "Digits in a unit must be a power of ten such as 10,000, or the year of prices",
                    "单位中的数字须为10的幂（如10,000）或价格年份",
                    start);
        }
        index = digits.end();
        if (index < end && text.charAt(index) == '=') {
            throw error("Unit must not be an index", "指数不是单位", start);
        }
        if (power) {
            bareDigits |= plain.length() < 4;
            multiply(plain.length() - 1, start);
        }
        return true;
    }

    /** Thousands and millions of a code as accountants write them: TEUR, kEUR, MUSD. */
    private boolean coded() {
        int start = index;
        Matcher coded = CODED.matcher(text).region(index, end);
        if (!coded.lookingAt()) {
            return false;
        }
        String letter = coded.group(1);
        boolean german = coded.group(2).equals("EUR") || coded.group(2).equals("CHF");
        if (letter.equals("T") && !german && !coded.group(2).equals("SEK")) {
            throw error("T must be written as thousand or trillion", "T 须写作 thousand 或 trillion", start);
        }
        index = coded.end();
        multiply(letter.equalsIgnoreCase("m") ? 6 : 3, start);
        set(Unit.money(Currency.getInstance(coded.group(2))), start);
        return true;
    }

    /** $Am: millions behind the sign of a dollar that ends in a letter. */
    private boolean signed() {
        int start = index;
        Matcher signed = SIGNED.matcher(text).region(index, end);
        if (!signed.lookingAt()) {
            return false;
        }
        index = signed.end();
        multiply(signed.group(2).equals("b") || signed.group(2).equals("bn") ? 9 : 6, start);
        set(Unit.money(Currency.getInstance(DOLLAR_CODES.get(signed.group(1)))), start);
        return true;
    }

    /** PetaTokens: a prefix of the SI before a noun. */
    private boolean prefix() {
        Matcher prefix = PREFIXED.matcher(text).region(index, end);
        if (!prefix.lookingAt()) {
            return false;
        }
        int start = index;
        index = prefix.end();
        multiply(3 * (1 + PREFIXES.indexOf(prefix.group())), start);
        return true;
    }

    /** Person th, RMB th: thousands as data vendors write them. */
    private boolean thousandBehind() {
        Matcher thousand = THOUSAND_BEHIND.matcher(text).region(index, end);
        if (unit == null || multipliers > 0 || !thousand.lookingAt()) {
            return false;
        }
        int start = index;
        index = thousand.end();
        multiply(3, start);
        return true;
    }

    private boolean per() {
        Matcher per = PER.matcher(text).region(index, end);
        if (!per.lookingAt() || per.end() == index) {
            return false;
        }
        int start = index;
        if (unit != null && unit.kind() != Unit.Kind.COUNT) {
            throw error(
                    "Unit must not be an amount per something else: a price or a density of " + unit,
                    "单位不得为每单位的量（如单价）：" + unit,
                    start);
        }
        if (unit == null && ALONE.matcher(text).region(per.end(), end).matches()) {
            throw error("Unit must say what there is for each of them", "单位须说明每一所计何物", start);
        }
        String thing = unit == null ? "items" : unit.thing().orElseThrow();
        UnitTokens inner = new UnitTokens(head, text, context);
        inner.index = per.end();
        inner.end = end;
        Unit density = inner.base(thing);
        index = inner.index;
        unit = density;
        return true;
    }

    /** The density of a thing, where what it is per is said between two places. */
    UnitHead per(String thing, int from, int to) {
        index = from;
        end = to;
        unit = Unit.count(thing);
        while (index < end) {
            token();
            passOver();
        }
        return finished(from);
    }

    /** The density of a thing per what is named from a place on. */
    Unit base(String thing, int from) {
        index = from;
        return base(thing);
    }

    private Unit base(String thing) {
        int start = index;
        boolean spelled = false;
        while (index < end) {
            Word base = inside(Vocabulary.lexicon().at(text, index, BASES));
            Word word = inside(Vocabulary.lexicon().at(text, index, MULTIPLIERS));
            if (base != null
                    && (word == null || base.text().length() >= word.text().length())) {
                index += base.text().length();
                long per = exponent > 11 ? 0 : Math.round(Math.pow(10, exponent));
                if (per == 0) {
                    break;
                }
                return Unit.density(thing, per, base.meaning());
            }
            if (word != null) {
                index += word.text().length();
                multiply(Integer.parseInt(word.meaning()), start);
            } else if (!digits()) {
                break;
            }
            spelled = true;
            passOver();
        }
        throw error(
                spelled ? "Density must say what it is per" : "What a density is per must be known",
                spelled ? "密度须说明每多少什么" : "密度的基数须为已知名词",
                Math.min(index, text.length()));
    }

    @Nullable String currencyCode(int at) {
        if (at + 3 > end || (at > 0 && isUpper(text.charAt(at - 1)))) {
            return null;
        }
        for (int i = at; i < at + 3; i++) {
            if (!isUpper(text.charAt(i))) {
                return null;
            }
        }
        int next = at + 3;
        boolean ends = next == text.length() || !Folding.isLetter(text.charAt(next)) || isScaled(next);
        return ends ? Vocabulary.currency(text.substring(at, at + 3)) : null;
    }

    /** USDm, EURbn: a code with its multiplier written to it. */
    private boolean isScaled(int at) {
        Word scale = Vocabulary.lexicon().at(text, at, SCALES);
        return scale != null && scale.text().length() < 4 && !isUpper(text.charAt(at));
    }

    private static boolean isUpper(char c) {
        return c >= 'A' && c <= 'Z';
    }

    private void multiply(int power, int start) {
        boolean adjacent = multipliers == 0 || isBlank(multiplierEnd, start);
        if (!adjacent) {
            throw error("Unit must have its multipliers side by side", "倍数须连写", start);
        }
        exponent += power;
        multipliers++;
        multiplierEnd = index;
    }

    private boolean isBlank(int from, int to) {
        String between = from >= 0 && from < to ? text.substring(from, to).strip() : "";
        return from >= 0 && (between.isEmpty() || between.equals("of") || between.equals("de") || between.equals("d'"));
    }

    private void set(Unit found, int at) {
        if (unit != null && found.kind() == Unit.Kind.MONEY && isNamedBy(found, at)) {
            unit = found;
            yuanAlone = false;
        }
        if (unit != null && !unit.equals(found)) {
            throw error(
                    "Unit must be one and not both " + unit + " and " + found, "单位须唯一，不能既是" + unit + "又是" + found, at);
        }
        unit = found;
    }

    /** Whether a currency says which dollar or yuan was meant before it: $ million AUD, 百萬元(港幣). */
    private boolean isNamedBy(Unit found, int at) {
        boolean dollar = dollarAlone && DOLLARS.contains(found.toString());
        boolean bracketed = at > 0 && text.charAt(at - 1) == '(';
        return dollar || (yuanAlone && bracketed && NAMED_YUANS.contains(found.toString()));
    }

    private UnitHead finished(int start) {
        if (ambiguous != null && (unit == null || unit.kind() != Unit.Kind.MONEY)) {
            if (context.isEmpty() || unit != null) {
                throw refusal(ambiguous, ambiguousAt);
            }
            unit = Unit.money(context.get());
        }
        Unit found = unit;
        if (found == null) {
            String what =
                    multipliers > 0 ? "Unit must say what is counted, not only a multiplier" : "Unit must be known";
            throw error(what, multipliers > 0 ? "单位须说明所计何物，不能只有倍数" : "单位须为已知单位", start);
        }
        boolean money = found.kind() == Unit.Kind.MONEY;
        if (yuanAlone && money) {
            if (context.isPresent()) {
                found = Unit.money(context.get());
            } else if (isTraditional(text.substring(start, end)) || zhao) {
                throw error(
                        "Which dollar or yuan must be said: write TWD, HKD or CNY", "须说明是哪种元：请写 TWD、HKD 或 CNY", start);
            }
        }
        if (zhao && !(money && isZhaoTrillion(found, text.substring(start, end)))) {
            throw error(
                    "兆 must be written as 万亿 or 百万: it is 10^12 in Taiwan, Japan and Korea and a million elsewhere",
                    "兆须写作万亿或百万：在台湾、日本、韩国为万亿，在大陆为百万",
                    start);
        }
        boolean alone = multipliers == 0
                && found.symbol().filter(ALSO_MULTIPLIERS::contains).isPresent();
        if (alone) {
            throw error(
                    "Unit must be certain: " + found + " is a unit and a multiplier",
                    "单位须确定：" + found + " 既是单位也是倍数",
                    start);
        }
        if (found.equals(Unit.MULTIPLE) && multipliers > 0) {
            throw error("Unit must say what is counted, not only a multiplier", "单位须说明所计何物，不能只有倍数", start);
        }
        if (letters && !money && found.kind() != Unit.Kind.COUNT) {
            throw error("Letter must be beside money or a thing to be a multiplier", "字母倍数须与货币或名词连用", start);
        }
        if (bareDigits && multipliers == 1 && (money || found.kind() == Unit.Kind.DENSITY)) {
            throw error(
                    "Number beside a currency or a density must be a multiplier such as 1,000",
                    "货币或密度旁的数字须为倍数，如1,000",
                    start);
        }
        boolean huge =
                found.symbol().filter(sign -> HUGE.matcher(sign).matches()).isPresent();
        if (huge && exponent >= 9) {
            throw error(
                    "Unit must be certain: nobody counts " + found + " in billions",
                    "单位须确定：" + found + " 不以十亿计",
                    start);
        }
        int power = exponent;
        UnitMultiplier multiplier = UnitMultiplier.ofExponent(power)
                .orElseThrow(() ->
                        error("Multiplier of a unit must be 10^15 at most: 10^" + exponent, "单位的倍数最大为10^15", start));
        return new UnitHead(Objects.requireNonNull(found), wordOf(multiplier));
    }

    /** Of two multipliers of one power, that of the head's language. */
    private UnitMultiplier wordOf(UnitMultiplier multiplier) {
        boolean wan = text.indexOf('万') >= 0 || text.indexOf('萬') >= 0;
        return multiplier == UnitMultiplier.TRILLION && wan ? UnitMultiplier.WAN_YI : multiplier;
    }

    static boolean isTraditional(String text) {
        return text.chars().anyMatch(c -> "億萬兆臺幣圓".indexOf(c) >= 0);
    }

    /** Whether 兆 is 10^12 here: beside the money of Taiwan, Japan and Korea, or in their writing. */
    static boolean isZhaoTrillion(Unit money, String text) {
        String code = money.currency().orElseThrow().getCurrencyCode();
        return Set.of("JPY", "KRW", "TWD").contains(code)
                || text.chars().anyMatch(c -> "億萬臺幣圓".indexOf(c) >= 0 || (c >= 0x3041 && c <= 0x30ff));
    }

    private FigureParseException unknown(int at) {
        int stop = at;
        while (stop < end && !Character.isWhitespace(text.charAt(stop)) && "()[],;/".indexOf(text.charAt(stop)) < 0) {
            stop++;
        }
        String word = text.substring(at, Math.max(stop, Math.min(at + 1, end)));
        String shown = Decimals.shown(word);
        return new FigureParseException(
                Label.of("Unit must be known: " + shown, "单位须为已知单位：" + shown),
                head,
                Math.min(at, head.length()),
                () -> Vocabulary.nearest(word));
    }

    private FigureParseException refusal(Word word, int at) {
        String[] reasons = word.meaning().split(" ;; ", -1);
        return error("Unit must be certain: " + reasons[0], "单位须确定：" + reasons[reasons.length - 1], at);
    }

    private FigureParseException error(String en, String zh, int at) {
        return new FigureParseException(Label.of(en, zh), head, Math.min(at, head.length()), Optional.empty());
    }
}
