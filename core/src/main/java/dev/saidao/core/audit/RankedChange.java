package dev.saidao.core.audit;

import dev.saidao.core.convention.Label;
import dev.saidao.core.relation.Change;
import java.math.BigDecimal;
import java.util.Optional;

/**
 * A change after which a claim that does not agree would, and how much that says: a change that would excuse one wrong claim in a
 * hundred is likelier the cause than one that would excuse one in ten.
 *
 * @param change the change
 * @param verdict how well the claim agrees after it: {@link Verdict#AGREES} or {@link Verdict#AGREES_WITHIN_ROUNDING}; {@link
 *     Verdict#CONTRADICTS} if a small rest is left
 * @param share which share of the claims that are wrong would agree as well after it, as {@link Repair#share} says
 * @param rest the rest in percentage points, if one is left
 * @since 0.1
 */
public record RankedChange(Change change, Verdict verdict, BigDecimal share, Optional<BigDecimal> rest) {

    /** {@return a short name, such as {@code n+1} or {@code end/10}} */
    public String code() {
        return change.code();
    }

    /** {@return what is changed, and what rest is left} */
    public Label text() {
        return rest.map(points -> Label.of(
                        change.text().en() + ", which leaves " + points.toPlainString() + " percentage points",
                        change.text().zh() + ",仍差 " + points.toPlainString() + " 个百分点"))
                .orElse(change.text());
    }
}
