package dev.saidao.core.reading;

import dev.saidao.core.reading.Draft.Kind;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Of the levels around a claim of growth or share, the pair that it is the growth or share of. */
final class FittingPairs {

    /** A quotient that is known less exactly than this fits too many pairs by chance. */
    static final double WIDEST = 0.055;
    /** The same where one pair alone fits, and stands beside the claim. */
    private static final double WIDEST_ALONE = 0.5;

    /** How far from each other a claim and two levels may stand that are held to be beside it. */
    private static final int NEAR = 26;

    /** How much further off two levels count of which words name neither. */
    private static final int UNNAMED = 20;

    private static final int FEWEST_LEVELS = 2;

    /** How wide a quotient of two printed numbers may be that tells something. */
    private static final double COARSEST = 0.3;

    private static final double ROUNDING = 1e-9;

    private final Context context;

    FittingPairs(Context context) {
        this.context = context;
    }

    @Nullable Draft find(int s, Found claim, @Nullable Draft known) {
        List<Found> levels = levels(s, claim);
        if (levels.size() < FEWEST_LEVELS) {
            return null;
        }
        Range said = Range.of(claim);
        Draft best = null;
        int bestDistance = Integer.MAX_VALUE;
        int fitting = 0;
        int fittingNamed = 0;
        for (Found one : levels) {
            for (Found other : levels) {
                boolean pair = one != other && one.sameUnit(other) && canBePair(claim, one, other);
                Draft draft = pair ? pair(claim, said, one, other) : null;
                int distance = FittingRules.distance(claim, one)
                        + FittingRules.distance(claim, other)
                        + 2 * FittingRules.distance(one, other);
                boolean named = known == null || known.members.containsValue(one) || known.members.containsValue(other);
                distance += named ? 0 : UNNAMED;
                fittingNamed += draft == null || known == null || !named ? 0 : 1;
                fitting += draft == null ? 0 : 1;
                if (draft != null && distance < bestDistance) {
                    best = draft;
                    bestDistance = distance;
                }
            }
        }
        double width = width(claim, said);
        boolean alone = bestDistance <= NEAR
                && width <= WIDEST_ALONE
                && (fittingNamed == 1 || (fitting == 1 && isBeside(claim, best)));
        return width <= WIDEST || alone ? best : null;
    }

    private static boolean isBeside(Found claim, @Nullable Draft pair) {
        return pair != null
                && pair.figures().stream()
                        .anyMatch(level -> level != claim && FittingRules.distance(claim, level) == 1);
    }

    /** How exactly a claim says what it says of two numbers. */
    static double width(Found claim, Range said) {
        return claim.kind.isGrowth() ? said.shifted(1).width() : said.width();
    }

    private List<Found> levels(int s, Found claim) {
        List<Found> levels = new ArrayList<>();
        for (Found figure : context.around(s, FittingRules.BACK, FittingRules.AHEAD)) {
            boolean shares = claim.kind == MentionKind.POINTS;
            boolean fits = figure != claim
                    && (Context.isLevel(figure) || (claim.kind == MentionKind.SHARE && Context.isAmount(figure)))
                    && (figure.kind == MentionKind.SHARE) == shares
                    && figure.kind != MentionKind.NUMBER
                    && !Context.isSize(figure)
                    && !figure.role.equals("cell")
                    && !figure.isRange()
                    && figure.value.signum() > 0;
            if (fits) {
                levels.add(figure);
            }
        }
        return levels;
    }

    private static boolean canBePair(Found claim, Found one, Found other) {
        boolean regions = one.region.isEmpty() || other.region.isEmpty() || one.region.equals(other.region);
        if (claim.kind == MentionKind.SHARE) {
            return one.value.compareTo(other.value) < 0
                    && Objects.equals(one.from, other.from)
                    && (one.from == null || one.from.equals(claim.from))
                    && Context.areNotToldApart(one, other);
        }
        if (claim.kind == MentionKind.MULTIPLE) {
            return true;
        }
        boolean open = isOneSided(one) || isOneSided(other);
        return regions
                && (!open || claim.kind == MentionKind.RATE)
                && (Context.oneIndicator(one, other) || isOfYears(claim, one, other))
                && (one.time == null
                        || other.time == null
                        || one.time.compareTo(other.time) < 0
                        || (!claim.kind.isGrowth() && isOneTime(one, other)) // a gap, a balance
                        || (!claim.kind.isGrowth() && claim.compared.isEmpty() && !(one.timeSaid && other.timeSaid)));
    }

    private static boolean isOneTime(Found one, Found other) {
        return one.time != null && Context.at(other, one.time);
    }

    /** "Revenue reaches $34.8bn in 2025. A growth rate (CAGR 2025-2029) of 5.6% leads to a volume of $43.3bn by 2029": its very years. */
    private static boolean isOfYears(Found claim, Found one, Found other) {
        return claim.kind == MentionKind.RATE
                && claim.timeSaid
                && one.timeSaid
                && other.timeSaid
                && Context.at(one, claim.from)
                && Context.at(other, claim.time);
    }

    private static boolean isOneSided(Found level) {
        return !level.qualifier.equals("none") && !level.qualifier.equals("about");
    }

    /** The claim of an earlier and a later level, or of a part and its whole; null if they do not fit. */
    private static @Nullable Draft pair(Found claim, Range said, Found one, Found other) {
        Range first = Range.of(one);
        Range second = Range.of(other);
        if (!isTelling(claim, first, second)) {
            return null;
        }
        switch (claim.kind) {
            case SHARE -> {
                return first.by(second).meets(said)
                        ? FittingRules.draft(Kind.SHARE, "fitting-share", "part", one, "whole", other, "share", claim)
                        : null;
            }
            case MULTIPLE -> {
                return second.by(first).meets(said)
                        ? FittingRules.draft(
                                Kind.MULTIPLE, "fitting-multiple", "base", one, "value", other, "multiple", claim)
                        : null;
            }
            case STEP, TOTAL_GROWTH -> {
                Range factor = said.shifted(1);
                return second.by(first).meets(factor)
                        ? FittingRules.draft(
                                Kind.STEP, "fitting-step", "previous", one, "current", other, "rate", claim)
                        : null;
            }
            case RATE -> {
                int years = years(claim, one, other);
                Range factor = said.shifted(1);
                return years > 1 && second.by(first).root(years).meets(factor)
                        ? FittingRules.draft(Kind.GROWTH, "fitting-growth", "base", one, "end", other, "rate", claim)
                                .constant("years", years)
                        : null;
            }
            default -> {
                boolean alike = claim.kind == MentionKind.POINTS || claim.sameUnit(one);
                return alike && second.minus(first).meets(said)
                        ? FittingRules.draft(
                                Kind.DIFFERENCE, "fitting-difference", "from", one, "to", other, "difference", claim)
                        : null;
            }
        }
    }

    /** Whether two numbers are printed exactly enough to tell a claim: of 3 and 5 many a share is one, of 0.3 and 0.3 any growth. */
    private static boolean isTelling(Found claim, Range one, Range other) {
        double size = Math.abs(claim.value.doubleValue());
        return switch (claim.kind) {
            case SHARE -> one.by(other).width() <= COARSEST;
            case STEP, TOTAL_GROWTH -> other.by(one).width() <= Math.max(size, COARSEST);
            case MONEY, COUNT, PHYSICAL -> {
                Range difference = other.minus(one);
                yield difference.high() - difference.low() <= 2 * size + ROUNDING;
            }
            default -> true;
        };
    }

    private static int years(Found rate, Found base, Found end) {
        if (base.time == null || end.time == null) {
            return 0;
        }
        boolean other = rate.timeSaid
                && rate.from != null
                && rate.time != null
                && (rate.from.year() != base.time.year() || rate.time.year() != end.time.year());
        return other ? 0 : end.time.year() - base.time.year();
    }
}
