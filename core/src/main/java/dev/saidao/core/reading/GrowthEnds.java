package dev.saidao.core.reading;

import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Finds the two levels of a claim of growth: the one it starts from and the one it leads to. */
final class GrowthEnds {

    private static final Pattern OF_THE =
            Pattern.compile(" (?:the|its|that of the|of the|of|as many as|as much as|that of \\d{4}, which was) ");
    private static final Pattern WHICH_WAS = Pattern.compile(
            " [a-z -]{3,40}, (?:which|of|at) ?(?:came to|was|were|stood at|amounted to|totalled|reached)? ?");
    private static final Pattern LIST_MARK = Pattern.compile("[、,，/]?(?:和|及|与|以及)? ?");

    private static final Pattern FROM = Pattern.compile(",? from (?:about |around |some )?");
    private static final Pattern TO = Pattern.compile(" to (?:about |around |some )?");
    private static final Pattern ENGLISH_LIST_MARK = Pattern.compile(",? (?:and )?");
    private static final Pattern RESPECTIVELY = LatinPattern.of("\\brespectively\\b");
    private static final Pattern EACH = Pattern.compile("分别|依次|各自");
    private static final Pattern EACH_OF_LEVELS = Pattern.compile("(?:分别|依次)[^。;；]*$");
    /** Two times, or two ways to compare, of which there is one claim each. */
    private static final Pattern WITH_TIMES = Pattern.compile(
            "(?:(?<![占同环])比|较|与|同比|环比|按年|按季|按月)[^,，;；%]*(?:、|和|及|与)[^,，;；%]*分别|分别[^,，;；]*(?:(?<![占同环])比|较|同比)[^,，;；]*(?:、|和|及|与)");

    private static final Pattern WAS_BEFORE = Pattern.compile("[,，(](?:\\d{4}年|上年|去年|上年同期|去年同期)(?:为|是|仅为|仅)?");
    private static final Pattern THAN_THE =
            Pattern.compile(" (?:[a-z]+ )?(?:more|fewer|less|higher|lower|better|worse) than (?:the |a )?");
    private static final Pattern THAT_IS = Pattern.compile(
            "(?:that|this|it) (?:is|was|marks|represents) (?:about |around |some |nearly |only |just )?(?:an? )?");

    private static final Pattern BRACKET_OPENS = Pattern.compile(".*[(（](?:约|为|仅)?");
    private static final Pattern BRACKET_CLOSES_AND_OF = Pattern.compile("[)）]的(?:约|近|大约|将近)?");

    private final Context context;
    private final GrowthFit fit;

    GrowthEnds(Context context) {
        this.context = context;
        this.fit = new GrowthFit(context);
    }

    @Nullable Found[] ends(int s, Found claim) {
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
            boolean refersBack = THAT_IS.matcher(context.folded)
                    .region(Math.min(context.sentence(s).start(), claim.start), claim.start)
                    .matches();
            value = value == null && refersBack
                    ? subjectOfSentenceBefore(s, direct)
                    : value; // "That is twice the $1.2 billion"
            return new Found[] {direct, value};
        }
        Found bracketed = bracketedBase(claim);
        if (bracketed != null) {
            return new Found[] {bracketed, onlyLevelUpTo(s, bracketed)};
        }
        Found current = null;
        Found base = null;
        Found listed = levelInList(s, claim);
        if (listed == null ? isOfOtherLists(s, claim) : fit.isSetAgainst(claim, listed)) {
            return new Found[] {null, null};
        }
        @Nullable Found @Nullable [] behind = pairBehind(claim);
        if (behind != null) {
            return behind;
        }
        Found next = context.scan.figure(claim.index + 1);
        boolean leads = listed == null
                && next != null
                && next.sentence == s
                && isLedTo(claim, next)
                && fit.isTarget(claim, next)
                && next.time != null
                && !Context.at(next, claim.time);
        if (leads) {
            return new Found[] {null, next}; // "a jump of 15% in sales to Rs 2,489 crore in Q2"
        }
        if (claim.time != null) {
            current = listed != null ? listed : best(s, claim, claim.time, null);
            When from = claim.from;
            if (from != null) {
                base = baseBehind(claim, from, current);
                base = base == null ? best(s, claim, from, current) : base;
            }
            if (current == null && base != null) {
                base = null;
            }
            if (base == null
                    && current != null
                    && current.index > claim.index
                    && GrowthFit.isEndBehind(claim, current)
                    && !isFromYearBefore(s, claim, current)) {
                current = null; // a level behind a rate is its end only where the base is told too
            }
        }
        if (claim.kind == MentionKind.MULTIPLE && claim.from == null && current != null) {
            base = behindWhich(s, claim, current);
        }
        return new Found[] {base, current};
    }

    private static boolean isLedTo(Found claim, Found next) {
        boolean ofAmount = claim.kind.isGrowth() && claim.kind != MentionKind.RATE && Context.isAmount(next);
        boolean ofShare = claim.kind == MentionKind.POINTS && next.kind == MentionKind.SHARE;
        return ofShare || (ofAmount && Context.isLevel(next));
    }

    /** 2025年为120亿元,2026—2030年年均增长20%,2030年达299亿元: the level of the year before the years of a rate is told. */
    private boolean isFromYearBefore(int s, Found claim, Found current) {
        return claim.kind == MentionKind.RATE
                && claim.from != null
                && best(s, claim, claim.from.plusYears(-1), current) != null;
    }

    /** "A year ago 5,900 were unfilled, so vacancies are up 35%": the one level of its sentence is what it grew from. */
    @Nullable Found earlierLevel(int s, Found claim) {
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
    @Nullable Found baseBehind(Found claim, When from, @Nullable Found current) {
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

    boolean isTarget(Found claim, Found level) {
        return fit.isTarget(claim, level);
    }

    boolean isOfPart(Found level) {
        return fit.isPartOfLevelBefore(level);
    }

    /** "That is 8.5% fewer than the 224,400 of 2023": the level behind the claim, where the sentence has no other. */
    @Nullable Found thanBehind(int s, Found claim) {
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
    @Nullable Found onlyLevelBefore(int s, Found like) {
        List<Found> levels = context.around(s, 1, 0).stream()
                .filter(level -> level.sentence == s - 1 && Context.isLevel(level) && level.sameUnit(like))
                .toList();
        return levels.size() == 1 ? levels.get(0) : null;
    }

    @Nullable Found subjectOfSentenceBefore(int s, Found like) {
        for (Found level : context.around(s, 1, 0)) {
            if (level.sentence < s
                    && level.sameUnit(like)
                    && fit.countedAlike(level, like)
                    && Context.isLevel(level)
                    && !level.timeBefore) {
                return level;
            }
        }
        return null;
    }

    /** 城镇28.5%,农村31.9%,分别下降0.3和0.4个百分点: the level that stands in the same place of its list as the claim. */
    @Nullable Found levelInList(int s, Found claim) {
        List<Found> own = context.figures(s);
        List<Found> claims = listOf(own, claim);
        int n = claims.size();
        int first = behindLevels(own, own.indexOf(claims.get(0)), n);
        if (n < 2 || first < n || !saysEach(s, claims)) {
            return null;
        }
        List<Found> levels = own.subList(first - n, first);
        boolean shares = claim.kind == MentionKind.POINTS;
        boolean alike = levels.stream()
                        .allMatch(level -> Context.isLevel(level)
                                && (level.kind == MentionKind.SHARE) == shares
                                && !level.isRange())
                && (isListOfLevels(levels)
                        || levels.stream().noneMatch(level -> level.sameUnit(levels.get(0)) && level != levels.get(0)));
        return alike ? levels.get(claims.indexOf(claim)) : null;
    }

    /** Where a list of so many claims starts, or the first of some such lists that stand one behind the other: 同比增长1%和2%,环比3%和4%. */
    private int behindLevels(List<Found> own, int start, int n) {
        int first = start;
        while (n > 1 && first >= n && listOf(own, own.get(first - 1)).size() == n) {
            first -= n;
        }
        return first;
    }

    private boolean isListOfLevels(List<Found> levels) {
        return levels.stream().allMatch(level -> level.sameUnit(levels.get(0)));
    }

    /** "revised up by 40,000, from 187,000 to 227,000": the pair that stands right behind what it differs by. */
    private @Nullable Found @Nullable [] pairBehind(Found claim) {
        Found from = context.scan.figure(claim.index + 1);
        Found to = context.scan.figure(claim.index + 2);
        boolean pair = from != null
                && to != null
                && to.sentence == claim.sentence
                && from.sameUnit(to)
                && (claim.role.equals("change")
                        ? claim.sameUnit(from)
                        : (claim.kind == MentionKind.POINTS) == (from.kind == MentionKind.SHARE))
                && (claim.role.equals("change") || claim.kind == MentionKind.POINTS || claim.kind == MentionKind.STEP)
                && FROM.matcher(context.between(claim, from)).matches()
                && TO.matcher(context.between(from, to)).matches();
        return pair ? new Found[] {from, to} : null;
    }

    /** The claims of one kind that stand one behind the other, of which a claim is one. */
    private List<Found> listOf(List<Found> own, Found claim) {
        int first = own.indexOf(claim);
        int last = first;
        while (first > 0 && isListed(own.get(first - 1), own.get(first))) {
            first--;
        }
        while (last + 1 < own.size() && isListed(own.get(last), own.get(last + 1))) {
            last++;
        }
        return own.subList(first, last + 1);
    }

    /** Whether words say that each of some claims is of another thing. */
    private boolean saysEach(int s, List<Found> claims) {
        Found first = claims.get(0);
        Found last = claims.get(claims.size() - 1);
        if (!context.sentence(s).chinese()) {
            return RESPECTIVELY.matcher(context.behind(last)).find()
                    || RESPECTIVELY.matcher(context.before(first)).find();
        }
        String before = context.before(first);
        List<Found> own = context.figures(s);
        int behind = behindLevels(own, own.indexOf(first), claims.size());
        Found level = behind > 0 ? own.get(behind - 1) : null;
        return EACH.matcher(before).find()
                || (level != null
                        && level.sentence == s
                        && Context.isLevel(level)
                        && EACH_OF_LEVELS
                                .matcher(context.folded)
                                .region(context.sentence(s).start(), level.start)
                                .find());
    }

    /**
     * 从欧盟、美国和日本的进口分别增长21.8%、21%和14.6%: claims that are each of another thing are not all of one level, unless they compare
     * it with one time each: 分别比上月和上年同期低0.1和0.2个百分点.
     */
    private boolean isOfOtherLists(int s, Found claim) {
        List<Found> claims = listOf(context.figures(s), claim);
        if (claims.size() < 2 || !saysEach(s, claims)) {
            return false;
        }
        return !WITH_TIMES.matcher(context.before(claims.get(0))).find()
                && (claim.role.equals("change") || !ListedTimes.areOfTimes(claims));
    }

    boolean isListed(Found one, Found next) {
        return one.kind == next.kind
                && (one.kind.isGrowth() || one.kind == MentionKind.POINTS || one.role.equals("change"))
                && (context.sentence(one.sentence).chinese() ? LIST_MARK : ENGLISH_LIST_MARK)
                        .matcher(context.between(one, next))
                        .matches();
    }

    /** "three times the US$61 billion being spent now": the base stands behind the multiple. */
    @Nullable Found directBase(Found claim) {
        Found next = context.scan.figure(claim.index + 1);
        boolean of = claim.kind == MentionKind.MULTIPLE
                && next != null
                && next.sentence == claim.sentence
                && Context.isAmount(next)
                && OF_THE.matcher(context.between(claim, next)).matches();
        return of ? next : null;
    }

    /** 是全国平均水平(2.7%)的2.4倍: the base stands in brackets before the multiple. */
    @Nullable Found bracketedBase(Found claim) {
        Found last = context.scan.figure(claim.index - 1);
        boolean bracketed = claim.kind == MentionKind.MULTIPLE
                && last != null
                && last.sentence == claim.sentence
                && Context.isLevel(last)
                && BRACKET_CLOSES_AND_OF.matcher(context.between(last, claim)).matches()
                && BRACKET_OPENS.matcher(context.before(last)).matches();
        return bracketed ? last : null;
    }

    /** The one level of a unit in a sentence up to another level. */
    private @Nullable Found onlyLevelUpTo(int s, Found like) {
        List<Found> levels = context.figures(s).stream()
                .filter(level -> level.index < like.index && Context.isLevel(level) && level.sameUnit(like))
                .toList();
        return levels.size() == 1 ? levels.get(0) : null;
    }

    /** "2.3 times annual revenue, which came to $1.39 bn": the base is said after the multiple. */
    @Nullable Found behindWhich(int s, Found claim, Found current) {
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

    @Nullable Found nearestBefore(int s, Found claim, Found sameAs) {
        Found nearest = null;
        for (Found figure : context.figures(s)) {
            if (figure.index < claim.index && Context.isAmount(figure) && figure.sameUnit(sameAs)) {
                nearest = figure;
            }
        }
        return nearest;
    }

    /** The level of a time that fits a claim best: near, before it rather than behind, of the same unit as the other level. */
    @Nullable Found best(int s, Found claim, When time, @Nullable Found like) {
        Found best = null;
        int bestDistance = Integer.MAX_VALUE;
        for (Found level : context.around(s, 2, 0)) {
            if (level == claim || level == like || !fit.fits(claim, level, like) || !Context.at(level, time)) {
                continue;
            }
            int distance = fit.distance(claim, level, like);
            if (distance < bestDistance) {
                best = level;
                bestDistance = distance;
            }
        }
        return best;
    }
}
