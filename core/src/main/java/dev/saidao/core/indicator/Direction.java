package dev.saidao.core.indicator;

/**
 * Which way an indicator is wanted to go.
 *
 * @since 0.1
 */
public enum Direction {
    /** More is better. */
    INCREASE(1),
    /** Less is better. */
    DECREASE(-1);

    private final int sign;

    Direction(int sign) {
        this.sign = sign;
    }

    /** {@return 1 for more, -1 for less} */
    public int sign() {
        return sign;
    }

    /** {@return the other direction} */
    public Direction reversed() {
        return this == INCREASE ? DECREASE : INCREASE;
    }
}
