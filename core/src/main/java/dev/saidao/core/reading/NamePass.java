package dev.saidao.core.reading;

import dev.saidao.core.figure.Status;
import dev.saidao.core.reading.Layout.Sentence;
import dev.saidao.core.reading.ReadingVocabulary.Entry;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Finds for each figure what it is of: indicator and region, its part in a sum, its status, and whether it is a loss. */
final class NamePass {

    /** Before an amount of money it says that it is less than nothing, and not by how much something fell. */
    static final String LOSS_OF = "loss of";

    private static final Pattern OF_WHOLE = Pattern.compile(" of (?:[a-z]+ ){0,3}");

    /** How far a word may stand from its figure. */
    private static final int WINDOW = 90;
    /** The kinds of words that say what part a figure has in a sum, the later ones counting more. */
    private static final List<WordKind> ROLES =
            List.of(WordKind.EVERY, WordKind.TOTAL, WordKind.CUMULATIVE, WordKind.ADDED);

    private static final int ROLE_BITS = ROLES.stream().mapToInt(WordKind::bit).reduce(0, (set, bit) -> set | bit);

    /** What stands beside a number and names nothing. */
    private static final List<WordKind> BESIDE_NUMBERS = List.of(
            WordKind.GROWTH,
            WordKind.COMPARE,
            WordKind.SHARE,
            WordKind.STATUS,
            WordKind.QUALIFIER,
            WordKind.ADDED,
            WordKind.TOTAL,
            WordKind.CUMULATIVE,
            WordKind.EVERY,
            WordKind.REGION);

    private static final int BITS_BESIDE_NUMBERS =
            BESIDE_NUMBERS.stream().mapToInt(WordKind::bit).reduce(0, (set, bit) -> set | bit);

    private static final Pattern PLAIN = Pattern.compile(
            "[\\d.,%\\s\\p{P}零一二两三四五六七八九十百千万亿]+|[年月日季度底末初期间内时][度末底初内间来]?|同期|未来|今后|此后|随后|之后|以来|以后|之间|上半|下半|全年|规模|总量|总额|总数|数量|数值|金额|"
                    + "保持|维持|达到|达成|迅速|快速|稳步|持续|继续|进一步|大幅|小幅|显著|明显|平均|年均|复合|实际|名义|分别|依次|其中|而且|并且|此外|目标|水平|以上|左右|连续|首次|再次|已经|可能|完成|攀升|跃升|跃居|扩大|扩张|发展|变化|幅度|速度|增幅|增速|[达到为是有在将已约的了至由从比较上去前本今明后每各该其又再也均都仅只共会可与和及即以较并则从自起]");

    private static final int FEWEST_OF_NAME = 4;

    private final String folded;
    private final Layout layout;
    private final WordMarks marks;

    NamePass(String folded, Layout layout, WordMarks marks) {
        this.folded = folded;
        this.layout = layout;
        this.marks = marks;
    }

    /** The region named beside a figure, else that of the figure before it in the sentence, else the first of the sentence. */
    void region(Found figure, @Nullable Found previous, int left) {
        for (int i = left; i < figure.start; i++) {
            Entry entry = marks.at(WordKind.REGION, i);
            figure.region = entry != null ? entry.meaning() : figure.region;
            figure.adjusted |= marks.has(WordKind.ADJUSTED, i);
        }
        figure.adjusted |= marks.has(WordKind.ADJUSTED, figure.end + 1);
        if (figure.region.isEmpty() && previous != null) {
            figure.region = previous.region;
        }
    }

    /** 净亏损740万美元 is less than nothing. */
    void loss(Found figure) {
        boolean loss = figure.kind == MentionKind.MONEY
                && figure.value.signum() > 0
                && (marks.endingAt(WordKind.LOSS, figure.start) != null
                        || folded.startsWith(LOSS_OF + " ", figure.start - LOSS_OF.length() - 1));
        figure.value = loss ? figure.value.negate() : figure.value;
    }

    void role(Found figure, int left, int right) {
        if (!figure.isLevel() || !figure.role.isEmpty()) {
            return;
        }
        int clause = left;
        for (int i = figure.start - 1; i > left; i--) {
            if (layout.dividesClauses(i)) {
                clause = i;
                break;
            }
        }
        String role = "";
        int i = clause;
        while (i < figure.start) {
            int length = 1;
            if (!marks.hasAny(ROLE_BITS, i)) {
                i++;
                continue;
            }
            for (WordKind kind : ROLES) {
                Entry entry = marks.at(kind, i);
                Entry verb = entry == null ? null : marks.at(WordKind.GROWTH, i);
                boolean inVerb = entry != null && verb != null && verb.meaning().endsWith("to");
                if (entry != null && entry.meaning().equals("none")) {
                    length = Math.max(length, entry.word().length()); // 公共 is no 共
                } else if (entry != null && !inVerb) {
                    boolean cumulativeAdded =
                            kind == WordKind.ADDED && (role.equals("cumulative") || role.equals("every"));
                    role = cumulativeAdded
                            ? role.equals("every") ? "every" : "cumulative-added"
                            : kind == WordKind.TOTAL && role.equals("cumulative") ? role : kind.code();
                    length = Math.max(length, entry.word().length());
                }
            }
            i += length;
        }
        boolean english = !layout.sentenceIsChinese(figure.sentence);
        if (role.isEmpty() && english) {
            for (int j = figure.end; j < right; j++) {
                if (marks.has(WordKind.EVERY, j) && !isAgo(j)) {
                    role = "every";
                } else if (role.isEmpty() && j <= figure.end + 2 && marks.has(WordKind.TOTAL, j)) {
                    role = "total";
                }
            }
            // "$975 million altogether" and ", one thousand in all"
            Entry behind = marks.at(WordKind.TOTAL, figure.end + 1);
            role = role.isEmpty() && behind != null ? "total" : role;
        }
        figure.role = role;
    }

    /** "a year ago" and "a year earlier" are no rates. */
    boolean isAgo(int index) {
        return folded.startsWith("a year ago", index)
                || folded.startsWith("a year earlier", index)
                || folded.startsWith("a year before", index);
    }

    void indicator(Sentence sentence, Found figure, @Nullable Found previous, int left, int right) {
        Entry found = null;
        int at = -1;
        int i = left;
        while (i < figure.start) {
            Entry entry = marks.at(WordKind.INDICATOR, i);
            if (entry != null && previous != null && !sentence.chinese() && isOfShare(previous, i)) {
                i += entry.word().length();
                continue;
            }
            figure.whoAt = entry != null && isWho(entry, figure) ? i : figure.whoAt;
            if (entry != null && isIndicator(entry, i, figure)) {
                found = entry;
                at = i;
            }
            i += entry == null ? 1 : entry.word().length();
        }
        if (found == null && !sentence.chinese()) {
            for (int j = figure.end; j < right && found == null; j++) {
                Entry entry = marks.at(WordKind.INDICATOR, j);
                found = entry != null && isIndicator(entry, j, figure) ? entry : null;
                at = j;
            }
        }
        if (found != null) {
            figure.indicator = found.meaning();
            figure.indicatorAt = at;
        } else {
            figure.ownName = sentence.chinese() ? ownName(sentence, figure, previous) : "";
            figure.indicator = figure.ownName.isEmpty() && previous != null ? previous.leading : "";
        }
        boolean aside = found != null && at >= figure.end && isInOtherWords(figure);
        figure.leading = !aside ? figure.indicator : previous == null ? "" : previous.leading;
    }

    /**
     * What the clause of a figure names it to be of in words of its own, be they unknown: 电子商务交易额比上年增长9.4%. What stands before
     * the clause is of something else then. Empty if it has none.
     */
    private String ownName(Sentence sentence, Found figure, @Nullable Found previous) {
        int start = layout.clauseStart(sentence, figure.start);
        if (previous != null && previous.end > start) {
            return "";
        }
        Matcher plain = PLAIN.matcher(folded);
        int unknown = 0;
        int first = -1;
        int last = -1;
        int i = start;
        while (i < figure.start) {
            int length = 0;
            if (marks.hasAny(BITS_BESIDE_NUMBERS, i)) {
                for (WordKind kind : BESIDE_NUMBERS) {
                    Entry entry = marks.at(kind, i);
                    length = entry == null
                            ? length
                            : Math.max(length, entry.word().length());
                }
            }
            plain.region(i, figure.start);
            length = plain.lookingAt() ? Math.max(length, plain.end() - i) : length;
            if (length == 0) {
                unknown++;
                first = first < 0 ? i : first;
                last = i;
            }
            i += Math.max(1, length);
        }
        return unknown < FEWEST_OF_NAME ? "" : folded.substring(first, last + 1);
    }

    /** "$33.0 million, or 9.5 percent of revenue", "$1.58 billion (29% of revenue)": the amount before it as a share. */
    private boolean isInOtherWords(Found figure) {
        return figure.kind == MentionKind.SHARE
                && (folded.startsWith("or ", figure.start - 3) || folded.startsWith("(", figure.start - 1));
    }

    /** "9.5 percent of revenue, against …": the revenue is what the share is of, and not what is spoken of. */
    private boolean isOfShare(Found share, int index) {
        return isInOtherWords(share)
                && index - share.end <= WINDOW / 2
                && OF_WHOLE.matcher(folded.substring(share.end, Math.max(index, share.end)))
                        .matches();
    }

    private boolean isIndicator(Entry entry, int index, Found figure) {
        boolean perShare = entry.word().equals("share") && folded.startsWith("per ", index - 4);
        return !perShare && !isWho(entry, figure) && !entry.meaning().equals("none");
    }

    /** 集体企业增长0.7%: the companies are who grew, and not what is counted. */
    private static boolean isWho(Entry entry, Found figure) {
        return entry.meaning().equals("companies") && figure.isPercentage();
    }

    void status(Sentence sentence, Found figure) {
        Entry last = null;
        for (int i = Math.max(sentence.start(), figure.start - WINDOW); i < figure.start; i++) {
            Entry entry = marks.at(WordKind.STATUS, i);
            if (entry != null) {
                last = entry.meaning().equals("none") ? last : entry;
                i += entry.word().length() - 1;
            }
        }
        if (last != null) {
            figure.status = switch (last.meaning()) {
                case "forecast" -> Status.FORECAST;
                case "target" -> Status.TARGET;
                case "estimated" -> Status.ESTIMATED;
                default -> Status.OBSERVED;
            };
        }
    }
}
