package dev.saidao.core.reading;

import dev.saidao.core.reading.Layout.Sentence;
import dev.saidao.core.reading.ReadingVocabulary.Entry;
import java.math.BigDecimal;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Finds for each figure of a sentence what the words beside it say: growth or share, rising or falling, its part in a sum. */
final class CuePass {

    private static final Pattern OR_BY =
            Pattern.compile("(?: [a-z]+){0,2},? (?:\\(|or |or by )(?:about |around |roughly )?");
    /** "surpassing the record of 14.1 million by 7.8%" */
    private static final Pattern EXCEEDS =
            LatinPattern.of("\\b(?:surpass|exceed|beat|topp?|outstripp?)(?:s|es|ed|ing)?\\b");

    private static final Pattern OR = Pattern.compile("(?: [a-z]+)?,? (?:\\(|or )(?:about |around |roughly )?");
    private static final Pattern RATIO_OF = LatinPattern.of(
            " (?:annual |net |its |adjusted |underlying )*(?:ebitda|ebit|earnings|sales|revenues?|profits?|book value|equity|income|cash flow)\\b");
    private static final Pattern BEFORE_RATIO = LatinPattern.of(
            "(?:, or |\\(|\\bratio of |\\bleverage (?:of |was |at )|\\bto |\\bfrom |\\bbelow )(?:about |around |just |some )?$");
    private static final Pattern OF_WHOM = LatinPattern.of("\\bof (?:whom|which|these|them)\\b");
    private static final Pattern AFTER = LatinPattern.of(
            "[^.;%]{0,60},? (?:after|following|compared with|compared to|against) (?:a |an |just |only )?");
    private static final Pattern YEARLY = Pattern.compile("年均|每年|平均每年|逐年");
    /** 年均实际增长, 年均分别增长: words between that say how it is measured do not make it the growth of all years. */
    private static final Pattern EACH_YEAR = Pattern.compile("(?:年均|年平均|平均每年)[^,，;；。\\d%％]{0,5}$");

    private static final int EACH_YEAR_BEFORE = 10;
    private static final Pattern THAN_BEHIND = Pattern.compile(" (?:[a-z]+ )?(?:more|fewer|less|higher|lower) than ");
    private static final int BESIDE = 8;
    private static final Set<String> YEARLY_RATES = Set.of("年增长率", "年增速");
    static final Pattern AND_BY =
            Pattern.compile("[^.;\\d]{0,60} and by (?:about |around |some |nearly |almost |over )?");
    private static final Pattern AND = Pattern.compile(",? and (?:a |an )?");
    /** "seven-year low of 5.3%" */
    static final String EXTREME_OF =
            "(?:[a-z0-9-]+ ){0,4}(?:low|high|record|peak|level|trough|rate|total|average)s? of ";
    /** "fell to a seven-year low of 5.3%": how large it was then. */
    private static final Pattern TO_EXTREME = LatinPattern.of(
            "\\bto (?:a|an|its|the|their)? ?" + EXTREME_OF + "(?:about |around |some |almost |nearly |just )?$");
    /** "7.4 percent of the total market": a part of it, unless it rose by so much. */
    private static final Pattern OF_WHOLE = LatinPattern.of(
            " of (?:the|its|their|our|all|total|global|world|worldwide|national|this|that|these|those)\\b");

    /** "300 of the 473 GW of added capacity, 63%." */
    private static final Pattern ENDS = Pattern.compile("\\.(?!\\d)|;|$");

    private static final Pattern BEFORE_CHANGE = LatinPattern.of(
            "\\b(?:by|of|up|down) (?:about |around |some |nearly |almost |over |more than |at least )?$");
    private static final Pattern ANNUAL = LatinPattern.of(
            " (?:annual|yearly|y-o-y|yoy|q-o-q|qoq|m-o-m|mom|y/y|q/q|m/m|quarter-on-quarter|quarter-over-quarter|month-on-month|month-over-month|year-on-year|year-over-year|monthly|quarterly|overall|sharp|further|similar) ");
    private static final Pattern LOWER = Pattern.compile("低(?:了|出)?约?$|低于(?:[去上前]年|同期|年初|上[月季])[^,，;；。]{0,12}$");
    private static final Pattern COMPARED_DIRECTLY = Pattern.compile("(?:同比|环比|按年|按季|按月|年比|季比)(?:约|近|超)?[+-]?$");
    /** 三分之一认为持平: so many of those who were asked, whatever the clause before says of growth. */
    private static final Pattern SAY = LatinPattern.of(
            " (?:of (?:them|the respondents|respondents|firms|companies|those asked) )?(?:expect|expected|see|saw|say|said|report|reported|believe|think|thought|plan|planned|intend|anticipate|foresee|want|felt|feel|cited|cite|agree|agreed|prefer|chose|were neutral|had no)\\b");

    private static final Pattern SAID_BY = Pattern.compile("的?(?:受访[者企业]*|企业|公司|人|机构)?(?:表示|认为|反映|回答|选择)");
    /** "the 48.7%", "July's 10.8%", "October's figure of 49.4%" */
    private static final String A_LEVEL =
            "(?:the|an?|its|[a-z]+'s) (?:(?:[a-z]+ )?(?:reading|figure|level|rate|value) of )?";
    /** "from the 48.7% of October", "from July's 10.8%", "from October's figure of 49.4%" */
    private static final Pattern FROM_ITS = LatinPattern.of("\\bfrom " + A_LEVEL + "$");

    private static final int FROM_WORDS = 48;
    /** "a decrease of 0.5 points compared to the 48.7 percent recorded in October": what stands behind points is a level. */
    private static final Pattern POINTS_AGAINST =
            LatinPattern.of("[a-z ,-]*\\b(?:compared (?:to|with)|versus|against|than) " + A_LEVEL);

    /** What 年增 and 季减 say. */
    private static final Entry GREW = Entry.of("增长", "up");

    private static final Entry FELL = Entry.of("下降", "down");

    private final FoldedText text;
    private final String folded;
    private final Layout layout;
    private final WordMarks marks;

    private final CueWords words;
    private final NamePass names;

    CuePass(FoldedText text, Layout layout, WordMarks marks) {
        this.names = new NamePass(text.folded(), layout, marks);
        this.text = text;
        this.folded = text.folded();
        this.layout = layout;
        this.marks = marks;
        this.words = new CueWords(folded, marks);
    }

    void run(Sentence sentence, List<Found> figures) {
        for (int i = 0; i < figures.size(); i++) {
            Found figure = figures.get(i);
            Found previous = i > 0 ? figures.get(i - 1) : null;
            Found next = i + 1 < figures.size() ? figures.get(i + 1) : null;
            int left = Math.max(previous == null ? sentence.start() : previous.end, figure.start - CueWords.WINDOW);
            int right = Math.min(next == null ? sentence.end() : next.start, layout.clauseEnd(sentence, figure.end));
            right = Math.min(right, figure.end + CueWords.WINDOW);
            verb(sentence, figure, previous, left, right);
            names.loss(figure);
            names.role(figure, left, right);
            names.indicator(sentence, figure, previous, left, right);
            names.status(sentence, figure);
            names.region(figure, previous, left);
        }
        for (int i = figures.size() - 2; i >= 0 && !sentence.chinese(); i--) {
            alsoGrown(figures.get(i), figures.get(i + 1));
        }
    }

    /** "a 15.2% and 10.3% decrease, respectively": the word behind the last is of both. */
    private void alsoGrown(Found figure, Found next) {
        boolean both = figure.kind == MentionKind.SHARE
                && figure.cue.isEmpty()
                && next.kind == MentionKind.STEP
                && (next.cue.equals("up") || next.cue.equals("down"))
                && next.start > figure.end
                && AND.matcher(folded.substring(figure.end, next.start)).matches()
                && marks.at(WordKind.COMPARATIVE, next.end + 1) != null;
        if (both) {
            figure.kind = MentionKind.STEP;
            figure.cue = next.cue;
            figure.falling = next.falling;
            figure.compared = next.compared;
            figure.value = next.falling ? figure.value.negate() : figure.value;
        }
    }

    // ---- growth or share ----

    private void verb(Sentence sentence, Found figure, @Nullable Found previous, int left, int right) {
        Entry growth = null;
        int growthAt = -1;
        boolean noun = false;
        Entry compared = null;
        boolean share = false;
        boolean falling = false;
        int i = left;
        for (int j = figure.start - 1; j >= left; j--) {
            if (folded.charAt(j) == ';' || folded.charAt(j) == '；') {
                i = j + 1;
                break;
            }
        }
        if (!sentence.chinese()
                && figure.start > left
                && folded.charAt(figure.start - 1) == '('
                && !(figure.isPercentage() && words.isGrowthInBrackets(sentence, figure, previous))) {
            i = figure.start; // "decreased for women (3.5 percent)": how large it is, not by how much it fell
        }
        Entry ofPreviousOne = sentence.chinese() || previous == null || !previous.isPercentage()
                ? null
                : marks.at(WordKind.COMPARATIVE, previous.end + 1);
        if (previous != null
                && ofPreviousOne != null
                && i <= previous.end + 1
                && OF_WHOM.matcher(folded).region(previous.end, figure.start).find()) {
            i = previous.end + 1 + ofPreviousOne.word().length(); // "2.1% more than in 2024, of whom 46% were women"
        }
        while (i < figure.start) {
            Entry g = words.growthUpTo(figure.start, i);
            if (g != null && YEARLY_RATES.contains(g.word()) && words.isNumeral(i - 1)) {
                g = null; // 2024年增长率 is the 增长率 of 2024
            }
            if (g != null
                    && sentence.chinese()
                    && folded.startsWith("面", i + g.word().length())) {
                i += g.word().length() + 1; // 回升面达到74.2%: of how many it is true
                share = true;
                growth = null;
                continue;
            }
            Entry c = marks.at(WordKind.COMPARE, i);
            Entry s = marks.at(WordKind.SHARE, i);
            Entry added = marks.at(WordKind.ADDED, i);
            Entry named = sentence.chinese() && g != null ? marks.at(WordKind.INDICATOR, i) : null;
            if (named != null && g != null && named.word().length() > g.word().length()) {
                i += named.word().length(); // 增加值 is no 增加
                continue;
            }
            if (added != null
                    && compared == null
                    && (g == null || added.word().length() > g.word().length())
                    && sentence.chinese()) {
                // 新增 is no growth of what is counted
                i += added.word().length();
                continue;
            }
            int length = 1;
            if (c != null && c.word().startsWith("年") && words.isNumeral(i - 1)) {
                c = null; // 四年增长了3倍 compares with no year before
            }
            if (c != null && c.word().charAt(0) == '月' && i > 0 && "当本单该上个每".indexOf(folded.charAt(i - 1)) >= 0) {
                c = null; // 当月增长9.2% compares with no month before
            }
            if (c != null && (g == null || c.word().length() >= g.word().length())) {
                boolean ofPrevious = !sentence.chinese() && previous != null && i <= previous.end + 1;
                compared = c.meaning().isEmpty() || ofPrevious ? compared : c;
                length = c.word().length();
                // 年增, 季减 say both what is compared and which way it went
                boolean up = c.word().endsWith("增") || c.word().endsWith("成长");
                if (up || c.word().endsWith("减")) {
                    growth = up ? GREW : FELL;
                    growthAt = i + length - 2;
                    share = false;
                    falling = !up;
                }
            } else if (s != null && (g == null || s.word().length() > g.word().length())) {
                share = true;
                growth = null;
                length = s.word().length();
            } else if (g != null && figure.kind == MentionKind.MONEY && g.word().equals(NamePass.LOSS_OF)) {
                length = g.word().length(); // "a net loss of $2.6 million in 2010": how large it is
            } else if (g != null) {
                length = g.word().length();
                if (!CueWords.isRateBehind(g)) {
                    boolean reached = noun && g.meaning().endsWith("to");
                    noun |= CueWords.isRateNoun(g);
                    if (!reached) {
                        growth = g;
                        growthAt = i;
                    }
                    share = false;
                    falling = !reached && g.meaning().startsWith("down");
                }
            }
            i += length;
        }
        boolean behindOther = previous != null && previous.end == figure.start - 1;
        if ((growth == null || growth.word().equals("少")) && (compared != null || behindOther) && sentence.chinese()) {
            // 比上年的170万人次多14万人次
            int more = behindOther && "多少".indexOf(folded.charAt(figure.start - 1)) >= 0
                    ? figure.start - 1
                    : compared == null ? 0 : words.moreBefore(compared, figure.start);
            if (more > 0) {
                growth = folded.charAt(more) == '多' ? CueWords.MORE : CueWords.FEWER;
                falling = growth.equals(CueWords.FEWER);
                growthAt = more;
                share = false;
            }
        }
        String behind = "";
        for (int j = figure.end; j < right; j++) {
            Entry g = marks.at(WordKind.GROWTH, j);
            Entry c = marks.at(WordKind.COMPARE, j);
            if (c != null && !c.meaning().isEmpty() && compared == null) {
                compared = c;
                behind = behind.isEmpty() ? "up" : behind;
            }
            if (g != null
                    && !names.isAgo(j)
                    && (CueWords.isRateBehind(g) || g.word().equals("cagr"))
                    && j <= figure.end + BESIDE) {
                behind = "rate";
            } else if (!sentence.chinese() && isDirectlyBehind(figure, j)) {
                Entry comparative = marks.at(WordKind.COMPARATIVE, j);
                if (comparative != null) {
                    behind = behind.equals("rate") ? behind : comparative.meaning();
                    falling = comparative.meaning().equals("down");
                }
            }
        }
        boolean saidBy = figure.isPercentage()
                && (sentence.chinese() ? SAID_BY : SAY)
                        .matcher(folded)
                        .region(figure.end, folded.length())
                        .lookingAt();
        boolean ofWhole = !sentence.chinese()
                && figure.kind == MentionKind.SHARE
                && OF_WHOLE.matcher(folded).region(figure.end, folded.length()).lookingAt()
                && !BEFORE_CHANGE.matcher(folded.substring(left, figure.start)).find()
                && !(growth != null
                        && folded.substring(Math.max(left, growthAt), figure.start)
                                        .strip()
                                        .length()
                                <= growth.word().length() + 2);
        boolean apart = !sentence.chinese()
                && figure.kind == MentionKind.SHARE
                && growth != null
                && folded.startsWith(", ", figure.start - 2)
                && growthAt + growth.word().length() < figure.start - 2
                && ENDS.matcher(folded).region(figure.end, folded.length()).lookingAt();
        boolean againstLevel = !sentence.chinese()
                && figure.kind == MentionKind.SHARE
                && previous != null
                && previous.kind == MentionKind.POINTS
                && POINTS_AGAINST
                        .matcher(folded)
                        .region(previous.end, figure.start)
                        .matches();
        if (saidBy || ofWhole || apart || againstLevel) {
            growth = null;
            falling = false;
            behind = "";
            share = true;
        }
        figure.compared = compared == null ? "" : compared.meaning();
        apply(sentence, figure, previous, left, growth, growthAt, noun, share, falling, behind);
    }

    private boolean isDirectlyBehind(Found figure, int index) {
        String between = folded.substring(figure.end, index);
        return between.isBlank()
                || (figure.isPercentage() && ANNUAL.matcher(between).matches());
    }

    private void apply(
            Sentence sentence,
            Found figure,
            @Nullable Found previous,
            int left,
            @Nullable Entry growth,
            int growthAt,
            boolean noun,
            boolean share,
            boolean falling,
            String behind) {
        boolean to = growth != null && growth.meaning().endsWith("to") && !noun;
        boolean english = !sentence.chinese();
        boolean from = english
                ? words.endsWithWord(figure.start, "from")
                        || (figure.kind == MentionKind.SHARE
                                && FROM_ITS.matcher(
                                                folded.substring(Math.max(0, figure.start - FROM_WORDS), figure.start))
                                        .find())
                : words.endsWithAny(figure.start, "由", "从", "自");
        boolean level = to
                || from
                || (english
                        && words.endsWithWord(figure.start, "to")
                        && ((growth != null && !growth.word().endsWith(" to"))
                                || (previous != null && previous.cue.equals("from")))
                        && !noun);
        boolean changedTo = english
                && previous != null
                && (previous.cue.equals("up") || previous.cue.equals("down"))
                && folded.substring(left, figure.start).strip().equals("to");
        level |= changedTo; // "rose 0.2% to 75.5%"
        level |= english
                && TO_EXTREME.matcher(folded.substring(left, figure.start)).find();
        boolean by = english && words.endsWithWord(figure.start, "by");
        boolean joined = previous != null && words.isJoined(previous.end, figure.start);
        String gap = folded.substring(left, figure.start);
        figure.cue = from ? "from" : level ? "to" : share ? "share" : growth != null ? growth.meaning() : "";
        if (!behind.isEmpty() && !level && !(share && behind.isEmpty())) {
            figure.cue = behind;
        }
        if (by && figure.cue.isEmpty() && previous != null) {
            Entry verb = words.lastGrowth(sentence.start(), figure.start);
            if (verb == null
                    && EXCEEDS.matcher(folded)
                            .region(Math.min(sentence.start(), figure.start), figure.start)
                            .find()) {
                verb = GREW;
            }
            if (verb != null) {
                figure.cue = verb.meaning();
                falling = verb.meaning().startsWith("down");
            }
        }
        if (figure.cue.isEmpty() && joined && previous != null && CueWords.areOfOneKind(previous, figure)) {
            figure.cue = previous.cue;
            falling = previous.falling;
            if (figure.compared.isEmpty() && !previous.cue.equals("to")) {
                figure.compared = previous.compared;
            }
        }
        figure.isOfNamed = english && figure.isPercentage() && words.isGrowthInBrackets(sentence, figure, previous);
        if (figure.isOfNamed && previous != null && words.isNextInBrackets(figure, previous)) {
            boolean own = growth != null;
            figure.cue = own ? figure.cue : previous.cue;
            falling = own ? falling : previous.falling;
            figure.compared = figure.compared.isEmpty() ? previous.compared : figure.compared;
        }
        boolean orMore = english
                && previous != null
                && previous.kind.isAmount()
                && previous.role.isEmpty()
                && (behind.equals("up") || behind.equals("down"))
                && OR.matcher(folded.substring(previous.end, Math.max(previous.end, figure.start)))
                        .matches()
                && THAN_BEHIND
                        .matcher(folded)
                        .region(figure.end, folded.length())
                        .lookingAt();
        if (orMore && previous != null) {
            previous.role = "change"; // "38,000 or 1.1 per cent more than in 2024"
            previous.cue = behind;
            previous.falling = behind.equals("down");
            previous.value = previous.falling ? previous.value.abs().negate() : previous.value;
        }
        boolean after = english
                && previous != null
                && figure.kind == MentionKind.SHARE
                && previous.kind.isGrowth()
                && figure.cue.isEmpty()
                && AFTER.matcher(folded.substring(previous.end, Math.max(previous.end, figure.start)))
                        .matches();
        if (after && previous != null) {
            // "grow by 3.7% in 2026, after 3.3% in 2025"
            figure.cue = previous.kind == MentionKind.RATE ? "rate" : "up";
            figure.compared = figure.compared.isEmpty() ? previous.compared : figure.compared;
        }
        boolean orShare = english
                && previous != null
                && previous.role.equals("change")
                && figure.kind == MentionKind.SHARE
                && figure.cue.isEmpty()
                && OR_BY.matcher(folded.substring(previous.end, Math.max(previous.end, figure.start)))
                        .matches();
        if (orShare && previous != null) {
            // "an addition of 115,000 jobs, or 33 per cent"
            figure.cue = previous.falling ? "down" : "up";
            falling = previous.falling;
        }
        boolean alsoChanged = english
                && (joined || AND_BY.matcher(gap).matches())
                && previous != null
                && growth == null
                && figure.role.isEmpty()
                && figure.kind.isAmount()
                && previous.role.equals("change")
                && figure.sameUnit(previous)
                && folded.substring(Math.min(previous.end, figure.start), figure.start)
                        .contains("and ");
        if (alsoChanged && previous != null) {
            // "falls of 90 kb/d and 150 kb/d", "fell by 75,000 in the north and by 57,000 in the south"
            figure.role = "change";
            figure.compared = figure.compared.isEmpty() ? previous.compared : figure.compared;
            figure.cue = previous.cue;
            falling = previous.falling;
        }
        boolean times = joined
                && figure.cue.isEmpty()
                && previous != null
                && previous.kind == MentionKind.STEP
                && figure.kind == MentionKind.MULTIPLE
                && !english;
        if (times && previous != null) {
            // 分别增长1.6倍和1.5倍
            figure.kind = MentionKind.STEP;
            figure.cue = previous.cue;
            figure.compared = figure.compared.isEmpty() ? previous.compared : figure.compared;
        }
        boolean ofEarnings = english
                && figure.kind == MentionKind.MULTIPLE
                && (RATIO_OF.matcher(folded).region(figure.end, folded.length()).lookingAt()
                        && BEFORE_RATIO.matcher(gap).find());
        boolean againstRatio = english
                && figure.kind == MentionKind.MULTIPLE
                && previous != null
                && previous.isRatio
                && words.endsWithAny(figure.start, "against ", "from ", "compared with ", "compared to ", "to ");
        figure.isRatio |=
                ofEarnings || againstRatio; // "net debt of $1.2 billion, or 1.4 times EBITDA, against 1.9 times"
        if (!english
                && figure.kind == MentionKind.POINTS
                && !level
                && LOWER.matcher(gap).find()) {
            figure.cue = "down"; // 比上年同期低0.07个百分点
            falling = true;
        }
        figure.falling = falling && !level && !figure.cue.isEmpty();
        char first = text.original().charAt(figure.coreStart);
        boolean signed =
                (first == '+' || ((first == '-' || first == '−') && figure.isPercentage())) && figure.cue.isEmpty();
        boolean changed = sentence.chinese()
                && !figure.compared.isEmpty()
                && COMPARED_DIRECTLY.matcher(gap).find();
        boolean signedChange = changed
                && figure.kind.isAmount()
                && !figure.isRange()
                && (first == '+' || first == '-' || first == '−');
        boolean bareStep = changed && figure.kind == MentionKind.SHARE && figure.cue.isEmpty();
        if (signed || signedChange || bareStep) {
            figure.cue = "up";
        }
        if (signedChange) {
            figure.role = "change"; // 同比+1.2亿元
        }
        Entry growing = sentence.chinese() && figure.kind == MentionKind.SHARE && figure.cue.isEmpty()
                ? words.growthBehind(figure.end)
                : null;
        if (growing != null) {
            figure.cue = growing.meaning();
            figure.falling = growing.meaning().equals("down");
        }
        if (!english
                && figure.kind == MentionKind.SHARE
                && (figure.cue.equals("up") || figure.cue.equals("down"))
                && growthAt > 0
                && EACH_YEAR
                        .matcher(folded.substring(Math.max(0, growthAt - EACH_YEAR_BEFORE), growthAt))
                        .find()) {
            figure.cue = "rate";
        }
        boolean grows = figure.cue.equals("up")
                || figure.cue.equals("down")
                || figure.cue.equals("rate")
                || figure.cue.equals("rate-behind");
        if (figure.kind == MentionKind.POINTS) {
            figure.yearly = behind.equals("rate")
                    || figure.cue.startsWith("rate")
                    || YEARLY.matcher(gap).find();
        }
        if (figure.kind == MentionKind.SHARE && grows) {
            figure.kind = figure.cue.startsWith("rate") ? MentionKind.RATE : MentionKind.STEP;
        } else if (figure.kind == MentionKind.MULTIPLE
                && grows
                && sentence.chinese()
                && figure.unit.isEmpty()
                && folded.charAt(figure.coreEnd - 1) == '倍'
                && growthAt >= 0
                && folded.substring(growthAt, figure.start).indexOf('的') < 0) {
            figure.kind = MentionKind.STEP;
        } else if (figure.kind.isAmount()
                && grows
                && growth != null
                && words.isChange(sentence, figure, growth, growthAt)) {
            figure.role = "change";
            figure.yearly = behind.equals("rate") || YEARLY.matcher(gap).find();
        } else if (english
                && figure.kind.isAmount()
                && (behind.equals("up") || behind.equals("down"))
                && THAN_BEHIND
                        .matcher(folded)
                        .region(figure.end, folded.length())
                        .lookingAt()) {
            figure.role = "change"; // 800 fewer than in 2023
        }
        if (figure.falling
                && (figure.kind.isGrowth() || figure.kind == MentionKind.POINTS || figure.role.equals("change"))
                && figure.value.signum() > 0) {
            BigDecimal low = figure.upTo == null ? figure.value : figure.upTo;
            figure.upTo = figure.upTo == null ? null : figure.value.negate();
            figure.value = low.negate();
        }
    }
}
