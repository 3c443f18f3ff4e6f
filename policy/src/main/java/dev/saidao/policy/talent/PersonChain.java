package dev.saidao.policy.talent;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

/** Where a person of a plan is in the end, by chance and independently of all others. */
final class PersonChain {

    private final TalentPlan plan;
    private final List<TierPlan> tiers;
    private final int goal;
    private final int lastYear;
    /** By year and tier. */
    private final double[][][] steps;
    /** For each year of birth: by year, the probability to be in the tier in the end, for somebody who is in one before the year. */
    private final Map<Integer, double[][]> chances = new HashMap<>();

    PersonChain(TalentPlan plan, String tier, int lastYear) {
        this.plan = plan;
        this.tiers = plan.tiers();
        this.goal = index(plan, tier);
        this.lastYear = lastYear;
        this.steps = IntStream.rangeClosed(plan.firstYear(), lastYear)
                .mapToObj(year -> IntStream.range(0, tiers.size())
                        .mapToObj(i -> steps(i, year))
                        .toArray(double[][]::new))
                .toArray(double[][][]::new);
    }

    static int index(TalentPlan plan, String tier) {
        return IntStream.range(0, plan.tiers().size())
                .filter(i -> plan.tiers().get(i).id().equals(tier))
                .findFirst()
                .orElseThrow();
    }

    /** How many there are in the end. */
    PoissonBinomial distribution() {
        List<PoissonBinomial.Group> groups = new ArrayList<>();
        for (int year = lastYear; year >= plan.firstYear(); year--) {
            // those who come behind the losses of a year face only those of the next one
            int from = plan.order() == EventOrder.LOSS_FIRST ? year + 1 : year;
            for (int i = 0; i < tiers.size(); i++) {
                TierPlan tier = tiers.get(i);
                int born = Projection.bornWhoCome(tier, year);
                add(groups, recruits(tier, year), i, born, from);
            }
        }
        for (int i = 0; i < tiers.size(); i++) {
            for (Map.Entry<Integer, BigDecimal> cohort :
                    Projection.opening(tiers.get(i), plan.firstYear()).entrySet()) {
                add(groups, cohort.getValue(), i, cohort.getKey(), plan.firstYear());
            }
        }
        return PoissonBinomial.of(groups);
    }

    private void add(List<PoissonBinomial.Group> groups, BigDecimal people, int tier, int born, int from) {
        if (people.signum() > 0) {
            double probability = chances.computeIfAbsent(born, this::chances)[from - plan.firstYear()][tier];
            if (probability > 0) {
                groups.add(new PoissonBinomial.Group(people.intValueExact(), Math.min(1, probability)));
            }
        }
    }

    private static BigDecimal recruits(TierPlan tier, int year) {
        BigDecimal selected = tier.cadence()
                .filter(cadence -> cadence.isRound(year))
                .map(cadence -> cadence.size(year))
                .orElse(BigDecimal.ZERO);
        return tier.intake(year).add(selected);
    }

    private double[][] chances(int born) {
        int years = lastYear - plan.firstYear() + 1;
        double[][] chances = new double[years + 1][tiers.size()];
        chances[years][goal] = 1;
        for (int year = lastYear; year >= plan.firstYear(); year--) {
            double[] after = chances[year - plan.firstYear() + 1];
            for (int i = 0; i < tiers.size(); i++) {
                chances[year - plan.firstYear()][i] = Projection.retires(tiers.get(i), year, born)
                        ? 0
                        : before(steps[year - plan.firstYear()][i], after);
            }
        }
        return chances;
    }

    /** What may happen to somebody of a tier in a year: the probability to be in each tier a year later. */
    private double[] steps(int tier, int year) {
        double[] steps = new double[tiers.size()];
        double stays = 1;
        for (TierMove move : tiers.get(tier).moves(year)) {
            double rate = move.rate().expected().doubleValue();
            stays -= rate;
            steps[index(plan, move.to())] += rate;
        }
        steps[tier] += stays;
        double kept = 1 - tiers.get(tier).lossRate(year).doubleValue();
        Arrays.setAll(steps, to -> kept * steps[to]);
        return steps;
    }

    /** The probability one year earlier. */
    private static double before(double[] steps, double[] after) {
        double before = 0;
        for (int to = 0; to < steps.length; to++) {
            before += steps[to] * after[to];
        }
        return before;
    }
}
