package dev.saidao.core.reading;

import dev.saidao.core.reading.Draft.Kind;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Growth, steps, differences and multiples: a claim, the level it leads to and the level it starts from, told by their times. */
final class GrowthRules {

    private static final Pattern OF_THE =
            Pattern.compile(" (?:the|its|that of the|of the|of|as many as|as much as|that of \\d{4}, which was) ");
    private static final Pattern WHICH_WAS = Pattern.compile(
            " [a-z -]{3,40}, (?:which|of|at) ?(?:came to|was|were|stood at|amounted to|totalled|reached)? ?");
    private static final Pattern GAP = LatinPattern.of("差距|相差|\\b(?:gap|spread) of ");
    private static final Pattern LIST_MARK = Pattern.compile("[、,，]?(?:和|及|与|以及)?");
    private static final Pattern PAIR_FROM = LatinPattern.of(
            "(?s).*\\bfrom ?(?:a |the |its )?(?:(?:record |all-time )?(?:peak|high|low|level|total|base|figure) (?:of )?)?|.*[由从]");
    private static final Pattern LEADS_TO = Pattern.compile("(?: last year| this year)? ?(?:至|到|,? ?达|达到)? ?");
    private static final Pattern LEADS_TO_ENGLISH =
            LatinPattern.of("(?s)[^.;,]{0,40}\\b,? ?to (?:just |about |around |some |over |nearly )?");

    private static final Pattern WAS_BEFORE = Pattern.compile("[,，(](?:\\d{4}年|上年|去年|上年同期|去年同期)(?:为|是|仅为|仅)?");
    private static final Pattern THAN_THE =
            Pattern.compile(" (?:[a-z]+ )?(?:more|fewer|less|higher|lower|better|worse) than (?:the |a )?");
    private static final Pattern THAT_IS = Pattern.compile(
            "(?:that|this|it) (?:is|was|marks|represents) (?:about |around |some |nearly |only |just )?(?:an? )?");

    private static final Pattern OF_GROWTH = Pattern.compile("同比|分别|增长|比上年|较上年|下降|其中");

    /** Words that compare with another at one time, and not with the same earlier. */
    private static final Pattern WITH_OTHERS = Pattern.compile(
            "高出|高于|低于|快于|慢于|跑赢|跑输|领先|(?:above|below|ahead of|behind) the (?:[a-z]+ )?average|outperform");

    /** How much further off a count by another measure word counts. */
    private static final int OTHER_MEASURE = 12;

    private final Context context;

    GrowthRules(Context context) {
        this.context = context;
    }

    List<Draft> propose(int s) {
        List<Draft> drafts = new ArrayList<>();
        for (Found claim : context.figures(s)) {
            boolean growth = claim.kind.isGrowth()
                    || claim.kind == MentionKind.POINTS
                    || claim.kind == MentionKind.MULTIPLE
                    || (claim.role.equals("change") && !claim.yearly)
                    || isShareOfEarlier(claim);
            if (growth && !claim.role.equals("cell") && !(claim.kind == MentionKind.MULTIPLE && !isMultiple(claim))) {
                Draft draft = draft(s, claim);
                if (draft != null) {
                    drafts.add(draft);
                }
            }
        }
        return drafts;
    }

    /** 2.31 is a ratio that is itself a level; 2.5倍, twice and 2.3 times are multiples of something. */
    private boolean isMultiple(Found claim) {
        return !claim.bare && !claim.rule.equals("bare-number") && !claim.isRatio;
    }

    private boolean isShareOfEarlier(Found claim) {
        return claim.kind == MentionKind.SHARE
                && claim.from != null
                && claim.cue.isEmpty()
                && !claim.role.equals("cell");
    }

    private @Nullable Draft draft(int s, Found claim) {
        Draft gap = claim.kind == MentionKind.POINTS && claim.from == null ? gap(s, claim) : null;
        if (gap != null) {
            return gap;
        }
        if (claim.kind == MentionKind.POINTS
                && WITH_OTHERS.matcher(context.before(claim)).find()) {
            return null;
        }
        @Nullable Found[] ends = countered(s, claim);
        boolean countered = ends != null;
        if (ends == null) {
            ends = ends(s, claim);
        }
        Found base = ends[0];
        Found current = ends[1];
        if (base == current) { // both may be absent
            return null;
        }
        Sureness sureness = countered ? Sureness.LIKELY : sureness(s, claim, base, current);
        if (claim.kind == MentionKind.RATE) {
            return growth(claim, base, current, sureness);
        }
        if (claim.kind == MentionKind.MULTIPLE) {
            return new Draft(Kind.MULTIPLE, "multiple-of-base", sureness)
                    .with("base", base)
                    .with("value", current)
                    .with("multiple", claim);
        }
        if (claim.kind == MentionKind.SHARE) {
            return new Draft(Kind.SHARE, "share-of-earlier", sureness)
                    .with("part", current)
                    .with("whole", base)
                    .with("share", claim);
        }
        if (claim.kind == MentionKind.POINTS || claim.role.equals("change")) {
            return new Draft(Kind.DIFFERENCE, "difference-of-levels", sureness)
                    .with("from", base)
                    .with("to", current)
                    .with("difference", claim);
        }
        return new Draft(Kind.STEP, "step-between-levels", sureness)
                .with("previous", base)
                .with("current", current)
                .with("rate", claim);
    }

    /** 占比21%,仅次于美国的36%,差距为15个百分点: the difference of the two shares right before. */
    private @Nullable Draft gap(int s, Found claim) {
        Found second = context.scan.figure(claim.index - 1);
        Found first = second == null ? null : context.scan.figure(second.index - 1);
        boolean pair = second != null
                && first != null
                && first.sentence == s
                && first.kind == MentionKind.SHARE
                && second.kind == MentionKind.SHARE
                && GAP.matcher(context.before(claim)).find();
        if (!pair || first == null || second == null) {
            return null;
        }
        boolean rising = first.value.compareTo(second.value) < 0;
        return new Draft(Kind.DIFFERENCE, "gap-between-shares", Sureness.LIKELY)
                .with("from", rising ? first : second)
                .with("to", rising ? second : first)
                .with("difference", claim);
    }

    private @Nullable Draft growth(Found rate, @Nullable Found base, @Nullable Found end, Sureness sureness) {
        When from = rate.from != null ? rate.from : base != null ? base.time : null;
        When to = rate.time;
        if (base == null && end != null && from != null && to != null && to.year() - from.year() > 1) {
            Draft dated = growthFromYearBefore(rate, end, from, to);
            if (dated != null) {
                return dated;
            }
        }
        if (from == null || to == null || to.year() <= from.year()) {
            return null;
        }
        return new Draft(Kind.GROWTH, "growth-over-years", sureness)
                .with("base", base)
                .with("end", end)
                .with("rate", rate)
                .constant("years", to.year() - from.year());
    }

    /**
     * "estimated at USD 371 billion in 2025 and to reach USD 892 billion by 2033, at a CAGR of 11.6% from 2026 to 2033": years of
     * a forecast that starts behind its base. It may be counted from the base or from the first year.
     */
    private @Nullable Draft growthFromYearBefore(Found rate, Found end, When from, When to) {
        Found base = best(rate.sentence, rate, from.plusYears(-1), end);
        if (base == null) {
            return null;
        }
        int years = to.year() - from.year() + 1;
        Range factor = Range.of(end).by(Range.of(base));
        Range said = Range.of(rate).shifted(1);
        boolean fromBase = factor.root(years).meets(said);
        if (!fromBase && !factor.root(years - 1).meets(said)) {
            return null; // the level of the first year is not printed
        }
        return new Draft(Kind.GROWTH, "growth-from-year-before", Sureness.LIKELY)
                .with("base", base)
                .with("end", end)
                .with("rate", rate)
                .constant("years", fromBase ? years : years - 1);
    }

    /** "… have doubled. Official records say otherwise: 1,310 in 2021 and 1,890 in 2025": the pair that a claim is held against. */
    private @Nullable Found @Nullable [] countered(int s, Found claim) {
        boolean bare = context.figures(s).stream().noneMatch(Context::isLevel);
        boolean next = s + 1 < context.scan.bySentence.size()
                && context.sentence(s + 1).paragraph() == context.sentence(s).paragraph();
        if (!bare
                || !next
                || claim.kind == MentionKind.RATE
                || claim.kind == MentionKind.POINTS
                || !context.counters(s + 1)) {
            return null;
        }
        List<Found> levels = context.figures(s + 1).stream()
                .filter(Context::isLevel)
                .limit(2)
                .toList();
        if (levels.size() < 2
                || !levels.get(0).sameUnit(levels.get(1))
                || levels.get(0).time == null
                || levels.get(1).time == null
                || levels.get(0).time.compareTo(levels.get(1).time) == 0) {
            return null;
        }
        boolean rising = levels.get(0).time.compareTo(levels.get(1).time) < 0;
        return new Found[] {levels.get(rising ? 0 : 1), levels.get(rising ? 1 : 0)};
    }

    // ---- the two levels ----

    private @Nullable Found[] ends(int s, Found claim) {
        Found before = earlierLevel(s, claim);
        if (before != null) {
            return new Found[] {before, subjectOfSentenceBefore(s, before)};
        }
        Found than = thanBehind(s, claim);
        if (than != null) {
            return new Found[] {than, onlyLevelBefore(s, than)};
        }
        Found direct = directBase(claim);
        if (direct != null) {
            Found value = nearestBefore(s, claim, direct);
            return new Found[] {direct, value};
        }
        Found current = null;
        Found base = null;
        if (claim.time != null) {
            Found listed = levelInList(s, claim);
            current = listed != null ? listed : best(s, claim, claim.time, null);
            When from = claim.from;
            if (from != null) {
                base = baseBehind(claim, from, current);
                base = base == null ? best(s, claim, from, current) : base;
            }
            if (current == null && base != null) {
                base = null;
            }
            if (base == null && current != null && current.index > claim.index && isEndBehind(claim, current)) {
                current = null; // a level behind a rate is its end only where the base is told too
            }
        }
        if (claim.kind == MentionKind.MULTIPLE && claim.from == null && current != null) {
            base = behindWhich(s, claim, current);
        }
        return new Found[] {base, current};
    }

    /** "A year ago 5,900 were unfilled, so vacancies are up 35%": the one level of its sentence is what it grew from. */
    private @Nullable Found earlierLevel(int s, Found claim) {
        Found only = null;
        for (Found level : context.figures(s)) {
            if (Context.isLevel(level) && level.kind != MentionKind.SHARE) {
                if (only != null) {
                    return null;
                }
                only = level;
            }
        }
        boolean before = only != null
                && only.timeBefore
                && only.index < claim.index
                && claim.kind != MentionKind.POINTS
                && claim.kind != MentionKind.RATE;
        return before ? only : null;
    }

    /** 国内营收214亿元,同比下滑2.7%,2024年为220亿元: the level of the time before that stands right behind the claim. */
    private @Nullable Found baseBehind(Found claim, When from, @Nullable Found current) {
        Found next = context.scan.figure(claim.index + 1);
        boolean base = next != null
                && current != null
                && next.sentence == claim.sentence
                && current.index < claim.index
                && next.sameUnit(current)
                && Context.at(next, from)
                && WAS_BEFORE.matcher(context.between(claim, next)).matches();
        return base ? next : null;
    }

    /** "That is 8.5% fewer than the 224,400 of 2023": the level behind the claim, where the sentence has no other. */
    private @Nullable Found thanBehind(int s, Found claim) {
        Found next = context.scan.figure(claim.index + 1);
        boolean than = next != null
                && next.sentence == s
                && claim.kind == MentionKind.STEP
                && Context.isAmount(next)
                && THAN_THE.matcher(context.between(claim, next)).matches()
                && THAT_IS.matcher(context.folded)
                        .region(Math.min(context.sentence(s).start(), claim.start), claim.start)
                        .matches();
        return than && context.figures(s).size() == 2 ? next : null;
    }

    /** The one level of a unit in the sentence before. */
    private @Nullable Found onlyLevelBefore(int s, Found like) {
        List<Found> levels = context.around(s, 1, 0).stream()
                .filter(level -> level.sentence == s - 1 && Context.isLevel(level) && level.sameUnit(like))
                .toList();
        return levels.size() == 1 ? levels.get(0) : null;
    }

    private @Nullable Found subjectOfSentenceBefore(int s, Found like) {
        for (Found level : context.around(s, 1, 0)) {
            if (level.sentence < s
                    && level.sameUnit(like)
                    && countedAlike(level, like)
                    && Context.isLevel(level)
                    && !level.timeBefore) {
                return level;
            }
        }
        return null;
    }

    /** 城镇28.5%,农村31.9%,分别下降0.3和0.4个百分点: the level that stands in the same place of its list as the claim. */
    private @Nullable Found levelInList(int s, Found claim) {
        if (!context.sentence(s).chinese()) {
            return null;
        }
        List<Found> own = context.figures(s);
        int at = own.indexOf(claim);
        int first = at;
        while (first > 0 && isListed(own.get(first - 1), own.get(first))) {
            first--;
        }
        int last = at;
        while (last + 1 < own.size() && isListed(own.get(last), own.get(last + 1))) {
            last++;
        }
        int n = last - first + 1;
        String before = context.before(own.get(first));
        if (n < 2 || first < n || !(before.contains("分别") || before.contains("依次"))) {
            return null;
        }
        List<Found> levels = own.subList(first - n, first);
        boolean shares = claim.kind == MentionKind.POINTS;
        boolean alike = levels.stream()
                .allMatch(level -> Context.isLevel(level)
                        && level.sameUnit(levels.get(0))
                        && (level.kind == MentionKind.SHARE) == shares);
        return alike ? levels.get(at - first) : null;
    }

    private boolean isListed(Found one, Found next) {
        return one.kind == next.kind
                && (one.kind.isGrowth() || one.kind == MentionKind.POINTS)
                && LIST_MARK.matcher(context.between(one, next)).matches();
    }

    /** "three times the US$61 billion being spent now": the base stands behind the multiple. */
    private @Nullable Found directBase(Found claim) {
        Found next = context.scan.figure(claim.index + 1);
        boolean of = claim.kind == MentionKind.MULTIPLE
                && next != null
                && next.sentence == claim.sentence
                && Context.isAmount(next)
                && OF_THE.matcher(context.between(claim, next)).matches();
        return of ? next : null;
    }

    /** "2.3 times annual revenue, which came to $1.39 bn": the base is said after the multiple. */
    private @Nullable Found behindWhich(int s, Found claim, Found current) {
        for (Found next : context.figures(s)) {
            boolean which = next.index > claim.index
                    && Context.isAmount(next)
                    && next.sameUnit(current)
                    && WHICH_WAS.matcher(context.between(claim, next)).matches();
            if (which) {
                return next;
            }
        }
        return null;
    }

    private @Nullable Found nearestBefore(int s, Found claim, Found sameAs) {
        Found nearest = null;
        for (Found figure : context.figures(s)) {
            if (figure.index < claim.index && Context.isAmount(figure) && figure.sameUnit(sameAs)) {
                nearest = figure;
            }
        }
        return nearest;
    }

    /** The level of a time that fits a claim best: near, before it rather than behind, of the same unit as the other level. */
    private @Nullable Found best(int s, Found claim, When time, @Nullable Found like) {
        Found best = null;
        int bestDistance = Integer.MAX_VALUE;
        for (Found level : context.around(s, 2, 0)) {
            if (level == claim || level == like || !fits(claim, level, like) || !Context.at(level, time)) {
                continue;
            }
            int distance = distance(claim, level, like);
            if (distance < bestDistance) {
                best = level;
                bestDistance = distance;
            }
        }
        return best;
    }

    private boolean fits(Found claim, Found level, @Nullable Found like) {
        if (!Context.isLevel(level)
                || level.role.equals("cell")
                || (level.kind == MentionKind.SHARE && level.role.equals("structure"))) {
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
        if (isOfAnother(claim, level)) {
            return false;
        }
        boolean skipped = level.index > claim.index
                && !isTarget(claim, level)
                && !isPairBehind(claim, level)
                && !isEndBehind(claim, level);
        return !skipped && (!ownIndicator || claim.indicator.equals(level.indicator) || isTarget(claim, level));
    }

    /** 粮食产量1.4万亿斤;制造业增加值增长8.9%: the words of the claim name another thing than those of the level. */
    private boolean isOfAnother(Found claim, Found level) {
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

    /** 分别增长10.9%、10.4%: the first of some rates that are listed. */
    private Found firstOfList(Found claim) {
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
    private boolean isRegionSaid(Found claim) {
        Found previous = context.scan.figure(claim.index - 1);
        return previous == null || previous.sentence != claim.sentence || !previous.region.equals(claim.region);
    }

    /** "cut by 45% by 2035, from 520 Mt to 310 Mt": the pair stands behind the claim. */
    private boolean isPairBehind(Found claim, Found level) {
        Found from = context.scan.figure(claim.index + 1);
        return from != null
                && level.index <= claim.index + 2
                && level.sentence == claim.sentence
                && PAIR_FROM.matcher(context.between(claim, from)).matches();
    }

    /** "With a CAGR of 7.1%, it should touch USD 11.9 billion by 2032": the end of the years that the rate is of. */
    private static boolean isEndBehind(Found claim, Found level) {
        return claim.kind == MentionKind.RATE
                && claim.timeSaid
                && level.timeSaid
                && Math.abs(level.index - claim.index) == 1
                && level.sentence == claim.sentence;
    }

    private static boolean isGeneral(String indicator) {
        return indicator.equals("share") || indicator.equals("market-size");
    }

    /** "rose 5.4% to £691.9m": the level stands behind the claim. */
    private boolean isTarget(Found claim, Found level) {
        String between = context.between(claim, level);
        return level.index == claim.index + 1
                && (LEADS_TO.matcher(between).matches()
                        || LEADS_TO_ENGLISH.matcher(between).matches());
    }

    /** Shares between which growth is spoken of: 由16.3%升至21.8%,提高5.5%. */
    private boolean isPairOfShares(Found claim, Found level) {
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
    private boolean hasOwnVerb(Found claim, Found level) {
        Found first = context.scan.figure(claim.index + 1);
        for (int i = claim.end; first != null && i < Math.min(first.start, level.start); i++) {
            ReadingVocabulary.Entry verb = context.scan.marks.at(WordKind.GROWTH, i);
            if (verb != null && i > claim.end + 1 && !verb.meaning().startsWith("rate")) {
                return true;
            }
        }
        return false;
    }

    private boolean isDirectPair(Found later, Found earlier) {
        return Math.abs(later.index - earlier.index) == 1;
    }

    private int distance(Found claim, Found level, @Nullable Found like) {
        int sentences = Math.abs(claim.sentence - level.sentence) * 100;
        int order = level.index < claim.index ? 0 : isTarget(claim, level) ? -1 : 3;
        Found to = like == null ? claim : like;
        return sentences
                + order
                + 4 * Math.abs(to.index - level.index)
                + (level.kind == MentionKind.DENSITY && like == null ? 1 : 0)
                + (like == null && isNamedOtherwise(claim, level) ? OTHER_MEASURE : 0)
                + (like != null && !countedAlike(level, like) ? OTHER_MEASURE : 0);
    }

    /** 平均票价50元;上年同期票房95亿元,同比下降: the level right before the claim, of an earlier time, says by its name of what it is. */
    private boolean isNamedOtherwise(Found claim, Found level) {
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

    /** 列 are not 标箱, though both are counts. */
    private boolean countedAlike(Found one, Found other) {
        if (!context.sentence(one.sentence).chinese()) {
            return one.kind != MentionKind.COUNT
                    || one.unit.equals("items")
                    || other.unit.equals("items")
                    || one.unit.equals(other.unit);
        }
        return one.kind != MentionKind.COUNT
                || context.folded.charAt(one.coreEnd - 1) == context.folded.charAt(other.coreEnd - 1);
    }

    /** "2.4 million (2.0 million a year ago), the service added 400,000, a fifth more": what was added is no end of a stock that grew. */
    private boolean hasRival(int s, Found base, Found current) {
        return (current.role.equals("added") || current.role.equals("change"))
                && !base.role.equals(current.role)
                && context.figures(s).stream()
                        .anyMatch(other -> other != current
                                && other != base
                                && Context.isLevel(other)
                                && other.sameUnit(current)
                                && other.role.equals(base.role)
                                && Context.at(other, current.time));
    }

    private Sureness sureness(int s, Found claim, @Nullable Found base, @Nullable Found current) {
        if (base == null || current == null) {
            return Sureness.LIKELY;
        }
        if (directBase(claim) == base
                || (claim.kind == MentionKind.MULTIPLE && behindWhich(s, claim, current) == base)) {
            return Sureness.STATED;
        }
        if (claim.adjusted && !current.adjusted) {
            return Sureness.POSSIBLE;
        }
        if (hasRival(s, base, current)) {
            return Sureness.POSSIBLE;
        }
        boolean own = base.sentence != s
                && current.sentence != s
                && context.figures(s).stream().anyMatch(other -> Context.isLevel(other) && other.sameUnit(current));
        if (own) {
            return Sureness.POSSIBLE; // its sentence has a level of its own
        }
        boolean together = base.sentence == s && current.sentence == s;
        boolean near = base.sentence >= s - 1 && current.sentence >= s - 1;
        boolean tight =
                together && Math.abs(base.index - current.index) <= 2 && Math.abs(current.index - claim.index) <= 3;
        boolean said = claim.timeSaid || claim.from != null;
        if (tight && said && Context.oneIndicator(base, current)) {
            return Sureness.STATED;
        }
        return near && said && Context.oneIndicator(base, current) ? Sureness.LIKELY : Sureness.POSSIBLE;
    }
}
