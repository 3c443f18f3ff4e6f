package dev.saidao.policy.index.ranking;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.saidao.policy.index.AchievementIndex;
import dev.saidao.policy.index.CompositeCalculator;
import dev.saidao.policy.index.CompositeRecipe;
import dev.saidao.policy.index.CompositeResult;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Expected numbers: OECD/JRC, Handbook on Constructing Composite Indicators (2008), the tables named. */
class PreferenceProfileTest {

    private static PreferenceProfile profile(String candidates, Object... votes) {
        PreferenceProfile.Builder builder = PreferenceProfile.builder(letters(candidates));
        for (int i = 0; i < votes.length; i += 2) {
            builder.ranking(BigDecimal.valueOf((Integer) votes[i]), letters((String) votes[i + 1]));
        }
        return builder.build();
    }

    private static List<String> letters(String word) {
        return word.chars().mapToObj(Character::toString).toList();
    }

    private static Map<String, BigDecimal> numbers(String candidates, int... numbers) {
        Map<String, BigDecimal> map = new LinkedHashMap<>();
        IntStream.range(0, numbers.length)
                .forEach(i -> map.put(candidates.substring(i, i + 1), BigDecimal.valueOf(numbers[i])));
        return map;
    }

    @Test
    void table25_bordaAndCondorcet() {
        PreferenceProfile profile = profile("abcd", 3, "abcd", 5, "acbd", 7, "bdca", 6, "cbda");
        assertThat(profile.bordaScores()).isEqualTo(numbers("abcd", 24, 44, 38, 20));
        assertThat(profile.preference("b", "a")).isEqualTo("13");
        assertThat(profile.preference("c", "b")).isEqualTo("11");
        assertThat(profile.preference("d", "b")).isEqualTo("0");
        assertThat(profile.preference("a", "a")).isEqualTo("0");
        assertThat(profile.condorcetWinner()).hasValue("c");
        assertThat(profile.condorcetGroups()).containsExactly(List.of("c"), List.of("b"), List.of("d"), List.of("a"));
        assertThat(profile.copelandScores()).isEqualTo(Map.of("c", 3, "b", 1, "d", -1, "a", -3));
        assertThat(profile.kemeny().rankings()).containsExactly(letters("cbda"));
    }

    @Test
    void table28_cycleAndKemeny() {
        PreferenceProfile profile = profile("abc", 23, "abc", 17, "bca", 2, "bac", 10, "cab", 8, "cba");
        assertThat(profile.bordaScores()).isEqualTo(numbers("abc", 58, 69, 53));
        assertThat(profile.condorcetWinner()).isEmpty();
        assertThat(profile.condorcetGroups())
                .singleElement()
                .satisfies(cycle -> assertThat(cycle).containsExactlyInAnyOrder("a", "b", "c"));
        PreferenceProfile.Kemeny kemeny = profile.kemeny();
        assertThat(kemeny.score()).isEqualTo("104");
        assertThat(kemeny.count()).isEqualTo(BigInteger.ONE);
        assertThat(kemeny.rankings()).containsExactly(letters("bca"));
    }

    @Test
    void table31_bordaReversesWhenACandidateLeaves() {
        assertThat(profile("abcd", 3, "cbad", 2, "badc", 2, "adcb").bordaScores())
                .isEqualTo(numbers("abcd", 13, 12, 11, 6));
        assertThat(profile("abc", 3, "cba", 2, "bac", 2, "acb").bordaScores()).isEqualTo(numbers("abc", 6, 7, 8));
    }

    @Test
    void table34_threeRankingsAreAsGood() {
        PreferenceProfile profile = profile("abc", 1, "abc", 1, "cab", 1, "bca");
        assertThat(profile.bordaScores()).isEqualTo(numbers("abc", 3, 3, 3));
        assertThat(profile.kemeny().count()).isEqualTo(3);
        assertThat(profile.kemeny().rankings())
                .containsExactlyInAnyOrder(letters("abc"), letters("bca"), letters("cab"));
    }

    /** Tables 35 to 37: five countries, eight indicators of weight 1/8. */
    @Test
    void table35_outrankingAndKemenyOfFiveCountries() {
        List<String> countries = List.of("Finland", "USA", "Sweden", "Japan", "Korea");
        double[][] data = {
            {187, 125.6, 200.2, 50.7, 3.08, 4.15, 10, 27.4},
            {289, 130, 179.1, 66.2, 2.997, 4.073, 12, 13.9},
            {271, 156.6, 125.8, 59.7, 3.096, 4.145, 11.4, 15.3},
            {994, 64.6, 49, 80.8, 3.003, 3.865, 9.5, 10},
            {779, 9.8, 4.8, 66.7, 2.972, 3.653, 10.8, 23.2}
        };
        PreferenceProfile.Builder builder = PreferenceProfile.builder(countries);
        for (int indicator = 0; indicator < 8; indicator++) {
            Map<String, Double> scores = new LinkedHashMap<>();
            for (int country = 0; country < 5; country++) {
                scores.put(countries.get(country), data[country][indicator]);
            }
            builder.scores(new BigDecimal("0.125"), scores);
        }
        PreferenceProfile profile = builder.build();
        String[][] table36 = {
            {"0", "0.5", "0.375", "0.75", "0.625"},
            {"0.5", "0", "0.5", "0.625", "0.625"},
            {"0.625", "0.5", "0", "0.75", "0.625"},
            {"0.25", "0.375", "0.25", "0", "0.75"},
            {"0.375", "0.375", "0.375", "0.25", "0"}
        };
        for (int a = 0; a < 5; a++) {
            for (int b = 0; b < 5; b++) {
                assertThat(profile.preference(countries.get(a), countries.get(b)))
                        .as(countries.get(a) + " over " + countries.get(b))
                        .isEqualTo(table36[a][b]);
            }
        }
        PreferenceProfile.Kemeny kemeny = profile.kemeny();
        assertThat(kemeny.score()).isEqualTo("6.375");
        assertThat(kemeny.rankings())
                .containsExactlyInAnyOrder(
                        List.of("USA", "Sweden", "Finland", "Japan", "Korea"),
                        List.of("Sweden", "Finland", "USA", "Japan", "Korea"),
                        List.of("Sweden", "USA", "Finland", "Japan", "Korea"));
    }

    @Test
    void preferences_ofAResult_areThoseOfItsIndicators() {
        CompositeResult result = CompositeCalculator.withDefaults()
                .calculate(AchievementIndex.nested(), AchievementIndex.table(), CompositeRecipe.withDefaults());
        PreferenceProfile skills = result.preferences("skills");
        // schooling 10 and 12 years, university 27.4 and 13.9: one each
        assertThat(skills.preference("Finland", "United States")).isEqualTo("1");
        // 9.4 years each, 9.5 and 14.9: a half, and one
        assertThat(skills.preference("United Kingdom", "Netherlands")).isEqualTo("1.5");
        assertThatThrownBy(() -> result.preferences("schooling"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("Node must have children: schooling");
    }

    @Test
    void kemeny_manyCandidatesWithoutCycles_isComputed() {
        List<String> candidates = IntStream.range(0, 300).mapToObj(i -> "c" + i).toList();
        PreferenceProfile profile = PreferenceProfile.builder(candidates)
                .ranking(BigDecimal.ONE, candidates)
                .build();
        assertThat(profile.kemeny().rankings()).containsExactly(candidates);
        assertThat(profile.kemeny().score()).isEqualTo(String.valueOf(300 * 299 / 2));
    }

    @Test
    void kemeny_largeCycle_throws() {
        List<String> candidates = IntStream.range(0, 21).mapToObj(i -> "c" + i).toList();
        PreferenceProfile tied = PreferenceProfile.builder(candidates)
                .scores(BigDecimal.ONE, Map.of())
                .build();
        assertThat(tied.condorcetGroups()).hasSize(1);
        assertThatThrownBy(tied::kemeny)
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("Candidates that beat each other in circles must be up to 20 for a Kemeny ranking: 21");
    }

    @Test
    void kemeny_allTied_countsAllOrdersAndListsSome() {
        PreferenceProfile tied = PreferenceProfile.builder(letters("abcdefgh"))
                .scores(BigDecimal.ONE, Map.of())
                .build();
        assertThat(tied.kemeny().count()).isEqualTo(40_320); // 8!
        assertThat(tied.kemeny().rankings())
                .hasSize(PreferenceProfile.MAX_LISTED)
                .doesNotHaveDuplicates();
    }

    @Test
    void builder_badInput_throws() {
        PreferenceProfile.Builder builder = PreferenceProfile.builder(letters("ab"));
        assertThatThrownBy(() -> PreferenceProfile.builder(List.of())).hasMessage("Candidates must be 1 to 2000: 0");
        assertThatThrownBy(() -> PreferenceProfile.builder(letters("aa")))
                .hasMessage("Candidate must be there once: a");
        assertThatThrownBy(() -> builder.ranking(BigDecimal.ONE, letters("aa")))
                .hasMessage("Ranking must have each candidate once: [a, a]");
        assertThatThrownBy(() -> builder.ranking(BigDecimal.ZERO, letters("ab")))
                .hasMessage("Weight must be positive, with up to 9 digits before and after the point: 0");
        assertThatThrownBy(() -> builder.scores(BigDecimal.ONE, Map.of("c", 1.0)))
                .hasMessage("Candidate must be there: c");
        assertThatThrownBy(() -> builder.scores(BigDecimal.ONE, Map.of("a", Double.NaN)))
                .hasMessage("Score of a must be finite: NaN");
    }
}
