package dev.saidao.core.audit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.saidao.core.audit.Conflicts.Group;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Sets that hit all conflicts; the expected ones are counted by hand, or are those of known graphs. */
class ConflictsTest {

    /** What does not go together is what holds one of some sets; all of a set that holds one is suspected. */
    private static Conflicts of(int size, List<List<Integer>> forbidden) {
        return new Conflicts(
                size,
                set -> forbidden.stream().noneMatch(one -> one.stream().allMatch(set::get)),
                set -> forbidden.stream().anyMatch(one -> one.stream().allMatch(set::get))
                        ? List.of(set.stream().boxed().toList())
                        : List.of());
    }

    private static Group group(List<Integer> members, List<List<Integer>> removals) {
        return new Group(members, removals);
    }

    @Test
    void groups_nothingForbidden_areNone() {
        Conflicts conflicts = of(3, List.of());

        assertThat(conflicts.groups()).isEmpty();
        assertThat(conflicts.isComplete()).isTrue();
    }

    /** Two and two that share nobody are removed on their own, whichever was found first. */
    @Test
    void groups_conflictsThatShareNothing_areApartInOrder() {
        Conflicts conflicts = of(6, List.of(List.of(0, 2), List.of(3, 5)));
        conflicts.addKnown(List.of(5, 3));
        conflicts.addKnown(List.of(2, 0));

        assertThat(conflicts.groups())
                .containsExactly(
                        group(List.of(0, 2), List.of(List.of(0), List.of(2))),
                        group(List.of(3, 5), List.of(List.of(3), List.of(5))));
        assertThat(conflicts.isComplete()).isTrue();
    }

    /** A set that is known is cut down to what does not go together of it, wherever in it that is. */
    @Test
    void addKnown_moreThanTheConflict_keepsThatOnly() {
        for (List<Integer> forbidden :
                List.of(List.of(0, 1), List.of(6, 7), List.of(1, 6), List.of(3), List.of(0, 4, 7))) {
            Conflicts conflicts = of(8, List.of(forbidden));
            conflicts.addKnown(List.of(0, 1, 2, 3, 4, 5, 6, 7));

            assertThat(conflicts.groups())
                    .singleElement()
                    .satisfies(group -> assertThat(group.members()).isEqualTo(forbidden));
        }
    }

    @Test
    void addKnown_nothing_isRefused() {
        assertThatThrownBy(() -> of(2, List.of()).addKnown(List.of()))
                .isInstanceOf(IllegalStateException.class)
                .hasMessage("What does not go together must have members");
    }

    /** Three of which no two go together: any two must go. Of five in a ring of such, three that leave no two beside each other. */
    @Test
    void removals_ofRings_areTheirSmallestCoversInOrder() {
        assertThat(of(3, ring(3)).groups())
                .containsExactly(group(List.of(0, 1, 2), List.of(List.of(0, 1), List.of(0, 2), List.of(1, 2))));
        assertThat(of(5, ring(5)).groups())
                .containsExactly(group(
                        List.of(0, 1, 2, 3, 4),
                        List.of(
                                List.of(0, 1, 3),
                                List.of(0, 2, 3),
                                List.of(0, 2, 4),
                                List.of(1, 2, 4),
                                List.of(1, 3, 4))));
    }

    private static List<List<Integer>> ring(int size) {
        return IntStream.range(0, size)
                .mapToObj(i -> List.of(i, (i + 1) % size))
                .toList();
    }

    /** Without 1 and 3 the 0 and 2 are left, which do not go together either: only removals that hit all three remain. */
    @Test
    void groups_conflictAfterALaterRemoval_isFound() {
        Conflicts conflicts = of(4, List.of(List.of(0, 1), List.of(2, 3), List.of(0, 2)));
        conflicts.addKnown(List.of(0, 1));
        conflicts.addKnown(List.of(2, 3));

        assertThat(conflicts.groups())
                .containsExactly(group(List.of(0, 1, 2, 3), List.of(List.of(0, 2), List.of(0, 3), List.of(1, 2))));
        assertThat(conflicts.isComplete()).isTrue();
    }

    /** Three pairs and three fives have 2 × 2 × 2 × 5 × 5 × 5 = 1,000 ways to remove one of each, ten pairs 1,024. */
    @Test
    void isComplete_upToAThousandCombinations() {
        List<List<Integer>> thousand = new ArrayList<>();
        for (int i = 0; i < 3; i++) {
            thousand.add(run(7 * i, 2));
            thousand.add(run(7 * i + 2, 5));
        }
        Conflicts most = of(21, thousand);
        assertThat(most.groups()).hasSize(6);
        assertThat(most.isComplete()).isTrue();

        Conflicts more = of(20, pairs(10));
        assertThat(more.groups()).hasSize(10);
        assertThat(more.isComplete()).isFalse();
    }

    /** The first numbers of all pairs do not go together, which shows only once the second ones are gone: with ten pairs that is not tried. */
    @Test
    void groups_tooManyCombinations_areThoseOfTheFirstOnly() {
        assertThat(withFirstOnes(3).groups())
                .singleElement()
                .satisfies(group -> assertThat(group.members()).hasSize(6));
        assertThat(withFirstOnes(10).groups()).hasSize(10);
    }

    private static Conflicts withFirstOnes(int pairs) {
        List<List<Integer>> forbidden = new ArrayList<>(pairs(pairs));
        forbidden.add(IntStream.range(0, pairs).mapToObj(i -> 2 * i).toList());
        Conflicts conflicts = of(2 * pairs, forbidden);
        pairs(pairs).forEach(conflicts::addKnown);
        return conflicts;
    }

    private static List<List<Integer>> pairs(int count) {
        return IntStream.range(0, count).mapToObj(i -> run(2 * i, 2)).toList();
    }

    private static List<Integer> run(int from, int size) {
        return IntStream.range(from, from + size).boxed().toList();
    }

    /** Seven runs of fifty, each sharing one with the next, need four removals, of which there are millions. */
    @Test
    void groups_tooManyCandidates_giveUp() {
        List<List<Integer>> runs =
                IntStream.range(0, 7).mapToObj(i -> run(49 * i, 50)).toList();
        Conflicts conflicts = of(49 * 7 + 1, runs);
        runs.forEach(conflicts::addKnown);

        assertThatThrownBy(conflicts::groups)
                .isInstanceOf(Conflicts.TooMuchException.class)
                .hasMessage("Search must end within its limits");
    }

    /** Two chained runs of fifty share one that hits both; a run of 1,200 has as many removals, of which a thousand are told. */
    @Test
    void removals_aThousandAtMost() {
        assertThat(of(99, List.of(run(0, 50), run(49, 50))).groups())
                .containsExactly(group(run(0, 99), List.of(List.of(49))));
        assertThat(of(1200, List.of(run(0, 1200))).groups())
                .singleElement()
                .satisfies(group -> assertThat(group.removals())
                        .hasSize(1000)
                        .startsWith(List.of(0), List.of(1))
                        .endsWith(List.of(999)));
    }
}
