package dev.saidao.policy.index.ranking;

import dev.saidao.core.internal.Require;
import dev.saidao.policy.internal.Places;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;

/**
 * How much weight prefers each candidate to each other one, and the rankings that follow from it: Borda, Copeland, Condorcet,
 * Kemeny. Candidates are what is ranked, such as units; those who prefer are voters, or indicators with their weights.
 *
 * <p>All counting is exact. Where a voter holds two candidates for equal, each gets half of the weight.
 *
 * <p>Sources: OECD/JRC, Handbook on Constructing Composite Indicators (2008), step 7, "Non-compensatory multi-criteria
 * approach"; Young and Levenglick (1978), "A consistent extension of Condorcet's election principle"; Truchon (1998), "An
 * extension of the Condorcet criterion and Kemeny orders", for the split into groups.
 *
 * @since 0.1
 */
public final class PreferenceProfile {

    /** The largest group of candidates beating each other in circles for which {@link #kemeny} is computed. */
    public static final int MAX_CYCLE = 20;

    /** The largest number of candidates; the memory needed grows with its square. */
    public static final int MAX_CANDIDATES = 2_000;

    /** How many {@link #kemeny} rankings are listed at most. */
    public static final int MAX_LISTED = 100;

    private static final int MAX_DIGITS = 9;

    private final List<String> candidates;
    private final Places places;
    /** Twice the weight that prefers the first to the second, in units of {@link #unit}. */
    private final long[][] prefer;

    private final BigDecimal unit;

    private PreferenceProfile(Builder builder) {
        this.candidates = builder.places.names();
        this.places = new Places("Candidate", candidates);
        int scale = builder.weights.stream()
                .mapToInt(weight -> Math.max(0, weight.stripTrailingZeros().scale()))
                .max()
                .orElse(0);
        this.unit = BigDecimal.ONE.movePointLeft(scale);
        this.prefer = new long[candidates.size()][candidates.size()];
        for (int voter = 0; voter < builder.weights.size(); voter++) {
            long weight = builder.weights.get(voter).divide(unit).longValueExact();
            add(builder.scores.get(voter), weight);
        }
    }

    private void add(double[] scores, long weight) {
        for (int a = 0; a < scores.length; a++) {
            for (int b = 0; b < scores.length; b++) {
                if (a != b && scores[a] > scores[b]) {
                    prefer[a][b] = Math.addExact(prefer[a][b], 2 * weight);
                } else if (a != b && !(scores[a] < scores[b])) {
                    prefer[a][b] = Math.addExact(prefer[a][b], weight);
                }
            }
        }
    }

    /**
     * Returns a builder of a profile.
     *
     * @param candidates what is ranked, 1 to {@value #MAX_CANDIDATES}
     * @return the builder
     * @throws IllegalArgumentException if their number is out of range or one is there twice
     */
    public static Builder builder(List<String> candidates) {
        return new Builder(candidates);
    }

    /** {@return the candidates, in the order given} */
    public List<String> candidates() {
        return candidates;
    }

    /**
     * Returns how much weight prefers one candidate to another: a cell of the outranking matrix.
     *
     * @param one a candidate
     * @param other another candidate
     * @return the weight, with half the weight of those who hold them for equal; 0 for a candidate and itself
     * @throws IllegalArgumentException if one is no candidate
     */
    public BigDecimal preference(String one, String other) {
        return weight(prefer[places.of(one)][places.of(other)]);
    }

    /** {@return the Borda score of each candidate: the sum of its row of the outranking matrix} */
    public Map<String, BigDecimal> bordaScores() {
        Map<String, BigDecimal> scores = new LinkedHashMap<>();
        for (int a = 0; a < prefer.length; a++) {
            long sum = 0;
            for (long preferred : prefer[a]) {
                sum = Math.addExact(sum, preferred);
            }
            scores.put(candidates.get(a), weight(sum));
        }
        return scores;
    }

    /** {@return the Copeland score of each candidate: the number it beats, less the number it is beaten by} */
    public Map<String, Integer> copelandScores() {
        Map<String, Integer> scores = new LinkedHashMap<>();
        for (int a = 0; a < prefer.length; a++) {
            scores.put(candidates.get(a), copeland(a));
        }
        return scores;
    }

    /** {@return the candidate that beats every other one, if there is one} */
    public Optional<String> condorcetWinner() {
        return IntStream.range(0, prefer.length)
                .filter(a -> copeland(a) == prefer.length - 1)
                .mapToObj(candidates::get)
                .findFirst();
    }

    /**
     * Returns the Condorcet ranking with its cycles: groups of candidates, each member of which beats every member of all
     * later groups.
     *
     * @return the groups, the best first, as small as can be; a group of more than one is a cycle or a tie, which majorities
     *     alone cannot put in order
     */
    public List<List<String>> condorcetGroups() {
        return groups().stream().map(this::names).toList();
    }

    /**
     * Returns the Kemeny rankings: those with the largest sum of preferences for the higher over the lower, over all pairs.
     *
     * <p>They are exact: the groups of {@link #condorcetGroups} follow each other in every such ranking, and within a group
     * all orders are compared by dynamic programming over its subsets.
     *
     * @return the best sum, how many rankings have it, and up to {@value #MAX_LISTED} of them
     * @throws IllegalArgumentException if a group has more than {@value #MAX_CYCLE} candidates
     */
    public Kemeny kemeny() {
        long score = 0;
        BigInteger count = BigInteger.ONE;
        List<List<Integer>> rankings = List.of(List.of());
        List<Integer> above = new ArrayList<>();
        for (List<Integer> group : groups()) {
            Require.that(
                    group.size() <= MAX_CYCLE,
                    "Candidates that beat each other in circles must be up to %s for a Kemeny ranking: %s",
                    MAX_CYCLE,
                    group.size());
            KemenySearch search = new KemenySearch(prefer, group);
            score = Math.addExact(score, search.score());
            for (int a : above) {
                for (int b : group) {
                    score = Math.addExact(score, prefer[a][b]);
                }
            }
            above.addAll(group);
            count = count.multiply(BigInteger.valueOf(search.count()));
            rankings = joined(rankings, search.rankings(MAX_LISTED));
        }
        return new Kemeny(
                weight(score), count, rankings.stream().map(this::names).toList());
    }

    private static List<List<Integer>> joined(List<List<Integer>> above, List<List<Integer>> below) {
        List<List<Integer>> joined = new ArrayList<>();
        for (List<Integer> first : above) {
            for (List<Integer> second : below) {
                if (joined.size() < MAX_LISTED) {
                    List<Integer> ranking = new ArrayList<>(first);
                    ranking.addAll(second);
                    joined.add(ranking);
                }
            }
        }
        return joined;
    }

    /** A group is the shortest beginning, by Copeland scores, whose members beat all that are left. */
    private List<List<Integer>> groups() {
        int[] scores = IntStream.range(0, prefer.length).map(this::copeland).toArray();
        List<Integer> order = IntStream.range(0, prefer.length)
                .boxed()
                .sorted(Comparator.comparingInt(a -> -scores[a]))
                .toList();
        List<List<Integer>> groups = new ArrayList<>();
        int from = 0;
        int reach = 0;
        for (int next = 0; next < order.size(); next++) {
            for (int later = order.size() - 1; later > reach; later--) {
                if (prefer[order.get(next)][order.get(later)] <= prefer[order.get(later)][order.get(next)]) {
                    reach = later;
                }
            }
            if (reach == next) {
                groups.add(order.subList(from, next + 1));
                from = next + 1;
                reach = next + 1;
            }
        }
        return groups;
    }

    private int copeland(int a) {
        int score = 0;
        for (int b = 0; b < prefer.length; b++) {
            score += Long.compare(prefer[a][b], prefer[b][a]);
        }
        return score;
    }

    private List<String> names(List<Integer> group) {
        return group.stream().map(candidates::get).toList();
    }

    private BigDecimal weight(long twice) {
        BigDecimal weight = BigDecimal.valueOf(twice).multiply(unit).divide(BigDecimal.valueOf(2));
        return weight.signum() == 0
                ? BigDecimal.ZERO
                : new BigDecimal(weight.stripTrailingZeros().toPlainString());
    }

    /**
     * The rankings with the largest sum of preferences.
     *
     * @param score the largest sum
     * @param count how many rankings have it; more than one means that the preferences do not decide
     * @param rankings those rankings, the best candidate first; the first {@value #MAX_LISTED} if there are more
     * @since 0.1
     */
    public record Kemeny(BigDecimal score, BigInteger count, List<List<String>> rankings) {

        /**
         * Copies the lists.
         *
         * @param score the largest sum
         * @param count how many rankings have it
         * @param rankings those rankings
         */
        public Kemeny {
            rankings = rankings.stream().map(List::copyOf).toList();
        }
    }

    /**
     * Builds a profile from rankings and from scores.
     *
     * @since 0.1
     */
    public static final class Builder {

        private final Places places;
        private final List<BigDecimal> weights = new ArrayList<>();
        private final List<double[]> scores = new ArrayList<>();

        private Builder(List<String> candidates) {
            this.places = new Places("Candidate", candidates);
            Require.that(
                    !candidates.isEmpty() && places.size() <= MAX_CANDIDATES,
                    "Candidates must be 1 to %s: %s",
                    MAX_CANDIDATES,
                    places.size());
        }

        /**
         * Adds voters who rank all candidates alike.
         *
         * @param weight how many they are, or the weight they have; positive, with up to {@value #MAX_DIGITS} digits before
         *     and after the decimal point
         * @param ranking the candidates, the best first
         * @return this builder
         * @throws IllegalArgumentException if the weight is out of range; if the ranking is not one of all candidates
         */
        public Builder ranking(BigDecimal weight, List<String> ranking) {
            Map<String, Double> byRank = new LinkedHashMap<>();
            for (String candidate : ranking) {
                byRank.put(candidate, (double) -byRank.size());
            }
            Require.that(
                    ranking.size() == places.size() && byRank.keySet().equals(Set.copyOf(places.names())),
                    "Ranking must have each candidate once: %s",
                    ranking);
            return scores(weight, byRank);
        }

        /**
         * Adds an indicator that scores candidates. One without a score counts as equal to each other candidate.
         *
         * @param weight the weight, positive, with up to {@value #MAX_DIGITS} digits before and after the decimal point
         * @param scores the scores, finite; the highest is the best
         * @return this builder
         * @throws IllegalArgumentException if the weight is out of range; if a score is of no candidate or not finite
         */
        public Builder scores(BigDecimal weight, Map<String, Double> scores) {
            BigDecimal stripped = weight.stripTrailingZeros();
            Require.that(
                    weight.signum() > 0
                            && stripped.scale() <= MAX_DIGITS
                            && stripped.precision() - stripped.scale() <= MAX_DIGITS,
                    "Weight must be positive, with up to %s digits before and after the point: %s",
                    MAX_DIGITS,
                    weight);
            double[] byPlace = new double[places.size()];
            Arrays.fill(byPlace, Double.NaN);
            scores.forEach((candidate, score) -> {
                if (!Double.isFinite(score)) {
                    throw new IllegalArgumentException("Score of " + candidate + " must be finite: " + score);
                }
                byPlace[places.of(candidate)] = score;
            });
            weights.add(stripped);
            this.scores.add(byPlace);
            return this;
        }

        /** {@return the profile} */
        public PreferenceProfile build() {
            return new PreferenceProfile(this);
        }
    }
}
