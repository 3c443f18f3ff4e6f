package dev.saidao.core.text;

import dev.saidao.core.convention.Label;
import dev.saidao.core.convention.RuleTexts;
import dev.saidao.core.figure.PrintedNumber;
import dev.saidao.core.figure.Qualifier;
import dev.saidao.core.figure.Status;
import dev.saidao.core.quantity.Unit;
import dev.saidao.core.quantity.UnitMultiplier;
import dev.saidao.core.text.FigureReading.Sense;
import dev.saidao.core.text.Word.Kind;
import java.math.BigDecimal;
import java.util.Currency;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Reads one figure from left to right: words before the number, one number or two, their unit, words behind it. */
final class FigureParser {

    static final int MAX_LENGTH = 1_500;
    private static final int MOST_SHOWN = 30;

    private static final Set<Kind> PREFIXES = EnumSet.of(
            Kind.BEFORE,
            Kind.PASSED_OVER_BEFORE,
            Kind.RISE,
            Kind.FALL,
            Kind.RATE_BEFORE,
            Kind.STEP_BEFORE,
            Kind.SHARE_BEFORE,
            Kind.CURRENCY_SIGN,
            Kind.AMBIGUOUS_CURRENCY,
            Kind.REFUSED);
    private static final Set<Kind> SUFFIXES = EnumSet.of(
            Kind.BEHIND,
            Kind.MARK,
            Kind.RATE_BEHIND,
            Kind.STEP_BEHIND,
            Kind.SHARE_BEHIND,
            Kind.PASSED_OVER_BEHIND,
            Kind.ESTIMATED);
    private static final Set<Kind> RATES = EnumSet.of(Kind.RATE_BEFORE);
    private static final Set<Kind> ORDERS = EnumSet.of(Kind.ORDER);
    private static final Set<Kind> COUNTS = EnumSet.of(Kind.COUNT);
    private static final Set<Kind> MONEY =
            EnumSet.of(Kind.CURRENCY, Kind.CURRENCY_SIGN, Kind.AMBIGUOUS_CURRENCY, Kind.COUNT);
    private static final Set<Kind> PHYSICAL = EnumSet.of(Kind.PHYSICAL);
    private static final Set<Kind> SIZES = EnumSet.of(Kind.MULTIPLIER);
    private static final Set<Kind> LETTERS = EnumSet.of(Kind.MULTIPLIER_LETTER);
    private static final Set<Kind> CHANGES = EnumSet.of(Kind.RISE, Kind.FALL, Kind.STEP_BEFORE);
    private static final Set<Kind> STEPS = EnumSet.of(Kind.STEP_BEFORE);
    private static final Pattern RATE_NOUN = Pattern.compile("([降跌减]幅)$|(?:增速|增幅|涨幅|漲幅|增长率)$");
    private static final Pattern TO_END = Pattern.compile("[到至]");
    private static final Pattern TO_LEVEL = Pattern.compile(" to (?=\\S)");
    private static final Pattern CAGR_OF = Pattern.compile("\\s?\\(cagr\\)(?=[^a-z])");
    private static final Pattern INTO = Pattern.compile("为|成");
    /** Words of a change that 为 turns to its end: 降为3%, but not 增长为3%. */
    private static final Set<String> CHANGED_INTO =
            Set.of("降", "减", "增", "扩大", "缩小", "降低", "缩减", "减少", "增加", "下降", "下调", "上调", "收窄", "提高", "提升");

    private static final Pattern BROKEN = Pattern.compile("破");
    private static final Pattern LEVEL = Pattern.compile(" (below|under|above|past)(?![a-z])");
    private static final Pattern MOVED = Pattern.compile(
            "(?:edged|inched|ticked|crept) (?:up|down)|narrowed|widened|fell|dropped|slipped|sank|declined|tumbled|plunged|dipped|slid|retreated|eased|plummeted|slumped|shrank|decreased|contracted|falling|rose|climbed|jumped|surged|soared|grew|advanced|increased|growing|expanded|improved|gained");
    private static final Set<String> COMPARISONS = Set.of("高于", "低于", "多于", "少于", "大于", "小于");
    private static final Set<String> PLACES = Set.of("全国", "全球", "我国", "中国");
    private static final Pattern RECENT = Pattern.compile(
            "近(?=(?:\\d{1,2}|[一二两三四五六七八九十]{1,2})年(?:来|间)?(?:平均|增长|增加|上升|提高|下降|减少|累计))|近(?:\\d{1,2}|[一二两三四五六七八九十]{1,2})年(?:来|间)?(?=年均|年复合|复合)");
    /** Codes of currencies that are English words in capitals. */
    private static final Set<String> WORDS_AND_CODES = Set.of("TOP", "ALL");

    /** Signs that end a sentence: no unit stands behind them. */
    private static final Set<String> STOPS = Set.of(".", ",", "!", "。", "！");

    private static final Set<String> DOLLARS =
            Set.of("AUD", "CAD", "HKD", "NZD", "SGD", "TWD", "USD", "MXN", "BRL", "CLP", "COP", "ARS");

    private static final Pattern RANGE_SIGN =
            Pattern.compile("\\s*(?:[-–—―~～]+|至|到|(?:to|bis|à|a|up to)(?![a-z])|부터|から)\\s*");
    private static final Pattern AND = Pattern.compile("\\s*(?:and|und|et|y|e|и)\\s|和|与|與|至|到|\\s*[-–—]\\s*");
    private static final Pattern BETWEEN =
            Pattern.compile("(?:between|zwischen|entre|tra|介于|在(?=[^，。]*(?:之间|之間|区间))|between about)\\s?(?=\\S)");
    private static final Pattern AMID = Pattern.compile("\\s?(?:之间|之間|区间|不等)");
    private static final Pattern FROM = Pattern.compile("(?:from|von|de|da|от|从|由)\\s?(?=[\\d$€£¥₹A-Z约]|[^a-z])");
    private static final Pattern OF_BASE =
            Pattern.compile("[占佔][\\u4e00-\\u9fffA-Za-z]{1,12}?(?:的(?:比重|比例|份额)?|比重|比例|份额)(?:为|達|达到?)?");
    private static final Pattern SPAN_GROWTH = Pattern.compile(
            "(?:\\d{1,2}|[一二两三四五六七八九十]{1,2})年(?:间|来|内|累计|共|总共|里)*(?=增长|增加|上升|提高|下降|减少|增幅|涨)|(?:累计|累計)(?=增长|增加|上升|下降|减少|增長|上涨)");
    private static final Pattern EACH = Pattern.compile("每(?!年|个?月|季|天|日)");
    private static final Pattern AMONG = Pattern.compile("中|拥有|擁有|有|的|平均|共有|约有|里|就有");
    private static final Pattern ABOUT_WHOM = Pattern.compile("[\\u4e00-\\u9fff]{1,10}?(?=约|達|达|为|是|超|近|不|\\d)");
    private static final Pattern PER = Pattern.compile(
            "\\s?(?:/|per(?![a-z])|for every(?![a-z])|je(?![a-z])|pro(?![a-z])|par(?![a-z])|na(?![a-z]))\\s?");
    private static final Pattern OF_WHOLE = Pattern.compile(
            "\\s(?:of|der|des|du|de|del|della)\\s(?!(?:an? |one )?(?:percent|percentage|per cent|basis|million|billion|trillion|thousand|hundred|dozen|crore|lakh|dollar|euro|pound|point|pp)(?![a-z]))[^\\d%()]{1,80}$");
    private static final Pattern OF_UNIT = Pattern.compile("(?:of|de|di|do|d'\\s?)\\s?(?=\\S)");
    private static final Pattern OF_LEVEL = Pattern.compile(
            "\\s(?:as (?:many|much|large|big|high|great)(?: as)?|the (?:level|size|amount|number) (?:of|in)|that (?:of|in)|its|the)?\\s?(?:the )?[^%()]{0,40}(?:level|size|total|figure|amount|value|(?:in |of )\\d{4})s?(?: of \\d{4})?$|\\sas (?:many|much|large|big|high|great)(?: as [a-z0-9 ]{1,40})?$");
    private static final Pattern LEVEL_BEFORE = Pattern.compile("(?:原来|去年|上年|上年同期|去年同期|基期|同期|世界平均水平|全国平均水平|以前|此前)的");
    private static final Pattern RATE_NEXT = Pattern.compile("[,，的]?\\s?(?:年均|年复合|年複合|复合|複合|cagr)");
    /** 较年初, 比上年末: against a time within the text's own year or at its start. */
    private static final Pattern THAN_THEN = Pattern.compile("[比较較](?:年初|上年年?[末底]|去年年?[末底]|季初|月初)");

    private static final Pattern FACTOR = Pattern.compile("by a factor of |a factor of |factor of ");
    private static final Pattern COMPARED =
            Pattern.compile("(?:compared (?:with|to)|from|since|versus|vs\\.?|over|on) (?=(?:19|20)\\d\\d)");
    private static final Pattern FLAG = Pattern.compile("\\s?\\(?([peru])\\)?$|\\s([peru])$");
    private static final Pattern ADJECTIVES = Pattern.compile(
            "(?!per |of |less |fewer |more |minus |in |to |or |and |times |higher |lower |a |an |the |from |by )[a-z][a-z-]{2,20} ");
    private static final Pattern WHOLE_BRACKET = Pattern.compile("\\(([^()]*\\d[^()]*)\\)");
    private static final Pattern RATIO = Pattern.compile("ratio(?![a-z])");
    private static final Pattern TENTHS = Pattern.compile("(\\d|[一二三四五六七八九半])分?(?![之\\d])");
    private static final BigDecimal MAX_PER = new BigDecimal("999999999999");

    private final String text;
    private final String folded;
    private final String lower;
    private final Optional<Unit> expected;
    private final Optional<DecimalSign> sign;
    private final boolean inPlace;
    private int start;
    private int index;

    private Qualifier qualifier = Qualifier.NONE;
    private boolean hasMore;
    private @Nullable Unit unit;
    private int unitIndex;
    private boolean measured;
    private boolean loose;
    private @Nullable Word ambiguous;
    private int ambiguousIndex;
    private boolean yuanAlone;
    private boolean perYear;
    private boolean step;
    private boolean total;
    private boolean share;
    private boolean rise;
    private boolean fall;
    private int directions;
    private boolean negative;
    private boolean between;
    private boolean from;
    private boolean top;
    private boolean stopped;
    private boolean ordinaryWord;
    private boolean compared;
    private boolean halved;
    private boolean hundredths;
    private boolean neighbours;
    private boolean byWords;
    private long densityPer;
    private @Nullable String densityBase;
    private Optional<Status> status = Optional.empty();

    private String digits = "";
    private @Nullable String upper;
    private int exponent;
    private boolean scaled;
    private boolean grouped;
    private boolean zhao;
    private boolean shortened;
    private char uncertain;
    private int comma;

    FigureParser(String text, Optional<Unit> expected, Optional<DecimalSign> sign, boolean inPlace) {
        this.text = text;
        this.folded = Folding.of(text);
        this.lower = folded.toLowerCase(Locale.ROOT);
        this.expected = expected;
        this.sign = sign;
        this.inPlace = inPlace;
    }

    /** Reads the whole text. */
    FigureReading whole() {
        if (text.length() > MAX_LENGTH) {
            throw error(
                    "Figure must have at most " + MAX_LENGTH + " characters", "数字最多" + MAX_LENGTH + "个字符", MAX_LENGTH);
        }
        if (text.isEmpty() || isSpace(0) || isSpace(text.length() - 1)) {
            throw text.isEmpty() || isSpace(0) ? noNumber(0) : error("Figure must end", "数字须到此为止", text.length() - 1);
        }
        figure();
        if (index < text.length()) {
            throw unread();
        }
        return finished();
    }

    /** Reads the longest figure that starts at an index. */
    FigureReading at(int from) {
        start = from;
        index = from;
        figure();
        while (index > start && isSpace(index - 1)) {
            index--;
        }
        return finished();
    }

    private void figure() {
        prefixes();
        int number = index;
        if (!number()) {
            throw noNumber(number);
        }
        if (upper == null && !byWords) {
            secondEnd();
        }
        suffixes();
    }

    // ---- before the number ----

    private void prefixes() {
        boolean more = true;
        while (more) {
            int before = index;
            more = comparison() || (!atNumber() && prefix());
            skipSpace();
            if (more && index == before) {
                return;
            }
        }
    }

    private boolean atNumber() {
        refuseOrder();
        return Digits.digitAt(folded, index)
                || (index + 1 < folded.length() && folded.charAt(index) == '.' && Digits.digitAt(folded, index + 1))
                || NumberWords.fraction(lower, index).isPresent()
                || NumberWords.multiple(lower, index).isPresent()
                || NumberWords.perHundred(folded, index).isPresent()
                || NumberWords.english(lower, index).isPresent()
                || ChineseNumeral.at(folded, index)
                        .filter(found -> !spanGrowth() && Vocabulary.lexicon().at(folded, index, RATES) == null)
                        .isPresent();
    }

    private boolean spanGrowth() {
        return SPAN_GROWTH.matcher(lower).region(index, lower.length()).lookingAt();
    }

    private void refuseOrder() {
        Word order = Vocabulary.lexicon().at(folded, index, ORDERS);
        if (order != null && !Digits.digitAt(folded, index)) {
            throw error(
                    "Figure must have a number and not only an order of size: " + order.text(),
                    "数字须明确，不能只有数量级：" + order.text(),
                    index);
        }
    }

    private boolean prefix() {
        int at = index;
        if (looking(RECENT)) {
            return true;
        }
        Matcher growth = matching(SPAN_GROWTH);
        if (growth != null) {
            total = true;
            return true;
        }
        if (sign() || between() || each() || shareOf() || atLeastUp()) {
            return true;
        }
        if (looking(FACTOR)) {
            setUnit(Unit.MULTIPLE, at);
            return true;
        }
        if (lower.startsWith("year ", index) && Digits.digitAt(folded, index + 5)) {
            index += 5;
            setUnit(Unit.CALENDAR_YEAR, at);
            return true;
        }
        String code = codeAt(index);
        Word word = Vocabulary.lexicon().at(folded, index, PREFIXES);
        if (code != null && (word == null || word.text().length() <= 3)) {
            index += 3;
            ordinaryWord |= WORDS_AND_CODES.contains(code);
            setUnit(Unit.money(Currency.getInstance(code)), at);
            return true;
        }
        if (word == null) {
            return false;
        }
        if (isPartOfName(word)) {
            return false;
        }
        index += word.text().length();
        if (!endOfChange(word) && !isWhatChanges(word)) {
            beforeNumber(word, at);
        }
        return true;
    }

    /** A word of letters with a digit right behind it is part of a name: A4, C919; only short forms have none: c12%. */
    private boolean isPartOfName(Word word) {
        int behind = index + word.text().length();
        boolean plain = word.kind() == Kind.BEFORE || word.kind() == Kind.PASSED_OVER_BEFORE;
        return plain
                && Folding.isLetter(folded.charAt(behind - 1))
                && Digits.digitAt(folded, behind)
                && !(word.text().equals("c") && folded.charAt(index) == 'c')
                && !word.text().equals("ca");
    }

    /** 增速放缓0.3个百分点: the first word is what changes and the second one how; what 降幅收窄 does to a rate is not said. */
    private boolean isWhatChanges(Word word) {
        Matcher noun = RATE_NOUN.matcher(word.text());
        if (!noun.find()) {
            return false;
        }
        int at = index;
        Word than = Vocabulary.lexicon().at(folded, index, STEPS);
        int next = than == null ? index : index + than.text().length();
        Word change = Vocabulary.lexicon().at(folded, next, CHANGES);
        if (change == null || RATE_NOUN.matcher(change.text()).find()) {
            return false;
        }
        if (noun.group(1) != null) {
            throw error(
                    "Change of a decline must be written as a change of the rate: " + word.text() + change.text(),
                    "降幅的变动须写作增速的变动：" + word.text() + change.text(),
                    at);
        }
        step |= word.kind() == Kind.STEP_BEFORE;
        return true;
    }

    /** Whether a word of a change says where it ends: 下滑至20%, 跌破5%, fell below 5%. */
    private boolean endOfChange(Word word) {
        if (!CHANGES.contains(word.kind())) {
            return false;
        }
        if (looking(TO_END)
                || (MOVED.matcher(word.text()).matches() && looking(TO_LEVEL))
                || (CHANGED_INTO.contains(word.text()) && looking(INTO))) {
            return true;
        }
        int at = index;
        if (looking(BROKEN)) {
            boolean falls = word.kind() == Kind.FALL || word.meaning().equals("fall");
            qualify(falls ? Qualifier.LESS_THAN : Qualifier.MORE_THAN, at);
            return true;
        }
        Matcher level = LEVEL.matcher(lower).region(index, lower.length());
        if (level.lookingAt() && MOVED.matcher(word.text()).matches()) {
            index = level.end();
            boolean below = level.group(1).equals("below") || level.group(1).equals("under");
            qualify(below ? Qualifier.LESS_THAN : Qualifier.MORE_THAN, at);
            return true;
        }
        if (level.lookingAt() && (word.text().equals("up") || word.text().equals("down"))) {
            throw error("Change must be its size or its end: write by or to", "变动须写幅度或终值", at);
        }
        return false;
    }

    private void beforeNumber(Word word, int at) {
        switch (word.kind()) {
            case BEFORE -> {
                top |= word.text().equals("top");
                compared |= COMPARISONS.contains(word.text());
                qualify(Qualifier.valueOf(word.meaning()), at);
            }
            case RISE -> {
                directions += rise ? 0 : 1;
                rise = true;
            }
            case FALL -> {
                directions += fall ? 0 : 1;
                fall = true;
            }
            case RATE_BEFORE -> {
                perYear = true;
                looking(CAGR_OF);
                fall |= word.meaning().equals("fall");
                rise |= word.meaning().equals("rate") && word.text().contains("增");
            }
            case STEP_BEFORE -> {
                step = true;
                fall |= word.meaning().equals("fall");
                rise |= word.meaning().equals("step") && word.text().contains("增");
            }
            case SHARE_BEFORE -> share = true;
            case CURRENCY_SIGN -> {
                loose |= word.text().equals("$");
                setUnit(Unit.money(Currency.getInstance(word.meaning())), at);
            }
            case AMBIGUOUS_CURRENCY -> {
                ambiguous = word;
                ambiguousIndex = at;
            }
            case REFUSED -> throw refusal(word, at);
            case PASSED_OVER_BEFORE -> {
                // 高于全国1.2个百分点: by how much, and not a bound
                if (compared && PLACES.contains(word.text())) {
                    throw error(
                            "Figure must not be compared with another: " + word.text(),
                            "数字不得为与他者之比较：" + word.text(),
                            at);
                }
            }
            default -> {}
        }
    }

    /** A minus or plus before the number or its currency. */
    private boolean sign() {
        char c = index < folded.length() ? folded.charAt(index) : ' ';
        int word = minusWord();
        boolean minus = word > 0 || c == '-' || (c == '–' && index == start) || c == '负' || isTriangle(c);
        if ((!minus && c != '+') || negative || index + 1 >= folded.length()) {
            return false;
        }
        int behind = index + Math.max(1, word);
        char next = folded.charAt(behind);
        boolean number = Folding.isDigit(next)
                || next == '.'
                || ChineseNumeral.digit(next) >= 0
                || Vocabulary.lexicon().at(folded, behind, EnumSet.of(Kind.CURRENCY_SIGN, Kind.AMBIGUOUS_CURRENCY))
                        != null
                || codeAt(behind) != null;
        if (!number) {
            return false;
        }
        negative = minus;
        index = behind;
        return true;
    }

    /** The length of minus or negative with the blank behind it; 0 if neither stands here. */
    private int minusWord() {
        return lower.startsWith("minus ", index) ? 6 : lower.startsWith("negative ", index) ? 9 : 0;
    }

    /** A minus in Japanese tables; elsewhere it marks a rise. */
    private boolean isTriangle(char c) {
        boolean triangle = c == '▲' || c == '△';
        boolean japanese = triangle
                && lower.chars().anyMatch(x -> (x >= 0x3041 && x <= 0x30ff) || x == '円' || x == '前' || x == '増');
        if (triangle && !japanese) {
            throw error(
                    "▲ is a minus in Japanese tables and a rise elsewhere: write -", "▲在日本表格中表示负数，别处表示上升：请写 -", index);
        }
        return triangle;
    }

    private boolean between() {
        if (looking(BETWEEN)) {
            between = true;
            return true;
        }
        if (!from && looking(FROM)) {
            from = true;
            return true;
        }
        return false;
    }

    /** 上百亿: as many as that, and more. */
    private boolean atLeastUp() {
        boolean up = folded.startsWith("上", index)
                && index + 1 < folded.length()
                && "十百千万亿萬億".indexOf(folded.charAt(index + 1)) >= 0;
        if (up) {
            qualify(Qualifier.AT_LEAST, index);
            index++;
        }
        return up;
    }

    /** 占全球的: a share of what is named. */
    private boolean shareOf() {
        if (looking(OF_BASE)) {
            share = true;
            return true;
        }
        return looking(LEVEL_BEFORE);
    }

    /** 比2015年 before a growth, 是2015年的 before a multiple. */
    private boolean comparison() {
        int before = index;
        if (looking(THAN_THEN)) {
            total = true;
            return true;
        }
        boolean than = folded.startsWith("比", index) || folded.startsWith("较", index) || folded.startsWith("較", index);
        if (than) {
            index++;
        }
        Optional<PeriodFormat.Reading> period = PeriodFormat.at(folded, index, Optional.empty());
        if (period.isPresent()) {
            int end = period.get().end();
            if (RATE_NEXT.matcher(lower).region(end, lower.length()).lookingAt()) {
                index = end;
                return true;
            }
            boolean named = folded.startsWith("的", end) || folded.startsWith("水平的", end);
            if (than || named) {
                index = end + (!named ? 0 : folded.startsWith("的", end) ? 1 : 3);
                total |= than;
                return true;
            }
        }
        index = before;
        return false;
    }

    /** 每万名就业人员中研发人员: per how many of what, and of whom the number is. */
    private boolean each() {
        int before = index;
        if (!looking(EACH)) {
            return false;
        }
        BigDecimal per = BigDecimal.ONE;
        Optional<NumberParser.Parsed> number = new NumberParser(folded, lower, sign).at(index, true);
        if (number.isPresent()) {
            per = new BigDecimal(number.get().digits())
                    .scaleByPowerOfTen(number.get().exponent());
            index = number.get().end();
        }
        skipSpace();
        densityPer = perNumber(per, before + 1);
        densityBase = base(index);
        while (looking(AMONG)) {
            // 中, 拥有
        }
        Word whom = Vocabulary.lexicon().at(folded, index, COUNTS);
        if (whom != null && whom.text().length() > 1) {
            index += whom.text().length();
        } else if (!looking(AMONG)) {
            Matcher who = ABOUT_WHOM.matcher(folded).region(index, folded.length());
            if (who.lookingAt()
                    && !atNumber()
                    && Vocabulary.lexicon().at(folded, index, PREFIXES) == null
                    && isNeutral(who.group())) {
                index = who.end();
            }
        }
        return true;
    }

    private static boolean isNeutral(String words) {
        return words.chars().noneMatch(c -> "减降少跌亏缩万亿千百倍成".indexOf(c) >= 0);
    }

    private long perNumber(BigDecimal per, int at) {
        if (per.signum() <= 0
                || per.compareTo(MAX_PER) > 0
                || per.stripTrailingZeros().scale() > 0) {
            throw error("Density must be per 1 to 999 999 999 999", "密度的基数须为1至999 999 999 999", at);
        }
        return per.longValueExact();
    }

    private String base(int at) {
        Optional<String> wanted = expected.flatMap(Unit::base).filter(word -> stands(word));
        if (wanted.isPresent()) {
            index += wanted.get().length();
            return wanted.get();
        }
        Word base = Vocabulary.lexicon().at(folded, index, EnumSet.of(Kind.BASE, Kind.COUNT));
        if (base == null && expected.flatMap(Unit::base).isPresent()) {
            return expected.flatMap(Unit::base).orElseThrow();
        }
        if (base == null) {
            throw error("Density must say what it is per", "密度须说明每多少什么", at);
        }
        index += base.text().length();
        // 每万名就业人员: the measure word, then the noun, which must be known
        Word noun = base.text().length() == 1
                ? Vocabulary.lexicon().at(folded, index, EnumSet.of(Kind.BASE, Kind.COUNT))
                : null;
        if (noun != null && noun.text().length() > 1) {
            index += noun.text().length();
            return noun.meaning();
        }
        boolean unnamed = "名个個位".contains(base.text())
                && index < folded.length()
                && folded.charAt(index) >= 0x4e00
                && !AMONG.matcher(folded).region(index, folded.length()).lookingAt()
                && Vocabulary.lexicon().at(folded, index, PREFIXES) == null
                && !atNumber();
        if (unnamed) {
            throw error("What a density is per must be known", "密度的基数须为已知名词", index);
        }
        return base.meaning();
    }

    // ---- the number ----

    private boolean number() {
        Optional<NumberWords.Spelled> multiple = NumberWords.multiple(lower, index);
        if (multiple.isPresent()) {
            halved = lower.startsWith("halv", index) || lower.startsWith("to halv", index);
            return words(multiple.get(), Unit.MULTIPLE);
        }
        Optional<NumberWords.PerHundred> hundredths = NumberWords.perHundred(folded, index);
        if (hundredths.isPresent()) {
            setUnit(Unit.SHARE, index);
            char of = hundredths.get().of();
            digits = hundredths.get().digits();
            exponent = of == '百' ? -2 : of == '千' ? -3 : 0;
            digits = of == '万' ? new BigDecimal(digits).movePointLeft(4).toPlainString() : digits;
            index = hundredths.get().end();
            byWords = true;
            minus();
            return true;
        }
        Optional<NumberWords.Spelled> fraction = NumberWords.fraction(lower, index);
        if (fraction.isPresent()
                && NumberWords.english(lower, index)
                        .filter(n -> n.end() > fraction.get().end())
                        .isEmpty()) {
            share = true;
            return words(fraction.get(), Unit.SHARE);
        }
        boolean implied = index > start;
        Optional<NumberParser.Parsed> number = new NumberParser(folded, lower, sign).at(index, implied);
        if (number.isEmpty()) {
            return false;
        }
        take(number.get());
        minus();
        unitBehind();
        return true;
    }

    private void take(NumberParser.Parsed number) {
        digits = number.digits();
        upper = number.upper();
        neighbours |= upper != null;
        exponent = number.exponent();
        scaled = number.isScaled();
        grouped = number.isGrouped();
        zhao |= number.hasZhao();
        shortened = number.isShort();
        uncertain = number.uncertain() == 0 ? uncertain : number.uncertain();
        comma = Math.max(comma, number.isComma());
        index = number.end();
        if (digits.equals("1") && folded.regionMatches(true, index - 2, "+X", 0, 2)) {
            throw error("1+X names a structure and is no number", "1+X 是名称，不是数", index - 2);
        }
        if (number.mark() != Qualifier.NONE) {
            qualify(number.mark(), index - 1);
            hasMore |= number.mark() == Qualifier.MORE_THAN;
        }
        letter();
    }

    /** $1.5m, £850m, 1.3m units. */
    private void letter() {
        int before = index;
        skipSpace();
        Word letter = Vocabulary.lexicon().at(folded, index, LETTERS);
        boolean thousand = letter != null && letter.text().equalsIgnoreCase("k") && index == before;
        if (letter == null
                || scaled
                || !(thousand || isBesideCountable(index + letter.text().length()))) {
            index = before;
            return;
        }
        Word longer = Vocabulary.lexicon().at(folded, index, UnitTokens.UNITS);
        if (longer != null && longer.text().length() > letter.text().length()) {
            index = before;
            return;
        }
        index += letter.text().length();
        exponent += Integer.parseInt(letter.meaning());
        scaled = true;
    }

    private boolean isBesideCountable(int after) {
        boolean money = (unit != null && unit.kind() == Unit.Kind.MONEY)
                || ambiguous != null
                || expected.filter(wanted -> wanted.kind() == Unit.Kind.MONEY).isPresent();
        if (money) {
            return true;
        }
        int next = after < folded.length() && folded.charAt(after) == ' ' ? after + 1 : after;
        Word word = Vocabulary.lexicon().at(folded, next, MONEY);
        // 1.2m sq m, 5m tonnes; a letter alone may be a unit itself
        Word physical = next > after ? Vocabulary.lexicon().at(folded, next, PHYSICAL) : null;
        return codeAt(next) != null
                || (word != null && (word.kind() != Kind.COUNT || next > after))
                || (physical != null && physical.text().length() > 1);
    }

    private boolean words(NumberWords.Spelled spelled, Unit of) {
        digits = spelled.digits();
        exponent = 0;
        byWords = true;
        if (spelled.qualifier() != Qualifier.NONE) {
            qualify(spelled.qualifier(), index);
        }
        setUnit(of, index);
        index = spelled.end();
        minus();
        Matcher whole = (inPlace ? Pattern.compile("(?!)") : of.equals(Unit.SHARE) ? OF_WHOLE : OF_LEVEL)
                .matcher(lower)
                .region(index, lower.length());
        if (whole.lookingAt()) {
            index = whole.end();
        }
        return true;
    }

    private void minus() {
        if (negative) {
            digits = "-" + digits;
            negative = false;
        }
    }

    /** The other end of a range, if there is one. */
    private void secondEnd() {
        int before = index;
        boolean said = between ? looking(AND) : looking(RANGE_SIGN);
        skipSpace();
        if (said && startsNumber()) {
            String low = digits;
            int lowExponent = exponent;
            boolean lowScaled = scaled;
            boolean lowUnit = unit != null && unitIndex > 0 && !isMoneyBefore;
            second();
            join(low, lowExponent, lowScaled, lowUnit, before);
            return;
        }
        index = before;
        if ((between || from) && !inPlace) {
            throw error("Range must have two numbers", "范围须有两个数", before);
        }
    }

    private boolean isMoneyBefore;

    private boolean startsNumber() {
        int at = index;
        if (Digits.digitAt(folded, at)
                || ChineseNumeral.at(folded, at).isPresent()
                || NumberWords.english(lower, at).isPresent()) {
            return true;
        }
        boolean minus = folded.startsWith("-", at) && Digits.digitAt(folded, at + 1);
        Word signWord = Vocabulary.lexicon().at(folded, at, EnumSet.of(Kind.CURRENCY_SIGN, Kind.AMBIGUOUS_CURRENCY));
        int after = signWord != null ? at + signWord.text().length() : codeAt(at) != null ? at + 3 : -1;
        if (after > 0 && folded.startsWith(" ", after)) {
            after++;
        }
        return minus || (after > 0 && Digits.digitAt(folded, after));
    }

    private void second() {
        if (folded.startsWith("-", index)) {
            negative = true;
            index++;
        }
        Word signWord = Vocabulary.lexicon().at(folded, index, EnumSet.of(Kind.CURRENCY_SIGN, Kind.AMBIGUOUS_CURRENCY));
        String code = codeAt(index);
        int at = index;
        if (code != null) {
            index += 3;
            setUnit(Unit.money(Currency.getInstance(code)), at);
        } else if (signWord != null) {
            index += signWord.text().length();
            beforeNumber(signWord, at);
        }
        skipSpace();
        NumberParser.Parsed number =
                new NumberParser(folded, lower, sign).at(index, false).orElseThrow(() -> noNumber(index));
        exponent = 0;
        take(number);
        minus();
        unitBehind();
    }

    private void join(String low, int lowExponent, boolean lowScaled, boolean lowUnit, int at) {
        if (upper != null) {
            throw error("Range must have two numbers", "范围须有两个数", at);
        }
        boolean inherits = !lowScaled && lowExponent == 0 && !lowUnit;
        int first = inherits ? exponent : lowExponent;
        if (!inherits && lowExponent != 0 && exponent == 0 && !scaled) {
            throw error("Range must say the multiplier of its upper end", "范围须写明上限的倍数", index);
        }
        boolean years = (unit == null || unit.equals(Unit.CALENDAR_YEAR))
                && expected.isEmpty()
                && low.matches("(?:19|20)\\d\\d")
                && digits.matches("(?:19|20)\\d\\d");
        int common = Math.max(first, exponent);
        // 25-50 bps: the basis points are of both ends
        BigDecimal least = new BigDecimal(low).movePointLeft(common - first + (hundredths && !lowUnit ? 2 : 0));
        BigDecimal most = new BigDecimal(digits).movePointLeft(common - exponent);
        boolean code = low.matches("-?0\\d+");
        if (years || code || least.compareTo(most) >= 0) {
            throw error("Range must go from a lower number to a higher one", "范围须由小到大", at);
        }
        digits = least.toPlainString();
        upper = most.toPlainString();
        exponent = common;
        looking(AMID);
    }

    // ---- the unit ----

    private void unitBehind() {
        int before = index;
        skipSpace();
        if (scaled) {
            looking(OF_UNIT);
        }
        if (!unitAt(index)) {
            index = before;
        }
    }

    private boolean unitAt(int at) {
        Optional<String> wanted = expected.map(Unit::toString)
                .filter(word -> expected.get().kind() == Unit.Kind.PHYSICAL
                        || expected.get().kind() == Unit.Kind.COUNT)
                .or(() -> expected.flatMap(Unit::thing))
                .filter(this::stands);
        if (wanted.isPresent()) {
            index += wanted.get().length();
            setUnit(expected.get().kind() == Unit.Kind.PHYSICAL ? expected.get() : Unit.count(wanted.get()), at);
            return true;
        }
        String code = codeAt(index);
        Word word = Vocabulary.lexicon().at(folded, index, UnitTokens.UNITS);
        if (code != null && (word == null || word.text().length() <= 3)) {
            index += 3;
            setUnit(Unit.money(Currency.getInstance(code)), at);
            return true;
        }
        if (looking(RATIO)) {
            setUnit(Unit.SHARE, at);
            return true;
        }
        if (word == null) {
            return adjectives(at);
        }
        boolean said = unit != null && unit.kind() == Unit.Kind.MONEY && word.kind() == Kind.COUNT;
        if (said) {
            return false;
        }
        index += word.text().length();
        comma = Math.max(
                comma, word.kind() == Kind.FRACTION && word.text().equals("%") ? 0 : NumberParser.commaOf(word));
        apply(word, at);
        return true;
    }

    /** Up to two words before a noun of the vocabulary: 4,000 new jobs. */
    private boolean adjectives(int at) {
        for (int i = 0; i < 2 && looking(ADJECTIVES); i++) {
            Word noun = Vocabulary.lexicon().at(folded, index, COUNTS);
            if (noun != null && noun.language().equals("en")) {
                index += noun.text().length();
                setUnit(Unit.count(noun.meaning()), at);
                return true;
            }
        }
        index = at;
        return false;
    }

    private void apply(Word word, int at) {
        switch (word.kind()) {
            case CURRENCY, CURRENCY_SIGN -> {
                boolean yuan = word.text().equals("元");
                loose |= word.text().equals("$")
                        || word.text().equals("dollars")
                        || word.text().equals("dollar");
                // 港币48亿元 is the dollar of Hong Kong, said once by name and once as 元; USD 5亿元 is two currencies
                boolean twice = unit != null
                        && (UnitTokens.YUANS.contains(unit.toString()) || folded.charAt(unitIndex) > '\u2e80');
                if (!yuan || !twice) {
                    yuanAlone |= yuan && unit == null;
                    setUnit(Unit.money(Currency.getInstance(word.meaning())), at);
                }
            }
            case AMBIGUOUS_CURRENCY -> {
                ambiguous = word;
                ambiguousIndex = at;
            }
            case REFUSED -> {
                if (!word.text().equalsIgnoreCase("MT") || !scaled) {
                    throw refusal(word, at);
                }
                setUnit(Unit.physical("t"), at);
            }
            case COUNT -> {
                measured = word.text().charAt(0) > '\u2e80' && word.text().length() < 3;
                setUnit(Unit.count(word.meaning()), at);
            }
            case PHYSICAL -> {
                if (!scaled && expected.isEmpty()) {
                    refuseUnsure(word.text(), at);
                }
                Matcher carbon = Pattern.compile("\\s?(?:of )?co2(\\s?-?eq(?:uivalents?|\\.)?|e| equivalent)?(?![a-z])")
                        .matcher(lower)
                        .region(index, lower.length());
                boolean of = word.meaning().endsWith("t") && word.meaning().length() < 3 && carbon.lookingAt();
                if (of) {
                    index = carbon.end();
                }
                setUnit(Unit.physical(word.meaning() + (!of ? "" : carbon.group(1) == null ? "CO2" : "CO2e")), at);
            }
            case FRACTION -> fraction(word, at);
            case POINTS -> {
                setUnit(Unit.PERCENTAGE_POINTS, at);
                if (word.meaning().equals("-2")) {
                    digits = new BigDecimal(digits).movePointLeft(2).toPlainString();
                    hundredths = true;
                }
            }
            case MULTIPLE -> multiple(word, at);
            case YEARS -> years(word, at);
            default -> throw error("Unit must be known: " + word.text(), "单位须为已知单位：" + word.text(), at);
        }
    }

    private void refuseUnsure(String word, int at) {
        if (word.equals("m") || word.equals("B")) {
            throw error(
                    "Unit must be certain: " + word + " is a unit and a multiplier", "单位须确定：" + word + " 既是单位也是倍数", at);
        }
        if (word.equals("度")) {
            throw error(
                    "Unit must be certain: 度 is a kilowatt-hour and a degree: write kWh or °C",
                    "单位须确定：度既指千瓦时也指温度、角度：请写千瓦时或℃",
                    at);
        }
    }

    private void refuseScaled(int at) {
        if (exponent != 0) {
            throw error("Fraction of a whole must have no other multiplier", "百分比不得另带倍数", at);
        }
    }

    private void fraction(Word word, int at) {
        refuseScaled(at);
        if (word.text().equals("pct") && folded.chars().anyMatch(c -> c >= 0x4e00 && c <= 0x9fff)) {
            throw error(
                    "Unit must be certain: pct is a percentage point in Chinese reports: write % or pp",
                    "单位须确定：pct 在中文报告中指百分点：请写 % 或个百分点", at);
        }
        exponent = Integer.parseInt(word.meaning());
        setUnit(Unit.SHARE, at);
        // 三成五, 3割5分: one more digit below the tenths
        Matcher below = TENTHS.matcher(folded).region(index, folded.length());
        if (exponent == -1
                && word.text().length() == 1
                && digits.indexOf('.') < 0
                && upper == null
                && below.lookingAt()) {
            digits = digits + "." + (below.group(1).equals("半") ? 5 : PeriodAtoms.small(below.group(1)));
            index = below.end();
        }
        Matcher whole = OF_WHOLE.matcher(lower).region(index, lower.length());
        if (!inPlace && whole.lookingAt() && !whole.group().contains("growth")) {
            share = true;
            index = whole.end();
        }
    }

    private void multiple(Word word, int at) {
        boolean english = word.text().charAt(0) < '\u2e80';
        boolean fold = word.text().endsWith("fold") || word.text().endsWith("fach");
        String behind = lower.substring(index);
        if (english
                && !fold
                && (rise
                        || fall
                        || behind.matches("\\s(?:more|higher|greater|larger|bigger|faster|increase|growth|up).*"))) {
            throw error(
                    "Multiple must say how many times the base, since times more is said for both",
                    "倍数须说明是基数的几倍：英语两种意思都有",
                    at);
        }
        if (fall) {
            throw error("Decline must not be a number of times", "下降不得以倍计", at);
        }
        setUnit(Unit.MULTIPLE, at);
        if (rise && !english) {
            digits = new BigDecimal(digits).add(BigDecimal.ONE).toPlainString();
            upper = upper == null
                    ? null
                    : new BigDecimal(upper).add(BigDecimal.ONE).toPlainString();
        }
        rise = false;
        Matcher level = OF_LEVEL.matcher(lower).region(index, lower.length());
        if (english && !inPlace && level.lookingAt()) {
            index = level.end();
        }
    }

    private void years(Word word, int at) {
        boolean calendar = word.meaning().equals("1")
                && word.text().equals("年")
                && qualifier == Qualifier.NONE
                && !grouped
                && upper == null
                && exponent == 0
                && digits.length() == 4
                && (digits.charAt(0) == '1' || digits.charAt(0) == '2');
        if (calendar || !Unit.CALENDAR_YEAR.equals(unit)) {
            setUnit(calendar ? Unit.CALENDAR_YEAR : Unit.YEARS, at);
        }
    }

    // ---- behind the unit ----

    private void suffixes() {
        boolean more = true;
        while (more && index < folded.length()) {
            int before = index;
            skipSpace();
            more = suffix();
            if (!more) {
                index = before;
            }
        }
    }

    private boolean suffix() {
        int at = index;
        if (equivalent() || per() || flag()) {
            return true;
        }
        Word word = Vocabulary.lexicon().at(folded, index, SUFFIXES);
        Word unitWord = !stopped && (unit == null || unit.kind() == Unit.Kind.MONEY)
                ? Vocabulary.lexicon().at(folded, index, UnitTokens.UNITS)
                : null;
        if (unitWord != null
                && (word == null || unitWord.text().length() >= word.text().length())
                && unitAt(at)) {
            return true;
        }
        if (word == null) {
            if (looking(COMPARED)) {
                Optional<PeriodFormat.Reading> period = PeriodFormat.at(folded, index, Optional.empty());
                if (period.isPresent() && isFraction()) {
                    index = period.get().end();
                    total = true;
                    return true;
                }
                index = at;
            }
            return unit == null && !stopped && unitAt(at);
        }
        index += word.text().length();
        stopped |= STOPS.contains(word.text());
        switch (word.kind()) {
            case BEHIND -> qualify(Qualifier.valueOf(word.meaning()), at);
            case MARK -> {
                qualify(Qualifier.valueOf(word.meaning()), at);
                hasMore |= word.meaning().equals("MORE_THAN");
            }
            case RATE_BEHIND -> {
                if (!isFraction()
                        && !Unit.PERCENTAGE_POINTS.equals(unit)
                        && !(unit == null
                                && expected.filter(Unit.GROWTH_RATE::equals).isPresent())) {
                    throw error("Number per year must be a rate", "每年的数须为比率", unit == null ? at : unitIndex);
                }
                perYear = isFraction() || unit == null;
            }
            case STEP_BEHIND -> {
                if (!isFraction() && !Unit.PERCENTAGE_POINTS.equals(unit)) {
                    index = at;
                    return false;
                }
                step = true;
                fall |= word.meaning().equals("fall");
            }
            case SHARE_BEHIND -> share = true;
            case ESTIMATED -> status = status(word.meaning());
            default -> {}
        }
        return true;
    }

    private static Optional<Status> status(String name) {
        return Optional.of(Status.valueOf(name));
    }

    private boolean isFraction() {
        return Unit.SHARE.equals(unit);
    }

    /** 1.2 trillion yuan ($166 billion): the same amount in another currency. */
    private boolean equivalent() {
        Matcher bracket = WHOLE_BRACKET.matcher(folded).region(index, folded.length());
        if (unit == null || unit.kind() != Unit.Kind.MONEY || !bracket.lookingAt()) {
            return false;
        }
        String inner = text.substring(bracket.start(1), bracket.end(1))
                .replaceFirst(
                        "^(?:约合|折合|合|约|or |about |approx\\.? |approximately |equivalent to |roughly |around |i\\.e\\. )",
                        "")
                .strip();
        try {
            FigureReading other = new FigureParser(inner, Optional.empty(), sign, false).whole();
            boolean another = other.printed().unit().kind() == Unit.Kind.MONEY
                    && !other.printed().unit().equals(unit);
            if (another) {
                index = bracket.end();
            }
            return another;
        } catch (FigureParseException e) {
            return false;
        }
    }

    /** Letters of offices behind a number of a table: p provisional, e estimated, r revised, u unreliable. */
    private boolean flag() {
        Matcher flag = FLAG.matcher(lower).region(Math.max(0, index - 1), lower.length());
        boolean found = expected.isPresent() && !inPlace && index > 0 && isSpace(index - 1) && flag.lookingAt();
        if (found) {
            index = flag.end();
            status = flag.group().contains("e") ? Optional.of(Status.ESTIMATED) : status;
        }
        return found;
    }

    /** Behind a number of things, or none: per 10,000 employed, /万人. */
    private boolean per() {
        int before = index;
        Word rate = Vocabulary.lexicon().at(folded, index, EnumSet.of(Kind.RATE_BEHIND));
        Matcher per = PER.matcher(lower).region(index, lower.length());
        if (rate != null || !per.lookingAt() || per.end() == index) {
            return false;
        }
        index = per.end();
        int at = index;
        Optional<NumberParser.Parsed> number = new NumberParser(folded, lower, sign).at(index, true);
        BigDecimal of = BigDecimal.ONE;
        Word size = number.isEmpty() ? Vocabulary.lexicon().at(folded, index, SIZES) : null;
        if (size != null) {
            of = BigDecimal.ONE.scaleByPowerOfTen(Integer.parseInt(size.meaning()));
            index += size.text().length();
        }
        if (number.isPresent()) {
            of = new BigDecimal(number.get().digits())
                    .scaleByPowerOfTen(number.get().exponent());
            index = number.get().end();
        }
        boolean counted = unit == null || unit.kind() == Unit.Kind.COUNT || isLabour();
        if (!counted) {
            if (inPlace) {
                index = before;
                return false;
            }
            throw error("Figure must not be an amount per something else: " + unit, "数字不得为每单位的量：" + unit, before);
        }
        skipSpace();
        densityPer = perNumber(of, at);
        densityBase = base(index);
        return true;
    }

    private boolean isLabour() {
        return unit != null
                && unit.symbol()
                        .filter(sign -> sign.startsWith("person-") || sign.equals("FTE"))
                        .isPresent();
    }

    // ---- the whole ----

    private FigureReading finished() {
        if (directions > 1 || (rise && fall)) {
            throw error("Figure must say one direction", "涨跌方向须唯一", start);
        }
        // the top 10 and the top 10% are ranks; to top $1bn is to be above it
        if (top && !scaled && (unit == null || unit.kind() != Unit.Kind.MONEY)) {
            throw error("Figure must be an amount and not a rank such as the top 10", "数字须为量，不是前10之类的名次", start);
        }
        if (ordinaryWord && !scaled) {
            throw error("Currency must be certain: TOP and ALL are words too", "货币须确定：TOP、ALL 也是普通单词", start);
        }
        if (from && upper != null && (rise || fall)) {
            throw error(
                    "Change must be its size or its end, and not from one number to another",
                    "变动须写幅度或终值，不能写由何数至何数",
                    start);
        }
        // 1.120 Mio. Euro: the words are of a language with decimal commas
        if (uncertain != 0 && comma > 0 && sign.isEmpty()) {
            boolean swiss = unit != null && unit.toString().equals("CHF");
            if (swiss || (uncertain == ',' && comma == 1)) {
                throw error("Decimal sign must be certain", "小数点须确定", start);
            }
            FigureParser again = new FigureParser(text, expected, Optional.of(DecimalSign.COMMA), inPlace);
            return inPlace ? again.at(start) : again.whole();
        }
        if (fall) {
            turnDown();
        }
        // more than halved is less than a half
        qualifier = halved ? turned(qualifier) : qualifier;
        Unit found = resolved();
        Unit agreed = expected.isPresent() ? agreed(found, expected.get()) : found == null ? Unit.NUMBER : found;
        if (shortened && found != null && expected.isEmpty() && found.kind() == Unit.Kind.COUNT) {
            throw error("Numeral must have its last unit before a noun", "量词前的数词不得省略末位单位", start);
        }
        if (neighbours && found == null && expected.isEmpty() && !scaled) {
            throw error("Two numerals side by side must have a unit: 两三个, 十四五家", "相邻数词须带单位，如两三个、十四五家", start);
        }
        Sense sense = sense(agreed);
        return new FigureReading(printed(agreed, found), sense, found != null, hasMore, status, start, index);
    }

    private PrintedNumber printed(Unit agreed, @Nullable Unit found) {
        UnitMultiplier multiplier = UnitMultiplier.ofExponent(exponent).orElse(null);
        String plain = digits;
        String plainUpper = upper;
        if (multiplier == null) {
            multiplier = UnitMultiplier.ONE;
            plain = new BigDecimal(digits).movePointRight(exponent).toPlainString();
            plainUpper = upper == null
                    ? null
                    : new BigDecimal(upper).movePointRight(exponent).toPlainString();
        } else if (multiplier == UnitMultiplier.TRILLION && (folded.indexOf('万') >= 0 || folded.indexOf('萬') >= 0)) {
            multiplier = UnitMultiplier.WAN_YI;
        }
        boolean rate = agreed.equals(Unit.GROWTH_RATE) || agreed.equals(Unit.SHARE);
        if (rate && found == null && new BigDecimal(digits).abs().compareTo(BigDecimal.ONE) > 0) {
            throw new FigureParseException(
                    Label.of("Rate must have a % sign or be a fraction up to 1", "比率须带百分号，或为不大于1的小数"),
                    text,
                    start,
                    Optional.of(text + "%"));
        }
        try {
            return plainUpper == null
                    ? PrintedNumber.of(plain, multiplier, agreed, qualifier)
                    : PrintedNumber.range(plain, plainUpper, multiplier, agreed, qualifier);
        } catch (IllegalArgumentException e) {
            Label rule = RuleTexts.label(String.valueOf(e.getMessage()));
            throw error(rule.en(), rule.zh(), start);
        }
    }

    /** A decline is a negative number; what is more than it lies below it. */
    private void turnDown() {
        boolean signed =
                digits.startsWith("-") || (unit != null && unit.kind() == Unit.Kind.COUNT && measured && !step);
        if (digits.startsWith("-")) {
            throw error("Decline must be a number without a minus", "下降的数不得再带负号", start);
        }
        if (signed || isZero(digits)) {
            fall = false;
        }
        String low = digits;
        digits = isZero(low) ? low : "-" + low;
        if (upper != null) {
            String high = upper;
            upper = digits;
            digits = "-" + high;
        }
        qualifier = turned(qualifier);
    }

    /** The qualifier of a number that was counted downwards. */
    private static Qualifier turned(Qualifier qualifier) {
        return switch (qualifier) {
            case MORE_THAN -> Qualifier.LESS_THAN;
            case LESS_THAN -> Qualifier.MORE_THAN;
            case AT_LEAST -> Qualifier.AT_MOST;
            case AT_MOST -> Qualifier.AT_LEAST;
            // a little less of a decline lies above it
            case NEARLY -> Qualifier.ABOUT;
            default -> qualifier;
        };
    }

    private static boolean isZero(String digits) {
        return new BigDecimal(digits).signum() == 0;
    }

    private @Nullable Unit resolved() {
        Unit found = unit;
        boolean money = found != null && found.kind() == Unit.Kind.MONEY;
        boolean wantsMoney =
                expected.filter(wanted -> wanted.kind() == Unit.Kind.MONEY).isPresent();
        if (ambiguous != null && !money) {
            if (!wantsMoney || found != null) {
                throw refusal(ambiguous, ambiguousIndex);
            }
            found = expected.get();
            money = true;
        }
        if (yuanAlone && money) {
            boolean settled =
                    wantsMoney && UnitTokens.YUANS.contains(expected.get().toString());
            if (settled) {
                found = expected.get();
            } else if (!wantsMoney && (zhao || UnitTokens.isTraditional(folded))) {
                throw error(
                        "Which dollar or yuan must be said: write TWD, HKD or CNY",
                        "须说明是哪种元：请写 TWD、HKD 或 CNY",
                        unitIndex);
            }
        }
        if (loose && money && wantsMoney && DOLLARS.contains(expected.get().toString())) {
            found = expected.get();
        }
        Unit inMoney = money ? found : wantsMoney && found == null ? expected.get() : null;
        if (zhao && (inMoney == null || !UnitTokens.isZhaoTrillion(inMoney, folded))) {
            throw error(
                    "兆 must be written as 万亿 or 百万: it is 10^12 in Taiwan, Japan and Korea and a million elsewhere",
                    "兆须写作万亿或百万：在台湾、日本、韩国为万亿，在大陆为百万",
                    start);
        }
        if (densityBase != null) {
            return density(found);
        }
        return perYear && (found == null || found.equals(Unit.SHARE)) ? Unit.GROWTH_RATE : checkedRate(found);
    }

    private @Nullable Unit checkedRate(@Nullable Unit found) {
        if (perYear && found != null && !found.equals(Unit.PERCENTAGE_POINTS)) {
            throw error("Number per year must be a rate", "每年的数须为比率", unitIndex);
        }
        return found;
    }

    private Unit density(@Nullable Unit found) {
        boolean countable = found == null || found.kind() == Unit.Kind.COUNT || isLabour();
        if (!countable) {
            throw error("Density must count things", "密度须以物计数", unitIndex);
        }
        String thing = found == null
                ? "items"
                : found.thing().orElseGet(() -> found.symbol().orElseThrow().replace('-', ' '));
        if ((measured || found == null)
                && expected.filter(wanted -> wanted.kind() == Unit.Kind.DENSITY).isPresent()) {
            thing = expected.get().thing().orElseThrow();
        }
        return Unit.density(thing, densityPer, java.util.Objects.requireNonNull(densityBase));
    }

    private Sense sense(Unit agreed) {
        if (agreed.equals(Unit.GROWTH_RATE)) {
            return step && !perYear ? Sense.STEP : Sense.PER_YEAR;
        }
        if (!agreed.equals(Unit.SHARE)) {
            return Sense.PLAIN;
        }
        return total ? Sense.TOTAL_GROWTH : step || rise || fall ? Sense.STEP : share ? Sense.SHARE : Sense.PLAIN;
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
            throw error("Unit must be " + wanted + " and not " + found, "单位须为" + wanted + "，不是" + found, unitIndex);
        }
        return wanted;
    }

    private void setUnit(Unit found, int at) {
        if (unit != null && !unit.equals(found)) {
            boolean dollars = loose && unit.kind() == Unit.Kind.MONEY && found.kind() == Unit.Kind.MONEY;
            if (!(dollars && DOLLARS.contains(found.toString()))) {
                throw error(
                        "Figure must have one unit and not both " + unit + " and " + found,
                        "单位须唯一，不能既是" + unit + "又是" + found,
                        at);
            }
        }
        isMoneyBefore = digits.isEmpty();
        unit = found;
        unitIndex = at;
    }

    // ---- words ----

    private void qualify(Qualifier found, int at) {
        Qualifier both = QualifierFormat.together(qualifier, found);
        if (both == null) {
            throw error(
                    "Figure must have one qualifier and not both " + qualifier + " and " + found,
                    "限定词须唯一，不能既是" + qualifier + "又是" + found,
                    at);
        }
        qualifier = both;
    }

    private @Nullable String codeAt(int at) {
        return new UnitTokens(text, folded, Optional.empty()).currencyCode(at);
    }

    private boolean stands(String word) {
        int end = index + word.length();
        return folded.regionMatches(true, index, Folding.of(word), 0, word.length())
                && !(end < folded.length()
                        && Folding.isLetter(folded.charAt(end - 1))
                        && Folding.isLetter(folded.charAt(end)));
    }

    private @Nullable Matcher matching(Pattern pattern) {
        Matcher matcher = pattern.matcher(lower).region(index, lower.length()).useTransparentBounds(true);
        if (matcher.lookingAt() && matcher.end() > index) {
            index = matcher.end();
            return matcher;
        }
        return null;
    }

    private boolean looking(Pattern pattern) {
        return matching(pattern) != null;
    }

    private boolean isSpace(int at) {
        return folded.charAt(at) == ' ';
    }

    private void skipSpace() {
        if (index < folded.length() && index > start && isSpace(index)) {
            index++;
        }
    }

    private FigureParseException unread() {
        int stop = index;
        int blank = index;
        while (stop < folded.length() && isSpace(stop)) {
            stop++;
        }
        int end = stop;
        while (end < folded.length() && Folding.isLetter(folded.charAt(end))) {
            end++;
        }
        String word = folded.substring(stop, end);
        return new FigureParseException(
                Label.of(
                        "Figure must have nothing behind it that is not understood: " + rest(stop),
                        "数字之后不得有不能识别的内容：" + rest(stop)),
                text,
                index,
                () -> (word.isEmpty() ? Optional.<String>empty() : Vocabulary.nearest(word))
                        .or(() -> understood(blank)));
    }

    /** What was read before a blank, which is the nearest thing that would be read. */
    private Optional<String> understood(int end) {
        boolean apart = end > start && end < folded.length() && isSpace(end);
        return apart ? Optional.of(text.substring(start, end)) : Optional.empty();
    }

    private String rest(int from) {
        return text.length() - from > MOST_SHOWN ? text.substring(from, from + MOST_SHOWN) + "…" : text.substring(from);
    }

    private FigureParseException noNumber(int at) {
        boolean bracket = folded.startsWith("(", start);
        return bracket
                ? error(
                        "Number in brackets must be written with its sign: brackets are a minus in some tables only",
                        "括号内的数须写明正负：括号只在某些表中表示负数",
                        start)
                : error("Figure must have a number, such as 12.5, 三成 or two-thirds", "须有数字，如12.5、三成、三分之二", at);
    }

    private FigureParseException refusal(Word word, int at) {
        List<String> reasons = List.of(word.meaning().split(" ;; ", -1));
        return error("Unit must be certain: " + reasons.get(0), "单位须确定：" + reasons.get(reasons.size() - 1), at);
    }

    private FigureParseException error(String en, String zh, int at) {
        return new FigureParseException(Label.of(en, zh), text, Math.min(at, text.length()), Optional.empty());
    }
}
