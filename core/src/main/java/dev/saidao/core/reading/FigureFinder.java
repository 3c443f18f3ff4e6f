package dev.saidao.core.reading;

import dev.saidao.core.reading.LeftOut.Reason;
import dev.saidao.core.reading.ReadingVocabulary.Entry;
import dev.saidao.core.reading.UnitScanner.UnitWords;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Finds the numbers of a text, with units and qualifiers, and tells those that are figures from those that are not. */
final class FigureFinder {

    private static final Pattern COUNTED_TOGETHER = Pattern.compile("[项者类方家省地个](?:合计|总计|共计|相加|之和|加总|合共)");
    private static final Pattern AGE_WORDS = Pattern.compile("年龄|平均| average| mean| age |median");
    /** A Chinese numeral without a unit is a figure only from here on, and only with a qualifier: 逾三千万. */
    private static final BigDecimal LARGE = BigDecimal.valueOf(10_000);

    /** How far around a sign of several currencies the words are asked. */
    private static final int NEAR = 200;

    private static final String COUNTED_IN_WORDS = "项条";
    /** Units that are other words too behind a numeral in characters: 一方面, 三度蝉联. */
    private static final String NO_MEASURE = "方度升";

    private final String folded;
    private final List<TimeExpression> times;
    private final NumberScanner numbers;
    private final UnitScanner units;
    private final QualifierScanner qualifiers;
    private final SpelledForms spelled;
    private final TextCharacters characters;
    private final OtherNumbers others;
    private final RangeScanner ranges;
    private final List<Found> figures = new ArrayList<>();

    FigureFinder(FoldedText text, List<TimeExpression> times, WordMarks marks) {
        this.folded = text.folded();
        this.times = times;
        this.numbers = new NumberScanner(folded);
        this.units = new UnitScanner(text, marks);
        this.qualifiers = new QualifierScanner(folded, marks);
        this.spelled = new SpelledForms(folded, numbers);
        this.characters = new TextCharacters(folded);
        this.others = new OtherNumbers(text, numbers, units, qualifiers, figures);
        this.ranges = new RangeScanner(folded, units);
    }

    List<Found> figures() {
        return figures;
    }

    List<LeftOut> leftOut() {
        return others.leftOut();
    }

    List<OtherNumbers.Ratio> ratios() {
        return others.ratios();
    }

    /** Goes through the text once. */
    void run() {
        int nextTime = 0;
        int i = 0;
        while (i < folded.length()) {
            while (nextTime < times.size() && times.get(nextTime).end() <= i) {
                nextTime++;
            }
            TimeExpression time = nextTime < times.size() ? times.get(nextTime) : null;
            if (time != null && time.start() <= i) {
                others.timeNumbers(time);
                i = time.end();
            } else {
                i = Math.max(i + 1, at(i));
            }
        }
    }

    /** Reads what starts at an index and returns where to go on. */
    private int at(int i) {
        Found form = spelled.at(i);
        if (form != null) {
            return keep(form);
        }
        char c = folded.charAt(i);
        boolean sign = c == '-' || c == '+';
        if (!characters.isDigit(i) && !sign && !ChineseNumerals.isNumeral(c) && !(c >= 'a' && c <= 'z')) {
            return c == '数' || c == '几' || c == '上' ? several(i) : i + 1;
        }
        boolean latin = c >= 'a' && c <= 'z';
        if (latin && characters.isLatin(i - 1)) {
            return characters.latinEnd(i);
        }
        ScannedNumber number = numbers.at(i);
        if (number == null) {
            return characters.isDigit(i)
                    ? others.leave(i, characters.digitsEnd(i), Reason.NOT_UNDERSTOOD)
                    : latin ? characters.latinEnd(i) : i + 1;
        }
        int other = others.endOf(i, number);
        return other > i ? other : figure(number);
    }

    // ---- figures ----

    private int figure(ScannedNumber scanned) {
        ScannedNumber first = negative(scanned);
        int listed = first.spelled() && !first.scaled() ? chineseBig(first) : 0;
        if (listed > 0) {
            return listed;
        }
        ScannedNumber number = first;
        int range = ranges.rangeSecond(first);
        UnitWords unit;
        ScannedNumber second = null;
        if (range > 0) {
            second = numbers.at(range);
        }
        if (second != null && ranges.isRange(first, second)) {
            number = second;
        } else {
            second = null;
        }
        unit = units.after(number);
        boolean inside = !first.equals(scanned) && folded.startsWith("(", first.start() - 1);
        Entry sign = freeSignBefore(inside ? first.start() - 1 : first.start());
        if (sign == null && unit == null && isNameBehind(number)) {
            return others.leave(first.start(), characters.nameEnd(first.start()), Reason.NAME);
        }
        if (sign == null && isUnknownCurrency(first.start())) {
            return others.leave(first.start(), number.end(), Reason.NOT_UNDERSTOOD);
        }
        if (sign != null && sign.meaning().equals("ambiguous")) {
            String currency = currencyOf(sign.word(), first.start());
            if (currency.isEmpty()) {
                return others.leave(first.start(), number.end(), Reason.NOT_UNDERSTOOD);
            }
            sign = Entry.of(sign.word(), currency);
        }
        if (sign != null) {
            int end = unit != null && unit.kind() == MentionKind.MONEY ? unit.end() : number.end();
            return money(first, second, sign, end);
        }
        if (unit == null) {
            return bare(first, second, number);
        }
        if (unit.kind() == MentionKind.NUMBER && qualifiers.before(first.start()) == null) {
            return others.leave(first.start(), number.end(), Reason.OTHER);
        }
        boolean aside = unit.kind() == MentionKind.PHYSICAL
                && first.spelled()
                && !first.scaled()
                && NO_MEASURE.indexOf(folded.charAt(unit.end() - 1)) >= 0
                && first.value().compareTo(BigDecimal.TEN) <= 0;
        if (aside || isNoCount(first, unit)) {
            return others.leave(first.start(), unit.end(), Reason.OTHER);
        }
        MentionKind kind = unit.kind() == MentionKind.NUMBER ? MentionKind.COUNT : unit.kind();
        Found found = found(first, second, kind, unit.unit(), unit.exponent(), unit.end(), "number-unit");
        found.isRatio = kind == MentionKind.MULTIPLE && folded.charAt(unit.end() - 1) == 'x';
        found.isListed = kind == MentionKind.COUNT
                && COUNTED_IN_WORDS.indexOf(folded.charAt(unit.end() - 1)) >= 0
                && !first.scaled();
        return keep(found);
    }

    /** "$(2.6) million", "($2.6) million": an amount in brackets, as accounts write what is less than nothing. */
    private ScannedNumber negative(ScannedNumber number) {
        int open = number.start() - 1;
        if (open < 1 || !folded.startsWith(")", number.end())) {
            return number;
        }
        boolean inside = folded.charAt(open) == '(' && units.signBefore(open) != null;
        Entry sign = inside ? null : units.signBefore(number.start());
        boolean around = sign != null
                && folded.startsWith("(", number.start() - sign.word().length() - 1);
        int at = number.end() + (folded.startsWith(") ", number.end()) ? 2 : 1);
        Integer exponent = inside || around ? EnglishNumerals.SCALES.get(numbers.word(at)) : null;
        return exponent == null
                ? number
                : new ScannedNumber(
                        number.start(),
                        at + numbers.word(at).length(),
                        number.value().negate().scaleByPowerOfTen(exponent),
                        number.place() + exponent,
                        false,
                        true,
                        number.more(),
                        number.grouped());
    }

    /** Whether a sign of a currency stands before a number that no vocabulary knows: such a number is no count. */
    private boolean isUnknownCurrency(int start) {
        return start > 0 && Character.getType(folded.charAt(start - 1)) == Character.CURRENCY_SYMBOL;
    }

    /** Whose ¥ it is: the yuan beside Chinese characters, else what the words around it say; empty if they say neither. */
    private String currencyOf(String sign, int start) {
        if (sign.equals("kr")) {
            return "";
        }
        int lineStart = folded.lastIndexOf('\n', start) + 1;
        int lineEnd = folded.indexOf('\n', start);
        String around = folded.substring(
                Math.max(lineStart, start - NEAR), Math.min(lineEnd < 0 ? folded.length() : lineEnd, start + NEAR));
        if (around.chars().filter(c -> c >= 0x4e00 && c <= 0x9fff).count() > around.length() / 4) {
            return "CNY";
        }
        boolean yen = around.contains("japan") || around.contains(" yen") || around.contains("tokyo");
        boolean yuan = around.contains("china")
                || around.contains("chinese")
                || around.contains("yuan")
                || around.contains("rmb");
        return yen == yuan ? "" : yen ? "JPY" : "CNY";
    }

    private int money(ScannedNumber first, @Nullable ScannedNumber second, Entry sign, int end) {
        int start = first.start() - sign.word().length();
        start -= folded.startsWith(sign.word(), start) ? 0 : 1;
        Found found = found(first, second, MentionKind.MONEY, sign.meaning(), 0, end, "sign-number");
        found.start = start;
        return keep(found);
    }

    private Found found(
            ScannedNumber first,
            @Nullable ScannedNumber second,
            MentionKind kind,
            String unit,
            int exponent,
            int end,
            String rule) {
        if (second == null) {
            return new Found(
                    first.start(),
                    end,
                    first.start(),
                    end,
                    kind,
                    unit,
                    exponent == 0 ? first : first.times(exponent),
                    rule);
        }
        int shared = ranges.sharedScale(first, second);
        Found found =
                new Found(first.start(), end, first.start(), end, kind, unit, first.times(exponent + shared), "range");
        if (characters.previousWord(first.start()).equals("between")) {
            found.start = folded.lastIndexOf("between", first.start());
        }
        found.upTo = second.value().scaleByPowerOfTen(exponent);
        found.place = Math.max(found.place, second.place() + exponent);
        return found;
    }

    private boolean isNameBehind(ScannedNumber number) {
        boolean degrees = characters.isDigit(number.end() - 1)
                && folded.startsWith("c", number.end())
                && !characters.isLatin(number.end() + 1)
                && !number.scaled();
        return degrees
                || (characters.isDigit(number.end() - 1) && characters.isLatin(number.end()) && !number.grouped());
    }

    /** One of a few, and not a count that a report would give: 一家, 三类, 31 sites. */
    private boolean isNoCount(ScannedNumber number, UnitWords unit) {
        if (unit.kind() == MentionKind.AGE) {
            int from = Math.max(0, number.start() - 30);
            String before = folded.substring(from, number.start());
            int clause = Math.max(before.lastIndexOf('，'), Math.max(before.lastIndexOf(','), before.lastIndexOf('。')));
            String own = before.substring(clause + 1)
                    + folded.substring(number.start(), Math.min(folded.length(), unit.end() + 14));
            return !AGE_WORDS.matcher(own).find();
        }
        // 三元电池 is no money
        boolean name = unit.kind() == MentionKind.MONEY
                && number.spelled()
                && !number.scaled()
                && unit.end() < folded.length()
                && folded.charAt(unit.end()) >= 0x4e00
                && folded.charAt(unit.end()) <= 0x9fff;
        if (name) {
            return true;
        }
        if (unit.kind() == MentionKind.COUNT && isRank(number)) {
            return true;
        }
        if (unit.kind() != MentionKind.COUNT || !number.spelled() || number.scaled() || number.more()) {
            return false;
        }
        boolean small = number.value().compareTo(BigDecimal.TEN) <= 0;
        char measure = folded.charAt(Math.min(number.end(), folded.length() - 1));
        boolean document = COUNTED_IN_WORDS.indexOf(measure) >= 0
                || folded.startsWith("件事", number.end())
                || folded.startsWith("部门", number.end());
        return number.value().compareTo(BigDecimal.ONE) == 0 || (small && !document);
    }

    /** 前3家、前10名: those of the highest ranks. */
    private boolean isRank(ScannedNumber number) {
        int before = number.start() - 1;
        return before >= 0
                && folded.charAt(before) == '前'
                && (before == 0 || "目以之此年日月提".indexOf(folded.charAt(before - 1)) < 0);
    }

    /** A number without a unit: it may take that of a figure beside it, if it looks like one. */
    private int bare(ScannedNumber first, @Nullable ScannedNumber second, ScannedNumber last) {
        if (first.spelled()) {
            if (!first.scaled() || (first.value().compareTo(BigDecimal.valueOf(100)) < 0)) {
                return characters.isLatin(first.start()) && first.value().compareTo(BigDecimal.ONE) > 0
                        ? others.leave(first.start(), first.end(), Reason.OTHER)
                        : first.end();
            }
            boolean large = first.value().compareTo(LARGE) >= 0 && qualifiers.before(first.start()) != null;
            if (!characters.isLatin(first.start()) && !large) {
                return first.end();
            }
        }
        Found found = found(first, second, MentionKind.NUMBER, "", 0, last.end(), "bare-number");
        found.bare = true;
        return keep(found);
    }

    /** 十大赛道, 八部门: how many there are of what a report lists. */
    private int chineseBig(ScannedNumber number) {
        int end = number.end();
        boolean big = folded.startsWith("大", end) && number.value().compareTo(BigDecimal.valueOf(99)) < 0;
        boolean ministries =
                folded.startsWith("部门", end) || folded.startsWith("部委", end) || folded.startsWith("件事", end);
        if (!big && !ministries) {
            // 三项合计26.7亿元
            return COUNTED_TOGETHER.matcher(folded).region(end, folded.length()).lookingAt()
                    ? others.leave(number.start(), end + 1, Reason.OTHER)
                    : 0;
        }
        int stop = end;
        while (stop < folded.length() && stop < end + 12 && ",，。;；、:：\n".indexOf(folded.charAt(stop)) < 0) {
            stop++;
        }
        if (folded.charAt(stop - 1) == '中'
                || folded.startsWith("看", stop - 1)
                || folded.startsWith("前", number.start() - 1)
                || folded.startsWith("党的", number.start() - 2)
                || characters.isLatin(number.start())) {
            return others.leave(number.start(), end + 1, Reason.OTHER);
        }
        Found listed = new Found(
                number.start(),
                ministries ? end + 2 : end + 1,
                number.start(),
                end,
                MentionKind.COUNT,
                "items",
                number,
                "number-of-listed");
        listed.isListed = true;
        return keep(listed);
    }

    /** 数百亿元, 数十家, 几十万, 上百: some of a size. */
    private int several(int i) {
        int at = i + 1;
        ScannedNumber number =
                at < folded.length() && ChineseNumerals.isNumeral(folded.charAt(at)) ? numbers.at(at) : null;
        boolean sized = number != null && number.spelled() && "十百千万亿".indexOf(folded.charAt(at)) >= 0;
        if (number == null || !sized) {
            return i + 1;
        }
        if (folded.charAt(i) == '上' && folded.charAt(at) == '万' && !folded.startsWith("亿", at + 1)) {
            return i + 1;
        }
        UnitWords unit = units.after(number);
        if (unit == null) {
            return i + 1;
        }
        Found found = new Found(
                i, unit.end(), i, unit.end(), unit.kind(), unit.unit(), number.times(unit.exponent()), "several");
        if (folded.charAt(i) == '上') {
            found.qualifier = "at-least";
        } else {
            found.qualifier = "about";
            found.upTo = found.value.multiply(BigDecimal.valueOf(9));
            found.value = found.value.multiply(BigDecimal.valueOf(2));
        }
        return keep(found);
    }

    private int lastEnd() {
        return figures.isEmpty() ? 0 : figures.get(figures.size() - 1).end;
    }

    /** The currency before a number, unless it is the unit of the number before: 3,100 USD 4.2 billion. */
    private @Nullable Entry freeSignBefore(int start) {
        Entry sign = units.signBefore(start);
        return sign != null && start - sign.word().length() < lastEnd() ? null : sign;
    }

    private int keep(Found found) {
        Found kept = qualifiers.widened(found);
        // what belongs to the figure before is not taken again
        kept.start = Math.min(kept.coreStart, Math.max(kept.start, lastEnd()));
        figures.add(kept);
        return kept.end;
    }
}
