package dev.saidao.policy.talent;

import java.util.Arrays;
import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.IntStream;
import org.apache.commons.rng.UniformRandomProvider;
import org.apache.commons.rng.simple.RandomSource;
import org.apache.commons.statistics.distribution.BinomialDistribution;
import org.apache.commons.statistics.distribution.HypergeometricDistribution;

/** Plays the years of a plan. */
final class PlanSimulator {

    private static final int BLOCK = 500;
    private static final int FEW = 200;
    private static final long GOLDEN = 0x9E3779B97F4A7C15L;

    private final TalentPlan plan;
    private final List<TierPlan> tiers;
    private final int goal;
    private final int lastYear;
    private final int[] fedFrom;
    private final int[] births;
    /** By year and tier: the rate of loss, and the rates of the ways to other tiers. */
    private final double[][] loss;

    private final double[][][] moves;
    private final int[][] movesTo;

    PlanSimulator(TalentPlan plan, String tier, int lastYear) {
        this.plan = plan;
        this.tiers = plan.tiers();
        this.goal = PersonChain.index(plan, tier);
        this.lastYear = lastYear;
        this.fedFrom = tiers.stream()
                .mapToInt(t -> t.cadence()
                        .flatMap(SelectionCadence::fedFrom)
                        .map(id -> PersonChain.index(plan, id))
                        .orElse(-1))
                .toArray();
        this.births = births();
        this.movesTo = tiers.stream()
                .map(t -> t.moves(plan.firstYear()).stream()
                        .mapToInt(move -> PersonChain.index(plan, move.to()))
                        .toArray())
                .toArray(int[][]::new);
        int years = lastYear - plan.firstYear() + 1;
        this.loss = new double[years][tiers.size()];
        this.moves = new double[years][tiers.size()][];
        for (int year = 0; year < years; year++) {
            for (int i = 0; i < tiers.size(); i++) {
                TierPlan of = tiers.get(i);
                loss[year][i] = of.lossRate(plan.firstYear() + year).doubleValue();
                moves[year][i] = of.moves(plan.firstYear() + year).stream()
                        .mapToDouble(move -> move.rate().expected().doubleValue())
                        .toArray();
            }
        }
    }

    private int[] births() {
        SortedSet<Integer> births = new TreeSet<>();
        for (TierPlan tier : tiers) {
            births.addAll(Projection.opening(tier, plan.firstYear()).keySet());
            for (int year = plan.firstYear(); year <= lastYear; year++) {
                births.add(Projection.bornWhoCome(tier, year));
            }
        }
        return births.stream().mapToInt(born -> born).toArray();
    }

    /** The number of people in the end of each run, sorted. Blocks have seeds of their own, so that it makes no difference who plays which. */
    long[] run(int runs, long seed) {
        long[] stocks = new long[runs];
        IntStream.range(0, (runs + BLOCK - 1) / BLOCK).parallel().forEach(block -> {
            UniformRandomProvider random = RandomSource.XO_SHI_RO_256_PP.create(seed + GOLDEN * (block + 1));
            for (int run = block * BLOCK; run < Math.min(runs, (block + 1) * BLOCK); run++) {
                stocks[run] = new Run(random).play();
            }
        });
        Arrays.sort(stocks);
        return stocks;
    }

    /** One play. */
    private final class Run {

        private final UniformRandomProvider random;
        /** By tier and year of birth. */
        private final long[][] stock = new long[tiers.size()][births.length];

        Run(UniformRandomProvider random) {
            this.random = random;
            for (int i = 0; i < tiers.size(); i++) {
                long[] opening = stock[i];
                Projection.opening(tiers.get(i), plan.firstYear())
                        .forEach((born, people) -> opening[place(born)] = people.longValueExact());
            }
        }

        private static int total(long[] cohorts) {
            return Math.toIntExact(Arrays.stream(cohorts).sum());
        }

        private int place(int born) {
            return Arrays.binarySearch(births, born);
        }

        long play() {
            for (int year = plan.firstYear(); year <= lastYear; year++) {
                long[][] arrived = new long[tiers.size()][births.length];
                if (plan.order() == EventOrder.INTAKE_FIRST) {
                    come(year, stock);
                }
                for (int i = 0; i < tiers.size(); i++) {
                    for (int k = 0; k < births.length; k++) {
                        leave(year, i, k, arrived);
                    }
                }
                if (plan.order() == EventOrder.LOSS_FIRST) {
                    come(year, arrived);
                }
                for (int i = 0; i < tiers.size(); i++) {
                    for (int k = 0; k < births.length; k++) {
                        stock[i][k] += arrived[i][k];
                    }
                }
            }
            return Arrays.stream(stock[goal]).sum();
        }

        private void leave(int year, int tier, int cohort, long[][] arrived) {
            if (Projection.retires(tiers.get(tier), year, births[cohort])) {
                stock[tier][cohort] = 0;
                return;
            }
            int at = year - plan.firstYear();
            stock[tier][cohort] -= binomial(stock[tier][cohort], loss[at][tier]);
            double left = 1;
            for (int way = 0; way < movesTo[tier].length; way++) {
                double rate = moves[at][tier][way];
                long go = binomial(stock[tier][cohort], left <= rate ? 1 : rate / left);
                left -= rate;
                stock[tier][cohort] -= go;
                arrived[movesTo[tier][way]][cohort] += go;
            }
        }

        /** Those who come from outside can be selected this year, those who are selected cannot be selected again. */
        private void come(int year, long[][] selected) {
            for (int i = 0; i < tiers.size(); i++) {
                stock[i][place(Projection.bornWhoCome(tiers.get(i), year))] +=
                        tiers.get(i).intake(year).longValueExact();
            }
            for (int i = 0; i < tiers.size(); i++) {
                TierPlan tier = tiers.get(i);
                if (tier.cadence().filter(cadence -> cadence.isRound(year)).isEmpty()) {
                    continue;
                }
                long size = tier.cadence().orElseThrow().size(year).longValueExact();
                if (fedFrom[i] < 0) {
                    selected[i][place(Projection.bornWhoCome(tier, year))] += size;
                } else {
                    select(stock[fedFrom[i]], size, selected[i]);
                }
            }
        }

        /** Selects people of all cohorts by chance. */
        private void select(long[] from, long size, long[] selected) {
            int there = total(from);
            int wanted = (int) Math.min(size, there);
            for (int k = 0; k < births.length; k++) {
                int cohort = Math.toIntExact(from[k]);
                int taken = cohort == 0 || wanted == 0
                        ? 0
                        : cohort == there
                                ? wanted
                                : HypergeometricDistribution.of(there, cohort, wanted)
                                        .inverseCumulativeProbability(random.nextDouble());
                from[k] -= taken;
                selected[k] += taken;
                there -= cohort;
                wanted -= taken;
            }
        }

        private long binomial(long n, double p) {
            if (n == 0 || p == 0) {
                return 0;
            }
            if (n <= FEW) {
                long successes = 0;
                for (long i = 0; i < n; i++) {
                    successes += random.nextDouble() < p ? 1 : 0;
                }
                return successes;
            }
            return BinomialDistribution.of(Math.toIntExact(n), p).inverseCumulativeProbability(random.nextDouble());
        }
    }
}
