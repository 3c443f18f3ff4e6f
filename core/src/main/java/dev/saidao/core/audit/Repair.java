package dev.saidao.core.audit;

import dev.saidao.core.bounds.BoundedQuantity;
import dev.saidao.core.convention.Label;
import dev.saidao.core.relation.RepairKind;
import java.math.BigDecimal;
import java.util.Optional;
import org.immutables.value.Value;
import tools.jackson.databind.annotation.JsonDeserialize;
import tools.jackson.databind.annotation.JsonSerialize;

/**
 * One change after which figures that contradict each other agree, or nearly do. That they do was checked, not assumed.
 *
 * @since 0.1
 */
@Value.Immutable
@JsonSerialize(as = ImmutableRepair.class)
@JsonDeserialize(as = ImmutableRepair.class)
public abstract class Repair {

    Repair() {}

    /** {@return the kind of change} */
    public abstract RepairKind kind();

    /** {@return a short name, such as {@code n+1} or {@code end/10}} */
    public abstract String code();

    /** {@return what is changed} */
    public abstract Label text();

    /** {@return the figure that is changed; absent if it is the relation} */
    public abstract Optional<String> figure();

    /** {@return the figure after the change; absent if no figure is changed} */
    public abstract Optional<BoundedQuantity> changed();

    /** {@return what the others imply for the judged figure after the change} */
    public abstract BoundedQuantity implied();

    /** {@return the judged figure after the change} */
    public abstract BoundedQuantity published();

    /** {@return how well they agree then: one of the first three; {@link Verdict#CONTRADICTS} if a small rest is left} */
    public abstract Verdict verdict();

    /** {@return the rest in percentage points, if a small one is left} */
    public abstract Optional<BigDecimal> rest();

    /**
     * {@return which share of the wrong numbers would be excused by this change, 0 to 1 with two digits: 0.0012 says that of 10,000
     * wrong claims of the same form it would make 12 agree as well; absent for an inequality, such as a cadence, and for numbers
     * that are not positive}
     *
     * <p>The judged number is thought replaced by others, as far off as {@link ErrorDistribution} says, and of those that do not agree
     * with the rest as it stands, the ones are counted that would after the change:
     *
     * <pre>{@code share = P(agrees after the change, does not as it stands) / P(does not agree as it stands)}</pre>
     *
     * <ul>
     *   <li>If the printed points agree after the change, those are counted whose points would too; otherwise those that would by
     *       rounding. So coarse digits, a range of exchange rates and unprinted years make the share larger.
     *   <li>If the numbers as they stand exclude one side only, as with "over", the wrong numbers are all on that side.
     *   <li>A word such as "over" excuses nothing by itself: a change after which numbers agree only because of it is not told.
     *   <li>Of padded zeros the share is that of the numbers excused which end in as many zeros.
     * </ul>
     *
     * <p>Changes with a share above 0.02 are not told, but for a later base year that the source itself names; another currency of a growth
     * claim up to 0.005, a change that leaves a rest up to 0.001. Another convention makes figures {@linkplain
     * Verdict#AGREES_UNDER_OTHER_CONVENTION agree} only up to 0.001; one step less up to 0.0025, for a rate often counts from the year
     * after the base; a last digit cut off up to 0.005; the steps of the span that the source states, and padded zeros, up to 0.02.
     * Above that it is a repair like others.
     *
     * <p>Repairs stand in the order of their shares, those first that would excuse the fewest; what the source itself says by the years it gives for
     * the rate, a later base year or other steps, stands where a hundredth of its share would.
     */
    public abstract Optional<BigDecimal> share();

    static Builder builder() {
        return new Builder();
    }

    static final class Builder extends ImmutableRepair.Builder {
        Builder() {}
    }
}
