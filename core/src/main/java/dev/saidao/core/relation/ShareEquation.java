package dev.saidao.core.relation;

import dev.saidao.core.bounds.Bounds;
import dev.saidao.core.bounds.Terms;
import dev.saidao.core.convention.Label;
import dev.saidao.core.quantity.Unit;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;
import java.util.Optional;

/**
 * The share of a part in a whole (占比): {@code part = whole × share}; the share is judged.
 *
 * <p>A share that nobody printed is at most 1: a part cannot be larger than its whole. One that was printed may be more, since
 * ratios of sizes that are no parts are printed in per cent too. A part of things that are counted one by one is a whole number.
 *
 * @since 0.1
 */
public final class ShareEquation extends ProductEquation {

    /** The whole. */
    public static final String WHOLE = "whole";

    /** The part, of the same unit; of a whole that is counted it may have another noun, as have the employed of all persons. */
    public static final String PART = "part";

    /** The share of the part. */
    public static final String SHARE = "share";

    /** The one equation of its kind. */
    public static final ShareEquation INSTANCE = new ShareEquation();

    private ShareEquation() {
        super("share", Label.of("share of a whole", "占比"), "part = whole × share", SHARE, WHOLE, PART, SHARE, 0);
        isSolvedBy("share = part / whole");
        isSolvedBy("whole = part / share");
    }

    @Override
    public Units units(Units known) {
        return known.comparable(List.of(WHOLE, PART)).of(SHARE, Unit.SHARE);
    }

    @Override
    public Optional<Label> impossible(String role, Bounds implied, Terms terms) {
        boolean aboveAll = role.equals(SHARE)
                && implied.lower()
                        .filter(low -> low.compareTo(BigDecimal.ONE) > 0)
                        .isPresent();
        if (aboveAll) {
            return Optional.of(Label.of("a part cannot be larger than its whole", "部分不能大于整体"));
        }
        return role.equals(PART) && isCounted(terms) && !hasWholeNumber(implied)
                ? Optional.of(Label.of(
                        "no whole number of " + terms.unit(WHOLE) + " lies in " + implied,
                        implied + " 内没有整数个" + terms.unit(WHOLE)))
                : Optional.empty();
    }

    /** Whether the whole is a number of things, each one known to be there. */
    private static boolean isCounted(Terms terms) {
        return terms.names().contains(WHOLE)
                && terms.unit(WHOLE)
                        .thing()
                        .filter(thing -> !thing.equals("items"))
                        .isPresent()
                && terms.unit(WHOLE).kind() == Unit.Kind.COUNT
                && terms.bounds(WHOLE)
                        .singleValue()
                        .filter(whole -> whole.scale() == 0)
                        .isPresent();
    }

    private static boolean hasWholeNumber(Bounds bounds) {
        if (bounds.isEmpty() || bounds.lower().isEmpty() || bounds.upper().isEmpty()) {
            return !bounds.isEmpty();
        }
        BigDecimal first = bounds.lower().get().setScale(0, RoundingMode.CEILING);
        return bounds.contains(first) || bounds.contains(first.add(BigDecimal.ONE));
    }

    @Override
    public boolean knowsImpossible() {
        return true;
    }
}
