package dev.saidao.samples.programs;

import dev.saidao.policy.talent.AttainmentCalculator;
import dev.saidao.policy.talent.Counting;
import dev.saidao.policy.talent.IntakeCalculator;
import dev.saidao.policy.talent.RequiredIntake;
import dev.saidao.policy.talent.StockFlow;
import dev.saidao.policy.talent.StockFlowModel;
import dev.saidao.policy.talent.TalentPlan;
import dev.saidao.policy.talent.TierPlan;
import dev.saidao.policy.talent.UncertainAttainmentCalculator;
import dev.saidao.policy.talent.UncertainAttainmentCalculator.LossRange;
import dev.saidao.policy.talent.UncertainAttainmentCalculator.UncertainAttainment;
import dev.saidao.policy.target.Arrival;
import dev.saidao.samples.programs.TalentReport.Chance;
import dev.saidao.samples.programs.TalentReport.Scenario;
import dev.saidao.samples.programs.TalentReport.TierReport;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Works out what the program talent reports. */
final class TalentReports {

    private static final IntakeCalculator INTAKE = IntakeCalculator.withDefaults();
    private static final UncertainAttainmentCalculator UNCERTAIN = UncertainAttainmentCalculator.withDefaults();
    private static final int DRAWS = 200;
    private static final StockFlowModel MODEL = StockFlowModel.withDefaults();

    private final AttainmentCalculator attainments;
    private final long seed;

    TalentReports(AttainmentCalculator attainments, long seed) {
        this.attainments = attainments;
        this.seed = seed;
    }

    TalentReport report(TalentPlan plan, List<LossRange> ranges, List<Scenario> beside) {
        StockFlow flow = MODEL.project(plan);
        List<TierReport> tiers = new ArrayList<>();
        for (TierPlan tier : plan.tiers()) {
            tier.target().ifPresent(target -> tiers.add(tier(plan, tier, target, flow)));
        }
        return new TalentReport(
                "saidao-talent-report/1",
                plan,
                List.of(plan.order().convention(), plan.counting().convention()),
                flow.rows(),
                tiers,
                uncertain(plan, tiers, ranges),
                beside);
    }

    private TierReport tier(TalentPlan plan, TierPlan tier, BigDecimal target, StockFlow flow) {
        int year = plan.targetYear(tier);
        BigDecimal closing = flow.closing(tier.id(), year);
        Arrival arrival = MODEL.yearReached(plan, tier.id());
        boolean rounds = tier.cadence().isPresent();
        boolean fed = tier.cadence().flatMap(cadence -> cadence.fedFrom()).isPresent();
        Optional<String> notWhole = notWhole(plan);
        Optional<Chance> chance = Optional.empty();
        Optional<String> missing = notWhole;
        if (notWhole.isEmpty()) {
            try {
                chance = Optional.of(Chance.of(attainments.probability(plan, tier.id())));
            } catch (IllegalArgumentException e) {
                missing = Optional.of(String.valueOf(e.getMessage()));
            }
        }
        return new TierReport(
                tier.id(),
                target,
                year,
                closing,
                closing.compareTo(target) >= 0,
                INTAKE.requiredIntake(plan, tier.id())
                        .map(RequiredIntake::number)
                        .map(TalentReports::shortened),
                notWhole.isPresent()
                        ? Optional.empty()
                        : INTAKE.requiredWholeIntake(plan, tier.id()).map(RequiredIntake::number),
                rounds
                        ? INTAKE.requiredRoundSize(plan, tier.id())
                                .map(RequiredIntake::number)
                                .map(TalentReports::shortened)
                        : Optional.empty(),
                rounds && notWhole.isEmpty()
                        ? INTAKE.requiredWholeRoundSize(plan, tier.id()).map(RequiredIntake::number)
                        : Optional.empty(),
                arrival.year(),
                flow.lostIn(tier.id(), target, year),
                arrival.lookedUntil(),
                arrival.ceiling().map(TalentReports::shortened),
                chance,
                missing,
                fed ? INTAKE.feed(plan, tier.id()) : List.of());
    }

    private Map<String, UncertainAttainment> uncertain(
            TalentPlan plan, List<TierReport> tiers, List<LossRange> ranges) {
        Map<String, UncertainAttainment> uncertain = new LinkedHashMap<>();
        for (TierReport tier : tiers) {
            if (!ranges.isEmpty() && tier.probability().isPresent()) {
                uncertain.put(tier.tier(), UNCERTAIN.probability(plan, tier.tier(), ranges, DRAWS, seed));
            }
        }
        return uncertain;
    }

    private static Optional<String> notWhole(TalentPlan plan) {
        try {
            plan.with(Counting.WHOLE_PERSONS);
            return Optional.empty();
        } catch (IllegalArgumentException e) {
            return Optional.of(String.valueOf(e.getMessage()));
        }
    }

    private static BigDecimal shortened(BigDecimal value) {
        return new BigDecimal(CsvText.shown(value));
    }
}
