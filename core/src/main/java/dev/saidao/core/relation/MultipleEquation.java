package dev.saidao.core.relation;

import dev.saidao.core.convention.Label;
import dev.saidao.core.quantity.Unit;
import java.util.List;

/**
 * A multiple (为N倍; 增长N倍 is the multiple N + 1): {@code value = base × multiple}; the multiple is judged.
 *
 * @since 0.1
 */
public final class MultipleEquation extends ProductEquation {

    static final String BASE = "base";
    static final String VALUE = "value";
    static final String MULTIPLE = "multiple";

    /** The one equation of its kind. */
    public static final MultipleEquation INSTANCE = new MultipleEquation("value = base × multiple", 0);

    private static final MultipleEquation GREW_BY = new MultipleEquation("value = base × (multiple + 1)", 1);
    private static final MultipleEquation GREW_TO = new MultipleEquation("value = base × (multiple - 1)", -1);

    private MultipleEquation(String expression, int shift) {
        super("multiple", Label.of("multiple", "倍数"), expression, MULTIPLE, BASE, VALUE, MULTIPLE, shift);
        if (shift == 0) {
            isSolvedBy("multiple = value / base");
        }
    }

    @Override
    public Units units(Units known) {
        return known.alike(BASE, VALUE).of(MULTIPLE, Unit.MULTIPLE, Unit.Kind.SHARE, Unit.Kind.COUNT);
    }

    @Override
    public List<Change> alternatives(Relation relation) {
        return List.of(
                new Change.OtherEquation(
                        RepairKind.BY_OR_TO,
                        "grew-by",
                        Label.of("it grew by the multiple, not to it (增长N倍)", "实为增长N倍,而非为N倍"),
                        GREW_BY),
                new Change.OtherEquation(
                        RepairKind.BY_OR_TO,
                        "grew-to",
                        Label.of("it grew to one multiple less (为N倍)", "实为N倍,而非增长N倍"),
                        GREW_TO));
    }
}
