package dev.saidao.policy.talent;

import dev.saidao.core.convention.Label;
import dev.saidao.core.derivation.Explained;
import dev.saidao.core.derivation.Explanation;
import dev.saidao.core.internal.Doubles;
import java.math.BigDecimal;
import java.util.List;

/**
 * What it takes, the same every time, for a tier of a plan to reach its target.
 *
 * @param tier the id of the tier
 * @param target the target
 * @param year the year at whose end it is to be reached
 * @param isRound whether it is the size of each round of the cadence; otherwise the intake of each year
 * @param counting whether it is a number of whole people or an expected number
 * @param number how many it takes; 0 if none is needed
 * @param closing the stock at the end of the year with that number
 * @since 0.1
 */
public record RequiredIntake(
        String tier,
        BigDecimal target,
        int year,
        boolean isRound,
        Counting counting,
        BigDecimal number,
        BigDecimal closing)
        implements Explained {

    /** {@return what was asked, the answer, what the plan comes to with it, and the convention of counting} */
    @Override
    public Explanation explanation() {
        String shown = Doubles.shown(number.doubleValue());
        String reached = Doubles.shown(closing.doubleValue());
        String wanted = target.toPlainString();
        return Explanation.of(
                List.of(
                        Label.of(
                                "the least " + (isRound ? "size of each round" : "intake of each year") + " of " + tier
                                        + " that leads to " + wanted + " at the end of " + year + ": " + shown,
                                tier + " 到 " + year + " 年底达到 " + wanted + " 所需的" + (isRound ? "每批人数" : "每年引进人数") + ":"
                                        + shown),
                        Label.of(
                                "the plan with it comes to " + reached + " at the end of " + year,
                                "按此推算," + year + " 年底为 " + reached)),
                List.of(counting.convention().text()));
    }

    /** {@return a line such as {@code city: 52.5458 each round, for 300 at the end of 2035}} */
    @Override
    public String toString() {
        return tier + ": " + Doubles.shown(number.doubleValue()) + (isRound ? " each round" : " each year") + ", for "
                + target.toPlainString() + " at the end of " + year;
    }
}
