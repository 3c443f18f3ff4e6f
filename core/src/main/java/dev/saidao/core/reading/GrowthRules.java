package dev.saidao.core.reading;

import dev.saidao.core.reading.Draft.Kind;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Growth, steps, differences and multiples: a claim, the level it leads to and the level it starts from, told by their times. */
final class GrowthRules {
    private static final Pattern GAP = LatinPattern.of("差距|相差|\\b(?:gap|spread) of ");

    private static final Pattern LACKS = Pattern.compile("(?:还差|尚差|仍差|相差)约?$");

    /** So many characters may stand between a share and the points by which it changed. */
    private static final int OWN_WORDS = 14;

    private static final int MARGIN_WORD = 3;

    /** More than what 亿 printed for 万 makes of an amount. */
    private static final double FAR_APART = 20_000;

    private static final Pattern ANNUALISED = LatinPattern.of("\\bannuali[sz]ed\\b|折年率|年化");
    private static final Pattern ANNUALISED_BEHIND =
            LatinPattern.of(" (?:[a-z]+ ){0,2}annuali[sz]ed\\b|[(（]?(?:折年率|年化)");

    /** Words that compare with another at one time, and not with the same earlier. */
    private static final Pattern WITH_OTHERS = Pattern.compile(
            "高出|高于|低于|快于|慢于|跑赢|跑输|领先|(?:above|below|ahead of|behind) the (?:[a-z]+ )?average|outperform");

    private static final Pattern FASTEST = LatinPattern.of(
            "\\b(?:fastest|highest|slowest|strongest|lowest|quickest)\\b[^.;]{0,40}\\b(?:cagr|growth|rate|pace)\\b|增[速长][^,，;；]{0,4}最[快高慢低]|最[快高慢低]的[^,，;；]{0,10}增");

    private static final Pattern AFTER =
            LatinPattern.of("\\b(?:after|following|despite) (?:a |an )?(?:[a-z-]+ ){0,3}(?:from )?(?:a |an )?$");

    /** 毛利率同比-3.6pct: another share is named between a share and the points. */
    private static final Pattern OTHER_RATE = Pattern.compile("[,，、;；][^,，、;；]*率");

    /** 高于市场预期增长5.7%, 高于全省31.3%的平均增幅: growth of what was expected, or of others. */
    private static final Pattern OF_OTHERS = Pattern.compile(
            "(?:[高低快慢好优多少强弱]于|超过?|逊于|不及)[^,，;；。\\d]{0,8}(?:预期|预测|预估|预计|目标|全国|全省|全市|全区|全球|平均|同业|行业|大盘)[^,，;；。\\d]{0,8}$");

    private final Context context;
    private final GrowthEnds ends;

    GrowthRules(Context context) {
        this.context = context;
        this.ends = new GrowthEnds(context);
    }

    List<Draft> propose(int s) {
        List<Draft> drafts = new ArrayList<>();
        for (Found claim : context.figures(s)) {
            Draft lack = claim.kind.isAmount() ? lack(s, claim) : null;
            if (lack != null) {
                drafts.add(lack);
                continue;
            }
            boolean growth = claim.kind.isGrowth()
                    || claim.kind == MentionKind.POINTS
                    || claim.kind == MentionKind.MULTIPLE
                    || (claim.role.equals("change") && !claim.yearly)
                    || isShareOfEarlier(claim);
            if (growth
                    && !claim.isOfNamed
                    && !(claim.kind == MentionKind.POINTS && claim.yearly)
                    && !isAnnualised(claim)
                    && !claim.role.equals("cell")
                    && !(claim.kind == MentionKind.MULTIPLE && !isMultiple(claim))) {
                Draft draft = draft(s, claim);
                if (draft != null) {
                    drafts.add(draft);
                }
            }
        }
        return drafts;
    }

    /** Growth of a quarter that is said as if it went on for a year: no growth between two levels. */
    private boolean isAnnualised(Found claim) {
        return context.hasClue(claim.sentence, "annualised")
                && (ANNUALISED.matcher(context.before(claim)).find()
                        || ANNUALISED_BEHIND.matcher(context.behind(claim)).lookingAt());
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

    /** "up by $3 million, while other income rose by 4% to $1.11 billion from $1.07 billion": that from which something else rose. */
    private boolean isOfOther(Found base, Found current) {
        Found last = context.scan.figure(base.index - 1);
        return last != null
                && last != current
                && last.sentence == base.sentence
                && Context.isLevel(last)
                && last.sameUnit(base)
                && context.between(last, base).equals(" from ");
    }

    /** "A added 69.4 GW, and B expanded by 71.2 GW": nothing grew by more than it is. */
    private static boolean isMoreThan(Found change, Found level) {
        return change.role.equals("change")
                && (change.kind == MentionKind.COUNT || change.kind == MentionKind.PHYSICAL)
                && change.value.compareTo(level.value) > 0;
    }

    /** Earnings per share and a profit in millions: two amounts of which no misprint makes one grow from the other. */
    private static boolean areFarApart(Found base, Found current) {
        double quotient = Math.abs(current.value.doubleValue() / base.value.doubleValue());
        return base.kind.isAmount() && (quotient > FAR_APART || quotient < 1 / FAR_APART);
    }

    /** No half-year grows from a quarter. */
    private static boolean areUnlike(Found base, Found current) {
        return base.time != null && current.time != null && base.time.isOtherPart(current.time);
    }

    /**
     * 2024年毛利率30.2%,费用率9.0%,同比上升0.2个百分点: points that are said right behind a share are of that share, and where they are compared with
     * another time, it is what they lead to.
     */
    private @Nullable Found[] ofOwnLevel(Found claim, @Nullable Found[] pair) {
        Found own = context.scan.figure(claim.index - 1);
        Found next = context.scan.figure(claim.index + 1);
        boolean isOwn = claim.kind == MentionKind.POINTS
                && own != null
                && own.sentence == claim.sentence
                && own.kind == MentionKind.SHARE
                && claim.start - own.end <= OWN_WORDS
                && !(own.time != null && claim.time != null && own.time.compareTo(claim.time) < 0)
                && !OTHER_RATE.matcher(context.between(own, claim)).find()
                && !(next != null && (ends.isListed(claim, next) || ends.isTarget(claim, next)));
        Found base = pair[0];
        Found current = pair[1];
        if (claim.kind == MentionKind.POINTS && base != null && current != null) {
            String before = margin(base);
            String now = margin(current);
            if (!before.isEmpty() && !now.isEmpty() && !before.equals(now)) {
                return new Found[] {null, current};
            }
        }
        if (!isOwn || own == pair[1] || (own == pair[0] && claim.compared.isEmpty())) {
            return pair;
        }
        return new Found[] {null, own};
    }

    /** Which margin it is that words name for a figure, as they begin: 毛利率, 净利率, "gross margin"; empty if none, or none in particular. */
    private String margin(Found figure) {
        if (!figure.indicator.equals("margin") || figure.indicatorAt < 0) {
            return "";
        }
        int start = context.folded.startsWith("利润率", figure.indicatorAt)
                ? Math.max(0, figure.indicatorAt - 1)
                : figure.indicatorAt;
        String word = context.folded.substring(start, Math.min(context.folded.length(), start + MARGIN_WORD));
        return word.equals("mar") ? "" : word;
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
        if (isOfTimeBefore(claim) || isOfFastest(s, claim)) {
            return null;
        }
        if (claim.kind.isGrowth() && OF_OTHERS.matcher(context.before(claim)).find()) {
            return null;
        }
        @Nullable Found[] pair = countered(s, claim);
        boolean countered = pair != null;
        if (pair == null) {
            pair = ofOwnLevel(claim, ends.ends(s, claim));
        }
        Found current = pair[1];
        boolean unlike = pair[0] != null
                && current != null
                && (areUnlike(pair[0], current) || isOfOther(pair[0], current) || areFarApart(pair[0], current));
        Found base = unlike ? null : pair[0];
        if (base == current || (base == null && current != null && isMoreThan(claim, current))) { // both may be absent
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
            // no word says which way it went: 由5.2%到4.8%,相差0.4个百分点
            boolean other = claim.cue.isEmpty()
                    && base != null
                    && current != null
                    && current.value.compareTo(base.value) < 0
                    && claim.value.signum() > 0;
            return new Draft(Kind.DIFFERENCE, "difference-of-levels", sureness)
                    .with("from", other ? current : base)
                    .with("to", other ? base : current)
                    .with("difference", claim);
        }
        return new Draft(Kind.STEP, "step-between-levels", sureness)
                .with("previous", base)
                .with("current", current)
                .with("rate", claim);
    }

    /** "Asia is to post the fastest CAGR, 13.2%": growth of a part, and of no level that another sentence names. */
    private boolean isOfFastest(int s, Found claim) {
        return claim.kind.isGrowth()
                && FASTEST.matcher(context.before(claim)).find()
                && context.figures(s).stream().noneMatch(level -> Context.isLevel(level) && Context.isAmount(level));
    }

    /** "rose 5.4%, following a 5.2% increase in the previous period": growth of a time before, which no words date. */
    private boolean isOfTimeBefore(Found claim) {
        Found last = context.scan.figure(claim.index - 1);
        while (last != null && last.sentence == claim.sentence && last.kind != claim.kind) {
            last = context.scan.figure(last.index - 1);
        }
        return last != null
                && last.sentence == claim.sentence
                && Objects.equals(last.time, claim.time)
                && Objects.equals(last.from, claim.from)
                && AFTER.matcher(context.before(claim)).find();
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

    /** 已建成52个,离建成100个的目标还差48个: what an amount lacks of another. */
    private @Nullable Draft lack(int s, Found amount) {
        Found goal = context.scan.figure(amount.index - 1);
        Found now = goal == null ? null : context.scan.figure(goal.index - 1);
        boolean fits = goal != null
                && now != null
                && now.sentence == s
                && Context.isAmount(amount)
                && Context.isLevel(goal)
                && Context.isLevel(now)
                && amount.sameUnit(goal)
                && amount.sameUnit(now)
                && LACKS.matcher(context.before(amount)).find();
        if (!fits || goal == null || now == null) {
            return null;
        }
        boolean rising = now.value.compareTo(goal.value) < 0;
        return new Draft(Kind.DIFFERENCE, "lack-of-goal", Sureness.LIKELY)
                .with("from", rising ? now : goal)
                .with("to", rising ? goal : now)
                .with("difference", amount);
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
        Found base = ends.best(rate.sentence, rate, from.plusYears(-1), end);
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
        Found base = levels.get(rising ? 0 : 1);
        Found current = levels.get(rising ? 1 : 0);
        if (!claim.timeSaid) {
            claim.from = base.time;
            claim.time = current.time;
        }
        return new Found[] {base, current};
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
        if (ends.directBase(claim) == base
                || (claim.kind == MentionKind.MULTIPLE && ends.behindWhich(s, claim, current) == base)) {
            return Sureness.STATED;
        }
        if (base.index > claim.index
                && context.folded
                                .substring(Math.min(claim.end, base.start), base.start)
                                .indexOf(';')
                        >= 0) {
            return Sureness.POSSIBLE;
        }
        if (base.sentence != current.sentence && ends.isOfPart(base) && base.region.equals(current.region)) {
            return Sureness.POSSIBLE;
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
