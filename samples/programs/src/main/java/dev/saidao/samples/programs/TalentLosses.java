package dev.saidao.samples.programs;

import dev.saidao.policy.talent.AttainmentCalculator;
import dev.saidao.policy.talent.IntakeCalculator;
import dev.saidao.policy.talent.RequiredIntake;
import dev.saidao.policy.talent.SensitivityCalculator;
import dev.saidao.policy.talent.StockFlowModel;
import dev.saidao.policy.talent.TalentPlan;
import dev.saidao.policy.talent.TierPlan;
import dev.saidao.policy.talent.UncertainRate;
import dev.saidao.samples.programs.TalentReport.TierReport;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalLong;

/** What a target comes to if more or fewer are lost in a year than a plan has it. */
final class TalentLosses {

    private static final List<String> RATES = List.of("0", "0.01", "0.02", "0.03", "0.05", "0.08");
    private static final int MOST_YEARS = 40;
    private static final double NEARLY_SURE = 0.9;

    private TalentLosses() {}

    /**
     * A rate of loss and what follows.
     *
     * @param rate the share that is lost in a year
     * @param expected the expected number in the year of the target
     * @param needed what each round, or else each year, would take
     * @param chance the chance to reach the target, where it is known
     */
    record Loss(BigDecimal rate, BigDecimal expected, Optional<BigDecimal> needed, OptionalDouble chance) {}

    /** Some rates, that of the plan among them; absent for plans that are too long to be worked through so often. */
    static Optional<List<Loss>> of(TalentPlan plan, TierReport tier) {
        if (plan.years() > MOST_YEARS) {
            return Optional.empty();
        }
        TierPlan own = plan.tier(tier.tier());
        List<Loss> losses = new ArrayList<>();
        for (BigDecimal rate : rates(own.lossRate(tier.targetYear()))) {
            TalentPlan other = plan.with(tier.tier(), one -> one.losing(UncertainRate.of(rate)));
            losses.add(new Loss(
                    rate,
                    StockFlowModel.withDefaults().project(other).closing(tier.tier(), tier.targetYear()),
                    (tier.requiredRoundSize().isPresent()
                                    ? IntakeCalculator.withDefaults().requiredRoundSize(other, tier.tier())
                                    : IntakeCalculator.withDefaults().requiredIntake(other, tier.tier()))
                            .map(RequiredIntake::number),
                    chance(other, tier)));
        }
        return Optional.of(losses);
    }

    private static OptionalDouble chance(TalentPlan plan, TierReport tier) {
        return tier.probability().flatMap(TalentReport.Chance::exact).isEmpty()
                ? OptionalDouble.empty()
                : AttainmentCalculator.withDefaults()
                        .probability(plan, tier.tier())
                        .exact();
    }

    private static List<BigDecimal> rates(BigDecimal own) {
        List<BigDecimal> rates = new ArrayList<>();
        RATES.stream().map(BigDecimal::new).forEach(rates::add);
        if (rates.stream().noneMatch(rate -> rate.compareTo(own) == 0)) {
            rates.add(own);
        }
        rates.sort(null);
        return rates;
    }

    /** What a target bears, and what would make it nearly sure. */
    record Margin(Optional<BigDecimal> largestLossRate, OptionalLong nearlySure) {}

    /** The largest rate of loss with which the target is to be expected, and the smallest rounds or intake for 90%. */
    static Margin margin(TalentPlan plan, TierReport tier) {
        SensitivityCalculator calculator = SensitivityCalculator.withDefaults();
        Optional<BigDecimal> largest = calculator.largestLossRate(plan, tier.tier());
        if (tier.probability().flatMap(TalentReport.Chance::exact).isEmpty() || plan.years() > MOST_YEARS) {
            return new Margin(largest, OptionalLong.empty());
        }
        return new Margin(
                largest,
                tier.requiredRoundSize().isPresent()
                        ? calculator.smallestRoundSize(plan, tier.tier(), NEARLY_SURE)
                        : calculator.smallestIntake(plan, tier.tier(), NEARLY_SURE));
    }
}
