package dev.saidao.core.text;

import dev.saidao.core.figure.Qualifier;
import dev.saidao.core.quantity.Unit;
import dev.saidao.core.text.Word.Kind;
import java.util.Currency;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Reads the words before the number of a figure: qualifiers, currencies, changes and rates, what a number is compared with. */
final class FigurePrefixes {

    static final Set<Kind> PREFIXES = EnumSet.of(
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
    private static final Set<Kind> CHANGES = EnumSet.of(Kind.RISE, Kind.FALL, Kind.STEP_BEFORE);
    private static final Set<Kind> CURRENCIES = EnumSet.of(Kind.CURRENCY);
    private static final Set<Kind> STEPS = EnumSet.of(Kind.STEP_BEFORE);
    private static final Pattern RATE_NOUN = Pattern.compile("([降跌减]幅)$|(?:增速|增幅|涨幅|漲幅|增长率)$");
    private static final Pattern TO_END = Pattern.compile("(?<![达達])到|至(?!少(?![于於])|多(?![于於达達]))");
    /** 增长至少5%, grew at least 5%: the last letters of 增长至 are the first ones of at least, and in 增至少于5% they are not. */
    private static final Pattern AT_LEAST_OR_MOST = Pattern.compile("至(?:少(?![于於])|多(?![于於达達]))|at (?:least|most) ");

    private static final Pattern TO_LEVEL = Pattern.compile(" to (?=\\S)");
    private static final Pattern CAGR_OF = Pattern.compile("\\s?\\(cagr\\)(?=[^a-z])");
    /** Over how many years a rate per year is: two-year CAGR of, CAGR (2024-2030). */
    private static final Pattern YEARS_OF_RATE = Pattern.compile(
            "(?:\\d{1,2}|two|three|four|five|six|seven|eight|nine|ten)[ -](?:years?|yr) (?=cagr|compound|average annual|annual)");

    static final Pattern SPAN_OF_RATE = Pattern.compile(
            "\\s?(?:\\((?=[^()]+\\))|(?=[^()]+$))(?:19|20)\\d\\d\\s?[-–—]\\s?(?:(?:19|20)\\d\\d|\\d\\d)[ef]?(?![\\d%.,])\\)?");
    private static final Pattern INTO = Pattern.compile("为|成");
    /** Words of a change that 为 turns to its end: 降为3%, but not 增长为3%. */
    private static final Set<String> CHANGED_INTO =
            Set.of("降", "减", "增", "扩大", "缩小", "降低", "缩减", "减少", "增加", "下降", "下调", "上调", "收窄", "提高", "提升");

    private static final Pattern MOVES = Pattern.compile("(?<![上下提回攀])[跌涨漲升降]$");
    private static final Pattern BROKEN = Pattern.compile("破");
    private static final Pattern LEVEL = Pattern.compile(" (below|under|above|past)(?![a-z])");
    private static final Pattern MOVED = Pattern.compile(
            "(?:edged|inched|ticked|crept) (?:up|down)|narrowed|widened|fell|dropped|slipped|sank|declined|tumbled|plunged|dipped|slid|retreated|eased|plummeted|slumped|shrank|decreased|contracted|falling|rose|climbed|jumped|surged|soared|grew|advanced|increased|growing|expanded|improved|gained");
    private static final Set<String> COMPARISONS =
            Set.of("高于", "低于", "多于", "少于", "大于", "小于", "高於", "低於", "多於", "少於", "大於", "小於", "不及");
    private static final Pattern RECENT = Pattern.compile(
            "近(?=(?:\\d{1,2}|[一二两三四五六七八九十]{1,2})年(?:来|间)?(?:平均|增长|增加|上升|提高|下降|减少|累计))|近(?:\\d{1,2}|[一二两三四五六七八九十]{1,2})年(?:来|间)?(?=年均|年复合|复合)");
    private static final Pattern BETWEEN =
            Pattern.compile("(?:between|zwischen|entre|tra|介于|在(?=[^，。]*(?:之间|之間|区间))|between about)\\s?(?=\\S)");
    private static final Pattern FROM = Pattern.compile("(?:from|von|de|da|от|从|由)\\s?(?=[\\d$€£¥₹A-Z约]|[^a-z])");
    private static final Pattern OF_BASE =
            Pattern.compile("[占佔][\\u4e00-\\u9fffA-Za-z]{1,12}?(?:的(?:比重|比例|份额)?|比重|比例|份额)(?:为|達|达到?)?");
    private static final Pattern LEVEL_BEFORE = Pattern.compile("(?:原来|去年|上年|上年同期|去年同期|基期|同期|世界平均水平|全国平均水平|以前|此前)的");
    private static final Pattern RATE_NEXT = Pattern.compile("[,，的]?\\s?(?:年均|年复合|年複合|复合|複合|cagr)");
    /** 较年初, 比上年末: against a time within the text's own year or at its start. */
    private static final Pattern THAN_THEN = Pattern.compile("[比较較](?:年初|上年年?[末底]|去年年?[末底]|季初|月初)");

    private static final Pattern UP_TO_POWER = Pattern.compile("上(?=[十百千万亿萬億])");
    private static final Pattern PAST_POWER = Pattern.compile("[过過](?=[百千万亿萬億]|(?:\\d|[一二两三四五六七八九])成|\\d[\\d.]*%)");

    /** By 3.7 percent; by 2030 is a time. */
    private static final Pattern BY = Pattern.compile(
            "by (?=(?:[a-z]+ ){0,3}[\\d.,–-]+ ?(?:%|per ?cent|pct|percentage points?|pp|p\\.p\\.|basis points?|bps?)(?![a-z]))");

    private static final Pattern CUMULATIVE =
            Pattern.compile("(?:cumulative|accumulated) (?=\\S)|cumulatively (?=by )");
    private static final Pattern FACTOR = Pattern.compile("by a factor of |a factor of |factor of ");

    private final FigureDraft draft;
    private final FigureDensity density;
    private final boolean namesTimes;

    FigurePrefixes(FigureDraft draft, FigureDensity density) {
        this.draft = draft;
        this.namesTimes = namesTimes(draft.lower);
        this.density = density;
    }

    /** Reads all words up to the number. */
    void prefixes() {
        boolean more = true;
        while (more) {
            int before = draft.index;
            more = comparison() || (!draft.atNumber() && prefix());
            draft.skipSpace();
            if (more && draft.index == before) {
                return;
            }
        }
    }

    /** Reads one word or pattern; false if none stands at the place. */
    private boolean prefix() {
        int at = draft.index;
        if (draft.looking(RECENT)) {
            return true;
        }
        Matcher growth = draft.matching(FigureDraft.SPAN_GROWTH);
        if (growth != null) {
            draft.total = true;
            return true;
        }
        if (sign() || between() || density.each() || shareOf() || atLeastUp()) {
            return true;
        }
        if (draft.looking(CUMULATIVE)) {
            draft.cumulative = true;
            return true;
        }
        if (draft.looking(BY)) {
            return true;
        }
        if (draft.looking(FACTOR)) {
            draft.setUnit(Unit.MULTIPLE, at);
            return true;
        }
        if (draft.lower.startsWith("year ", draft.index) && Digits.digitAt(draft.folded, draft.index + 5)) {
            draft.index += 5;
            draft.setUnit(Unit.CALENDAR_YEAR, at);
            return true;
        }
        String code = draft.codeAt(draft.index);
        Word word = wordBefore(draft.folded);
        if (code != null && (word == null || word.text().length() <= 3)) {
            draft.index += 3;
            draft.ordinaryWord |= Vocabulary.isWordToo(code);
            draft.setUnit(Unit.money(Currency.getInstance(code)), at);
            return true;
        }
        if (word == null) {
            return currencyInWords();
        }
        if (isPartOfName(word)) {
            return false;
        }
        draft.index += word.text().length();
        // mehr als 1.200: the language says what the point is
        draft.comma = Math.max(draft.comma, NumberParser.commaOf(word));
        if (!endOfChange(word) && !isWhatChanges(word)) {
            beforeNumber(word, at);
        }
        return true;
    }

    /** The longest word at the place whose last letters belong to no other word. */
    private @Nullable Word wordBefore(String text) {
        Word word = Vocabulary.lexicon().at(text, draft.index, PREFIXES);
        int letters = word == null ? 0 : word.text().endsWith(" at") ? 2 : 1;
        int last = word == null ? 0 : draft.index + word.text().length() - letters;
        boolean shared = word != null
                && word.text().length() > letters
                && AT_LEAST_OR_MOST
                        .matcher(draft.lower)
                        .region(last, draft.lower.length())
                        .lookingAt();
        return shared ? wordBefore(text.substring(0, last)) : word;
    }

    /** 美元12.5亿: the name of a currency right before the number. */
    private boolean currencyInWords() {
        Word money = Vocabulary.lexicon().at(draft.folded, draft.index, CURRENCIES);
        if (money == null || money.text().length() < 2 || money.text().charAt(0) < '\u2e80') {
            return false;
        }
        int behind = draft.index + money.text().length();
        int number = draft.folded.startsWith(" ", behind) ? behind + 1 : behind;
        if (!Digits.digitAt(draft.folded, number)) {
            return false;
        }
        draft.setUnit(Unit.money(Currency.getInstance(money.meaning())), draft.index);
        draft.index = behind;
        return true;
    }

    /** A word of letters with a digit right behind it is part of a name: A4, C919; only short forms have none: c12%. */
    private boolean isPartOfName(Word word) {
        int behind = draft.index + word.text().length();
        boolean plain = word.kind() == Kind.BEFORE || word.kind() == Kind.PASSED_OVER_BEFORE;
        return plain
                && Folding.isLetter(draft.folded.charAt(behind - 1))
                && Digits.digitAt(draft.folded, behind)
                && !(word.text().equals("c") && draft.folded.charAt(draft.index) == 'c')
                && !word.text().equals("ca");
    }

    /** 增速放缓0.3个百分点: the first word is what changes and the second one how; what 降幅收窄 does to a rate is not said. */
    private boolean isWhatChanges(Word word) {
        Matcher noun = RATE_NOUN.matcher(word.text());
        if (!noun.find()) {
            return false;
        }
        int at = draft.index;
        Word than = Vocabulary.lexicon().at(draft.folded, draft.index, STEPS);
        int next = than == null ? draft.index : draft.index + than.text().length();
        // the longest word: 高达 and 低于 say how large the rate is, and not which way it went
        Word change = Vocabulary.lexicon().at(draft.folded, next, PREFIXES);
        if (change == null
                || !CHANGES.contains(change.kind())
                || RATE_NOUN.matcher(change.text()).find()) {
            return false;
        }
        if (noun.group(1) != null) {
            throw draft.error(
                    "Change of a decline must be written as a change of the rate: " + word.text() + change.text(),
                    "降幅的变动须写作增速的变动：" + word.text() + change.text(),
                    at);
        }
        draft.step |= word.kind() == Kind.STEP_BEFORE;
        return true;
    }

    /** Whether a word of a change says where it ends: 下滑至20%, 跌破5%, fell below 5%. */
    private boolean endOfChange(Word word) {
        if (!CHANGES.contains(word.kind())) {
            return false;
        }
        if (draft.looking(TO_END)
                || (MOVED.matcher(word.text()).matches() && draft.looking(TO_LEVEL))
                || (CHANGED_INTO.contains(word.text()) && draft.looking(INTO))) {
            return true;
        }
        int at = draft.index;
        // 跌破5% is where it went, 增速破5% how fast it grew
        if (MOVES.matcher(word.text()).find() && draft.looking(BROKEN)) {
            boolean falls = word.kind() == Kind.FALL || word.meaning().equals("fall");
            draft.qualify(falls ? Qualifier.LESS_THAN : Qualifier.MORE_THAN, at);
            return true;
        }
        Matcher level = LEVEL.matcher(draft.lower).region(draft.index, draft.lower.length());
        if (level.lookingAt() && MOVED.matcher(word.text()).matches()) {
            draft.index = level.end();
            boolean below = level.group(1).equals("below") || level.group(1).equals("under");
            draft.qualify(below ? Qualifier.LESS_THAN : Qualifier.MORE_THAN, at);
            return true;
        }
        if (level.lookingAt() && (word.text().equals("up") || word.text().equals("down"))) {
            throw draft.error("Change must be its size or its end: write by or to", "变动须写幅度或终值", at);
        }
        return false;
    }

    /** Notes what a word before the number says. */
    void beforeNumber(Word word, int at) {
        switch (word.kind()) {
            case BEFORE -> {
                draft.top |= word.text().equals("top");
                boolean bound =
                        word.meaning().equals("MORE_THAN") || word.meaning().equals("LESS_THAN");
                draft.bounded |= bound && word.text().charAt(0) > '\u2e80';
                draft.compared |= COMPARISONS.contains(word.text());
                // 超出0.3个百分点: by how much
                draft.other = word.text().equals("超出") ? word.text() : draft.other;
                draft.qualify(Qualifier.valueOf(word.meaning()), at);
            }
            case RISE -> {
                draft.directions += draft.rise ? 0 : 1;
                draft.rise = true;
            }
            case FALL -> {
                draft.directions += draft.fall ? 0 : 1;
                draft.fall = true;
            }
            case RATE_BEFORE -> {
                draft.perYear = true;
                draft.looking(CAGR_OF);
                draft.looking(SPAN_OF_RATE);
                draft.fall |= word.meaning().equals("fall");
                draft.rise |= word.meaning().equals("rate") && word.text().contains("增");
            }
            case STEP_BEFORE -> {
                draft.step = true;
                draft.undirected |= word.meaning().equals("ratio");
                draft.fall |= word.meaning().equals("fall");
                draft.rise |= word.meaning().equals("step") && word.text().contains("增");
            }
            case SHARE_BEFORE -> draft.share = true;
            case CURRENCY_SIGN -> {
                boolean dollar = word.text().equals("$");
                if (!draft.isDollar(dollar)) {
                    draft.setUnit(Unit.money(Currency.getInstance(word.meaning())), at);
                    draft.loose |= dollar;
                }
            }
            case AMBIGUOUS_CURRENCY -> {
                draft.ambiguous = word;
                draft.ambiguousIndex = at;
            }
            case REFUSED -> throw draft.refusal(word, at);
            case PASSED_OVER_BEFORE -> {
                boolean other = word.meaning().equals("other");
                boolean forecast = word.meaning().equals("forecast");
                // 高于全国1.2个百分点, 超预期3%: by how much, and not a bound; 超全国三成 is a bound and 超全国2个百分点 none
                if ((draft.compared && (other || forecast)) || (draft.bounded && forecast)) {
                    throw draft.comparison(word.text(), at);
                }
                draft.other = draft.bounded && other ? word.text() : draft.other;
            }
            default -> {}
        }
    }

    /** A minus or plus before the number or its currency. */
    private boolean sign() {
        char c = draft.index < draft.folded.length() ? draft.folded.charAt(draft.index) : ' ';
        int word = minusWord();
        boolean minus = word > 0
                || c == '-'
                || (c == '–' && draft.index == draft.start)
                || c == '负'
                || c == '負'
                || isTriangle(c);
        if ((!minus && c != '+') || draft.negative || draft.index + 1 >= draft.folded.length()) {
            return false;
        }
        int behind = draft.index + Math.max(1, word);
        char next = draft.folded.charAt(behind);
        boolean number = Folding.isDigit(next)
                || next == '.'
                || ChineseNumeral.digit(next) >= 0
                || Vocabulary.lexicon()
                                .at(draft.folded, behind, EnumSet.of(Kind.CURRENCY_SIGN, Kind.AMBIGUOUS_CURRENCY))
                        != null
                || draft.codeAt(behind) != null;
        if (!number) {
            return false;
        }
        draft.negative = minus;
        draft.directed = true;
        draft.index = behind;
        return true;
    }

    /** The length of minus or negative with the blank behind it; 0 if neither stands here. */
    private int minusWord() {
        return draft.lower.startsWith("minus ", draft.index)
                ? 6
                : draft.lower.startsWith("negative ", draft.index)
                        ? 9
                        : draft.lower.startsWith("マイナス", draft.index) ? 4 : 0;
    }

    /** A minus in Japanese tables; elsewhere it marks a rise. */
    private boolean isTriangle(char c) {
        boolean triangle = c == '▲' || c == '△';
        boolean japanese = triangle
                && draft.lower.chars().anyMatch(x -> (x >= 0x3041 && x <= 0x30ff) || x == '円' || x == '前' || x == '増');
        if (triangle && !japanese) {
            throw draft.error(
                    "▲ is a minus in Japanese tables and a rise elsewhere: write -",
                    "▲在日本表格中表示负数，别处表示上升：请写 -",
                    draft.index);
        }
        return triangle;
    }

    private boolean between() {
        if (draft.looking(BETWEEN)) {
            draft.between = true;
            return true;
        }
        if (!draft.from && draft.looking(FROM)) {
            draft.from = true;
            return true;
        }
        return false;
    }

    /** 上百亿: as many as that, and more; 过百亿, 过七成: more than that. */
    private boolean atLeastUp() {
        boolean up = draft.looking(UP_TO_POWER);
        if (up || draft.looking(PAST_POWER)) {
            draft.qualify(up ? Qualifier.AT_LEAST : Qualifier.MORE_THAN, draft.index - 1);
            return true;
        }
        return false;
    }

    /** 占全球的: a share of what is named. */
    private boolean shareOf() {
        if (draft.looking(OF_BASE)) {
            draft.share = true;
            return true;
        }
        return draft.looking(LEVEL_BEFORE);
    }

    /** Whether words of the text may make a time before them one that the number is compared with, which few texts have. */
    private static boolean namesTimes(String text) {
        return text.indexOf('的') >= 0
                || text.indexOf('年') >= 0
                || text.indexOf("复合") >= 0
                || text.indexOf("複合") >= 0
                || text.contains("cagr");
    }

    /** 比2015年 before a growth, 是2015年的 before a multiple. */
    private boolean comparison() {
        int before = draft.index;
        if (draft.looking(YEARS_OF_RATE)) {
            return true;
        }
        if (draft.looking(THAN_THEN)) {
            draft.total = true;
            return true;
        }
        boolean than = draft.folded.startsWith("比", draft.index)
                || draft.folded.startsWith("较", draft.index)
                || draft.folded.startsWith("較", draft.index);
        if (than) {
            draft.index++;
        } else if (!namesTimes) {
            return false;
        }
        Optional<PeriodFormat.Reading> period = PeriodFormat.at(draft.folded, draft.index, Optional.empty());
        if (period.isPresent()) {
            int end = period.get().end();
            if (RATE_NEXT.matcher(draft.lower).region(end, draft.lower.length()).lookingAt()) {
                draft.index = end;
                return true;
            }
            boolean named = draft.folded.startsWith("的", end) || draft.folded.startsWith("水平的", end);
            if (than || named) {
                draft.index = end + (!named ? 0 : draft.folded.startsWith("的", end) ? 1 : 3);
                draft.total |= than;
                return true;
            }
        }
        draft.index = before;
        return false;
    }
}
