package dev.saidao.core.audit;

import dev.saidao.core.bounds.BoundedQuantity;
import dev.saidao.core.bounds.Bounds;
import dev.saidao.core.bounds.BoundsArithmetic;
import dev.saidao.core.convention.Convention;
import dev.saidao.core.convention.Label;
import dev.saidao.core.derivation.Formula;
import dev.saidao.core.quantity.Unit;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * A tie between figures: given all members but one, it says where that one must lie.
 *
 * <p>{@link FigureRelation} has the relations of this library. To add one, implement this interface; the auditor needs
 * nothing else. An implementation must be immutable, and {@link #implied} must be isotone (wider members never give
 * narrower bounds) and contain every value of the member that makes the relation true.
 */
public interface Relation {

    /** {@return the code by which a report refers to it; each relation of an audit has its own} */
    String id();

    /** {@return what it says: the name and the equation, in the roles of the members} */
    Formula formula();

    /** {@return what it is about, for readers; by default the name of the formula} */
    default Label title() {
        return formula().name();
    }

    /** {@return the members, 2 or more, each in a role of its own} */
    List<Member> members();

    /** {@return the index of the member whose print is held against what the others imply} */
    int judged();

    /**
     * Completes the units of the members.
     *
     * @param known the units that are known, in the order of the members
     * @return the same with those that follow
     * @throws IllegalArgumentException if units do not fit the relation or each other; the message names them
     */
    List<Optional<Unit>> units(List<Optional<Unit>> known);

    /**
     * Computes where a member must lie.
     *
     * @param member the index of the member
     * @param members what is known of each, in their order; that of {@code member} is only asked for its unit
     * @param arithmetic the arithmetic to use
     * @return bounds that hold every value with which the relation can be true; empty if there is none
     */
    Bounds implied(int member, List<BoundedQuantity> members, BoundsArithmetic arithmetic);

    /**
     * Computes where each member must lie, given the others.
     *
     * @param members what is known of each, in their order
     * @param arithmetic the arithmetic to use
     * @return as many bounds; by default those of {@link #implied} for each
     */
    default List<Bounds> impliedAll(List<BoundedQuantity> members, BoundsArithmetic arithmetic) {
        List<Bounds> all = new ArrayList<>(members.size());
        for (int i = 0; i < members.size(); i++) {
            all.add(implied(i, members, arithmetic));
        }
        return all;
    }

    /** {@return the conventions that it depends on, such as how steps were counted; none by default} */
    default List<Convention> conventions() {
        return List.of();
    }

    /** {@return other ways to take the relation, in the order in which they are tried; none by default} */
    default List<Alternative> alternatives() {
        return List.of();
    }

    /**
     * Another way to take a relation.
     *
     * @param kind whether it is another convention or a mistake that is often made
     * @param code a short name, such as {@code n+1}
     * @param convention what it says
     * @param relation the relation taken that way, with as many members
     */
    record Alternative(RepairKind kind, String code, Convention convention, Relation relation) {}
}
