package dev.saidao.policy.talent;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.BiFunction;

/** The rates of a plan that are known only so far, each with a name and with what a plan with another rate in its place is. */
final class UncertainRates {

    /**
     * A rate that is known only so far.
     *
     * @param name the id of the tier, and what of it: the reason, the way, the year
     * @param rate the rate
     * @param tier the id of the tier
     * @param change the tier with a rate instead
     */
    record Named(String name, UncertainRate rate, String tier, BiFunction<TierPlan, UncertainRate, TierPlan> change) {

        TalentPlan in(TalentPlan plan, BigDecimal drawn) {
            return plan.with(tier, one -> change.apply(one, UncertainRate.of(drawn)));
        }
    }

    private final List<Named> found = new ArrayList<>();

    private UncertainRates() {}

    /** Those of a plan, in the order of its tiers. */
    static List<Named> of(TalentPlan plan) {
        UncertainRates rates = new UncertainRates();
        plan.tiers().forEach(rates::add);
        return List.copyOf(rates.found);
    }

    private void add(TierPlan tier) {
        add(
                tier,
                tier.id(),
                tier.lossRate(),
                (one, rate) -> changed(one).lossRate(rate).build());
        tier.lossRateByYear()
                .forEach((year, rate) -> add(
                        tier,
                        tier.id() + " " + year,
                        rate,
                        (one, drawn) -> changed(one)
                                .lossRateByYear(with(one.lossRateByYear(), year, drawn))
                                .build()));
        for (int i = 0; i < tier.losses().size(); i++) {
            add(tier, i);
        }
        tier.promotesTo()
                .ifPresent(to -> add(
                        tier,
                        tier.id() + " to " + to,
                        tier.promotionRate(),
                        (one, rate) -> changed(one).promotionRate(rate).build()));
        for (int i = 0; i < tier.moves().size(); i++) {
            addMove(tier, i);
        }
    }

    private void add(TierPlan tier, int i) {
        LossReason loss = tier.losses().get(i);
        String name = tier.id() + " " + loss.reason();
        add(
                tier,
                name,
                loss.rate(),
                (one, rate) -> losing(
                        one,
                        i,
                        LossReason.builder()
                                .from(one.losses().get(i))
                                .rate(rate)
                                .build()));
        loss.rateByYear()
                .forEach((year, rate) -> add(
                        tier,
                        name + " " + year,
                        rate,
                        (one, drawn) -> losing(
                                one,
                                i,
                                LossReason.builder()
                                        .from(one.losses().get(i))
                                        .rateByYear(with(one.losses().get(i).rateByYear(), year, drawn))
                                        .build())));
    }

    private void addMove(TierPlan tier, int i) {
        TierMove move = tier.moves().get(i);
        String name = tier.id() + " to " + move.to();
        add(
                tier,
                name,
                move.rate(),
                (one, rate) -> moving(
                        one,
                        i,
                        TierMove.builder().from(one.moves().get(i)).rate(rate).build()));
        move.rateByYear()
                .forEach((year, rate) -> add(
                        tier,
                        name + " " + year,
                        rate,
                        (one, drawn) -> moving(
                                one,
                                i,
                                TierMove.builder()
                                        .from(one.moves().get(i))
                                        .rateByYear(with(one.moves().get(i).rateByYear(), year, drawn))
                                        .build())));
    }

    private void add(
            TierPlan tier, String name, UncertainRate rate, BiFunction<TierPlan, UncertainRate, TierPlan> change) {
        if (rate.isUncertain()) {
            found.add(new Named(name, rate, tier.id(), change));
        }
    }

    private static TierPlan.Builder changed(TierPlan tier) {
        return TierPlan.builder().from(tier);
    }

    private static TierPlan losing(TierPlan tier, int i, LossReason loss) {
        return changed(tier).losses(with(tier.losses(), i, loss)).build();
    }

    private static TierPlan moving(TierPlan tier, int i, TierMove move) {
        return changed(tier).moves(with(tier.moves(), i, move)).build();
    }

    private static <T> List<T> with(List<T> all, int i, T one) {
        List<T> changed = new ArrayList<>(all);
        changed.set(i, one);
        return changed;
    }

    private static Map<Integer, UncertainRate> with(Map<Integer, UncertainRate> all, int year, UncertainRate rate) {
        Map<Integer, UncertainRate> changed = new TreeMap<>(all);
        changed.put(year, rate);
        return changed;
    }
}
