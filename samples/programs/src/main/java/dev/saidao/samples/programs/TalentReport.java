package dev.saidao.samples.programs;

import dev.saidao.core.convention.Convention;
import dev.saidao.core.convention.Label;
import dev.saidao.policy.talent.Attainment;
import dev.saidao.policy.talent.IntakeCalculator.FeedRound;
import dev.saidao.policy.talent.StockFlow;
import dev.saidao.policy.talent.TalentPlan;
import dev.saidao.policy.talent.UncertainAttainmentCalculator.UncertainAttainment;
import java.math.BigDecimal;
import java.math.MathContext;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What the program talent finds out about a plan, as it stands in its results. */
record TalentReport(
        String format,
        TalentPlan plan,
        List<Convention> conventions,
        List<StockFlow.Row> flows,
        List<TierReport> tiers,
        Map<String, UncertainAttainment> uncertain,
        List<Scenario> scenarios) {

    /** What an uncertain rate is called: its tier, and the reason, the way or the year. */
    Label driver(String name) {
        String[] words = name.split(" ");
        Label tier = plan.tier(words[0]).title();
        StringBuilder en = new StringBuilder(tier.en());
        StringBuilder zh = new StringBuilder(tier.zh());
        for (int i = 1; i < words.length; i++) {
            boolean isWay = words[i].equals("to") && i + 1 < words.length;
            Label to = isWay ? plan.tier(words[++i]).title() : Label.same(words[i]);
            en.append(isWay ? " to " : " ").append(to.en());
            zh.append(isWay ? "→" : " ").append(to.zh());
        }
        return Label.of(en.toString(), zh.toString());
    }

    /** What another plan comes to. */
    record Scenario(String plan, List<TierReport> tiers, Map<String, UncertainAttainment> uncertain) {}

    /** What it takes to reach the target of a tier; decimals are expected numbers unless they are said to be whole. */
    record TierReport(
            String tier,
            BigDecimal target,
            int targetYear,
            BigDecimal closing,
            boolean isReached,
            Optional<BigDecimal> requiredIntake,
            Optional<BigDecimal> requiredWholeIntake,
            Optional<BigDecimal> requiredRoundSize,
            Optional<BigDecimal> requiredWholeRoundSize,
            Optional<Integer> yearReached,
            Optional<Integer> lostIn,
            Optional<Integer> notReachedUntil,
            Optional<BigDecimal> ceiling,
            Optional<Chance> probability,
            Optional<String> probabilityMissing,
            List<FeedRound> feed,
            List<Milestone> milestones,
            Optional<Sensitivity> sensitivity) {}

    /** A number on the way to the target: what comes of it, and the intake that leads to it alone. */
    record Milestone(
            int year,
            BigDecimal number,
            BigDecimal closing,
            boolean isReached,
            Optional<BigDecimal> requiredIntake,
            Optional<BigDecimal> probability) {}

    /** How far the plan can change; absent where nothing is enough. */
    record Sensitivity(
            BigDecimal probability,
            Optional<BigDecimal> largestLossRate,
            Optional<BigDecimal> largestLossRateWithProbability,
            Optional<Long> roundSizeWithProbability,
            Optional<Long> intakeWithProbability,
            Optional<String> missing) {}

    /** How likely it is to reach a target. */
    record Chance(
            Optional<BigDecimal> exact,
            Optional<BigDecimal> simulated,
            Optional<BigDecimal> standardError,
            Optional<BigDecimal> simulatedLow,
            Optional<BigDecimal> simulatedHigh,
            BigDecimal expected,
            BigDecimal standardDeviation,
            long low,
            long high) {

        static Chance of(Attainment attainment) {
            return new Chance(
                    decimal(attainment.exact().isPresent(), attainment.exact().orElse(0)),
                    decimal(
                            attainment.simulated().isPresent(),
                            attainment.simulated().orElse(0)),
                    decimal(
                            attainment.standardError().isPresent(),
                            attainment.standardError().orElse(0)),
                    decimal(
                            attainment.simulatedLow().isPresent(),
                            attainment.simulatedLow().orElse(0)),
                    decimal(
                            attainment.simulatedHigh().isPresent(),
                            attainment.simulatedHigh().orElse(0)),
                    decimal(attainment.expected()),
                    decimal(attainment.standardDeviation()),
                    attainment.low(),
                    attainment.high());
        }

        private static Optional<BigDecimal> decimal(boolean present, double value) {
            return present ? Optional.of(decimal(value)) : Optional.empty();
        }

        private static BigDecimal decimal(double value) {
            return CsvText.rounded(new BigDecimal(value).round(new MathContext(12)));
        }
    }
}
