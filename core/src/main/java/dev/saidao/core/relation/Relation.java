package dev.saidao.core.relation;

import dev.saidao.core.convention.Convention;
import dev.saidao.core.convention.Label;
import dev.saidao.core.figure.ReferencePeriod;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * A tie between figures: an equation, and who stands in each of its roles.
 *
 * <p>{@link FigureRelation} has the relations of this library. To add a kind, write a {@link SolvedEquation} or extend {@link Equation}; to add one relation,
 * {@link #of give} it members, or implement this interface where there is more to say. An audit needs nothing else.
 * Implementations must be immutable.
 *
 * @since 0.1
 */
public interface Relation {

    /** {@return the code by which a report refers to it; each relation of an audit has its own} */
    String id();

    /** {@return the equation that ties the members} */
    Equation equation();

    /** {@return the members, 2 or more, each in a role of its own} */
    List<Member> members();

    /** {@return what it is about, for readers; by default the name of the equation} */
    default Label title() {
        return equation().formula().name();
    }

    /** {@return the years that it leads from and to, if they are known} */
    default Optional<ReferencePeriod> period() {
        return Optional.empty();
    }

    /** {@return the years that the source named for a rate, a span, if it named any} */
    default Optional<ReferencePeriod> ratePeriod() {
        return Optional.empty();
    }

    /** {@return how its rounds were counted, if they were} */
    default Optional<Recurrence> recurrence() {
        return Optional.empty();
    }

    /** {@return the conventions that it depends on, such as how steps were counted} */
    default List<Convention> conventions() {
        return equation().conventions(this);
    }

    /** {@return other ways to take it, in the order in which they are tried} */
    default List<Change> alternatives() {
        return equation().alternatives(this);
    }

    /** {@return the roles of the members, in their order} */
    default List<String> roles() {
        return members().stream().map(Member::role).toList();
    }

    /**
     * Returns a member.
     *
     * @param role its role
     * @return the member
     * @throws IllegalArgumentException if there is none in that role
     */
    default Member member(String role) {
        for (Member member : members()) {
            if (member.role().equals(role)) {
                return member;
            }
        }
        throw new IllegalArgumentException("Role must be one of " + roles() + ": " + role);
    }

    /** {@return the role whose print is held against what the others imply} */
    default String judged() {
        return equation().judged(members());
    }

    /**
     * Names a member for readers: by its role, or by its figure where roles only tell members apart.
     *
     * @param role its role
     * @return the name
     */
    default String name(String role) {
        return equation().roles().contains(role) ? role : member(role).figure().orElse(role);
    }

    /**
     * Returns a relation.
     *
     * @param id its code
     * @param equation its equation
     * @param members its members, in the order of the roles of the equation
     * @return the relation
     */
    static Relation of(String id, Equation equation, List<Member> members) {
        return new PlainRelation(id, equation.formula().name(), equation, members);
    }

    /**
     * Returns a relation between figures that are called after the roles they stand in.
     *
     * @param id its code
     * @param equation its equation
     * @return the relation
     */
    static Relation of(String id, Equation equation) {
        return of(
                id,
                equation,
                equation.roles().stream().map(role -> Member.figure(role, role)).toList());
    }

    /**
     * Returns this relation with another equation or another constant, as a change says.
     *
     * @param change the change
     * @return the relation; this one if the change concerns neither
     */
    default Relation after(Change change) {
        if (change instanceof Change.OtherEquation other) {
            return new PlainRelation(id(), title(), other.equation(), members());
        }
        Optional<Member> constant = change instanceof Change.OtherConstant other
                ? Optional.of(other.constant())
                : change instanceof Change.OtherBaseYear other ? Optional.of(other.years()) : Optional.empty();
        if (constant.isPresent()) {
            List<Member> changed = new ArrayList<>(members());
            changed.replaceAll(member -> member.role().equals(constant.get().role()) ? constant.get() : member);
            return new PlainRelation(id(), title(), equation(), List.copyOf(changed));
        }
        return this;
    }
}
