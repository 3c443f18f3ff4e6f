package dev.saidao.core.reading;

import dev.saidao.core.reading.ReadingVocabulary.Entry;
import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Reads the words on both sides of a number that say how it is meant. */
final class QualifierScanner {

    private static final Pattern OF_NEXT = Pattern.compile(" (?:the |its |a |an )?[^ a-z]{0,3}\\d| (?:the|its) ");
    private static final Pattern ABOUT_OF = Pattern.compile("约[占为](?:\\d{4}年|[^,，;；。\\d]{1,11})的$");
    private static final Pattern WENT_UP = Pattern.compile(
            "(?:edged|ticked|crept|inched|nudged|went|moved|picked|shot|climbed|rose|back|jumped|was|adds?|added|adding|sums?) (?:back )?$");

    private static final Pattern TURNED =
            LatinPattern.of("\\b(?:turn(?:s|ed|ing)?|hand(?:s|ed|ing)?|take[ns]?|took|carried|rolled) $");
    private static final Pattern PAST =
            Pattern.compile("(?<![超突越跨迈冲经通不难透渡路闯])过(?:[百千万亿]|(?:\\d|[一二两三四五六七八九])成|\\d[\\d.]*%)");

    /** "shipments will soar 21% this year, up to 391 billion": what stands before that the number is where it went. */
    private static final Pattern BEHIND_RISE = Pattern.compile(
            "\\b(?:ris|rose|soar|gr[eo]w|jump|increas|climb|surg)[a-z]*[^.;\\d]{0,20}\\d[\\d.]* ?(?:%|percent|per cent)[^.;\\d]{0,24}, $");

    private static final int BEFORE_UP = 80;

    private static final Pattern OF_NUMBER =
            Pattern.compile("(?:\\d|%| (?:percent|per cent|points?|million|billion|trillion|m|bn|mn)) $");

    private final String folded;
    private final WordMarks marks;

    QualifierScanner(String folded, WordMarks marks) {
        this.folded = folded;
        this.marks = marks;
    }

    /** The qualifier that ends at an index, a space or a verb such as 达 apart or not. */
    @Nullable Entry before(int index) {
        int end = skipSpaceBefore(index);
        Entry entry = marks.endingAt(WordKind.QUALIFIER, end);
        if (entry != null && entry.word().equals("大约") && end > 2 && "扩壮".indexOf(folded.charAt(end - 3)) >= 0) {
            entry = marks.at(WordKind.QUALIFIER, end - 1); // 扩大约12%: grown by about that
        }
        return entry != null
                        && (isPartOfWord(end - entry.word().length(), entry.word())
                                || isTurnedOver(entry, end - entry.word().length())
                                || isOfNumberBefore(entry, end - entry.word().length())
                                || isRaisedTo(entry, end - entry.word().length())
                                || isUpTo(entry, end - entry.word().length())
                                || isNotPast(entry, end - entry.word().length()))
                ? null
                : entry;
    }

    /** The figure with its qualifiers: taken from both sides, its ends moved. */
    Found widened(Found found) {
        String said = found.qualifier;
        for (int i = 0; i < 2; i++) {
            Entry before = before(found.start);
            if (before == null) {
                break;
            }
            int end = skipSpaceBefore(found.start);
            found.start = end - before.word().length();
            said = stronger(said, before.meaning());
        }
        if (said.equals("none") && folded.startsWith("的", found.start - 1) && isAboutOf(found.start)) {
            said = "about";
        }
        int at = found.end < folded.length() && folded.charAt(found.end) == ' ' ? found.end + 1 : found.end;
        for (int i = 0; i < 2; i++) {
            Entry behind = marks.at(WordKind.QUALIFIER_BEHIND, at);
            boolean known = behind != null
                    && !(behind.word().equals("多")
                            && at + 1 < folded.length()
                            && Character.isDigit(folded.charAt(at + 1)))
                    && !(behind.word().equals("起") && !said.equals("none"))
                    && !(behind.word().equals("起") && at < folded.length() - 1 && isCounted(at + 1));
            if (behind == null || !known || isOfNext(at + behind.word().length())) {
                break;
            }
            at += behind.word().length();
            found.end = at;
            said = stronger(said, behind.meaning());
        }
        found.qualifier = found.rule.equals(Found.HALVED) ? turned(said) : said;
        return found;
    }

    /** "nearly halved" leaves a little more than a half, "at least halved" a half at most. */
    private static String turned(String qualifier) {
        return switch (qualifier) {
            case "over" -> "under";
            case "at-least" -> "at-most";
            case "at-most" -> "at-least";
            case "nearly" -> "about";
            default -> qualifier;
        };
    }

    /** 约占全球的45%: about 45%. */
    private boolean isAboutOf(int start) {
        return ABOUT_OF.matcher(folded.substring(Math.max(0, start - 14), start))
                .find();
    }

    /** "from August's 74.3% and below the 72.6% of a year before": words that go on with another number are of that. */
    private boolean isOfNext(int index) {
        return OF_NEXT.matcher(folded).region(index, folded.length()).lookingAt();
    }

    private boolean isCounted(int index) {
        char c = folded.charAt(index);
        return c != ',' && c != '。' && c != '，' && c != ';';
    }

    private static String stronger(String one, String other) {
        List<String> order = List.of(
                "none", "more-than-printed", "about", "up-to", "nearly", "over", "under", "at-most", "at-least");
        return order.indexOf(other) > order.indexOf(one) ? other : one;
    }

    private int skipSpaceBefore(int index) {
        int end = index;
        while (end > 0 && index - end < 2 && folded.charAt(end - 1) == ' ') {
            end--;
        }
        return end;
    }

    /** "inflation edged up to 2.9 percent": where it went, and not how far at most. */
    private boolean isUpTo(Entry entry, int start) {
        return entry.word().equals("up to")
                && (WENT_UP.matcher(folded.substring(Math.max(0, start - 16), start))
                                .find()
                        || BEHIND_RISE
                                .matcher(folded.substring(Math.max(0, start - BEFORE_UP), start))
                                .find());
    }

    /** "the sector turned over $61 billion": a verb. */
    private boolean isTurnedOver(Entry entry, int start) {
        return entry.word().equals("over")
                && TURNED.matcher(folded.substring(Math.max(0, start - 9), start))
                        .find();
    }

    /** "was $12.3 million higher than $68.5 million": by how much, and not from where on. */
    private boolean isOfNumberBefore(Entry entry, int start) {
        return entry.word().endsWith(" than")
                && OF_NUMBER
                        .matcher(folded.substring(Math.max(0, start - 28), start))
                        .find();
    }

    /** 提高至11.2% says where it went, and not how high at most. */
    private boolean isRaisedTo(Entry entry, int start) {
        return entry.word().equals("高至") && start > 0 && "提升增走".indexOf(folded.charAt(start - 1)) >= 0;
    }

    /** 过 is more than before parts and powers (过七成, 过10%, 过百亿元), and a verb before other numbers: 过3年, 通过5项. */
    private boolean isNotPast(Entry entry, int start) {
        return entry.word().equals("过")
                && !PAST.matcher(folded)
                        .region(start, folded.length())
                        .useTransparentBounds(true)
                        .lookingAt();
    }

    /** 附近, 最近 are no 近; 签约 is no 约; 打破 is no 破. */
    private boolean isPartOfWord(int start, String word) {
        if (word.length() > 1 || start < 1) {
            return false;
        }
        String pair = folded.substring(start - 1, start + 1);
        return List.of("附近", "最近", "邻近", "签约", "合约", "节约", "预约", "打破", "条约", "大起", "履约", "契约")
                .contains(pair);
    }
}
