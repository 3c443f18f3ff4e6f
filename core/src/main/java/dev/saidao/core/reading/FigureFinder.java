package dev.saidao.core.reading;

import dev.saidao.core.reading.LeftOut.Reason;
import dev.saidao.core.reading.ReadingVocabulary.Entry;
import dev.saidao.core.reading.UnitScanner.UnitWords;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Finds the numbers of a text, with units and qualifiers, and tells those that are figures from those that are not. */
final class FigureFinder {

    /**
     * Numbers with colons between them, such as 1:10:50.
     *
     * @param start where they start
     * @param end where they end
     * @param parts the numbers
     */
    record Ratio(int start, int end, List<BigDecimal> parts) {}

    private static final Set<String> NAME_PREFIXES = Set.of(
            "iso",
            "iec",
            "gb",
            "gb/t",
            "top",
            "fortune",
            "model",
            "level",
            "windows",
            "version",
            "type",
            "route",
            "web",
            "industry",
            "mach",
            "euro",
            "class",
            "phase",
            "tier",
            "grade",
            "article");
    private static final Set<String> ORDINAL_PREFIXES = Set.of(
            "table",
            "figure",
            "chart",
            "no.",
            "no",
            "chapter",
            "section",
            "page",
            "exhibit",
            "annex",
            "part",
            "appendix",
            "box",
            "note",
            "footnote",
            "item");
    private static final Pattern CONTACT = Pattern.compile("\\d{1,4}-\\d{3,4}-\\d{3,8}(?:-\\d{3,8})?(?!\\d)");
    private static final Pattern AGE_WORDS = Pattern.compile("年龄|平均| average| mean| age |median");
    private static final String ORDINAL_CHINESE = "第表图章节注";
    /** A Chinese numeral without a unit is a figure only from here on, and only with a qualifier: 逾三千万. */
    private static final BigDecimal LARGE = BigDecimal.valueOf(10_000);

    /** How far around a sign of several currencies the words are asked. */
    private static final int NEAR = 200;

    private static final List<String> RANGE_WORDS = List.of("至", "到", "–", "-", "~", " to ", " and ", " – ", " - ");
    /** How they begin. */
    private static final String RANGE_SIGNS = "至到–-~ ";

    private static final String COUNTED_IN_WORDS = "项条";

    private final FoldedText text;
    private final String folded;
    private final List<TimeExpression> times;
    private final NumberScanner numbers;
    private final UnitScanner units;
    private final QualifierScanner qualifiers;
    private final SpelledForms spelled;
    private final List<Found> figures = new ArrayList<>();
    private final List<LeftOut> leftOut = new ArrayList<>();
    private final List<Ratio> ratios = new ArrayList<>();

    FigureFinder(FoldedText text, List<TimeExpression> times, WordMarks marks) {
        this.text = text;
        this.folded = text.folded();
        this.times = times;
        this.numbers = new NumberScanner(folded);
        this.units = new UnitScanner(text, marks);
        this.qualifiers = new QualifierScanner(folded, marks);
        this.spelled = new SpelledForms(folded, numbers);
    }

    List<Found> figures() {
        return figures;
    }

    List<LeftOut> leftOut() {
        return leftOut;
    }

    List<Ratio> ratios() {
        return ratios;
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
                timeNumbers(time);
                i = time.end();
            } else {
                i = Math.max(i + 1, at(i));
            }
        }
    }

    private void timeNumbers(TimeExpression time) {
        for (int i = time.start(); i < time.end(); i++) {
            if (isDigit(i) || NumberScanner.isChineseNumeral(folded.charAt(i))) {
                leave(time.start(), time.end(), Reason.DATE);
                return;
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
        if (!isDigit(i) && !sign && !NumberScanner.isChineseNumeral(c) && !(c >= 'a' && c <= 'z')) {
            return c == '数' || c == '几' || c == '上' ? several(i) : i + 1;
        }
        if (c >= 'a' && c <= 'z' && i > 0 && isLatin(i - 1)) {
            return i + 1;
        }
        ScannedNumber number = numbers.at(i);
        if (number == null) {
            return isDigit(i) ? leave(i, digitsEnd(i), Reason.NOT_UNDERSTOOD) : i + 1;
        }
        int other = noFigure(i, number);
        return other > i ? other : figure(number);
    }

    // ---- numbers that are no figures ----

    /** Where a number ends that is no figure; the index itself if it may be one. */
    private int noFigure(int i, ScannedNumber number) {
        if (!isDigit(i)) {
            return isScaleAlone(i, number) ? leave(i, number.end(), Reason.OTHER) : chineseOrdinal(i, number);
        }
        Entry sign = units.signBefore(i);
        char before = i == 0 ? '\n' : folded.charAt(i - 1);
        if (sign == null && (isLatin(i - 1) || (before == '-' && isLatin(i - 2)) || before == '_')) {
            return leave(nameStart(i), nameEnd(i), Reason.NAME);
        }
        int ratio = Math.max(ratio(i), falling(i, number));
        if (ratio > i) {
            return ratio;
        }
        if (i > 0 && folded.charAt(i - 1) == '前' && isPlace(number.end())) {
            return leave(i, number.end(), Reason.ORDINAL);
        }
        if (chineseOrdinal(i, number) > i) {
            return leftOut.get(leftOut.size() - 1).end();
        }
        String previous = previousWord(i);
        if (NAME_PREFIXES.contains(previous) && sign == null) {
            return leave(i, nameEnd(i), Reason.NAME);
        }
        if (ORDINAL_PREFIXES.contains(previous) && sign == null) {
            return leave(i, number.end(), Reason.ORDINAL);
        }
        if (isListNumber(i, number) || isHeadingNumber(i, number)) {
            return leave(i, number.end(), Reason.LIST);
        }
        int end = digitsEnd(i);
        if (number.end() == end && isOrdinalSuffix(end)) {
            return leave(i, end + 2, Reason.ORDINAL);
        }
        if (isContactNumber(i, end)) {
            int last = end;
            while (last < folded.length() && (isDigit(last) || folded.charAt(last) == '-')) {
                last++;
            }
            return leave(i, last, Reason.OTHER);
        }
        if (number.end() < folded.length() && folded.charAt(number.end()) == '.' && isDigit(number.end() + 1)) {
            return leave(i, nameEnd(i), Reason.NAME);
        }
        if (aged(i) && !number.scaled()) {
            return leave(i, number.end(), Reason.OTHER);
        }
        return perBase(i, number);
    }

    /** "per 1,000 population", 每10股: the base of a density is no figure of its own. */
    private int perBase(int i, ScannedNumber number) {
        boolean english = previousWord(i).equals("per") || previousWord(i).equals("every");
        boolean chinese = i > 0 && folded.charAt(i - 1) == '每';
        return english || chinese ? leave(i, number.end(), Reason.OTHER) : i;
    }

    /** 每万人, 单位:亿元: a multiplier without a number, which no word makes a figure. */
    private boolean isScaleAlone(int i, ScannedNumber number) {
        char first = folded.charAt(i);
        boolean scale = first == '百' || first == '千' || first == '万' || first == '亿' || first == '兆';
        char before = i > 0 ? folded.charAt(i - 1) : '\n';
        return (scale && (before == '每' || before == ':' || before == '/' || before == '过' || before == '('))
                || (scale && number.end() == i + 1 && qualifiers.before(i) == null);
    }

    private int chineseOrdinal(int i, ScannedNumber number) {
        if (i == 0 || number.value().signum() < 0) {
            return i;
        }
        boolean spaced = folded.charAt(i - 1) == ' ' && i > 1 && folded.charAt(i - 2) == '第';
        char before = folded.charAt(spaced ? i - 2 : i - 1);
        if (ORDINAL_CHINESE.indexOf(before) >= 0 && !(before == '图' && i > 1 && folded.charAt(i - 2) == '地')) {
            int end = number.end();
            // 第一、二、三产业
            while (end + 1 < folded.length()
                    && folded.charAt(end) == '、'
                    && NumberScanner.isChineseNumeral(folded.charAt(end + 1))) {
                end += 2;
            }
            return leave(before == '第' ? spaced ? i - 2 : i - 1 : i, end, Reason.ORDINAL);
        }
        return i;
    }

    /** 前10名, 前20强: the first of an order, and not how many there are. */
    private boolean isPlace(int end) {
        int at = end < folded.length() && folded.charAt(end) == ' ' ? end + 1 : end;
        return at < folded.length() && "名位强".indexOf(folded.charAt(at)) >= 0;
    }

    private boolean aged(int i) {
        String previous = previousWord(i);
        return previous.equals("aged")
                || previous.equals("ages")
                || ((previous.equals("to") || previous.equals("between") || previous.equals("and"))
                        && folded.substring(Math.max(0, i - 24), i).contains("aged "));
    }

    private boolean isListNumber(int i, ScannedNumber number) {
        int lineStart = i;
        while (lineStart > 0 && (folded.charAt(lineStart - 1) == ' ' || folded.charAt(lineStart - 1) == '(')) {
            lineStart--;
        }
        int end = number.end();
        return (lineStart == 0 || folded.charAt(lineStart - 1) == '\n')
                && end - i <= 3
                && end < folded.length()
                && (folded.charAt(end) == ')'
                        || folded.charAt(end) == '、'
                        || (folded.charAt(end) == '.' && !isDigit(end + 1)));
    }

    /** "1 Market overview": a small number before a line of few words that begins with a capital and ends without a mark. */
    private boolean isHeadingNumber(int i, ScannedNumber number) {
        boolean opens = (i == 0 || folded.charAt(i - 1) == '\n')
                && number.end() - i <= 2
                && number.value().compareTo(BigDecimal.TEN) < 0
                && folded.startsWith(" ", number.end())
                && number.end() + 1 < folded.length()
                && Character.isUpperCase(text.original().charAt(number.end() + 1));
        if (!opens) {
            return false;
        }
        int stop = folded.indexOf('\n', i);
        stop = stop < 0 ? folded.length() : stop;
        return stop - i < 60 && ".,;:".indexOf(folded.charAt(stop - 1)) < 0;
    }

    private boolean isOrdinalSuffix(int end) {
        return isLatin(end)
                && isLatin(end + 1)
                && !isLatin(end + 2)
                && List.of("st", "nd", "rd", "th").contains(folded.substring(end, end + 2));
    }

    /** 12345热线, 010-12345678, 400-800-1234. */
    private boolean isContactNumber(int i, int end) {
        boolean hotline = end - i >= 3
                && (folded.startsWith("热线", end) || folded.startsWith("平台", end) || folded.startsWith("电话", end));
        boolean dashed = end - i >= 3
                && end + 4 < folded.length()
                && folded.charAt(end) == '-'
                && digitsEnd(end + 1) - end > 3
                && !(folded.charAt(i) >= '1' && end - i == 4);
        boolean thrice = end < folded.length()
                && folded.charAt(end) == '-'
                && CONTACT.matcher(folded)
                        .region(i, Math.min(folded.length(), i + 24))
                        .lookingAt();
        boolean code = end - i == 6
                && i > 0
                && folded.charAt(i - 1) == '('
                && end < folded.length()
                && folded.charAt(end) == ')';
        return hotline || dashed || thrice || code;
    }

    /** 2:1, 1:10:50; shares where a structure is spoken of and they make a hundred. */
    private int ratio(int i) {
        ScannedNumber first = numbers.at(i);
        if (first == null || first.end() >= folded.length() || folded.charAt(first.end()) != ':') {
            return i;
        }
        List<ScannedNumber> parts = new ArrayList<>();
        int at = i;
        while (parts.size() < 12) {
            ScannedNumber part = at < folded.length() && isDigit(at) ? numbers.at(at) : null;
            if (part == null) {
                return i;
            }
            parts.add(part);
            at = part.end();
            if (at < folded.length() - 1 && folded.charAt(at) == ':' && isDigit(at + 1)) {
                at++;
            } else {
                break;
            }
        }
        if (parts.size() < 2) {
            return i;
        }
        BigDecimal sum = parts.stream().map(ScannedNumber::value).reduce(BigDecimal.ZERO, BigDecimal::add);
        boolean structure =
                parts.size() > 2 && sum.subtract(BigDecimal.valueOf(100)).abs().compareTo(BigDecimal.ONE) <= 0;
        if (structure) {
            for (ScannedNumber part : parts) {
                Found share = new Found(
                        part.start(),
                        part.end(),
                        part.start(),
                        part.end(),
                        MentionKind.SHARE,
                        "",
                        part.times(-2),
                        "ratio-of-shares");
                share.role = "structure";
                figures.add(share);
            }
            return at;
        }
        return leaveRatio(i, at, parts);
    }

    /** "by 4 to 1", "7-2": a vote or a ratio, which falls where a range would rise, and is of nothing. */
    private int falling(int i, ScannedNumber first) {
        String word =
                folded.startsWith(" to ", first.end()) ? " to " : folded.startsWith("-to-", first.end()) ? "-to-" : "";
        int start = first.end() + word.length();
        ScannedNumber second = word.isEmpty() || start >= folded.length() ? null : numbers.at(start);
        boolean small = second != null
                && !first.scaled()
                && !second.scaled()
                && !first.grouped()
                && first.value().compareTo(second.value()) >= 0
                && !previousWord(i).equals("from")
                && units.after(first) == null
                && (word.equals("-to-") || isEndOfWords(second.end()));
        return small && second != null ? leaveRatio(i, second.end(), List.of(first, second)) : i;
    }

    private boolean isEndOfWords(int end) {
        return end >= folded.length()
                || ".,;)".indexOf(folded.charAt(end)) >= 0
                || (folded.charAt(end) == ' '
                        && Set.of("against", "in", "ratio", "for", "on", "vote", "majority", "to", "margin")
                                .contains(numbers.word(end + 1)));
    }

    private int leaveRatio(int i, int at, List<ScannedNumber> parts) {
        ratios.add(new Ratio(i, at, parts.stream().map(ScannedNumber::value).toList()));
        return leave(i, at, Reason.OTHER);
    }

    // ---- figures ----

    private int figure(ScannedNumber first) {
        int listed = first.spelled() && !first.scaled() ? chineseBig(first) : 0;
        if (listed > 0) {
            return listed;
        }
        ScannedNumber number = first;
        int range = rangeSecond(first);
        UnitWords unit;
        ScannedNumber second = null;
        if (range > 0) {
            second = numbers.at(range);
        }
        if (second != null && isRange(first, second)) {
            number = second;
        } else {
            second = null;
        }
        unit = units.after(number);
        Entry sign = freeSignBefore(first.start());
        if (sign == null && unit == null && isNameBehind(number)) {
            return leave(first.start(), nameEnd(first.start()), Reason.NAME);
        }
        if (sign == null && isUnknownCurrency(first.start())) {
            return leave(first.start(), number.end(), Reason.NOT_UNDERSTOOD);
        }
        if (sign != null && sign.meaning().equals("ambiguous")) {
            String currency = currencyOf(sign.word(), first.start());
            if (currency.isEmpty()) {
                return leave(first.start(), number.end(), Reason.NOT_UNDERSTOOD);
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
            return leave(first.start(), number.end(), Reason.OTHER);
        }
        if (isNoCount(first, unit)) {
            return leave(first.start(), unit.end(), Reason.OTHER);
        }
        MentionKind kind = unit.kind() == MentionKind.NUMBER ? MentionKind.COUNT : unit.kind();
        Found found = found(first, second, kind, unit.unit(), unit.exponent(), unit.end(), "number-unit");
        found.isRatio = kind == MentionKind.MULTIPLE && folded.charAt(unit.end() - 1) == 'x';
        found.isListed = kind == MentionKind.COUNT
                && COUNTED_IN_WORDS.indexOf(folded.charAt(unit.end() - 1)) >= 0
                && !first.scaled();
        return keep(found);
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
        // 15—20万人次: the multiplier is said once for both
        int shared = first.scaled() ? 0 : second.scaled() && !first.spelled() ? scale(second) : 0;
        Found found =
                new Found(first.start(), end, first.start(), end, kind, unit, first.times(exponent + shared), "range");
        if (previousWord(first.start()).equals("between")) {
            found.start = folded.lastIndexOf("between", first.start());
        }
        found.upTo = second.value().scaleByPowerOfTen(exponent);
        found.place = Math.max(found.place, second.place() + exponent);
        return found;
    }

    /** The power of ten behind the digits of a number. */
    private int scale(ScannedNumber number) {
        int decimals = 0;
        int point = folded.indexOf('.', number.start());
        if (point > 0 && point < number.end()) {
            decimals = digitsEnd(point + 1) - point - 1;
        }
        return number.place() + decimals;
    }

    /** Where the second number of a range starts behind a first number and perhaps its unit, or 0. */
    private int rangeSecond(ScannedNumber first) {
        int at = first.end();
        UnitWords unit = units.after(first);
        if (unit != null && (unit.kind() != MentionKind.COUNT || unit.unit().equals("persons"))) {
            at = unit.end();
        }
        if (at >= folded.length() || RANGE_SIGNS.indexOf(folded.charAt(at)) < 0) {
            return 0;
        }
        for (String word : RANGE_WORDS) {
            if (folded.startsWith(word, at)) {
                int next = at + word.length();
                Entry sign = signAt(next);
                int start = sign == null ? next : next + sign.word().length();
                boolean and = word.equals(" and ");
                boolean wanted = !and
                        || previousWord(first.start()).equals("between")
                        || (units.signBefore(first.start()) != null
                                && folded.substring(Math.max(0, first.start() - 14), first.start())
                                        .contains("between "));
                return start < folded.length() && wanted && (isDigit(start) || first.spelled()) ? start : 0;
            }
        }
        return 0;
    }

    private @Nullable Entry signAt(int index) {
        for (int end = index + 1; end <= Math.min(folded.length(), index + 4); end++) {
            Entry sign = units.signBefore(end);
            if (sign != null && end - sign.word().length() == index) {
                return sign;
            }
        }
        return null;
    }

    /** Two ends of one range, and not two figures such as in "from 2.6% to 3.2%". */
    private boolean isRange(ScannedNumber first, ScannedNumber second) {
        String previous = previousWord(first.start());
        int before = first.start() - 1;
        Entry sign = units.signBefore(first.start());
        if (sign != null) {
            before = first.start() - sign.word().length() - 1;
            previous = previousWord(before + 1);
        }
        boolean from = (previous.equals("from")
                        && !dashedDigits(first, second)
                        && !folded.substring(Math.max(0, before - 12), before + 1)
                                .contains("rang"))
                || (before >= 0
                        && (folded.charAt(before) == '由'
                                || folded.charAt(before) == '从'
                                || folded.charAt(before) == '自'));
        BigDecimal low = first.value();
        BigDecimal high = second.value();
        boolean rising = first.scaled() == second.scaled() ? low.compareTo(high) < 0 : low.signum() > 0;
        boolean dashed = "-–~".indexOf(folded.charAt(Math.max(first.end(), second.start() - 1))) >= 0;
        boolean to = previous.equals("by") && !dashed;
        return !from && !to && rising && second.value().signum() > 0 && haveOneUnit(first, second, sign);
    }

    /** "from 50-52%" is a range, where "from 50% - 52%" may be two ends of a change. */
    private boolean dashedDigits(ScannedNumber first, ScannedNumber second) {
        return second.start() - first.end() == 1 && "-–~".indexOf(folded.charAt(first.end())) >= 0;
    }

    /** The unit is said once for both numbers, or the same with each. */
    private boolean haveOneUnit(ScannedNumber first, ScannedNumber second, @Nullable Entry sign) {
        Entry otherSign = units.signBefore(second.start());
        UnitWords unit = units.after(first);
        UnitWords other = units.after(second);
        boolean signs = otherSign == null || (sign != null && sign.meaning().equals(otherSign.meaning()));
        boolean own = unit != null && unit.kind() != MentionKind.COUNT;
        return signs
                && (sign == null
                        || other == null
                        || other.kind() == MentionKind.COUNT
                        || other.kind() == MentionKind.MONEY
                        || other.kind() == MentionKind.NUMBER)
                && (!own || unit == null || (other != null && other.kind() == unit.kind()));
    }

    private boolean isNameBehind(ScannedNumber number) {
        boolean degrees = isDigit(number.end() - 1)
                && folded.startsWith("c", number.end())
                && !isLatin(number.end() + 1)
                && !number.scaled();
        return degrees || (isDigit(number.end() - 1) && isLatin(number.end()) && !number.grouped());
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

    /** A number without a unit: it may take that of a figure beside it, if it looks like one. */
    private int bare(ScannedNumber first, @Nullable ScannedNumber second, ScannedNumber last) {
        if (first.spelled()) {
            if (!first.scaled() || (first.value().compareTo(BigDecimal.valueOf(100)) < 0)) {
                return isLatin(first.start()) && first.value().compareTo(BigDecimal.ONE) > 0
                        ? leave(first.start(), first.end(), Reason.OTHER)
                        : first.end();
            }
            boolean large = first.value().compareTo(LARGE) >= 0 && qualifiers.before(first.start()) != null;
            if (!isLatin(first.start()) && !large) {
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
            return 0;
        }
        int stop = end;
        while (stop < folded.length() && stop < end + 12 && ",,。;、:\n".indexOf(folded.charAt(stop)) < 0) {
            stop++;
        }
        if (folded.charAt(stop - 1) == '中' || isLatin(number.start())) {
            return leave(number.start(), end + 1, Reason.OTHER);
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
                at < folded.length() && NumberScanner.isChineseNumeral(folded.charAt(at)) ? numbers.at(at) : null;
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

    private int leave(int start, int end, Reason reason) {
        int last = leftOut.isEmpty() ? 0 : leftOut.get(leftOut.size() - 1).end();
        int from = Math.max(start, last);
        if (from < end) {
            leftOut.add(LeftOut.of(from, end, text.original().substring(from, end), reason));
        }
        return end;
    }

    // ---- characters ----

    private boolean isDigit(int index) {
        return index >= 0 && index < folded.length() && folded.charAt(index) >= '0' && folded.charAt(index) <= '9';
    }

    private boolean isLatin(int index) {
        return index >= 0 && index < folded.length() && folded.charAt(index) >= 'a' && folded.charAt(index) <= 'z';
    }

    private int digitsEnd(int index) {
        int end = index;
        while (isDigit(end)) {
            end++;
        }
        return end;
    }

    private int nameStart(int index) {
        int start = index;
        while (start > 0
                && index - start < 40
                && (isLatin(start - 1) || isDigit(start - 1) || folded.charAt(start - 1) == '-')) {
            start--;
        }
        return start;
    }

    private int nameEnd(int index) {
        int end = index;
        while (end < folded.length() && (isLatin(end) || isDigit(end) || isJoint(end))) {
            end++;
        }
        return end;
    }

    private boolean isJoint(int index) {
        char c = folded.charAt(index);
        return (c == '-' || c == '.' || c == '/') && (isLatin(index + 1) || isDigit(index + 1));
    }

    /** The Latin word before an index, a space apart. */
    private String previousWord(int index) {
        int end = index;
        while (end > 0 && folded.charAt(end - 1) == ' ') {
            end--;
        }
        int start = end;
        while (start > 0
                && end - start < 20
                && (isLatin(start - 1) || folded.charAt(start - 1) == '.' || folded.charAt(start - 1) == '/')) {
            start--;
        }
        return folded.substring(start, end);
    }
}
