package dev.saidao.core.audit;

import java.util.List;
import java.util.Optional;

/**
 * What an audit says of a growth claim, in short; {@link GrowthClaimAuditor#finding} says it in full.
 *
 * <p>Verdict, convention and repairs are exact. The implied rates, as fractions, are doubles with a relative error below
 * 10^-12, the gap one with a relative error below 10^-9.
 *
 * @param verdict whether the three numbers can be true together
 * @param convention the other convention, for {@link Verdict#AGREES_UNDER_OTHER_CONVENTION}: its code, such as {@code n+1}
 * @param isWeak whether the agreement says little
 * @param impliedRate the rate that the printed sizes imply; NaN if they imply none
 * @param impliedLow the least rate that the sizes allow; NaN if there is none, -1 at least
 * @param impliedHigh the highest rate that the sizes allow; NaN if there is none, infinite if it has no end
 * @param gapInPercentagePoints how far the implied and the published rates are apart, 0 if they meet; NaN if there is none
 * @param repairs the codes of the changes after which the claim agrees, likeliest first
 */
public record ClaimOutcome(
        Verdict verdict,
        Optional<String> convention,
        boolean isWeak,
        double impliedRate,
        double impliedLow,
        double impliedHigh,
        double gapInPercentagePoints,
        List<String> repairs) {}
