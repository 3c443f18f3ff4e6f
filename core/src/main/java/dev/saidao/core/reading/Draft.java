package dev.saidao.core.reading;

import dev.saidao.core.internal.Codes;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A relation while it is put together: its kind, and a figure, or nothing that was printed, in each role. */
final class Draft {

    /** The kinds of relations that running text states. */
    enum Kind {
        GROWTH,
        STEP,
        DIFFERENCE,
        SHARE,
        SUM,
        DENSITY,
        CUMULATIVE,
        MULTIPLE,
        CADENCE,
        RATIO_CHAIN,
        SAME;

        private final String code = Codes.ofName(name());

        String code() {
            return code;
        }
    }

    final Kind kind;
    final String rule;
    Sureness sureness;
    final Map<String, @Nullable Found> members = new LinkedHashMap<>();
    /** Years and the like: constants by their roles. */
    final Map<String, String> constants = new LinkedHashMap<>();

    Draft(Kind kind, String rule, Sureness sureness) {
        this.kind = kind;
        this.rule = rule;
        this.sureness = sureness;
    }

    Draft with(String role, @Nullable Found figure) {
        members.put(role, figure);
        return this;
    }

    Draft constant(String role, int value) {
        constants.put(role, String.valueOf(value));
        return this;
    }

    boolean isComplete() {
        return members.values().stream().allMatch(java.util.Objects::nonNull);
    }

    List<Found> figures() {
        List<Found> all = new ArrayList<>();
        for (Found figure : members.values()) {
            if (figure != null) {
                all.add(figure);
            }
        }
        return all;
    }
}
