package dev.saidao.samples.programs;

import dev.saidao.policy.talent.AttainmentCalculator;
import dev.saidao.policy.talent.IntakeCalculator;
import dev.saidao.policy.talent.RequiredIntake;
import dev.saidao.policy.talent.StockFlowModel;
import dev.saidao.policy.talent.TalentPlan;
import dev.saidao.policy.talent.TierPlan;
import dev.saidao.samples.programs.TalentReport.TierReport;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;

/** What a target comes to if more or fewer are lost in a year than a plan has it. */
final class TalentLosses {

    private static final List<String> RATES = List.of("0", "0.01", "0.02", "0.03", "0.05", "0.08");
    private static final int MOST_YEARS = 40;

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
        for (BigDecimal rate : rates(own.lossRate(), own.promotionRate())) {
            TalentPlan other = plan.with(tier.tier(), one -> losing(one, rate));
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

    private static List<BigDecimal> rates(BigDecimal own, BigDecimal promoted) {
        List<BigDecimal> rates = new ArrayList<>();
        RATES.stream().map(BigDecimal::new).forEach(rates::add);
        if (rates.stream().noneMatch(rate -> rate.compareTo(own) == 0)) {
            rates.add(own);
        }
        rates.removeIf(rate -> rate.add(promoted).compareTo(BigDecimal.ONE) > 0);
        rates.sort(null);
        return rates;
    }

    private static TierPlan losing(TierPlan tier, BigDecimal rate) {
        return TierPlan.builder()
                .id(tier.id())
                .name(tier.name())
                .openingStock(tier.openingStock())
                .lossRate(rate)
                .intake(tier.intake())
                .intakeByYear(tier.intakeByYear())
                .cadence(tier.cadence())
                .promotesTo(tier.promotesTo())
                .promotionRate(tier.promotionRate())
                .target(tier.target())
                .targetYear(tier.targetYear())
                .build();
    }
}
