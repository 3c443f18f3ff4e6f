package dev.saidao.core.text;

import dev.saidao.core.convention.Label;
import dev.saidao.core.quantity.Unit;
import dev.saidao.core.quantity.UnitMultiplier;
import dev.saidao.core.text.Word.Kind;
import java.util.Currency;
import java.util.EnumSet;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Reads a piece of a head word by word: one unit and the multipliers beside it, and nothing else. */
final class UnitTokens {

    static final Set<Kind> UNITS = EnumSet.of(
            Kind.CURRENCY,
            Kind.CENTS,
            Kind.CURRENCY_SIGN,
            Kind.AMBIGUOUS_CURRENCY,
            Kind.SCALED_CROWNS,
            Kind.REFUSED,
            Kind.COUNT,
            Kind.PHYSICAL,
            Kind.FRACTION,
            Kind.POINTS,
            Kind.MULTIPLE,
            Kind.YEARS);

    static final Set<Kind> ALL = EnumSet.copyOf(UNITS);
    private static final Set<Kind> MULTIPLIERS = EnumSet.of(Kind.MULTIPLIER);
    private static final Set<Kind> LETTERS = EnumSet.of(Kind.MULTIPLIER_LETTER);
    private static final Set<Kind> SCALES = EnumSet.of(Kind.MULTIPLIER, Kind.MULTIPLIER_LETTER);
    private static final Set<Kind> AMBIGUOUS = EnumSet.of(Kind.AMBIGUOUS_CURRENCY);
    private static final Set<Kind> REFUSED = EnumSet.of(Kind.REFUSED);
    static final Set<Kind> BASES = EnumSet.of(Kind.BASE, Kind.COUNT);

    /** What a density can be per, and units. */
    static final Set<Kind> BASES_AND_UNITS = EnumSet.copyOf(UNITS);

    static {
        ALL.add(Kind.MULTIPLIER);
        BASES_AND_UNITS.add(Kind.BASE);
    }

    /** What stands between the parts of a unit and changes nothing, besides words of the vocabularies. */
    private static final Pattern FILLER = Pattern.compile(
            "(?i)(?:[\\s,.:;\"]+|-(?=\\s)|[()\\[\\]]|CLV\\d\\d(?![A-Za-z])|[x×](?=\\s*(?:1[ .,]?000|10[^A-Za-z\\d]|million|mln|mlj|mld))|basis(?!\\s+points?)(?![A-Za-z])"
                    + "|(?:19|20)\\d\\d[-/]\\d\\d(?=\\s+prices?(?![A-Za-z]))|±(?=[%‰])"
                    + "|R(?=\\s*(?:'000|thousand|m|mn|million|bn|billion|trillion)(?![A-Za-z])[^A-Za-z]*ZAR)"
                    + "|d'|'(?=(?:m|mn|mln|millions?|bn|billions?|k|thousands?)(?![A-Za-z]))|(?:19|20)\\d\\d年(?=不变价|可比价|价)"
                    + ")");

    private static final Set<Kind> BESIDE = EnumSet.of(Kind.BESIDE_UNIT);

    static final Label POINT_OR_FRACTION = Label.of(
            "Unit must be certain: pct is a percentage point in Chinese reports: write % or pp",
            "单位须确定：pct 在中文报告中指百分点：请写 % 或个百分点");

    static final Set<String> DOLLAR_WORDS = Set.of("$", "dollars", "dollar");

    /** The year of prices. */
    private static final Pattern YEAR = Pattern.compile("(?:19|20)\\d\\d(?!\\d)");

    private static final Pattern YUAN = Pattern.compile("\\s*[十百佰千仟万萬亿億]*\\s*元\\s*");
    /** People of some kind, who may be counted in 万人 and be so many per 万人. */
    private static final Set<String> PEOPLE =
            Set.of("students", "employees", "employed", "workers", "users", "residents");

    /** Behind per: one of what is counted, so that nothing says what numbers are of. */
    private static final Pattern ALONE = Pattern.compile("(?i)\\s*(?:capita|person|head|inhabitant|household)\\s*");

    /** A million in Czech, whose currency is named behind it. */
    private static final Pattern CZECH = Pattern.compile("\\s*(?:Kč|CZK|korun)(?![A-Za-z])");

    private static final Unit REAL = Unit.money(Currency.getInstance("BRL"));

    private static final Pattern CARBON = Pattern.compile(
            "(?i)\\s*(?:of\\s+)?CO2(\\s*-?\\s*eq(?:uivalents?|\\.)?|e|\\s*(?:換算|换算|当量|當量))?(?![A-Za-z])");
    private static final Pattern CARBON_EQUIVALENT =
            Pattern.compile("(?i)\\s*-?\\s*(?:eq(?:uivalents?|\\.)?|e)(?![A-Za-z])");
    private static final Pattern MASS = Pattern.compile("[kMG]?t|k?g");

    private final String head;
    private final String text;
    private final Optional<Currency> context;
    private int index;
    private int end;

    private final UnitDraft draft;

    UnitTokens(String head, String text, Optional<Currency> context) {
        this.head = head;
        this.text = text;
        this.context = context;
        this.end = text.length();
        this.draft = new UnitDraft(head, text, context);
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
        return draft.finished(from, end);
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
        boolean only = draft.unit == null
                && draft.ambiguous == null
                && draft.multipliers > 0
                && !draft.zhao
                && !(draft.bareDigits && draft.multipliers == 1);
        return only ? UnitMultiplier.ofExponent(draft.exponent) : Optional.empty();
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
        int behind = FractionTail.rateBefore(index, end, text);
        if (behind > index) {
            index = behind;
            draft.set(Unit.GROWTH_RATE, index);
        }
    }

    private void token() {
        if (year() || power() || per()) {
            return;
        }
        int start = index;
        String code = currencyCode(index);
        Word word = inside(Vocabulary.lexicon().at(text, index, ALL));
        if (code != null
                && (word == null
                        || word.text().length() <= 3
                        || (word.kind() == Kind.CURRENCY_SIGN && word.text().length() <= 3))) {
            if (Vocabulary.isWordToo(text.strip())) {
                throw draft.error("Currency must be certain: TOP and ALL are words too", "货币须确定：TOP、ALL 也是普通单词", start);
            }
            index += 3;
            draft.set(Unit.money(Currency.getInstance(code)), start);
            return;
        }
        Word letter = inside(Vocabulary.lexicon().at(text, index, LETTERS));
        if (letter != null
                && !isThousandOrTonne(letter)
                && (word == null || word.text().length() <= letter.text().length())
                && isBesideCountable(index + letter.text().length())) {
            index += letter.text().length();
            draft.letters = true;
            draft.multiply(Integer.parseInt(letter.meaning()), start, index);
            return;
        }
        if (word == null) {
            throw draft.unknown(start, end);
        }
        index += word.text().length();
        apply(word, start);
    }

    private @Nullable Word inside(@Nullable Word word) {
        return word == null || index + word.text().length() > end ? null : word;
    }

    /** T before money is a thousand to some, and t behind a comma or a bracket a second unit. */
    private boolean isThousandOrTonne(Word letter) {
        boolean small = letter.text().equals("t");
        String before = text.substring(0, index).stripTrailing();
        boolean apart = !before.isEmpty() && "(),[]:;-".indexOf(before.charAt(before.length() - 1)) >= 0;
        return draft.unit == null ? small || letter.text().equals("T") : small && apart;
    }

    /** A letter is a multiplier where money was said, or money or a thing comes next. */
    private boolean isBesideCountable(int after) {
        if (draft.unit != null) {
            return draft.unit.kind() == Unit.Kind.MONEY;
        }
        if (draft.ambiguous != null) {
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
                                || word.kind() == Kind.AMBIGUOUS_CURRENCY
                                || (word.kind() == Kind.COUNT && next > after)));
    }

    private void apply(Word word, int start) {
        switch (word.kind()) {
            case MULTIPLIER -> {
                draft.zhao |= word.text().equals("兆");
                draft.multiply(Integer.parseInt(word.meaning()), start, index);
                if (draft.lastMultiplier != null && word.equals(draft.lastMultiplier)) {
                    throw draft.error(
                            "Multiplier must not be said twice: " + word.text(), "倍数不得重复：" + word.text(), start);
                }
                draft.lastMultiplier = word;
            }
            case CURRENCY, CURRENCY_SIGN -> currency(word, start);
            case AMBIGUOUS_CURRENCY -> {
                draft.ambiguous = word;
                draft.ambiguousAt = start;
            }
            case SCALED_CROWNS -> {
                draft.ambiguous = Vocabulary.lexicon().at("kr", 0, AMBIGUOUS);
                draft.ambiguousAt = start;
                draft.multiply(Integer.parseInt(word.meaning()), start, index);
            }
            case REFUSED -> {
                boolean czech = word.text().startsWith("mil")
                        && CZECH.matcher(text).region(index, end).lookingAt();
                if (czech || isThousand(word, text, index, draft.unit)) {
                    draft.multiply(czech ? 6 : 3, start, index);
                    return;
                }
                // a million megatonnes is nothing anybody counts
                if (!word.text().equalsIgnoreCase("MT") || draft.multipliers == 0) {
                    throw draft.refusal(word, start);
                }
                draft.set(Unit.physical("t"), start);
            }
            case COUNT -> draft.set(Unit.count(word.meaning()), start);
            case PHYSICAL -> {
                boolean degrees = word.text().equals("度")
                        && draft.multipliers == 0
                        && head.indexOf('电') < 0
                        && head.indexOf('電') < 0;
                if (degrees) {
                    throw draft.error(
                            "Unit must be certain: 度 is a kilowatt-hour and a degree: write kWh or °C",
                            "单位须确定：度既指千瓦时也指温度、角度：请写千瓦时或℃",
                            start);
                }
                draft.set(Unit.physical(carbon(word.meaning())), start);
            }
            case FRACTION -> fraction(word, start);
            case POINTS -> {
                multiplyFraction(Integer.parseInt(word.meaning()), start);
                draft.set(Unit.PERCENTAGE_POINTS, start);
            }
            case MULTIPLE -> draft.set(Unit.MULTIPLE, start);
            case YEARS -> draft.set(Unit.YEARS, start);
            default -> throw draft.unknown(start, end);
        }
    }

    /**
     * Whether mil is a thousand, as it is in Portuguese and Spanish: beside the money of Brazil or a noun of these languages. A
     * million is written so in English and in Czech.
     */
    static boolean isThousand(Word word, String text, int behind, @Nullable Unit unit) {
        if (!word.text().equalsIgnoreCase("mil")) {
            return false;
        }
        if (unit != null) {
            return REAL.equals(unit);
        }
        int next = behind;
        while (next < text.length() && text.charAt(next) == ' ') {
            next++;
        }
        Word noun = next == behind ? null : Vocabulary.lexicon().at(text, next, UNITS);
        return noun != null
                && (noun.language().equals("romance") || noun.meaning().equals("BRL"));
    }

    private void currency(Word word, int start) {
        String before = draft.unit == null ? "" : draft.unit.toString();
        boolean yuan = word.text().equals("元");
        boolean dollar = DOLLAR_WORDS.contains(word.text().toLowerCase(Locale.ROOT));
        // 新臺幣億元, A$ million dollars: the currency is said once by name and once as 元 or dollars
        if ((yuan && UnitDraft.YUANS.contains(before)) || (dollar && UnitDraft.DOLLARS.contains(before))) {
            return;
        }
        draft.set(Unit.money(Currency.getInstance(word.meaning())), start);
        draft.yuanAlone = yuan && (before.isEmpty() || draft.yuanAlone);
        draft.dollarAlone = dollar && (before.isEmpty() || draft.dollarAlone);
    }

    /** Whether a word beside Chinese may be per cent or percentage points. */
    static boolean isPointOrFraction(Word word, String text) {
        return word.text().equals("pct") && text.chars().anyMatch(c -> c >= 0x4e00 && c <= 0x9fff);
    }

    private void fraction(Word word, int start) {
        if (isPointOrFraction(word, text)) {
            throw draft.error(POINT_OR_FRACTION.en(), POINT_OR_FRACTION.zh(), start);
        }
        multiplyFraction(Integer.parseInt(word.meaning()), start);
        FractionTail tail = FractionTail.at(index, end, text);
        index = tail.end();
        boolean growth = tail.isGrowth() || Unit.GROWTH_RATE.equals(draft.unit);
        draft.set(growth ? Unit.GROWTH_RATE : Unit.SHARE, start);
    }

    private void multiplyFraction(int power, int start) {
        if (draft.multipliers > 0) {
            throw draft.error("Fraction of a whole must have no other multiplier", "百分比不得另带倍数", start);
        }
        draft.exponent = power;
        draft.multipliers = 2;
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

    private boolean year() {
        Matcher year = YEAR.matcher(text).region(index, end);
        if (!year.lookingAt()) {
            return false;
        }
        moveTo(year.end());
        return true;
    }

    private boolean power() {
        return taken(HeadPower.at(index, end, text, draft));
    }

    /** A power in figures alone, such as what a density is per. */
    private boolean figures() {
        return year() || taken(HeadPower.figures(index, end, text, draft));
    }

    private boolean taken(@Nullable HeadPower power) {
        if (power == null) {
            return false;
        }
        int start = index;
        moveTo(power.end());
        draft.bareDigits |= power.isBare();
        draft.multiply(power.exponent(), start, index);
        power.unit().ifPresent(money -> draft.set(money, start));
        return true;
    }

    /** Goes behind figures, which are not the base of an index. */
    private void moveTo(int behind) {
        if (behind < end && text.charAt(behind) == '=') {
            throw draft.error("Unit must not be an index", "指数不是单位", index);
        }
        index = behind;
    }

    private boolean per() {
        int behind = Vocabulary.behindPer(text, index, end);
        if (behind < 0) {
            return false;
        }
        int start = index;
        if (isNameOfYuan(behind)) {
            index = behind;
            return true;
        }
        if (draft.unit != null && draft.unit.kind() != Unit.Kind.COUNT) {
            throw draft.error(
                    "Unit must not be an amount per something else: a price or a density of " + draft.unit,
                    "单位不得为每单位的量（如单价）：" + draft.unit,
                    start);
        }
        if (draft.unit == null && ALONE.matcher(text).region(behind, end).matches()) {
            throw draft.error("Unit must say what there is for each of them", "单位须说明每一所计何物", start);
        }
        String thing = draft.unit == null ? "items" : draft.unit.thing().orElseThrow();
        UnitTokens inner = new UnitTokens(head, text, context);
        inner.index = behind;
        inner.end = end;
        Unit density = inner.base(thing);
        if (isNounBefore(start) && PEOPLE.contains(thing) && density.base().equals(Optional.of("persons"))) {
            throw draft.error(
                    "Unit must be certain: people behind a slash are counted, or what there is something per",
                    "单位须确定：斜线后的人可指所计之数，也可指每多少人",
                    start);
        }
        index = inner.index;
        // 台/套, 万台/套, 万台/万套 are two measure words of one thing
        long per = density.per().orElse(1L);
        boolean same = text.charAt(start) == '/'
                && (per == 1 || per == Math.round(Math.pow(10, draft.exponent)))
                && !thing.equals("persons")
                && density.base().equals(density.thing());
        draft.unit = same ? draft.unit : density;
        return true;
    }

    /** Whether a Chinese noun, and not the sign of a unit, stands before a slash: 学生/万人. */
    private boolean isNounBefore(int slash) {
        String before = text.substring(0, slash).stripTrailing();
        return text.charAt(slash) == '/'
                && before.length() > 1
                && before.chars().skip(before.length() - 2L).allMatch(Character::isIdeographic);
    }

    /** 新臺幣/元, 港币/万元: the name of a currency before the slash, and its yuan behind. */
    private boolean isNameOfYuan(int behind) {
        boolean named = draft.multipliers == 0
                && draft.unit != null
                && !draft.yuanAlone
                && UnitDraft.YUANS.contains(draft.unit.toString())
                && text.charAt(index) == '/'
                && index > 0
                && text.charAt(index - 1) > '\u2e80';
        return named && YUAN.matcher(text).region(behind, end).matches();
    }

    /** The density of a thing, where what it is per is said between two places. */
    UnitHead per(String thing, int from, int to) {
        index = from;
        end = to;
        draft.unit = Unit.count(thing);
        while (index < end) {
            token();
            passOver();
        }
        return draft.finished(from, end);
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
                long per = draft.exponent > 11 ? 0 : Math.round(Math.pow(10, draft.exponent));
                if (per == 0) {
                    break;
                }
                return Unit.density(thing, per, base.meaning());
            }
            Word mil = inside(Vocabulary.lexicon().at(text, index, REFUSED));
            if (word != null) {
                index += word.text().length();
                draft.multiply(Integer.parseInt(word.meaning()), start, index);
            } else if (mil != null && isThousand(mil, text, index + mil.text().length(), null)) {
                index += mil.text().length();
                draft.multiply(3, start, index);
            } else if (!figures()) {
                break;
            }
            spelled = true;
            passOver();
        }
        throw draft.error(
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
}
