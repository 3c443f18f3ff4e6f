package dev.saidao.policy.talent;

import dev.saidao.core.internal.Require;
import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.util.Optional;
import java.util.function.Function;

/** Finds what it takes for a tier of a plan to reach its target, by projecting the plan with one number after another. */
final class IntakeSolver {

    private static final MathContext CEILING = new MathContext(34, RoundingMode.CEILING);
    private static final BigDecimal NEAR = new BigDecimal("1e-24");
    private static final int MOST_DOUBLINGS = 10;
    private static final int MOST_HALVINGS = 300;
    private static final StockFlowModel MODEL = StockFlowModel.withDefaults();

    private final TierPlan tier;
    private final int year;
    private final BigDecimal target;
    private final boolean isRound;
    /** The plan with a number, in expected numbers, since what is required of it need not be whole. */
    private final Function<BigDecimal, TalentPlan> change;

    private IntakeSolver(TalentPlan plan, String tier, boolean isRound, Function<BigDecimal, TalentPlan> change) {
        this.tier = plan.tier(tier);
        this.target =
                this.tier.target().orElseThrow(() -> new IllegalArgumentException("Tier must have a target: " + tier));
        this.year = plan.targetYear(this.tier);
        this.isRound = isRound;
        this.change = change;
    }

    /** Of the intake from outside in each year. */
    static IntakeSolver ofYears(TalentPlan plan, String tier) {
        TalentPlan expected = plan.with(Counting.EXPECTATION);
        return new IntakeSolver(
                plan, tier, false, intake -> expected.with(tier, t -> t.recruiting(intake, plan.firstYear())));
    }

    /** Of the size of each round, fed from outside. */
    static IntakeSolver ofRounds(TalentPlan plan, String tier) {
        Require.that(plan.tier(tier).cadence().isPresent(), "Tier must have a cadence: %s", tier);
        TalentPlan expected = plan.with(Counting.EXPECTATION);
        return new IntakeSolver(
                plan, tier, true, size -> expected.with(tier, t -> t.selectingRounds(size, plan.firstYear())));
    }

    /**
     * The stock rises with what comes, in straight pieces: one, unless another tier takes all that there is. A straight line is
     * tried first, and where it is not straight the place is closed in on.
     */
    Optional<RequiredIntake> expected() {
        return expectedNumber().map(number -> required(number, Counting.EXPECTATION));
    }

    /** Losses of whole people are rounded down and carried on, so that the answer is next to the expected one. */
    Optional<RequiredIntake> whole() {
        return expectedNumber().map(expected -> {
            BigDecimal number = expected.setScale(0, RoundingMode.FLOOR);
            while (number.signum() > 0 && reaches(number.subtract(BigDecimal.ONE))) {
                number = number.subtract(BigDecimal.ONE);
            }
            while (!reaches(number)) {
                number = number.add(BigDecimal.ONE);
            }
            return required(number, Counting.WHOLE_PERSONS);
        });
    }

    private RequiredIntake required(BigDecimal number, Counting counting) {
        return new RequiredIntake(tier.id(), target, year, isRound, counting, number, closing(number, counting));
    }

    private Optional<BigDecimal> expectedNumber() {
        BigDecimal low = BigDecimal.ZERO;
        BigDecimal lackingAtLow = lacking(low);
        if (lackingAtLow.signum() <= 0) {
            return Optional.of(BigDecimal.ZERO);
        }
        BigDecimal high = target.add(BigDecimal.ONE);
        BigDecimal lackingAtHigh = lacking(high);
        for (int i = 0; lackingAtHigh.signum() > 0; i++) {
            if (i == MOST_DOUBLINGS) {
                return Optional.empty();
            }
            high = high.multiply(BigDecimal.valueOf(16));
            lackingAtHigh = lacking(high);
        }
        for (int i = 0; i < MOST_HALVINGS; i++) {
            BigDecimal rise = lackingAtLow.subtract(lackingAtHigh);
            BigDecimal onLine =
                    low.add(high.subtract(low).multiply(lackingAtLow).divide(rise, CEILING));
            BigDecimal next = i % 2 == 0 ? onLine.min(high) : low.add(high).divide(BigDecimal.valueOf(2), CEILING);
            BigDecimal lackingAtNext = lacking(next);
            if (lackingAtNext.signum() <= 0) {
                high = next;
                lackingAtHigh = lackingAtNext;
            } else {
                low = next;
                lackingAtLow = lackingAtNext;
            }
            if (lackingAtHigh.abs().compareTo(NEAR) <= 0) {
                break;
            }
        }
        return Optional.of(IntakeCalculator.plain(high.round(CEILING)));
    }

    private BigDecimal lacking(BigDecimal number) {
        return target.subtract(closing(number, Counting.EXPECTATION));
    }

    private boolean reaches(BigDecimal number) {
        return closing(number, Counting.WHOLE_PERSONS).compareTo(target) >= 0;
    }

    private BigDecimal closing(BigDecimal number, Counting counting) {
        return MODEL.project(change.apply(number).with(counting)).closing(tier.id(), year);
    }
}
