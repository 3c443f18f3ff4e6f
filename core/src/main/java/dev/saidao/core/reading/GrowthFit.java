package dev.saidao.core.reading;

import dev.saidao.core.reading.Layout.Sentence;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Whether a level can be one of the two that a claim of growth is about, and how near it stands. */
final class GrowthFit {
    private static final Pattern PAIR_FROM = LatinPattern.of(
            "(?s).*\\bfrom ?(?:a |the |its )?(?:(?:record |all-time )?(?:peak|high|low|level|total|base|figure) (?:of )?)?|.*[由从]");
    private static final Pattern LEADS_TO = Pattern.compile(
            "(?: last year| this year)? ?(?:至|到|[,，]? ?(?:使?(?:总数|总量|总规模|规模))?将?(?:达到?|[增升扩]至|(?:提高|提升|增加|增长|扩大)[到至]))? ?");
    private static final Pattern LEADS_TO_ENGLISH =
            LatinPattern.of("(?s)(?:[^.;,]{0,40}\\b)?,? ?to (?:(?:a|an|its|the) " + CuePass.EXTREME_OF
                    + ")?(?:just |about |around |some |over |nearly )?");

    private static final Pattern NAMED_RATE = Pattern.compile("[,，、;；:：]([^,，、;；:：\\d]{0,12}?率)");

    /** "fell by $21.0 million, or 1.1%, to": the same in other words. */
    private static final Pattern OR_BY = Pattern.compile(",? (?:\\(|or )(?:by )?(?:about |around |roughly |some )?");

    private static final Pattern OF_THAT = LatinPattern.of("\\b(?:while|whereas|and) (?:that|those) of\\b");
    private static final Pattern AGAINST = LatinPattern.of(
            "\\b(?:despite|notwithstanding|amid|offset by|offsetting|outweighing|outweighed by)\\b[^.;,]*$");
    private static final Pattern OF_GROWTH = Pattern.compile("同比|分别|增长|比上年|较上年|下降|其中");

    /** 优于预期的55.5%至57.5%: what was expected grew from nothing. */
    private static final Pattern EXPECTED =
            Pattern.compile("(?:[高低好优少多弱]于|超[过越出]?|逊于|不及|达到?)[^,，;；。\\d]{0,8}(?:预期|预测|预估|财测|指引|目标)[^,，;；。\\d]{0,3}$");

    /** How much further off a count by another measure word counts. */
    private static final int OTHER_MEASURE = 12;

    /** How far before a figure the word stands that tells it from its counterpart. */
    private static final int PAIR_WORD = 160;

    private final Context context;

    GrowthFit(Context context) {
        this.context = context;
    }

    boolean fits(Found claim, Found level, @Nullable Found like) {
        if (!Context.isLevel(level)
                || level.role.equals("cell")
                || (level.kind == MentionKind.SHARE && level.role.equals("structure"))) {
            return false;
        }
        if (EXPECTED.matcher(context.before(level)).find()) {
            return false;
        }
        boolean points = claim.kind == MentionKind.POINTS;
        if (points != (level.kind == MentionKind.SHARE) && !(claim.kind.isGrowth() && isPairOfShares(claim, level))) {
            return false;
        }
        if (claim.role.equals("change") && !claim.sameUnit(level)) {
            return false;
        }
        if (like != null) {
            boolean own = level.kind == MentionKind.PHYSICAL || level.kind == MentionKind.DENSITY;
            boolean named = level.sentence == like.sentence
                    || own
                    || (isEndBehind(claim, like) && level.sentence == like.sentence - 1)
                    || level.bare
                    || like.bare
                    || (!level.indicator.isEmpty() && level.indicator.equals(like.indicator));
            boolean otherRegion =
                    !level.region.isEmpty() && !like.region.isEmpty() && !level.region.equals(like.region);
            return named
                    && !otherRegion
                    && !isOfWhole(level, like)
                    && !isOfCounterpart(level, like)
                    && !(level.role.equals("cumulative") && like.role.equals("added"))
                    && !isOfThat(level, like)
                    && !isBaseOfClauseBefore(level, like)
                    && areOfAlikeTimes(level, like)
                    && level.sameUnit(like)
                    && level.role.equals("every") == like.role.equals("every")
                    && (Context.oneIndicator(level, like) || isDirectPair(like, level));
        }
        boolean otherRegion = !claim.region.isEmpty()
                && !level.region.isEmpty()
                && !claim.region.equals(level.region)
                && isRegionSaid(claim);
        if (otherRegion) {
            return false;
        }
        boolean ownIndicator = claim.indicatorAt >= 0
                && claim.indicatorAt < claim.start
                && !claim.indicator.isEmpty()
                && !isGeneral(claim.indicator);
        if (isOfOtherName(claim, level)
                || isOfAnother(claim, level)
                || isOfAnotherRate(claim, level)
                || isSetAgainst(claim, level)) {
            return false;
        }
        boolean skipped = level.index > claim.index
                && !isTarget(claim, level)
                && !isPairBehind(claim, level)
                && !isEndBehind(claim, level);
        return !skipped && (!ownIndicator || claim.indicator.equals(level.indicator) || isTarget(claim, level));
    }

    /** 研发经费支出3.3万亿元,其中基础研究经费支出增长9.3%: what the clause of a claim names is not what was counted before it. */
    private boolean isOfOtherName(Found claim, Found level) {
        return !claim.ownName.isEmpty()
                && level.index < claim.index
                && !context.before(level).contains(claim.ownName);
    }

    /** 2019年为2005万人次;其中入境游客126万人次,恢复至2019年的82%: what there was of the whole is no base of a part. */
    private boolean isOfWhole(Found level, Found part) {
        if (level.index >= part.index || level.sentence != part.sentence) {
            return false;
        }
        String between = context.folded.substring(level.end, Math.max(level.end, part.start));
        return between.contains("其中") || between.contains("of which") || between.contains("of whom");
    }

    /** "62% own a car, against 70% in 2015; 18% own two, 4 points more": a base that the clause before has used for its own level. */
    private boolean isBaseOfClauseBefore(Found level, Found like) {
        Found own = context.scan.figure(level.index - 1);
        return own != null
                && level.index < like.index
                && own.sentence == level.sentence
                && level.sentence == like.sentence
                && own.sameUnit(level)
                && Context.isLevel(own)
                && Context.at(own, like.time)
                && context.between(own, level).indexOf(';') < 0
                && context.folded
                                .substring(level.end, Math.max(level.end, like.start))
                                .indexOf(';')
                        >= 0;
    }

    /** A fourth quarter ends when its year does, and is no base of a year. */
    private static boolean areOfAlikeTimes(Found one, Found other) {
        return one.time == null
                || other.time == null
                || one.time.grain().isYear() == other.time.grain().isYear()
                || one.time.grain() == When.Grain.MONTH
                || other.time.grain() == When.Grain.MONTH;
    }

    /** "that of women rose from 20% to 25%, while that of managers rose by 3 points to 18%" */
    private boolean isOfThat(Found level, Found like) {
        return level.index < like.index
                && level.sentence == like.sentence
                && OF_THAT.matcher(context.folded)
                        .region(level.end, Math.max(level.end, like.start))
                        .find();
    }

    /** "exports rose to €41.6 billion; imports fell 1.2% to €37.1 billion" */
    private boolean isOfCounterpart(Found level, Found like) {
        String one = pairWord(level);
        String other = pairWord(like);
        return !one.isEmpty() && !other.isEmpty() && !one.equals(other);
    }

    /** Which of two things that are told side by side an English figure is of, such as exports or imports; empty if not said. */
    private String pairWord(Found level) {
        Sentence sentence = context.sentence(level.sentence);
        if (sentence.chinese() || !context.hasClue(level.sentence, "pair")) {
            return "";
        }
        for (int i = level.start - 1; i >= Math.max(sentence.start(), level.start - PAIR_WORD); i--) {
            ReadingVocabulary.Entry clue = context.scan.marks.at(WordKind.CLUE, i);
            if (clue != null && clue.meaning().equals("pair")) {
                return clue.word().replaceAll("s$", "");
            }
        }
        return "";
    }

    /** 粮食产量1.4万亿斤;制造业增加值增长8.9%: the words of the claim name another thing than those of the level. */
    boolean isOfAnother(Found claim, Found level) {
        if (level.index >= claim.index
                || level.sentence != claim.sentence
                || !claim.kind.isGrowth()
                || !context.sentence(claim.sentence).chinese()) {
            return false;
        }
        Found first = firstOfList(claim);
        if (first.indicatorAt < level.end || first.indicatorAt > first.start) {
            return false;
        }
        int clause = context.scan.layout.clauseStart(context.sentence(first.sentence), first.indicatorAt);
        String name = context.folded.substring(Math.min(clause, first.start), first.start);
        name = OF_GROWTH.matcher(name).replaceAll("");
        return clause >= level.end && name.length() > 3 && Context.alike(name, context.name(level)) == 0;
    }

    /** "Demand grows by 740 kb/d, despite declines of 120 kb/d in rich countries": what runs against the levels before is of another thing. */
    boolean isSetAgainst(Found claim, Found level) {
        return level.end <= claim.start
                && level.sentence == claim.sentence
                && AGAINST.matcher(context.folded)
                        .region(level.end, claim.start)
                        .find();
    }

    /** 净利率30%,…,销售费用率同比下降2.2个百分点: the words before points name another share than those of the level. */
    private boolean isOfAnotherRate(Found claim, Found level) {
        if (claim.kind != MentionKind.POINTS
                || level.index >= claim.index
                || level.sentence != claim.sentence
                || !context.sentence(claim.sentence).chinese()) {
            return false;
        }
        Matcher rate = NAMED_RATE.matcher(context.before(claim));
        String name = "";
        while (rate.find()) {
            name = rate.group(1);
        }
        return !name.isEmpty() && !context.name(level).contains(name);
    }

    /** 分别增长10.9%、10.4%: the first of some rates that are listed. */
    Found firstOfList(Found claim) {
        Found first = claim;
        Found previous = context.scan.figure(first.index - 1);
        while (previous != null
                && previous.sentence == claim.sentence
                && previous.kind.isGrowth()
                && context.between(previous, first).length() <= 1) {
            first = previous;
            previous = context.scan.figure(first.index - 1);
        }
        return first;
    }

    /** Whether the region of a claim stands in its own words rather than in those of a figure before it. */
    boolean isRegionSaid(Found claim) {
        Found previous = context.scan.figure(claim.index - 1);
        return previous == null || previous.sentence != claim.sentence || !previous.region.equals(claim.region);
    }

    /** "cut by 45% by 2035, from 520 Mt to 310 Mt": the pair stands behind the claim. */
    boolean isPairBehind(Found claim, Found level) {
        Found from = context.scan.figure(claim.index + 1);
        return from != null
                && level.index <= claim.index + 2
                && level.sentence == claim.sentence
                && PAIR_FROM.matcher(context.between(claim, from)).matches();
    }

    /** "With a CAGR of 7.1%, it should touch USD 11.9 billion by 2032": the end of the years that the rate is of. */
    static boolean isEndBehind(Found claim, Found level) {
        return claim.kind == MentionKind.RATE
                && claim.timeSaid
                && level.timeSaid
                && Math.abs(level.index - claim.index) == 1
                && level.sentence == claim.sentence;
    }

    static boolean isGeneral(String indicator) {
        return indicator.equals("share") || indicator.equals("market-size");
    }

    /** "rose 5.4% to £691.9m": the level stands behind the claim. */
    boolean isTarget(Found claim, Found level) {
        Found aside = level.index == claim.index + 2 ? context.scan.figure(claim.index + 1) : null;
        boolean inOtherWords = aside != null
                && (aside.isPercentage() || aside.role.equals("change"))
                && OR_BY.matcher(context.between(claim, aside)).matches();
        String between = context.between(inOtherWords && aside != null ? aside : claim, level);
        return (inOtherWords || level.index == claim.index + 1)
                && (LEADS_TO.matcher(between).matches()
                        || LEADS_TO_ENGLISH.matcher(between).matches());
    }

    /** Shares between which growth is spoken of: 由16.3%升至21.8%,提高5.5%. */
    boolean isPairOfShares(Found claim, Found level) {
        Found next = context.scan.figure(level.index + 1);
        boolean beforeTo =
                next != null && next.kind == MentionKind.SHARE && (next.cue.equals("to") || next.cue.equals("from"));
        return level.kind == MentionKind.SHARE
                && level.sentence == claim.sentence
                && Math.abs(level.index - claim.index) <= 3
                && !(level.index > claim.index && hasOwnVerb(claim, level))
                && (level.cue.equals("to") || level.cue.equals("from") || beforeTo);
    }

    /** "Seats increased 3.1%, so the load factor improved from 82.4% to 83.8%": the levels behind have a verb of their own. */
    boolean hasOwnVerb(Found claim, Found level) {
        Found first = context.scan.figure(claim.index + 1);
        for (int i = claim.end; first != null && i < Math.min(first.start, level.start); i++) {
            ReadingVocabulary.Entry verb = context.scan.marks.at(WordKind.GROWTH, i);
            if (verb != null && i > claim.end + 1 && !verb.meaning().startsWith("rate")) {
                return true;
            }
        }
        return false;
    }

    boolean isDirectPair(Found later, Found earlier) {
        return Math.abs(later.index - earlier.index) == 1;
    }

    int distance(Found claim, Found level, @Nullable Found like) {
        int sentences = Math.abs(claim.sentence - level.sentence) * 100;
        int order = level.index < claim.index ? 0 : isTarget(claim, level) ? -1 : 3;
        Found to = like == null ? claim : like;
        return sentences
                + order
                + 4 * Math.abs(to.index - level.index)
                + (level.kind == MentionKind.DENSITY && like == null ? 1 : 0)
                + (like == null && isNamedOtherwise(claim, level) ? OTHER_MEASURE : 0)
                + (like != null && !countedAlike(level, like) ? OTHER_MEASURE : 0)
                + (isPartOfLevelBefore(level) ? OTHER_MEASURE : 0);
    }

    /** 平均票价50元;上年同期票房95亿元,同比下降: the level right before the claim, of an earlier time, says by its name of what it is. */
    boolean isNamedOtherwise(Found claim, Found level) {
        Found previous = context.scan.figure(claim.index - 1);
        return previous != null
                && previous != level
                && previous.sentence == claim.sentence
                && level.sentence == claim.sentence
                && context.sentence(claim.sentence).chinese()
                && Context.isLevel(previous)
                && Context.at(previous, claim.from)
                && (!previous.sameUnit(level) || Context.alike(context.before(previous), context.name(level)) == 0);
    }

    /** "1.1 million points, of which 170,000 are fast": of what is spoken of next the whole is the base, rather than the part. */
    boolean isPartOfLevelBefore(Found level) {
        Found whole = context.scan.figure(level.index - 1);
        return whole != null
                && whole.sentence == level.sentence
                && whole.sameUnit(level)
                && Context.isLevel(whole)
                && isOfWhole(whole, level);
    }

    /** 列 are not 标箱, though both are counts. */
    boolean countedAlike(Found one, Found other) {
        if (!context.sentence(one.sentence).chinese()) {
            return one.kind != MentionKind.COUNT
                    || one.unit.equals("items")
                    || other.unit.equals("items")
                    || one.unit.equals(other.unit);
        }
        return one.kind != MentionKind.COUNT
                || context.folded.charAt(one.coreEnd - 1) == context.folded.charAt(other.coreEnd - 1);
    }
}
