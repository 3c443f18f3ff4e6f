package dev.saidao.core.audit;

import dev.saidao.core.relation.Change;
import dev.saidao.core.relation.RepairKind;
import java.math.BigDecimal;
import java.math.MathContext;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * Which changes are worth telling: those that would be surprising if they were not the cause.
 *
 * <p>A change must make the digits agree: a word beside them, such as "over", excuses what it excuses without any change. Of the
 * changes that do, those are told that would excuse few of the wrong claims, see {@link Repair#share}, which also says how few.
 */
final class Excuses {

    /** A repair that would excuse more than this share of the wrong claims is not told. */
    static final double MOST_IN_A_REPAIR = 0.02;

    /** One that leaves a rest must excuse less. */
    static final double MOST_WITH_A_REST = 0.0015;

    /** A convention that would excuse more than this share is a repair like others. */
    static final double MOST_IN_A_CONVENTION = 0.001;

    /** One step less is the commonest: a rate of 2025 to 2030 beside the size of 2024. */
    static final double MOST_IN_ONE_STEP_LESS = 0.0025;

    /** What would excuse less first; of those alike the likelier kind. */
    static final Comparator<RankedChange> RANKING = Comparator.comparing(RankedChange::share)
            .thenComparing(ranked -> ranked.change().kind());

    private static final MathContext DIGITS = new MathContext(2);

    private Excuses() {}

    /** The change with the share that it would excuse; absent if that is too much. */
    static Optional<RankedChange> ranked(Change change, Verdict verdict, double share, Optional<BigDecimal> rest) {
        BigDecimal rounded = rounded(share);
        boolean said =
                change instanceof Change.OtherBaseYear other && other.growth().isEmpty();
        boolean little = said || rounded.doubleValue() <= (rest.isPresent() ? MOST_WITH_A_REST : MOST_IN_A_REPAIR);
        return little ? Optional.of(new RankedChange(change, verdict, rounded, rest)) : Optional.empty();
    }

    /** Two digits of a share or a rest. */
    static BigDecimal rounded(double number) {
        BigDecimal rounded = new BigDecimal(number).round(DIGITS).stripTrailingZeros();
        return rounded.scale() < 0 ? rounded.setScale(0) : rounded;
    }

    /** Whether a change is another convention that makes a claim agree. */
    static boolean isExcuse(RepairKind kind, String code, Optional<BigDecimal> share) {
        return kind.isConvention()
                && share.filter(excused -> excused.doubleValue() > most(code)).isEmpty();
    }

    private static double most(String code) {
        boolean saidOrOfTheLastDigit =
                code.startsWith("stated-span") || code.equals("truncated") || code.equals("padded-zeros");
        return saidOrOfTheLastDigit
                ? MOST_IN_A_REPAIR
                : code.equals("n-1") ? MOST_IN_ONE_STEP_LESS : MOST_IN_A_CONVENTION;
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
