package dev.saidao.core.audit;

import dev.saidao.core.relation.Change;
import dev.saidao.core.relation.RepairKind;
import java.math.BigDecimal;
import java.math.MathContext;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;

/**
 * Which changes are worth telling: those that would be surprising if they were not the cause.
 *
 * <p>A change must make the digits agree: a word beside them, such as "over", excuses what it excuses without any change. Of the
 * changes that do, those are told that would excuse few of the wrong claims, see {@link Repair#share}, which also says how few.
 */
final class Excuses {

    /** A repair that would excuse more than this share of the wrong claims is not told. */
    static final double MOST_IN_A_REPAIR = 0.02;

    /** A currency of a claim must be pinned down by the rate of the year. */
    static final double MOST_IN_A_CURRENCY = 0.005;

    /** One that leaves a rest must excuse less. */
    static final double MOST_WITH_A_REST = 0.001;

    /** A convention that would excuse more than this share is a repair like others. */
    static final double MOST_IN_A_CONVENTION = 0.001;

    /** A last digit cut off, not rounded. */
    static final double MOST_IN_A_LAST_DIGIT = 0.005;

    /** One step less is the commonest: a rate of 2025 to 2030 beside the size of 2024. */
    static final double MOST_IN_ONE_STEP_LESS = 0.0025;

    /**
     * What the source itself says, by the years it gives for the rate, is taken to be so many times likelier than a mistake of
     * which nothing is said, of whose kinds each is behind a few wrong claims in a hundred.
     */
    private static final double SAID = 100;

    /** The likelier first: what would excuse less, where the source does not say it; of those alike the likelier kind. */
    static final Comparator<RankedChange> RANKING = Comparator.<RankedChange>comparingDouble(
                    ranked -> unlikeliness(ranked.code(), ranked.share()))
            .thenComparing(ranked -> ranked.change().kind());

    private static final String STATED_SPAN = "stated-span";
    private static final MathContext DIGITS = new MathContext(2);
    /** Rounding to two digits moves a share by a twentieth at most. */
    private static final double FAR = 1.06;

    private static final double LEAST_SCALED = 1e-12;
    private static final double NEAR_HALF = 1e-6;

    private Excuses() {}

    /** The change of a claim with the share that it would excuse; absent if that is too much. */
    static Optional<RankedChange> ofClaim(Change change, Verdict verdict, double share, Optional<BigDecimal> rest) {
        double most = mostTold(change, rest.isPresent());
        // most are far above it, and need no digits
        return isFarAbove(share, most)
                ? Optional.empty()
                : upTo(most, new RankedChange(change, verdict, rounded(share), rest));
    }

    private static double mostTold(Change change, boolean leavesARest) {
        if (change.kind() == RepairKind.CURRENCY) {
            return MOST_IN_A_CURRENCY;
        }
        return leavesARest ? MOST_WITH_A_REST : isSaid(change) ? 1 : MOST_IN_A_REPAIR;
    }

    /** Whether a convention of a claim that leaves no rest is told, as {@link #ofClaim} says. */
    static boolean isTold(Change convention, double share) {
        return isAtMost(share, mostTold(convention, false));
    }

    /** Whether a convention of a claim is told and makes it agree, as {@link #excuse} says. */
    static boolean isExcuse(Change convention, double share) {
        return isAtMost(share, Math.min(mostTold(convention, false), mostExcused(convention.code())));
    }

    /** Whether a share is not above another once it is rounded, which it needs to be where they are near. */
    private static boolean isAtMost(double share, double most) {
        return !isFarAbove(share, most) && (share < most / FAR || rounded(share).doubleValue() <= most);
    }

    private static boolean isFarAbove(double share, double most) {
        return share > FAR * most;
    }

    /** The change of any relation, whose numbers may be of no known year. */
    static Optional<RankedChange> ofRelation(Change change, Verdict verdict, double share) {
        return upTo(MOST_IN_A_REPAIR, new RankedChange(change, verdict, rounded(share), Optional.empty()));
    }

    private static Optional<RankedChange> upTo(double most, RankedChange ranked) {
        return Optional.of(ranked).filter(one -> one.share().doubleValue() <= most);
    }

    /** The share by which changes are ordered, less for those that the source itself says. */
    static double unlikeliness(String code, BigDecimal share) {
        boolean said = code.equals("later-base") || code.startsWith(STATED_SPAN);
        return said ? share.doubleValue() / SAID : share.doubleValue();
    }

    /** Whether the source itself says that the rate counts from a later base, whose size it does not print. */
    private static boolean isSaid(Change change) {
        return change instanceof Change.OtherBaseYear other && other.growth().isEmpty();
    }

    /** Whether a change goes farther than another that does already: all digits cut off, where those of one figure are enough. */
    static boolean isMoreThanEnough(Change change, Predicate<String> isTold) {
        return change instanceof Change.CutOff cutOff && cutOff.all() && isTold.test("truncated");
    }

    /** Two digits of a share or a rest, halves up as its shortest decimal has them. */
    static BigDecimal rounded(double number) {
        if (number > LEAST_SCALED && number < 1) {
            int scale = 2;
            double scaled = 100 * number;
            while (scaled < 10) {
                scaled *= 10;
                scale++;
            }
            // a half may be a little more or less as a decimal
            double rest = scaled - Math.floor(scaled);
            if (Math.abs(rest - 0.5) > NEAR_HALF) {
                return stripped(Math.round(scaled), scale);
            }
        }
        BigDecimal rounded = BigDecimal.valueOf(number).round(DIGITS).stripTrailingZeros();
        return rounded.scale() < 0 ? rounded.setScale(0) : rounded;
    }

    private static BigDecimal stripped(long digits, int scale) {
        return digits % 10 == 0 ? stripped(digits / 10, scale - 1) : BigDecimal.valueOf(digits, scale);
    }

    /** Whether a change is another convention that makes a claim agree. */
    static boolean isExcuse(RepairKind kind, String code, Optional<BigDecimal> share) {
        return kind.isConvention()
                && share.filter(excused -> excused.doubleValue() > mostExcused(code))
                        .isEmpty();
    }

    private static double mostExcused(String code) {
        return switch (code) {
            case "truncated" -> MOST_IN_A_LAST_DIGIT;
            case "n-1" -> MOST_IN_ONE_STEP_LESS;
            case "padded-zeros" -> MOST_IN_A_REPAIR;
            default -> code.startsWith(STATED_SPAN) ? MOST_IN_A_REPAIR : MOST_IN_A_CONVENTION;
        };
    }

    /** The first convention that makes a claim agree, of changes in their order. */
    static Optional<RankedChange> excuse(List<RankedChange> ranked) {
        for (RankedChange one : ranked) {
            if (isExcuse(one.change().kind(), one.code(), Optional.of(one.share()))) {
                return Optional.of(one);
            }
        }
        return Optional.empty();
    }
}
