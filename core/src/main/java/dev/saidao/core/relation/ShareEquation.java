package dev.saidao.core.relation;

import dev.saidao.core.convention.Label;
import dev.saidao.core.quantity.Unit;
import java.util.List;

/** The share of a part in a whole (占比): {@code part = whole × share}; the share is judged. */
public final class ShareEquation extends ProductEquation {

    /** The whole. */
    public static final String WHOLE = "whole";

    /** The part, of the same unit; of a whole that is counted it may have another noun, as have the employed of all persons. */
    public static final String PART = "part";

    /** The share of the part. */
    public static final String SHARE = "share";

    /** The one equation of its kind. */
    public static final ShareEquation INSTANCE = new ShareEquation();

    private ShareEquation() {
        super("share", Label.of("share of a whole", "占比"), "part = whole × share", SHARE, WHOLE, PART, SHARE, 0);
        isSolvedBy("share = part / whole");
        isSolvedBy("whole = part / share");
    }

    @Override
    public Units units(Units known) {
        return known.comparable(List.of(WHOLE, PART)).of(SHARE, Unit.SHARE);
    }
}
