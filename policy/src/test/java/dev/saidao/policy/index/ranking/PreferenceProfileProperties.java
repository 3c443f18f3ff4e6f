package dev.saidao.policy.index.ranking;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.common.collect.Collections2;
import java.math.BigDecimal;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;

class PreferenceProfileProperties {

    private static final List<String> CANDIDATES = List.of("a", "b", "c", "d", "e");

    private static PreferenceProfile profile(List<List<Integer>> criteria) {
        PreferenceProfile.Builder builder = PreferenceProfile.builder(CANDIDATES);
        for (int voter = 0; voter < criteria.size(); voter++) {
            Map<String, Double> scores = new LinkedHashMap<>();
            for (int i = 0; i < CANDIDATES.size(); i++) {
                scores.put(CANDIDATES.get(i), (double) criteria.get(voter).get(i));
            }
            builder.scores(new BigDecimal("0." + (voter + 1)), scores);
        }
        return builder.build();
    }

    private static BigDecimal sum(PreferenceProfile profile, List<String> ranking) {
        return IntStream.range(0, ranking.size())
                .boxed()
                .flatMap(high -> IntStream.range(high + 1, ranking.size())
                        .mapToObj(low -> profile.preference(ranking.get(high), ranking.get(low))))
                .reduce(BigDecimal.ZERO, BigDecimal::add);
    }

    /** By brute force over all 120 orders. */
    @Property(tries = 300)
    void kemeny_isTheBestOfAllOrders(
            @ForAll @Size(min = 1, max = 6) List<@Size(5) List<@IntRange(min = 0, max = 4) Integer>> criteria) {
        PreferenceProfile profile = profile(criteria);
        BigDecimal best = Collections2.permutations(CANDIDATES).stream()
                .map(ranking -> sum(profile, ranking))
                .max(BigDecimal::compareTo)
                .orElseThrow();
        List<List<String>> winners = Collections2.permutations(CANDIDATES).stream()
                .filter(ranking -> sum(profile, ranking).compareTo(best) == 0)
                .map(List::copyOf)
                .toList();
        PreferenceProfile.Kemeny kemeny = profile.kemeny();
        assertThat(kemeny.score()).isEqualByComparingTo(best);
        assertThat(kemeny.count()).isEqualTo(winners.size());
        assertThat(winners).containsAll(kemeny.rankings());
        assertThat(kemeny.rankings()).hasSize(Math.min(winners.size(), PreferenceProfile.MAX_LISTED));
    }

    @Property(tries = 300)
    void condorcetGroups_beatAllThatFollow_andAreAsSmallAsCanBe(
            @ForAll @Size(min = 1, max = 6) List<@Size(5) List<@IntRange(min = 0, max = 4) Integer>> criteria) {
        PreferenceProfile profile = profile(criteria);
        List<List<String>> groups = profile.condorcetGroups();
        List<String> order = groups.stream().flatMap(List::stream).toList();
        assertThat(order).containsExactlyInAnyOrderElementsOf(CANDIDATES);
        IntStream.range(1, order.size()).forEach(cut -> {
            boolean ends = groups.stream().anyMatch(group -> order.indexOf(group.get(0)) == cut);
            if (ends) {
                assertThat(order.subList(0, cut))
                        .allSatisfy(high -> assertThat(order.subList(cut, order.size()))
                                .allMatch(low ->
                                        profile.preference(high, low).compareTo(profile.preference(low, high)) > 0));
            }
        });
        // no part of a group beats the rest of it
        for (List<String> group : groups) {
            for (int subset = 1; subset < (1 << group.size()) - 1; subset++) {
                int chosen = subset;
                assertThat(IntStream.range(0, group.size())
                                .filter(i -> (chosen >> i & 1) == 1)
                                .allMatch(i -> IntStream.range(0, group.size())
                                        .filter(j -> (chosen >> j & 1) == 0)
                                        .allMatch(j -> profile.preference(group.get(i), group.get(j))
                                                        .compareTo(profile.preference(group.get(j), group.get(i)))
                                                > 0)))
                        .isFalse();
            }
        }
    }

    @Property(tries = 300)
    void preferences_addUpToTheWeight(
            @ForAll @Size(min = 1, max = 6) List<@Size(5) List<@IntRange(min = 0, max = 4) Integer>> criteria) {
        PreferenceProfile profile = profile(criteria);
        BigDecimal total = IntStream.rangeClosed(1, criteria.size())
                .mapToObj(voter -> new BigDecimal("0." + voter))
                .reduce(BigDecimal.ZERO, BigDecimal::add);
        assertThat(profile.preference("a", "b").add(profile.preference("b", "a")))
                .isEqualByComparingTo(total);
        // Borda scores: all pairs of candidates, 10, share all the weight
        assertThat(profile.bordaScores().values().stream().reduce(BigDecimal.ZERO, BigDecimal::add))
                .isEqualByComparingTo(total.multiply(BigDecimal.TEN));
    }
}
