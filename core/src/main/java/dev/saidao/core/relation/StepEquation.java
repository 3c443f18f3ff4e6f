package dev.saidao.core.relation;

import dev.saidao.core.convention.Label;
import dev.saidao.core.quantity.Unit;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The growth of one year on the year before (同比): {@code current = previous × (1 + rate)}; the rate is judged.
 *
 * @since 0.1
 */
public final class StepEquation extends ProductEquation {

    /** The size in the year before. */
    public static final String PREVIOUS = "previous";

    /** The size in the year, of the same unit. */
    public static final String CURRENT = "current";

    /** The rate. */
    public static final String RATE = "rate";

    /** The one equation of its kind. */
    public static final StepEquation INSTANCE = new StepEquation("current = previous × (1 + rate)", 1);

    private static final StepEquation RATE_IS_FACTOR = new StepEquation("current = previous × rate", 0);

    private StepEquation(String expression, int shift) {
        super("step", Label.of("year-on-year step", "同比增长"), expression, RATE, PREVIOUS, CURRENT, RATE, shift);
        if (shift == 1) {
            isSolvedBy("rate = current / previous - 1");
        }
    }

    @Override
    public Units units(Units known) {
        return known.alike(PREVIOUS, CURRENT).of(RATE, Unit.GROWTH_RATE, Unit.Kind.SHARE);
    }

    @Override
    public List<Change> alternatives(Relation relation) {
        return List.of(new Change.OtherEquation(
                RepairKind.BY_OR_TO,
                "grew-to",
                Label.of("the rate is what the figure grew to, not by", "增长率实为增长到的比例"),
                RATE_IS_FACTOR));
    }

    @Override
    public List<Change> alternatives(Relation relation, Units units) {
        List<Change> changes = new ArrayList<>(relation.alternatives());
        changes.addAll(PointsEquation.changes(PREVIOUS, CURRENT, RATE, Optional.empty(), units));
        return changes;
    }
}
