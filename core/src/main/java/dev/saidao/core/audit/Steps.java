package dev.saidao.core.audit;

import dev.saidao.core.bounds.Bounds;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * What the relations of a component narrowed in the first rounds of the last run, for runs on nearly the same prints: where the
 * members of a relation are what they were in that round, it narrows what it narrowed.
 */
final class Steps {

    private static final int MOST_ROUNDS = 8;

    private final int relations;
    private final int figures;
    private final List<Round> rounds = new ArrayList<>();

    private final class Round {

        private final @Nullable Step[] steps = new Step[relations];
        private final @Nullable Narrowing[] narrowings = new Narrowing[figures];
    }

    /** What a relation narrowed its members to, null for those that it did not, while they were in some boxes. */
    private static final class Step {

        private final Boxes.@Nullable Box[] members;
        private final @Nullable Bounds[] left;

        Step(Boxes.@Nullable Box[] members, @Nullable Bounds[] left) {
            this.members = members;
            this.left = left;
        }

        boolean isOf(Boxes.@Nullable Box[] now) {
            for (int i = 0; i < now.length; i++) {
                if (members[i] != now[i]) {
                    return false;
                }
            }
            return true;
        }
    }

    /**
     * The box of a figure before and after it was narrowed.
     *
     * @param isMuch whether it was by more than next to nothing
     */
    record Narrowing(Boxes.Box before, Bounds left, Boxes.Box after, boolean isMuch) {

        static Narrowing of(Boxes.Box before, Bounds left) {
            return new Narrowing(before, left, before.narrowedTo(left), Ranges.isNarrower(before.exact(), left));
        }
    }

    /**
     * Knows of no run yet.
     *
     * @param relations how many relations the component has
     * @param figures how many figures
     */
    Steps(int relations, int figures) {
        this.relations = relations;
        this.figures = figures;
    }

    private Round round(int number) {
        while (rounds.size() <= number) {
            rounds.add(new Round());
        }
        return rounds.get(number);
    }

    /**
     * What a relation narrows its members to.
     *
     * @param round the number of the round, from 0
     * @param place the place of the relation
     * @param members the boxes of its members, null for constants
     * @param solved works it out, where that is not known
     */
    @Nullable Bounds[] left(int round, int place, Boxes.@Nullable Box[] members, Supplier<@Nullable Bounds[]> solved) {
        if (round >= MOST_ROUNDS) {
            return solved.get();
        }
        @Nullable Step[] steps = round(round).steps;
        Step last = steps[place];
        if (last == null || !last.isOf(members)) {
            last = new Step(members, solved.get());
            steps[place] = last;
        }
        return last.left;
    }

    /** What becomes of a figure; its box is the same one if it was narrowed so in that round of the last run. */
    Narrowing narrowing(int round, int place, Boxes.Box before, Bounds left) {
        if (round >= MOST_ROUNDS) {
            return Narrowing.of(before, left);
        }
        @Nullable Narrowing[] narrowings = round(round).narrowings;
        Narrowing last = narrowings[place];
        if (last == null || last.before != before || !last.left.equals(left)) {
            last = Narrowing.of(before, left);
            narrowings[place] = last;
        }
        return last;
    }
}
