package dev.saidao.core.audit;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;

class ConflictsProperties {

    /** Random sets that do not go together, on up to ten members; everything that holds none of them goes together. */
    @Property(tries = 1000)
    void removals_areTheSmallestOfAllSubsets(@ForAll long seed, @ForAll @IntRange(min = 2, max = 10) int size) {
        Random random = new Random(seed);
        List<BitSet> forbidden = new ArrayList<>();
        for (int i = 0; i < 1 + random.nextInt(4); i++) {
            BitSet set = new BitSet();
            for (int j = 0; j < 1 + random.nextInt(3); j++) {
                set.set(random.nextInt(size));
            }
            forbidden.add(set);
        }
        List<Conflicts.Group> groups = new Conflicts(
                        size,
                        set -> goesTogether(set, forbidden),
                        set -> goesTogether(set, forbidden)
                                ? List.of()
                                : List.of(set.stream().boxed().toList()))
                .groups();

        Set<BitSet> found = new HashSet<>();
        found.add(new BitSet());
        for (Conflicts.Group group : groups) {
            Set<BitSet> combined = new HashSet<>();
            for (BitSet one : found) {
                for (List<Integer> removal : group.removals()) {
                    BitSet both = (BitSet) one.clone();
                    removal.forEach(both::set);
                    combined.add(both);
                }
            }
            found = combined;
        }
        assertThat(found).isEqualTo(smallest(size, forbidden));
    }

    private static boolean goesTogether(BitSet set, List<BitSet> forbidden) {
        return forbidden.stream().noneMatch(one -> {
            BitSet missing = (BitSet) one.clone();
            missing.andNot(set);
            return missing.isEmpty();
        });
    }

    private static Set<BitSet> smallest(int size, List<BitSet> forbidden) {
        Set<BitSet> best = new HashSet<>();
        int least = Integer.MAX_VALUE;
        for (long bits = 0; bits < 1L << size; bits++) {
            BitSet removed = BitSet.valueOf(new long[] {bits});
            BitSet left = new BitSet();
            left.set(0, size);
            left.andNot(removed);
            if (removed.cardinality() <= least && goesTogether(left, forbidden)) {
                if (removed.cardinality() < least) {
                    best.clear();
                    least = removed.cardinality();
                }
                best.add(removed);
            }
        }
        return best;
    }
}
