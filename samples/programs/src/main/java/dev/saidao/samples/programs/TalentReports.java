package dev.saidao.samples.programs;

import dev.saidao.policy.talent.AttainmentCalculator;
import dev.saidao.policy.talent.Counting;
import dev.saidao.policy.talent.IntakeCalculator;
import dev.saidao.policy.talent.RequiredIntake;
import dev.saidao.policy.talent.SensitivityCalculator;
import dev.saidao.policy.talent.StockFlow;
import dev.saidao.policy.talent.StockFlowModel;
import dev.saidao.policy.talent.TalentPlan;
import dev.saidao.policy.talent.TierPlan;
import dev.saidao.policy.talent.UncertainAttainmentCalculator;
import dev.saidao.policy.talent.UncertainAttainmentCalculator.LossRange;
import dev.saidao.policy.talent.UncertainAttainmentCalculator.UncertainAttainment;
import dev.saidao.policy.target.Arrival;
import dev.saidao.samples.programs.TalentReport.Chance;
import dev.saidao.samples.programs.TalentReport.Milestone;
import dev.saidao.samples.programs.TalentReport.Scenario;
import dev.saidao.samples.programs.TalentReport.Sensitivity;
import dev.saidao.samples.programs.TalentReport.TierReport;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;

/** Works out what the program talent reports. */
final class TalentReports {

    private static final IntakeCalculator INTAKE = IntakeCalculator.withDefaults();
    private static final UncertainAttainmentCalculator UNCERTAIN = UncertainAttainmentCalculator.withDefaults();
    private static final SensitivityCalculator SENSITIVITY = SensitivityCalculator.withDefaults();
    private static final int DRAWS = 200;
    private static final StockFlowModel MODEL = StockFlowModel.withDefaults();

    private final AttainmentCalculator attainments;
    private final long seed;
    private final Optional<BigDecimal> wanted;

    /** The probability that is wanted decides whether, and for what, it is looked how far a plan can change. */
    TalentReports(AttainmentCalculator attainments, long seed, Optional<BigDecimal> wanted) {
        this.attainments = attainments;
        this.seed = seed;
        this.wanted = wanted;
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
                uncertain(UNCERTAIN.within(plan, ranges), tiers),
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
                        .map(CsvText::rounded),
                notWhole.isPresent()
                        ? Optional.empty()
                        : INTAKE.requiredWholeIntake(plan, tier.id()).map(RequiredIntake::number),
                rounds
                        ? INTAKE.requiredRoundSize(plan, tier.id())
                                .map(RequiredIntake::number)
                                .map(CsvText::rounded)
                        : Optional.empty(),
                rounds && notWhole.isEmpty()
                        ? INTAKE.requiredWholeRoundSize(plan, tier.id()).map(RequiredIntake::number)
                        : Optional.empty(),
                arrival.year(),
                flow.lostIn(tier.id(), target, year),
                arrival.lookedUntil(),
                arrival.ceiling().map(CsvText::rounded),
                chance,
                missing,
                fed ? INTAKE.feed(plan, tier.id()) : List.of(),
                tier.milestones().entrySet().stream()
                        .map(one -> milestone(plan, tier.id(), one.getKey(), one.getValue(), flow))
                        .toList(),
                wanted.map(probability -> sensitivity(plan, tier, probability)));
    }

    private Map<String, UncertainAttainment> uncertain(TalentPlan plan, List<TierReport> tiers) {
        Map<String, UncertainAttainment> uncertain = new LinkedHashMap<>();
        for (TierReport tier : tiers) {
            if (plan.isUncertain() && tier.probability().isPresent()) {
                uncertain.put(tier.tier(), UNCERTAIN.probability(plan, tier.tier(), DRAWS, seed));
            }
        }
        return uncertain;
    }

    private Milestone milestone(TalentPlan plan, String tier, int year, BigDecimal number, StockFlow flow) {
        TalentPlan until = plan.with(tier, one -> one.aiming(number, year));
        BigDecimal closing = flow.closing(tier, year);
        Optional<BigDecimal> probability = Optional.empty();
        if (notWhole(plan).isEmpty()) {
            try {
                Chance chance = Chance.of(attainments.probability(until, tier));
                probability = chance.exact().or(chance::simulated);
            } catch (IllegalArgumentException e) {
                // said at the target
                probability = Optional.empty();
            }
        }
        return new Milestone(
                year,
                number,
                closing,
                closing.compareTo(number) >= 0,
                INTAKE.requiredIntake(until, tier).map(RequiredIntake::number).map(CsvText::rounded),
                probability);
    }

    private Sensitivity sensitivity(TalentPlan plan, TierPlan tier, BigDecimal wanted) {
        Optional<BigDecimal> expected = SENSITIVITY.largestLossRate(plan, tier.id());
        double probability = wanted.doubleValue();
        try {
            return new Sensitivity(
                    wanted,
                    expected,
                    SENSITIVITY.largestLossRate(plan, tier.id(), probability),
                    tier.cadence().isPresent()
                            ? boxed(SENSITIVITY.smallestRoundSize(plan, tier.id(), probability))
                            : Optional.empty(),
                    boxed(SENSITIVITY.smallestIntake(plan, tier.id(), probability)),
                    Optional.empty());
        } catch (IllegalArgumentException e) {
            return new Sensitivity(
                    wanted,
                    expected,
                    Optional.empty(),
                    Optional.empty(),
                    Optional.empty(),
                    Optional.of(String.valueOf(e.getMessage())));
        }
    }

    private static Optional<Long> boxed(OptionalLong number) {
        return number.isPresent() ? Optional.of(number.getAsLong()) : Optional.empty();
    }

    private static Optional<String> notWhole(TalentPlan plan) {
        try {
            plan.with(Counting.WHOLE_PERSONS);
            return Optional.empty();
        } catch (IllegalArgumentException e) {
            return Optional.of(String.valueOf(e.getMessage()));
        }
    }
}
