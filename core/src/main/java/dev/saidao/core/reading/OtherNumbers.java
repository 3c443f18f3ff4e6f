package dev.saidao.core.reading;

import dev.saidao.core.reading.LeftOut.Reason;
import dev.saidao.core.reading.ReadingVocabulary.Entry;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;

/** Tells the numbers of a text that are no figures: dates, ordinals, names, list numbers, ratios; and keeps what is left out. */
final class OtherNumbers {

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
    private static final Pattern OF_AGE = LatinPattern.of(
            "\\b(?:people|persons|workers|women|men|youths?|children|adults|population) \\((?:those )?(?:under|over|below|above)(?: the age of)? $");
    private static final Pattern CONTACT = Pattern.compile("\\d{1,4}-\\d{3,4}-\\d{3,8}(?:-\\d{3,8})?(?!\\d)");
    private static final Pattern MOVED = Pattern.compile("(?:上升|下降|前进|提升|提高|前移|跃升|后退|下滑|晋升|攀升|下跌|跌落|上移|下移)了?$");
    private static final Pattern PLACES_BEHIND = Pattern.compile("(?:个?[位名]次|[位名](?=[,，。;；、:：)）\\s至到]|$))");
    private static final String ORDINAL_CHINESE = "第表图章节注";

    private final FoldedText text;
    private final String folded;
    private final TextCharacters characters;
    private final NumberScanner numbers;
    private final UnitScanner units;
    private final QualifierScanner qualifiers;
    /** The figures of the text, to which the shares of a structure are added. */
    private final List<Found> figures;

    private final List<LeftOut> leftOut = new ArrayList<>();
    private final List<Ratio> ratios = new ArrayList<>();

    OtherNumbers(
            FoldedText text,
            NumberScanner numbers,
            UnitScanner units,
            QualifierScanner qualifiers,
            List<Found> figures) {
        this.text = text;
        this.folded = text.folded();
        this.characters = new TextCharacters(folded);
        this.numbers = numbers;
        this.units = units;
        this.qualifiers = qualifiers;
        this.figures = figures;
    }

    List<LeftOut> leftOut() {
        return leftOut;
    }

    List<Ratio> ratios() {
        return ratios;
    }

    void timeNumbers(TimeExpression time) {
        for (int i = time.start(); i < time.end(); i++) {
            if (characters.isDigit(i) || ChineseNumerals.isNumeral(folded.charAt(i))) {
                leave(time.start(), time.end(), Reason.DATE);
                return;
            }
        }
    }

    /** Where a number ends that is no figure; the index itself if it may be one. */
    int endOf(int i, ScannedNumber number) {
        if (isMoveInRank(i, number.end())) {
            return leave(i, number.end(), Reason.ORDINAL);
        }
        if (!characters.isDigit(i)) {
            return isScaleAlone(i, number) ? leave(i, number.end(), Reason.OTHER) : chineseOrdinal(i, number);
        }
        Entry sign = units.signBefore(i);
        char before = i == 0 ? '\n' : folded.charAt(i - 1);
        if (sign == null
                && (characters.isLatin(i - 1) || (before == '-' && characters.isLatin(i - 2)) || before == '_')) {
            return leave(characters.nameStart(i), characters.nameEnd(i), Reason.NAME);
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
        String previous = characters.previousWord(i);
        if (NAME_PREFIXES.contains(previous) && sign == null) {
            return leave(i, characters.nameEnd(i), Reason.NAME);
        }
        if (ORDINAL_PREFIXES.contains(previous) && sign == null) {
            return leave(i, number.end(), Reason.ORDINAL);
        }
        if (isListNumber(i, number) || isHeadingNumber(i, number)) {
            return leave(i, number.end(), Reason.LIST);
        }
        int end = characters.digitsEnd(i);
        if (number.end() == end && isOrdinalSuffix(end)) {
            return leave(i, end + 2, Reason.ORDINAL);
        }
        if (isContactNumber(i, end)) {
            int last = end;
            while (last < folded.length() && (characters.isDigit(last) || folded.charAt(last) == '-')) {
                last++;
            }
            return leave(i, last, Reason.OTHER);
        }
        if (number.end() < folded.length()
                && folded.charAt(number.end()) == '.'
                && characters.isDigit(number.end() + 1)) {
            return leave(i, characters.nameEnd(i), Reason.NAME);
        }
        if (aged(i) && !number.scaled()) {
            return leave(i, number.end(), Reason.OTHER);
        }
        return perBase(i, number);
    }

    /** "per 1,000 population", 每10股: the base of a density is no figure of its own. */
    private int perBase(int i, ScannedNumber number) {
        boolean english = characters.previousWord(i).equals("per")
                || characters.previousWord(i).equals("every");
        boolean chinese = i > 0 && folded.charAt(i - 1) == '每';
        return english || chinese ? leave(i, number.end(), Reason.OTHER) : i;
    }

    /** 每万人, 单位:亿元: a multiplier without a number, which no word makes a figure. */
    private boolean isScaleAlone(int i, ScannedNumber number) {
        char first = folded.charAt(i);
        boolean scale = first == '百' || first == '千' || first == '万' || first == '亿' || first == '兆';
        char before = i > 0 ? folded.charAt(i - 1) : '\n';
        boolean unqualified = scale && (number.end() == i + 1 || before == '过') && qualifiers.before(i) == null;
        return unqualified || (scale && (before == '每' || before == ':' || before == '/' || before == '('));
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
                    && ChineseNumerals.isNumeral(folded.charAt(end + 1))) {
                end += 2;
            }
            return leave(before == '第' ? spaced ? i - 2 : i - 1 : i, end, Reason.ORDINAL);
        }
        return i;
    }

    /** 比2020年上升4位: by how many places it moved in an order. */
    private boolean isMoveInRank(int i, int end) {
        return end < folded.length()
                && (folded.charAt(end) == '位' || folded.charAt(end) == '名' || folded.charAt(end) == '个')
                && PLACES_BEHIND.matcher(folded).region(end, folded.length()).lookingAt()
                && MOVED.matcher(folded.substring(Math.max(0, i - 4), i)).find();
    }

    /** 前10名, 前20强: the first of an order, and not how many there are. */
    private boolean isPlace(int end) {
        int at = end < folded.length() && folded.charAt(end) == ' ' ? end + 1 : end;
        return at < folded.length() && "名位强".indexOf(folded.charAt(at)) >= 0;
    }

    /** "2.7 million young people (under 25)" */
    private boolean aged(int i) {
        String previous = characters.previousWord(i);
        return OF_AGE.matcher(folded).region(Math.max(0, i - 40), i).find()
                || previous.equals("aged")
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
                        || (folded.charAt(end) == '.' && !characters.isDigit(end + 1)));
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
        return characters.isLatin(end)
                && characters.isLatin(end + 1)
                && !characters.isLatin(end + 2)
                && List.of("st", "nd", "rd", "th").contains(folded.substring(end, end + 2));
    }

    /** 12345热线, 010-12345678, 400-800-1234. */
    private boolean isContactNumber(int i, int end) {
        boolean hotline = end - i >= 3
                && (folded.startsWith("热线", end) || folded.startsWith("平台", end) || folded.startsWith("电话", end));
        boolean dashed = end - i >= 3
                && end + 4 < folded.length()
                && folded.charAt(end) == '-'
                && characters.digitsEnd(end + 1) - end > 3
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
            ScannedNumber part = at < folded.length() && characters.isDigit(at) ? numbers.at(at) : null;
            if (part == null) {
                return i;
            }
            parts.add(part);
            at = part.end();
            if (at < folded.length() - 1 && folded.charAt(at) == ':' && characters.isDigit(at + 1)) {
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
                && !characters.previousWord(i).equals("from")
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

    int leave(int start, int end, Reason reason) {
        int last = leftOut.isEmpty() ? 0 : leftOut.get(leftOut.size() - 1).end();
        int from = Math.max(start, last);
        if (from < end) {
            leftOut.add(LeftOut.of(from, end, text.original().substring(from, end), reason));
        }
        return end;
    }
}
