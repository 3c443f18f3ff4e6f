package dev.saidao.core.reading;

import dev.saidao.core.reading.Draft.Kind;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Of the amounts around a total, those beside it that add up to it. */
final class FittingSums {

    /** A sum needs a total that is known this exactly, and more than two digits of it. */
    private static final double SUM_PRECISION = 0.012;

    /** How many other amounts may stand between a total and its parts. */
    private static final int MOST_SKIPPED = 2;

    private static final int MOST_PARTS = 8;

    private final Context context;

    FittingSums(Context context) {
        this.context = context;
    }

    /** Amounts that follow each other, right before or behind a total that they add up to. */
    @Nullable Draft find(int s, Found total) {
        Range said = Range.of(total);
        if (!Context.isAmount(total) || said.width() > SUM_PRECISION || !total.qualifier.equals("none")) {
            return null;
        }
        List<Found> alike = new ArrayList<>();
        for (Found figure : context.around(s, 1, 1)) {
            boolean fits = Context.isAmount(figure)
                    && figure.sameUnit(total)
                    && Objects.equals(figure.from, total.from)
                    && !figure.isRange()
                    && !figure.role.equals("cell")
                    && (figure.time == null || total.time == null || Context.at(figure, total.time));
            if (fits) {
                alike.add(figure);
            }
        }
        int at = alike.indexOf(total);
        Draft found = null;
        for (int skipped = 0; found == null && skipped <= MOST_SKIPPED; skipped++) {
            found = of(total, said, alike, at + 1 + skipped, 1);
        }
        return found != null ? found : of(total, said, alike, at - 1, -1);
    }

    private static @Nullable Draft of(Found total, Range said, List<Found> alike, int first, int step) {
        Range sum = new Range(0, 0);
        List<Found> parts = new ArrayList<>();
        for (int i = first; i >= 0 && i < alike.size() && parts.size() < MOST_PARTS; i += step) {
            Found part = alike.get(i);
            sum = sum.plus(Range.of(part));
            parts.add(step > 0 ? parts.size() : 0, part);
            if (sum.low() > said.high()) {
                return null;
            }
            if (parts.size() > 1 && sum.meets(said)) {
                Draft draft = new Draft(Kind.SUM, "fitting-sum", Sureness.POSSIBLE).with("total", total);
                for (int p = 0; p < parts.size(); p++) {
                    draft.with("part" + (p + 1), parts.get(p));
                }
                return draft;
            }
        }
        return null;
    }
}
