package dev.saidao.core.reading;

import dev.saidao.core.reading.Layout.Sentence;
import dev.saidao.core.reading.ReadingVocabulary.Entry;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** What the words beside a figure are: a word of growth right behind it, a "by" before it, a mark that joins it to another. */
final class CueWords {

    private static final Pattern JOINT = Pattern.compile(
            "(?:on average )?(?:(?:in|for) (?:19|20)\\d\\d )?(?:(?:as reported|in nominal terms|in real terms|in dollars|in euros) |[a-z0-9/-]+ ){0,1}[,，、/]?\\s*(?:and|or|和|及|与|以及|到|to)?\\s*(?:by)?");
    private static final Pattern RATES = LatinPattern.of(
            "\\b(?:rates?|shares?|ratios?|margins?|proportions?|percentages?|unemployment|penetration)\\b");
    private static final Pattern GREW_IN = LatinPattern.of(
            "\\b(?:increase[ds]?|rose|grew|up|down|higher|lower|fell|declined?|decreased|dropped|gained|climbed|slipped)\\b[^(),;]{0,40}\\b(?:in|for|across) [^(),;]{1,40}\\($");
    private static final Pattern NEXT_IN_BRACKETS = Pattern.compile("\\),?[^().;]{1,60}\\(");
    private static final Set<String> JOBS = Set.of("jobs", "job", "positions", "posts", "roles");
    /** 多 and 少 of a comparison: 比上年多办21件. */
    static final Entry MORE = new Entry("多", "up", "up", "than");

    static final Entry FEWER = new Entry("少", "down", "down", "than");
    /** How far a word may stand from its figure. */
    static final int WINDOW = 90;

    /** "rose 257k to 29.4m" */
    private static final Pattern TO_NUMBER = Pattern.compile(" to (?:about |around |some |a record )?[^a-z ]?\\d");

    /** "was down £41 million", ", up $3 million": what stands before a word that says which way an amount went. */
    private static final Pattern OPENS_CHANGE = LatinPattern.of("(?:[,(–]|\\b(?:was|were|is|are|debt|ly)) ?$");

    private final String folded;
    private final WordMarks marks;

    CueWords(String folded, WordMarks marks) {
        this.folded = folded;
        this.marks = marks;
    }

    /** 比去年多2.7万人, 比上年多办21件: where the word more or less stands, 0 if none does. */
    int moreBefore(Entry compared, int end) {
        int start = folded.lastIndexOf(compared.word(), end) + compared.word().length();
        for (int i = end - 1; i >= Math.max(start, end - 3); i--) {
            boolean more = folded.charAt(i) == '多' || (folded.charAt(i) == '少' && i < end - 1);
            if (more) {
                return i;
            }
        }
        return 0;
    }

    /** The longest word of growth at a place that ends before a figure: 增长 in 增长至少5%, where 至少 is of the figure. */
    @Nullable Entry growthUpTo(int figure, int index) {
        Entry growth = marks.at(WordKind.GROWTH, index);
        return growth == null || index + growth.word().length() <= figure
                ? growth
                : marks.at(WordKind.GROWTH, index, figure);
    }

    boolean isNumeral(int index) {
        return index >= 0
                && (Character.isDigit(folded.charAt(index)) || ChineseNumerals.isNumeral(folded.charAt(index)));
    }

    static boolean isRateBehind(Entry entry) {
        return entry.meaning().equals("rate-behind");
    }

    static boolean isRateNoun(Entry entry) {
        return entry.word().equals("增速")
                || entry.word().equals("增长率")
                || entry.word().equals("成长率")
                || entry.meaning().equals("rate");
    }

    /** 实现了137.5%的增长: the word of growth right behind a percentage, at the end of its clause. */
    @Nullable Entry growthBehind(int end) {
        int at = folded.startsWith("的", end) ? end + 1 : end;
        Entry growth = marks.at(WordKind.GROWTH, at);
        if (growth != null && growth.meaning().equals("rate")) {
            return growth; // 以18%的年均增速扩张
        }
        boolean noun = growth != null
                && (growth.meaning().equals("up") || growth.meaning().equals("down"));
        int stop = growth == null ? at : at + growth.word().length();
        return noun && (stop >= folded.length() || "，,。;；".indexOf(folded.charAt(stop)) >= 0) ? growth : null;
    }

    /** Whether what is said of the first of two figures joined by "and" is said of both. */
    static boolean areOfOneKind(Found one, Found other) {
        return (one.isPercentage() && other.isPercentage())
                || (one.kind == MentionKind.POINTS && other.kind == MentionKind.POINTS);
    }

    /** An amount by which something grew: 比上年增加7.4万人, jumped by 21,500. */
    boolean isChange(Sentence sentence, Found figure, Entry growth, int at) {
        String between =
                folded.substring(at + growth.word().length(), figure.start).strip();
        if (growth.word().endsWith("年均")) {
            return false; // 新增9万个,年均3万个: so many each year, and no growth
        }
        return sentence.chinese()
                ? between.isEmpty()
                        || between.equals("了")
                        || ((growth.equals(MORE) || growth.equals(FEWER)) && between.length() <= 2)
                : (between.isEmpty()
                                && (growth.word().endsWith(" of")
                                        || isOfJobs(figure, growth)
                                        || TO_NUMBER
                                                .matcher(folded)
                                                .region(figure.end, folded.length())
                                                .lookingAt()
                                        || (isDirection(growth)
                                                && OPENS_CHANGE
                                                        .matcher(folded.substring(
                                                                Math.max(sentence.start(), at - 6), at))
                                                        .find())))
                        || between.equals("by")
                        || between.equals("of");
    }

    private static boolean isDirection(Entry growth) {
        return growth.word().equals("up") || growth.word().equals("down");
    }

    /** "cut 2,400 jobs": what went, and not what is left. */
    private static boolean isOfJobs(Found figure, Entry growth) {
        return growth.meaning().equals("down") && JOBS.contains(figure.unit);
    }

    @Nullable Entry lastGrowth(int start, int end) {
        Entry last = null;
        for (int i = start; i < end; i++) {
            Entry g = marks.at(WordKind.GROWTH, i);
            if (g != null && (g.meaning().equals("up") || g.meaning().equals("down"))) {
                last = g;
                i += g.word().length() - 1;
            }
        }
        return last;
    }

    /** Whether nothing but a comma or "and" stands between two figures, and perhaps a word of comparison. */
    boolean isJoined(int from, int to) {
        if (to - from > WINDOW) {
            return false;
        }
        String between = folded.substring(Math.min(from, to), to).strip();
        return between.length() <= 24 && JOINT.matcher(between).matches();
    }

    /** "sales increased in Europe (33.5%), China (30.8%) and Japan (23.8%)": by how much, unless what grew is itself a rate. */
    boolean isGrowthInBrackets(Sentence sentence, Found figure, @Nullable Found previous) {
        boolean alone = folded.startsWith("(", figure.start - 1) && folded.startsWith(")", figure.end);
        if (!alone
                || RATES.matcher(folded).region(sentence.start(), figure.start).find()) {
            return false;
        }
        if (isNextInBrackets(figure, previous)) {
            return true;
        }
        int start = previous == null ? sentence.start() : Math.min(previous.end, figure.start);
        Entry growth = lastGrowth(Math.max(start, figure.start - WINDOW), figure.start);
        return growth != null
                && GREW_IN.matcher(folded).region(start, figure.start).find();
    }

    /** Whether a growth in brackets goes on a list of such. */
    boolean isNextInBrackets(Found figure, @Nullable Found previous) {
        return previous != null
                && previous.kind.isGrowth()
                && folded.startsWith("(", previous.start - 1)
                && folded.startsWith("(", figure.start - 1)
                && NEXT_IN_BRACKETS
                        .matcher(folded.substring(Math.min(previous.end, figure.start), figure.start))
                        .matches();
    }

    boolean endsWithAny(int end, String... endings) {
        int spaced = end > 0 && folded.charAt(end - 1) == ' ' ? end - 1 : end;
        for (String ending : endings) {
            if (folded.startsWith(ending, end - ending.length())
                    || (ending.charAt(0) > '\u2e80' && folded.startsWith(ending, spaced - ending.length()))) {
                return true;
            }
        }
        return false;
    }

    boolean endsWithWord(int end, String word) {
        int stop = end;
        while (stop > 0 && end - stop < 2 && folded.charAt(stop - 1) == ' ') {
            stop--;
        }
        int start = stop - word.length();
        return folded.startsWith(word, start)
                && (start == 0 || (start == end - word.length() - 2) || folded.charAt(start - 1) == ' ');
    }
}
