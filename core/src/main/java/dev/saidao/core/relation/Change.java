package dev.saidao.core.relation;

import dev.saidao.core.bounds.Bounds;
import dev.saidao.core.convention.Convention;
import dev.saidao.core.convention.Label;
import java.util.Optional;

/**
 * A change to a relation, or to what is known of its members, after which they may agree: another convention, or a mistake that
 * is often made.
 *
 * @since 0.1
 */
public sealed interface Change {

    /** {@return whether it is another convention or a mistake, and which} */
    RepairKind kind();

    /** {@return a short name, such as {@code n+1} or {@code end/10}} */
    String code();

    /** {@return what is changed} */
    Label text();

    /** {@return the change as a convention, by the name of its code, such as {@code other.n-1}} */
    default Convention convention() {
        return convention(code(), text());
    }

    /**
     * Returns a change as a convention.
     *
     * @param code its code
     * @param text what is changed
     * @return the convention, by the name of the code, such as {@code other.n-1}
     */
    static Convention convention(String code, Label text) {
        return Convention.of("other." + code.replaceAll("[^A-Za-z0-9]+", "-").replaceAll("-$", ""), text);
    }

    /**
     * Another equation holds.
     *
     * @param kind the kind of change
     * @param code a short name
     * @param text what is changed
     * @param equation the equation, with the same roles
     * @since 0.1
     */
    record OtherEquation(RepairKind kind, String code, Label text, Equation equation) implements Change {}

    /**
     * Another constant is meant.
     *
     * @param kind the kind of change
     * @param code a short name
     * @param text what is changed
     * @param constant the constant in its role
     * @since 0.1
     */
    record OtherConstant(RepairKind kind, String code, Label text, Member constant) implements Change {}

    /**
     * A constant was only assumed, and any other number may be meant.
     *
     * @param kind the kind of change
     * @param role the role of the constant, which is the code as well
     * @param text what it is called
     * @since 0.1
     */
    record Assumption(RepairKind kind, String role, Label text) implements Change {
        @Override
        public String code() {
            return role;
        }
    }

    /**
     * A member is a multiple of what was printed.
     *
     * @param kind the kind of change
     * @param code a short name
     * @param text what is changed
     * @param role the role of the member
     * @param factor what it is multiplied by
     * @since 0.1
     */
    record Scaling(RepairKind kind, String code, Label text, String role, Bounds factor) implements Change {}

    /**
     * Digits were cut off, not rounded.
     *
     * @param code a short name
     * @param text what is changed
     * @param all whether those of all members, or only those of the judged one
     * @since 0.1
     */
    record CutOff(String code, Label text, boolean all) implements Change {
        @Override
        public RepairKind kind() {
            return RepairKind.TRUNCATED;
        }
    }

    /**
     * Zeros at the end of numbers, before or behind the point, are padding and no digits.
     *
     * @param code a short name
     * @param text what is changed
     * @since 0.1
     */
    record RoundFigures(String code, Label text) implements Change {
        @Override
        public RepairKind kind() {
            return RepairKind.ROUND_FIGURES;
        }
    }

    /**
     * The rate counts from the year before or after that of the printed base.
     *
     * @param code a short name
     * @param text what is changed
     * @param growth the role of the printed growth between the two years; absent if none was printed, so that it may have been from
     *     nothing to twice the higher of the rate and of that of the whole span
     * @param isBefore whether it counts from the year before
     * @param years the yearly steps that are left
     * @since 0.1
     */
    record OtherBaseYear(String code, Label text, Optional<String> growth, boolean isBefore, Member years)
            implements Change {
        @Override
        public RepairKind kind() {
            return RepairKind.BASE_YEAR;
        }
    }
}
