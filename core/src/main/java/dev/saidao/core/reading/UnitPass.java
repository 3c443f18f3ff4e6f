package dev.saidao.core.reading;

import dev.saidao.core.reading.Layout.Sentence;
import dev.saidao.core.text.UnitWords;
import java.math.BigDecimal;
import java.util.BitSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Gives numbers without a unit that of a figure beside them, where words say that they go together; currencies by their paragraph. */
final class UnitPass {

    private static final Pattern PAIR = Pattern.compile(" ?(?:to|and|至|到|和|与|及|以及|增至|升至|降至|增加到|提高到|、) ?");
    /** What stands between the members of a list that is closed by one of {@link #PAIR}. */
    private static final Pattern COMMA = Pattern.compile(" ?[,，、/] ?");

    private static final Pattern AND = Pattern.compile(",? and |和|与|及|以及");
    private static final Pattern TO = Pattern.compile(" to ");
    private static final Pattern IN_YEAR_TO = Pattern.compile("(?: in (?:19|20)\\d\\d| now| today)? to ");
    private static final Pattern SLASH = Pattern.compile(" ?/ ?");
    private static final Pattern RATIO = Pattern.compile(".*比.{0,4}(?:由|为|从|是|达|:).*");
    private static final Pattern RATIO_RANGE = Pattern.compile(".*(?:由|从)[\\d.]+.{0,6}(?:到|至)");
    private static final Pattern SHARE_IN_BRACKETS = Pattern.compile(
            "(?s)(?: ?\\(|, (?:or|that is|i\\.e\\.,?|equal to) )(?:about |some |around )?\\d[\\d.]*(?:%| ?per ?cent).*");
    private static final Pattern RATIO_OF = LatinPattern.of("(?s).*\\bratio (?:of|was|is|at|stood at|came to) ");
    private static final Pattern OUT_OF = Pattern.compile(" (?:out )?of (?:the |its |all |our )?");
    private static final Pattern OF_MONEY = Pattern.compile(
            ".*(?:收入|营收|利润|净利|销售额|营业额|市值|产值|产业规模|市场规模|增加值|生产总值|gdp|投资|投资额|融资|融资额|总资产|净资产|成交额|交易额|资金|现金流|净流量?|金额|费用|成本|余额|分红|毛利)"
                    + "(?:总额|合计)?(?:已经|已|均|将|也|就)?(?:预计|预测|预期|分别){0,2}(?:为|达|达到|增至|升至|约|约为|仅|超|超过|突破|近)? ?(?:[\\d.,]+[亿万][、/和及与])*");
    /** What stands before a number that is held against one of another time, or is of another time. */
    private static final Pattern OF_TIME =
            Pattern.compile("(?:同比|环比|[年期度末]|[qh]\\d)(?:增加|减少|下降|上升|提升|增长|多|少)?了?(?:为|达|约)?[+-]?$");

    private static final int MONEY_WORDS = 40;

    private static final Pattern UNKNOWN_UNIT =
            Pattern.compile(" ?[a-z][a-z0-9]{0,6}/[a-z][a-z0-9]{0,6}(?![a-z])| ?(?:mb|mbpd|mboe|boepd)(?![a-z/])");
    private static final Pattern NAMED_RATIO =
            Pattern.compile("(?:pe|pb|ps|peg|市盈率|市净率|市销率|估值|收现比|净现比|比值?|系数|指数|评分|得分)[^,，;；。]*$");
    private static final Pattern BEFORE_BRACKET =
            LatinPattern.of("(?s).*(?:(?:19|20)\\d\\d|年|year|period|quarter|month|earlier|ago|同期) ?\\(");
    private static final Pattern OF_THEM =
            LatinPattern.of("\\bof (?:them|these|those|which|whom),? (?:about |some |only )?$");
    private static final Pattern OF_THEM_BEHIND = Pattern.compile(" of (?:them|these|those|which|whom)\\b");
    /** "58 companies moved in and 31 left, a net gain of 27" */
    private static final Pattern NET_OF = LatinPattern.of(
            "\\bnet (?:gain|loss|increase|decrease|rise|fall) of $|, leaving (?:about |some |just )?$|, (?:which|that) is (?:about |some )?$");

    private static final Pattern IN_ALL = Pattern.compile(" (?:in all|in total|altogether)\\b");
    private static final Pattern EACH_YEAR = Pattern.compile(" (?:a|per|each|every) year\\b| annually\\b");
    private static final Pattern COUNTED = LatinPattern.of(
            "(?s).*\\b(?:totall?ed|numbered|numbering|amounted to|stood at|came to|counted) (?:about |around |some |only |just )?");
    private static final Pattern OPENS_WITH_OF = Pattern.compile(" ?(?:out )?of (?:the |all |its |these )?");
    private static final Pattern WERE = Pattern.compile(" (?:were|was|had|have|are|is|did|said) ");
    private static final Pattern ARE = Pattern.compile(
            " (?:are|were|is|was|have|had|will be) | (?:left|closed|joined|moved|opened|failed|in [a-z]+)\\b");
    private static final Pattern AND_LAST =
            LatinPattern.of("(?:,|;|\\band|\\bof which|\\bof whom|\\bof these|\\bof them,?) $");
    private static final Pattern IN_EACH =
            Pattern.compile(" (?:in )?each(?: of the(?: next)?| year| quarter| month)?\\b");
    private static final Pattern DIGITS = Pattern.compile("\\d[\\d,]*(?:\\.(\\d+))?");
    private static final int COUNTED_FROM = 100;
    private static final Pattern MORE_THAN = Pattern.compile(" (?:more|fewer|less) than ");
    private static final List<String> COMPARED = List.of(
            "against",
            "from",
            "to",
            "than",
            "compared with",
            "last year's",
            "previous year's",
            "prior year's",
            "year-earlier",
            "versus",
            "the figure was",
            "the number was",
            "was",
            "had",
            "had been",
            "by",
            "reach",
            "reached",
            ":",
            "为",
            "是",
            "至",
            "到",
            "达");
    private static final List<String> SOFTENED = List.of("about ", "around ", "some ", "just ");

    /** What the vocabulary calls the unit of cents that could be those of many a currency. */
    private static final String OTHER_CENTS = "other";

    private static final Set<String> HAVE_CENTS = Set.of("USD", "EUR", "HKD", "AUD", "CAD", "SGD", "NZD");

    private static final Pattern COUNTED_IN = Pattern.compile("[以按用](美元|美金|欧元|英镑|日元|港元|港币|新台币|人民币)计");

    private final FoldedText text;
    private final String folded;
    /** In what money 元 are counted from an index on, where words said so; null if they did not. */
    private @Nullable String counted;

    private int countedFrom;

    UnitPass(FoldedText text) {
        this.text = text;
        this.folded = text.folded();
    }

    /** Whose 元 a paragraph means: the yuan of the mainland unless it says otherwise. */
    String yuan(int start, int end) {
        if (!text.isTraditional(start, end)) {
            return "CNY";
        }
        String paragraph = folded.substring(start, end);
        if (paragraph.contains("港元")
                || paragraph.contains("港币")
                || paragraph.contains("香港")
                || paragraph.contains("本港")) {
            return "HKD";
        }
        return paragraph.contains("台湾")
                        || paragraph.contains("新台币")
                        || paragraph.contains("台积")
                        || paragraph.contains("法人")
                ? "TWD"
                : "CNY";
    }

    /** Starts a paragraph, in which words may say in what money it counts. */
    void startParagraph() {
        counted = null;
    }

    /** 以美元计价,5月进出口5220.7亿元: money that is printed as 元 and counted in another, until words say another one. */
    private void countedIn(Sentence sentence, List<Found> figures) {
        countedFrom = sentence.start();
        if (!sentence.chinese()
                || folded.substring(sentence.start(), sentence.end()).indexOf('计') < 0) {
            return;
        }
        Matcher said = COUNTED_IN.matcher(folded).region(sentence.start(), sentence.end());
        while (said.find()) {
            int end = said.end();
            counted = figures.stream()
                    .filter(figure -> figure.kind == MentionKind.MONEY && figure.start >= end)
                    .findFirst()
                    .filter(next -> isInYuan(next)
                            && !folded.substring(next.coreStart, next.coreEnd).contains("人民币"))
                    .flatMap(next -> UnitWords.at(text.original(), said.start(1)))
                    .map(money -> money.unit().toString())
                    .orElse(null);
            countedFrom = end;
        }
    }

    /** Whether money is printed in 元, and by these taken for the yuan of the mainland. */
    private boolean isInYuan(Found figure) {
        return figure.kind == MentionKind.MONEY
                && figure.unit.equals("CNY")
                && folded.charAt(figure.coreEnd - 1) == '元';
    }

    void run(Sentence sentence, List<Found> figures, @Nullable Found lastAmount, String yuan) {
        countedIn(sentence, figures);
        BitSet taken = new BitSet();
        for (int i = figures.size() - 1; i >= 0; i--) {
            Found figure = figures.get(i);
            if (isInYuan(figure) && !folded.startsWith("人民币", figure.coreStart - 3)) {
                figure.unit = counted == null || figure.start < countedFrom ? yuan : counted;
            }
            pence(figure);
            yuanLeftOut(sentence, figure, yuan);
            cents(figures, i, lastAmount);
            if (i + 1 < figures.size() && isOfUnitBehind(figures, i, taken)) {
                taken.set(i);
                shareScale(figure, figures.get(i + 1));
                if (figure.kind == MentionKind.NUMBER) {
                    take(figure, figures.get(i + 1));
                }
            }
        }
        for (int i = 1; i < figures.size(); i++) {
            Found from = figures.get(i - 1);
            Found to = figures.get(i);
            boolean carbon = to.kind == MentionKind.PHYSICAL
                    && from.kind == MentionKind.PHYSICAL
                    && from.unit.startsWith(to.unit + "CO2")
                    && isJoined(from, to, IN_YEAR_TO);
            to.unit = carbon ? from.unit : to.unit; // "from 520 Mt of CO2 equivalent to 310 Mt"
        }
        Found amount = lastAmount;
        for (int i = 0; i < figures.size(); i++) {
            Found figure = figures.get(i);
            if (figure.kind == MentionKind.NUMBER) {
                bare(sentence, figure, i + 1 < figures.size() ? figures.get(i + 1) : null, amount);
            }
            if (figure.kind.isAmount()) {
                amount = figure;
            }
        }
        for (int i = figures.size() - 2; i >= 0; i--) {
            if (figures.get(i).kind == MentionKind.NUMBER
                    && !hasUnknownUnit(figures.get(i))
                    && isPair(figures.get(i), figures.get(i + 1))) {
                take(figures.get(i), figures.get(i + 1));
            }
        }
    }

    /** "18 HK cents, against 17.5 cents": of the currency of another amount; not understood if there is none. */
    private static void cents(List<Found> figures, int i, @Nullable Found lastAmount) {
        Found figure = figures.get(i);
        if (figure.kind != MentionKind.MONEY || !figure.unit.equals(OTHER_CENTS)) {
            return;
        }
        Found known = lastAmount;
        for (Found other : figures) {
            boolean money = other.kind == MentionKind.MONEY && !other.unit.equals(OTHER_CENTS);
            known = money && (other.start < figure.start || known == null) ? other : known;
        }
        if (known != null && known.kind == MentionKind.MONEY && HAVE_CENTS.contains(known.unit)) {
            figure.unit = known.unit;
        } else {
            figure.kind = MentionKind.NUMBER;
            figure.grouped = false;
        }
    }

    /** 营业收入508.9亿, as news write it: money without its unit, where the words before it are of money. */
    private void yuanLeftOut(Sentence sentence, Found figure, String yuan) {
        boolean bare = sentence.chinese() && figure.kind == MentionKind.NUMBER && endsInLarge(figure);
        boolean money = bare
                && OF_MONEY.matcher(
                                folded.substring(Math.max(sentence.start(), figure.start - MONEY_WORDS), figure.start))
                        .matches();
        if (money) {
            figure.kind = MentionKind.MONEY;
            figure.unit = yuan;
            figure.bare = false;
        }
    }

    private boolean endsInLarge(Found figure) {
        char last = folded.charAt(figure.coreEnd - 1);
        return last == '亿' || last == '万';
    }

    private void pence(Found figure) {
        boolean p = figure.kind == MentionKind.NUMBER
                && figure.grouped
                && folded.startsWith("p", figure.coreEnd)
                && !(figure.coreEnd + 1 < folded.length() && Character.isLetter(folded.charAt(figure.coreEnd + 1)));
        if (p) {
            figure.kind = MentionKind.MONEY;
            figure.unit = "GBP";
            figure.value = figure.value.movePointLeft(2);
            figure.place -= 2;
            figure.end = Math.max(figure.end, figure.coreEnd + 1);
            figure.bare = false;
        }
    }

    /** "from 70 to 80 million tonnes", 由2.1增至2.4亿元. */
    private boolean isPair(Found figure, Found next) {
        return next.kind != MentionKind.NUMBER && isJoined(figure, next, PAIR);
    }

    /** Whether what is said once behind a list or a pair is of an earlier member too; those behind it that took it are known. */
    private boolean isOfUnitBehind(List<Found> figures, int i, BitSet taken) {
        Found figure = figures.get(i);
        Found next = figures.get(i + 1);
        Found before = i == 0 ? null : figures.get(i - 1);
        if (figure.kind == MentionKind.NUMBER && !hasUnknownUnit(figure)) {
            boolean slash = isJoined(figure, next, SLASH)
                    && next.kind != MentionKind.NUMBER
                    && (figure.place < 0 || (before != null && isJoined(before, figure, SLASH)));
            // "from 1.2 to 1.5 million", of what its words say
            boolean pair = isPair(figure, next) || (scale(next) > 0 && isJoined(figure, next, PAIR));
            return slash || pair || (taken.get(i + 1) && isJoined(figure, next, COMMA));
        }
        // $52.3, $61.8 and $73.5 million; but of $5 and $10 million the first may be five dollars
        boolean money = figure.kind == MentionKind.MONEY
                && figure.rule.equals("sign-number")
                && figure.unit.equals(next.unit)
                && scale(figure) == 0;
        boolean listed = before != null && before.unit.equals(figure.unit) && isJoined(before, figure, COMMA);
        return money
                && (isJoined(figure, next, TO)
                        || (listed && isJoined(figure, next, AND))
                        || (taken.get(i + 1) && isJoined(figure, next, COMMA)));
    }

    private boolean isJoined(Found figure, Found next, Pattern by) {
        return next.start >= figure.end
                && by.matcher(folded.substring(figure.end, next.start)).matches();
    }

    /**
     * Gives a number without a million or 亿 of its own that of the one behind it: 由2.1增至2.4亿元, "70 to 80 million". Whole numbers of quite
     * another size stand for themselves: 从300增至2万吨.
     */
    private void shareScale(Found figure, Found next) {
        int shared = scale(next);
        if (shared <= 0 || scale(figure) != 0) {
            return;
        }
        BigDecimal digits = next.value.scaleByPowerOfTen(-shared);
        if (figure.place < 0 || figure.value.compareTo(digits.multiply(BigDecimal.TEN)) <= 0) {
            scaleAs(next, figure);
        }
    }

    private static void take(Found figure, Found other) {
        figure.kind = other.kind;
        figure.unit = other.unit;
        figure.per = other.per;
        figure.base = other.base;
        if (other.kind == MentionKind.SHARE || other.kind == MentionKind.POINTS) {
            figure.value = figure.value.movePointLeft(2);
            figure.upTo = figure.upTo == null ? null : figure.upTo.movePointLeft(2);
            figure.place -= 2;
        }
    }

    /** "103.5 mb/d", "12 gco2/kwh": a number with a unit of its own that no vocabulary knows does not take another's. */
    private boolean hasUnknownUnit(Found figure) {
        return UNKNOWN_UNIT
                .matcher(folded)
                .region(figure.coreEnd, folded.length())
                .lookingAt();
    }

    /** 市盈率分别为24.5、22.1: the words before a number name a ratio, which has no unit. */
    private static boolean isNamedRatio(String before) {
        return NAMED_RATIO.matcher(before).find();
    }

    private void bare(Sentence sentence, Found figure, @Nullable Found next, @Nullable Found amount) {
        if (hasUnknownUnit(figure)) {
            figure.grouped = false;
            return;
        }
        String before = folded.substring(Math.max(sentence.start(), figure.start - 24), figure.start);
        if (sentence.chinese()) {
            if (figure.grouped
                    && (RATIO.matcher(before).matches()
                            || RATIO_RANGE.matcher(before).matches())) {
                figure.kind = MentionKind.MULTIPLE;
                return;
            }
        }
        // a book-to-bill ratio of 1.10
        if (!sentence.chinese() && figure.place < 0 && RATIO_OF.matcher(before).matches()) {
            figure.kind = MentionKind.MULTIPLE;
            return;
        }
        // "The number of unicorns went from 17 in 2020 to 41 in 2024"
        if (!sentence.chinese() && figure.place >= 0 && isNumberOf(sentence, figure, before)) {
            figure.kind = MentionKind.COUNT;
            figure.unit = "items";
            return;
        }
        // "38 of 120 surveyed colleges"
        if (next != null
                && next.kind == MentionKind.COUNT
                && OUT_OF.matcher(folded.substring(figure.end, Math.max(figure.end, next.start)))
                        .matches()) {
            take(figure, next);
            return;
        }
        // "36,900 beds, 800 fewer than in 2023"
        if (amount != null
                && amount.kind == MentionKind.COUNT
                && MORE_THAN.matcher(folded).region(figure.end, folded.length()).lookingAt()) {
            take(figure, amount);
            figure.bare = true;
            return;
        }
        // "900 farms, 300 a year"
        if (amount != null
                && amount.kind == MentionKind.COUNT
                && figure.place >= 0
                && EACH_YEAR.matcher(folded).region(figure.end, folded.length()).lookingAt()) {
            take(figure, amount);
            return;
        }
        // "Deliveries of aircraft totalled 793 in 2025"
        if (!sentence.chinese()
                && figure.place >= 0
                && figure.value.intValue() >= COUNTED_FROM
                && COUNTED.matcher(before).matches()) {
            figure.kind = MentionKind.COUNT;
            figure.unit = "items";
            return;
        }
        // "Four in ten are women, 144 in all"
        if (amount != null
                && amount.kind == MentionKind.COUNT
                && figure.place >= 0
                && IN_ALL.matcher(folded).region(figure.end, folded.length()).lookingAt()) {
            take(figure, amount);
            return;
        }
        // "9% fewer than in the same period of 2024 (673)"
        if (amount != null
                && amount.kind == MentionKind.COUNT
                && amount.start >= sentence.start()
                && figure.place >= 0
                && before.endsWith("(")
                && folded.startsWith(")", figure.end)
                && BEFORE_BRACKET.matcher(before).matches()) {
            take(figure, amount);
            figure.bare = true;
            return;
        }
        // "Of the 2,600 vessels inspected, 390 were detained"
        if (amount != null
                && amount.kind == MentionKind.COUNT
                && figure.place >= 0
                && figure.value.compareTo(amount.value) < 0
                && OPENS_WITH_OF
                        .matcher(folded)
                        .region(Math.min(sentence.start(), amount.start), amount.start)
                        .matches()
                && WERE.matcher(folded).region(figure.end, folded.length()).lookingAt()) {
            take(figure, amount);
            figure.bare = true;
            return;
        }
        // "The park has 320 tenants. Of them, 84 are foreign", "84 of them"
        if (!sentence.chinese()
                && amount != null
                && amount.kind == MentionKind.COUNT
                && figure.place >= 0
                && figure.value.compareTo(BigDecimal.ONE) > 0
                && figure.value.compareTo(amount.value) < 0
                && (OF_THEM_BEHIND
                                .matcher(folded)
                                .region(figure.end, folded.length())
                                .lookingAt()
                        || OF_THEM.matcher(before).find())) {
            take(figure, amount);
            figure.bare = true;
            return;
        }
        // "1,120 are start-ups and 310 are foreign-owned", "1,000 posts, 200 in each year"
        if (!sentence.chinese()
                && amount != null
                && amount.kind == MentionKind.COUNT
                && amount.start >= sentence.start()
                && figure.place >= 0
                && figure.value.compareTo(BigDecimal.TEN) >= 0
                && figure.value.compareTo(amount.value) < 0
                && (IN_EACH.matcher(folded).region(figure.end, folded.length()).lookingAt()
                        || (ARE.matcher(folded)
                                        .region(figure.end, folded.length())
                                        .lookingAt()
                                && AND_LAST.matcher(before).find())
                        || NET_OF.matcher(before).find())) {
            take(figure, amount);
            figure.bare = true;
            return;
        }
        if (amount != null && isInBracketsBehind(amount, figure)) {
            scaleAs(amount, figure);
            take(figure, amount);
            figure.bare = true;
            return;
        }
        // south 900 (30.0%)
        boolean withShare = SHARE_IN_BRACKETS
                .matcher(folded.substring(figure.end, Math.min(folded.length(), figure.end + 28)))
                .matches();
        if (withShare) {
            figure.kind = MentionKind.COUNT;
            figure.unit = "items";
            return;
        }
        boolean cue = isCompared(before);
        // 营收10.5亿元,同比+1.2亿
        boolean compared = sentence.chinese()
                && amount != null
                && amount.kind == MentionKind.MONEY
                && amount.start >= sentence.start()
                && endsInLarge(figure)
                && OF_TIME.matcher(before).find();
        if (compared && amount != null) {
            figure.kind = MentionKind.MONEY;
            figure.unit = amount.unit;
            figure.bare = true;
            return;
        }
        boolean fits = amount != null
                && cue
                && !isNamedRatio(before)
                && (amount.kind != MentionKind.MONEY || !folded.contains("%") || figure.grouped);
        if (fits
                && amount != null
                && ((amount.kind != MentionKind.MONEY && amount.kind != MentionKind.PHYSICAL) || figure.grouped)
                && (amount.kind != MentionKind.MONEY || amount.start >= sentence.start())) {
            take(figure, amount);
            figure.bare = true;
            return;
        }
        if (figure.grouped && figure.place >= 0 && figure.value.signum() > 0) {
            figure.kind = MentionKind.COUNT;
            figure.unit = "items";
        } else if (figure.grouped
                && figure.value.scaleByPowerOfTen(-figure.place).signum() != 0
                && figure.value.compareTo(java.math.BigDecimal.valueOf(10_000)) > 0) {
            figure.kind = MentionKind.COUNT;
            figure.unit = "items";
        }
    }

    /** "net sales of SEK 14,210 million (13,640)": what there was a year before. */
    private boolean isInBracketsBehind(Found amount, Found figure) {
        return (amount.kind == MentionKind.MONEY || amount.kind == MentionKind.COUNT)
                && folded.startsWith(" (", amount.end)
                && figure.start == amount.end + 2
                && folded.startsWith(")", figure.end);
    }

    /** Gives a number the million or billion of another. */
    private void scaleAs(Found amount, Found figure) {
        int exponent = scale(amount);
        figure.value = figure.value.scaleByPowerOfTen(exponent);
        figure.upTo = figure.upTo == null ? null : figure.upTo.scaleByPowerOfTen(exponent);
        figure.place += exponent;
    }

    /** The power of ten that is said behind the digits of a number; 0 if there are no digits. */
    private int scale(Found figure) {
        Matcher digits = DIGITS.matcher(folded).region(figure.coreStart, figure.coreEnd);
        if (!digits.find()) {
            return 0;
        }
        return figure.place + (digits.group(1) == null ? 0 : digits.group(1).length());
    }

    private boolean isNumberOf(Sentence sentence, Found figure, String before) {
        String words = folded.substring(Math.max(sentence.start(), figure.start - 100), figure.start);
        return words.contains("number of ") && words.indexOf(';') < 0 && isCompared(before);
    }

    /** Whether words end with what a number is held against: "than about", 为人民币. */
    private static boolean isCompared(String before) {
        String words = before.endsWith("人民币") ? before.substring(0, before.length() - 3) : before;
        for (String soft : SOFTENED) {
            words = words.endsWith(soft) ? words.substring(0, words.length() - soft.length()) : words;
        }
        String last = words.endsWith(" ") ? words.substring(0, words.length() - 1) : words;
        return COMPARED.stream().anyMatch(last::endsWith);
    }
}
