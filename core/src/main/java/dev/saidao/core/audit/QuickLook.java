package dev.saidao.core.audit;

import dev.saidao.core.bounds.RoughBounds;
import dev.saidao.core.bounds.RoughTerms;
import dev.saidao.core.relation.Equation;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Tells with doubles of most relations that agree that they do, and of most relations that they narrow nothing.
 *
 * <p>It spares exact work where doubles leave no doubt, and says nothing where they do: what an audit finds is the same with and
 * without it.
 */
final class QuickLook {

    private final Network network;

    QuickLook(Network network) {
        this.network = network;
    }

    /** How well the prints of a relation agree, as {@link Case#level} says; absent if they do not, or that is not plain. */
    Optional<Verdict> agreement(int r) {
        if (!network.isSolvedRoughly(r)) {
            return Optional.empty();
        }
        String role = network.relation(r).judged();
        int judged = network.roles(r).indexOf(role);
        if (network.members(r)[judged] < 0) {
            return Optional.empty();
        }
        int size = network.members(r).length;
        RoughBounds[] points = new RoughBounds[size];
        RoughBounds[] bounds = new RoughBounds[size];
        RoughBounds digits = RoughBounds.UNKNOWN;
        for (int i = 0; i < size; i++) {
            Evidence evidence = evidence(r, i);
            if (evidence == null || !evidence.isByRounding()) {
                return Optional.empty();
            }
            points[i] = evidence.roughPoint();
            bounds[i] = evidence.rough();
            digits = i == judged ? evidence.roughDigits() : digits;
        }
        Equation equation = network.relation(r).equation();
        RoughBounds byPoints = equation.solve(role, new RoughTerms(network.roles(r), points));
        if (!isInRange(r, judged, bounds[judged])) {
            return Optional.empty();
        }
        if (digits.surelyEncloses(byPoints)) {
            return bounds[judged].surelyEncloses(byPoints) ? Optional.of(Verdict.AGREES) : Optional.empty();
        }
        return byPoints.surelyMisses(digits)
                        && equation.solve(role, new RoughTerms(network.roles(r), bounds))
                                .surelyMeets(bounds[judged])
                ? Optional.of(Verdict.AGREES_WITHIN_ROUNDING)
                : Optional.empty();
    }

    private boolean isInRange(int r, int member, RoughBounds bounds) {
        return network.roughRange(network.members(r)[member]).surelyEncloses(bounds);
    }

    private @Nullable Evidence evidence(int r, int member) {
        int figure = network.members(r)[member];
        return figure < 0
                ? network.constantEvidence(r, member)
                : network.printed(figure).orElse(null);
    }

    /** What a relation does with a member. */
    enum Effect {
        NONE,
        EMPTIES,
        UNSURE
    }

    /** For each member of a relation whether the relation certainly leaves it as it is, or without a number. */
    Effect[] effects(int r, RoughBounds[] members) {
        RoughBounds[] implied = network.relation(r).equation().solveAll(new RoughTerms(network.roles(r), members));
        Effect[] effects = new Effect[members.length];
        for (int i = 0; i < members.length; i++) {
            effects[i] = implied[i].surelyEncloses(members[i])
                    ? Effect.NONE
                    : implied[i].surelyMisses(members[i]) ? Effect.EMPTIES : Effect.UNSURE;
        }
        return effects;
    }
}
