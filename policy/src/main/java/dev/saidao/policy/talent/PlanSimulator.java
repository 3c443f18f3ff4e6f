package dev.saidao.policy.talent;

import java.util.Arrays;
import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.IntStream;
import org.apache.commons.rng.simple.RandomSource;

/** Plays the years of a plan. What the plan says of each year is looked up once. */
final class PlanSimulator {

    private static final int BLOCK = 500;
    private static final long GOLDEN = 0x9E3779B97F4A7C15L;
    private static final int NONE = -1;

    private final TalentPlan plan;
    private final int goal;
    /** The years of birth of those who retire while the plan lasts; all others are one cohort, behind these. */
    private final int[] births;

    /** By tier: the tier that those selected leave, if there is one, and where the ways lead. */
    private final int[] fedFrom;

    private final int[][] movesTo;
    private final Year[] years;

    /** What the plan says of a year, by tier. */
    private static final class Year {

        private final double[] loss;
        private final double[][] moves;
        private final long[] intake;
        /** The size of the round; none if there is no round. */
        private final long[] round;
        /** The place among the cohorts of those who come. */
        private final int[] place;

        private final boolean[][] retires;

        Year(PlanSimulator of, int year) {
            List<TierPlan> tiers = of.plan.tiers();
            loss = tiers.stream()
                    .mapToDouble(tier -> tier.lossRate(year).doubleValue())
                    .toArray();
            moves = tiers.stream()
                    .map(tier -> tier.moves(year).stream()
                            .mapToDouble(move -> move.rate().expected().doubleValue())
                            .toArray())
                    .toArray(double[][]::new);
            intake = tiers.stream()
                    .mapToLong(tier -> tier.intake(year).longValueExact())
                    .toArray();
            round = tiers.stream()
                    .mapToLong(tier -> tier.cadence()
                            .filter(cadence -> cadence.isRound(year))
                            .map(cadence -> cadence.size(year).longValueExact())
                            .orElse((long) NONE))
                    .toArray();
            place = tiers.stream()
                    .mapToInt(tier -> of.place(Projection.bornWhoCome(tier, year)))
                    .toArray();
            retires = new boolean[tiers.size()][of.cohorts()];
            for (int i = 0; i < tiers.size(); i++) {
                for (int k = 0; k < of.births.length; k++) {
                    retires[i][k] = Projection.retires(tiers.get(i), year, of.births[k]);
                }
            }
        }
    }

    PlanSimulator(TalentPlan plan, String tier, int lastYear) {
        this.plan = plan;
        List<TierPlan> tiers = plan.tiers();
        this.goal = PersonChain.index(plan, tier);
        this.fedFrom = tiers.stream()
                .mapToInt(t -> t.cadence()
                        .flatMap(SelectionCadence::fedFrom)
                        .map(id -> PersonChain.index(plan, id))
                        .orElse(NONE))
                .toArray();
        this.births = births(plan, lastYear);
        this.movesTo = tiers.stream()
                .map(t -> t.moves(plan.firstYear()).stream()
                        .mapToInt(move -> PersonChain.index(plan, move.to()))
                        .toArray())
                .toArray(int[][]::new);
        this.years = IntStream.rangeClosed(plan.firstYear(), lastYear)
                .mapToObj(year -> new Year(this, year))
                .toArray(Year[]::new);
    }

    private static int[] births(TalentPlan plan, int lastYear) {
        SortedSet<Integer> births = new TreeSet<>();
        for (TierPlan tier : plan.tiers()) {
            births.addAll(Projection.opening(tier, plan.firstYear()).keySet());
            for (int year = plan.firstYear(); year <= lastYear; year++) {
                births.add(Projection.bornWhoCome(tier, year));
            }
        }
        return births.stream()
                .filter(born -> plan.tiers().stream()
                        .anyMatch(tier -> IntStream.rangeClosed(plan.firstYear(), lastYear)
                                .anyMatch(year -> Projection.retires(tier, year, born))))
                .mapToInt(born -> born)
                .toArray();
    }

    private int cohorts() {
        return births.length + 1;
    }

    private int place(int born) {
        int place = Arrays.binarySearch(births, born);
        return place < 0 ? births.length : place;
    }

    /** The number of people in the end of each run, sorted. Blocks have seeds of their own, so that it makes no difference who plays which. */
    long[] run(int runs, long seed) {
        long[][] opening = new long[plan.tiers().size()][cohorts()];
        for (int i = 0; i < opening.length; i++) {
            long[] ofTier = opening[i];
            Projection.opening(plan.tiers().get(i), plan.firstYear())
                    .forEach((born, people) -> ofTier[place(born)] += people.longValueExact());
        }
        long[] stocks = new long[runs];
        IntStream.range(0, (runs + BLOCK - 1) / BLOCK).parallel().forEach(block -> {
            RandomCounts random = new RandomCounts(RandomSource.XO_SHI_RO_256_PP.create(seed + GOLDEN * (block + 1)));
            for (int run = block * BLOCK; run < Math.min(runs, (block + 1) * BLOCK); run++) {
                stocks[run] = new Run(random, opening).play();
            }
        });
        Arrays.sort(stocks);
        return stocks;
    }

    /** One play. */
    private final class Run {

        private final RandomCounts random;
        /** By tier and cohort. */
        private final long[][] stock;

        Run(RandomCounts random, long[][] opening) {
            this.random = random;
            this.stock = new long[opening.length][];
            Arrays.setAll(stock, tier -> opening[tier].clone());
        }

        long play() {
            for (Year year : years) {
                long[][] arrived = new long[stock.length][cohorts()];
                if (plan.order() == EventOrder.INTAKE_FIRST) {
                    come(year, stock);
                }
                for (int i = 0; i < stock.length; i++) {
                    for (int k = 0; k < cohorts(); k++) {
                        leave(year, i, k, arrived);
                    }
                }
                if (plan.order() == EventOrder.LOSS_FIRST) {
                    come(year, arrived);
                }
                for (int i = 0; i < stock.length; i++) {
                    for (int k = 0; k < cohorts(); k++) {
                        stock[i][k] += arrived[i][k];
                    }
                }
            }
            return Arrays.stream(stock[goal]).sum();
        }

        private void leave(Year year, int tier, int cohort, long[][] arrived) {
            if (year.retires[tier][cohort]) {
                stock[tier][cohort] = 0;
                return;
            }
            stock[tier][cohort] -= random.binomial(stock[tier][cohort], year.loss[tier]);
            double left = 1;
            for (int way = 0; way < movesTo[tier].length; way++) {
                double rate = year.moves[tier][way];
                long go = random.binomial(stock[tier][cohort], left <= rate ? 1 : rate / left);
                left -= rate;
                stock[tier][cohort] -= go;
                arrived[movesTo[tier][way]][cohort] += go;
            }
        }

        /** Those who come from outside can be selected this year, those who are selected cannot be selected again. */
        private void come(Year year, long[][] selected) {
            for (int i = 0; i < stock.length; i++) {
                stock[i][year.place[i]] += year.intake[i];
            }
            for (int i = 0; i < stock.length; i++) {
                if (year.round[i] != NONE && fedFrom[i] == NONE) {
                    selected[i][year.place[i]] += year.round[i];
                } else if (year.round[i] != NONE) {
                    random.select(stock[fedFrom[i]], year.round[i], selected[i]);
                }
            }
        }
    }
}
