package dev.saidao.core.audit;

import dev.saidao.core.convention.Label;
import dev.saidao.core.relation.Change;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * What an audit says of a growth claim, in short; {@link GrowthClaimAuditor#finding} says the same in full.
 *
 * <p>Verdict, convention and repairs are exact. The implied rates, as fractions, are doubles with a relative error below
 * 10^-12, the gap one with a relative error below 10^-9.
 *
 * @param claim the claim
 * @param verdict whether the three numbers can be true together
 * @param convention the other convention, for {@link Verdict#AGREES_UNDER_OTHER_CONVENTION}, such as the one of code {@code n+1}
 * @param isWeak whether the agreement says little
 * @param impliedRate the rate that the printed sizes imply; NaN if they imply none
 * @param impliedLow the least rate that the sizes allow; NaN if there is none, -1 at least
 * @param impliedHigh the highest rate that the sizes allow; NaN if there is none, infinite if it has no end
 * @param gapInPercentagePoints how far the implied and the published rates are apart, 0 if they meet; NaN if there is none
 * @param repairs the changes after which the claim agrees, or nearly does, the likeliest first, see {@link Repair#share}
 * @param obstacle why it is not checkable, for {@link Verdict#NOT_CHECKABLE}
 * @since 0.1
 */
public record ClaimOutcome(
        GrowthClaim claim,
        Verdict verdict,
        Optional<Change> convention,
        boolean isWeak,
        double impliedRate,
        double impliedLow,
        double impliedHigh,
        double gapInPercentagePoints,
        List<RankedChange> repairs,
        Optional<Label> obstacle) {

    /**
     * Keeps a copy of the repairs.
     *
     * @param claim the claim
     * @param verdict whether the three numbers can be true together
     * @param convention the other convention, for {@link Verdict#AGREES_UNDER_OTHER_CONVENTION}, such as the one of code {@code n+1}
     * @param isWeak whether the agreement says little
     * @param impliedRate the rate that the printed sizes imply; NaN if they imply none
     * @param impliedLow the least rate that the sizes allow; NaN if there is none, -1 at least
     * @param impliedHigh the highest rate that the sizes allow; NaN if there is none, infinite if it has no end
     * @param gapInPercentagePoints how far the implied and the published rates are apart, 0 if they meet; NaN if there is none
     * @param repairs the changes after which the claim agrees, or nearly does, the likeliest first, see {@link Repair#share}
     * @param obstacle why it is not checkable, for {@link Verdict#NOT_CHECKABLE}
     */
    public ClaimOutcome {
        repairs = repairs.isEmpty() ? List.of() : List.copyOf(repairs);
    }

    /** The outcome of a claim that cannot be checked. */
    static ClaimOutcome notCheckable(GrowthClaim claim, Label obstacle) {
        return new ClaimOutcome(
                claim,
                Verdict.NOT_CHECKABLE,
                Optional.empty(),
                false,
                Double.NaN,
                Double.NaN,
                Double.NaN,
                Double.NaN,
                List.of(),
                Optional.of(obstacle));
    }

    /** {@return the verdict in words, as in {@link Finding#reason}} */
    public Label reason() {
        return obstacle.orElseGet(() -> Label.of(ClaimWords.reason(this, false), ClaimWords.reason(this, true)));
    }

    /**
     * Returns the verdict in words of one language, which takes half the time.
     *
     * @param locale Chinese or any other, which is English
     * @return the text of {@link #reason}
     */
    public String reason(Locale locale) {
        return obstacle.isPresent()
                ? obstacle.get().in(locale)
                : ClaimWords.reason(this, locale.getLanguage().equals("zh"));
    }

    /** {@return why the agreement says little, if it does, as in {@link Finding#weak}} */
    public Optional<Label> weak() {
        return isWeak ? Optional.of(ClaimWords.WEAK) : Optional.empty();
    }
}
