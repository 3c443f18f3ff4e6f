package dev.saidao.core.reading;

import dev.saidao.core.reading.Draft.Kind;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Finds the members of a claim that words leave open by their numbers: of the figures around a percentage that is said to be
 * growth or a share, the pair of which it is the growth or share. A claim so completed agrees with its members, since they were
 * chosen to; it tells which figures belong together and accuses nobody.
 */
final class FittingRules {

    /** How many sentences before and behind a claim its members may stand. */
    static final int BACK = 2;

    static final int AHEAD = 2;
    /** How exactly growth must be said to be taken for that of other levels than words suggest. */
    private static final double CLOSE = 0.012;

    private static final Pattern BALANCE = LatinPattern.of(
            "顺差|逆差|净额|净增|净流|结余|差额|\\b(?:surplus|deficit|balance|net (?:migration|inflow|outflow|increase|gain|loss))\\b");

    private final Context context;
    private final FittingPairs pairs;
    private final FittingSums sums;
    private final FittingDensities densities;

    FittingRules(Context context) {
        this.context = context;
        this.pairs = new FittingPairs(context);
        this.sums = new FittingSums(context);
        this.densities = new FittingDensities(context);
    }

    /** The relations, with those in place of others that were left open. */
    List<Draft> complete(List<Draft> drafts) {
        Map<Found, Draft> byClaim = new HashMap<>();
        for (Draft draft : drafts) {
            Found claim = claim(draft);
            if (claim != null) {
                byClaim.merge(claim, draft, (one, other) -> one.isComplete() ? one : other);
            }
        }
        List<Draft> result = new ArrayList<>(drafts);
        for (int s = 0; s < context.scan.bySentence.size(); s++) {
            for (Found claim : context.figures(s)) {
                Draft known = byClaim.get(claim);
                if (claim.role.equals("cell") || (known != null && known.isComplete() && !mayBeReplaced(known))) {
                    continue;
                }
                Draft fitting = fitting(s, claim, known);
                boolean fits =
                        fitting != null && (known == null || !known.isComplete() || isBetter(fitting, known, claim));
                if (fitting != null && fits) {
                    result.remove(known);
                    result.add(fitting);
                    date(claim, fitting);
                }
            }
        }
        return result;
    }

    /** 到2030年…年均增长30%;2025年…: a rate that is said of no years is of those of its levels. */
    private static void date(Found claim, Draft growth) {
        Found base = growth.members.get("base");
        Found end = growth.members.get("end");
        if (growth.kind == Kind.GROWTH && claim.from == null && base != null && end != null) {
            claim.from = base.time;
            claim.time = end.time;
        }
    }

    private static @Nullable Found claim(Draft draft) {
        return draft.members.get(
                switch (draft.kind) {
                    case GROWTH, STEP -> "rate";
                    case DIFFERENCE -> "difference";
                    case SHARE -> "share";
                    case DENSITY -> "density";
                    case MULTIPLE -> "multiple";
                    case SUM -> "total";
                    case CUMULATIVE -> "added";
                    default -> "";
                });
    }

    /** Whether words do not tie its members, and their numbers do not fit. */
    private static boolean mayBeReplaced(Draft draft) {
        return draft.sureness == Sureness.POSSIBLE
                ? draft.kind != Kind.SUM
                : draft.sureness == Sureness.LIKELY && draft.kind == Kind.STEP && !agrees(draft);
    }

    private static boolean agrees(Draft step) {
        Found previous = step.members.get("previous");
        Found current = step.members.get("current");
        Found rate = step.members.get("rate");
        return previous == null
                || current == null
                || rate == null
                || Range.of(current).by(Range.of(previous)).meets(Range.of(rate).shifted(1));
    }

    /** A claim that contradicts members which words only suggest is rather of others, if it fits them closely. */
    private static boolean isBetter(Draft fitting, Draft known, Found claim) {
        boolean shared = known.figures().stream()
                .anyMatch(figure -> figure != claim && fitting.figures().contains(figure));
        return known.sureness == Sureness.POSSIBLE || (shared && FittingPairs.width(claim, Range.of(claim)) <= CLOSE);
    }

    private @Nullable Draft fitting(int s, Found claim, @Nullable Draft known) {
        if (claim.isRange()) {
            return null;
        }
        Draft spread = densities.find(s, claim);
        if (spread != null) {
            return spread;
        }
        return switch (claim.kind) {
            case STEP, TOTAL_GROWTH, RATE, MULTIPLE, POINTS -> pairs.find(s, claim, known);
            case SHARE -> claim.value.doubleValue() < 1 ? pairs.find(s, claim, known) : null;
            case MONEY, COUNT, PHYSICAL ->
                claim.role.equals("change") || claim.role.equals("added") || isBalance(claim)
                        ? pairs.find(s, claim, known)
                        : sums.find(s, claim);
            default -> null;
        };
    }

    /** A surplus, or what came in less what went out. */
    private boolean isBalance(Found claim) {
        return context.hasClue(claim.sentence, "balance")
                && BALANCE.matcher(context.led(claim)).find();
    }

    static Draft draft(
            Kind kind, String rule, String first, Found one, String second, Found other, String third, Found claim) {
        return new Draft(kind, rule, Sureness.POSSIBLE)
                .with(first, one)
                .with(second, other)
                .with(third, claim);
    }

    static int distance(Found one, Found other) {
        return Math.abs(one.index - other.index) + 2 * Math.abs(one.sentence - other.sentence);
    }
}
