package dev.saidao.policy.target;

import dev.saidao.core.bounds.Bounds;
import dev.saidao.core.indicator.Direction;
import java.math.BigDecimal;

/**
 * Whether the number of a target is itself good enough.
 *
 * @since 0.1
 */
public enum TargetBound {
    /** The number itself meets the target (达到, 以上, 以下). The default. */
    INCLUDED,
    /** The number itself does not meet it (超过, 不到, 低于). */
    EXCLUDED;

    /**
     * Returns the numbers that meet a target.
     *
     * @param target the number of the target
     * @param direction which way is wanted
     * @return from the target on in that direction
     */
    public Bounds meeting(BigDecimal target, Direction direction) {
        if (direction == Direction.INCREASE) {
            return this == INCLUDED ? Bounds.atLeast(target) : Bounds.greaterThan(target);
        }
        return this == INCLUDED ? Bounds.atMost(target) : Bounds.lessThan(target);
    }
}
