package dev.saidao.core.relation;

import dev.saidao.core.internal.Codes;
import dev.saidao.core.quantity.Quantity;
import java.util.Optional;
import org.immutables.value.Value;
import tools.jackson.databind.annotation.JsonDeserialize;
import tools.jackson.databind.annotation.JsonSerialize;

/**
 * What stands in one place of a relation: a figure, or a constant such as the number of yearly steps.
 *
 * @since 0.1
 */
@Value.Immutable
@JsonSerialize(as = ImmutableMember.class)
@JsonDeserialize(as = ImmutableMember.class)
public abstract class Member {

    Member() {}

    /** {@return the place, such as {@code base}} */
    @Value.Parameter
    public abstract String role();

    /** {@return the id of the figure; absent for a constant} */
    @Value.Parameter
    public abstract Optional<String> figure();

    /** {@return the constant; absent for a figure} */
    @Value.Parameter
    public abstract Optional<Quantity> constant();

    /**
     * Returns a figure as a member. Figures that nobody printed have ids of their own.
     *
     * @param role the place in the relation
     * @param figure the id of the figure: 1 to 100 letters, digits, dots, underscores and hyphens
     * @return the member
     * @throws IllegalArgumentException if role or id have any other form
     */
    public static Member figure(String role, String figure) {
        return ImmutableMember.of(role, Optional.of(figure), Optional.empty());
    }

    /**
     * Returns a constant as a member.
     *
     * @param role the place in the relation
     * @param constant the quantity
     * @return the member
     * @throws IllegalArgumentException if the role is not 1 to 100 letters, digits, dots, underscores and hyphens
     */
    public static Member constant(String role, Quantity constant) {
        return ImmutableMember.of(role, Optional.empty(), Optional.of(constant));
    }

    @Value.Check
    final void check() {
        Codes.require(role(), "Role");
        figure().ifPresent(id -> Codes.require(id, "Figure"));
        if (figure().isPresent() == constant().isPresent()) {
            throw new IllegalArgumentException("Member must be a figure or a constant: " + role());
        }
    }
}
