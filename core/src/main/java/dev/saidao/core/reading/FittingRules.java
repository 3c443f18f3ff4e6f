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

    /** A quotient that is known less exactly than this fits too many pairs by chance. */
    private static final double WIDEST = 0.055;
    /** The same where one pair alone fits, and stands beside the claim. */
    private static final double WIDEST_ALONE = 0.5;

    /** How far from each other a claim and two levels may stand that are held to be beside it. */
    private static final int NEAR = 26;

    /** How much further off two levels count of which words name neither. */
    private static final int UNNAMED = 20;

    private static final int BACK = 2;
    /** How exactly growth must be said to be taken for that of other levels than words suggest. */
    private static final double CLOSE = 0.012;

    private static final int AHEAD = 2;
    /** A sum needs a total that is known this exactly, and more than two digits of it. */
    private static final double SUM_PRECISION = 0.012;

    /** How many other amounts may stand between a total and its parts. */
    private static final int MOST_SKIPPED = 2;

    private static final int MOST_PARTS = 8;
    private static final int FEWEST_LEVELS = 2;

    private static final Pattern BALANCE = LatinPattern.of(
            "顺差|逆差|净额|净增|净流|结余|差额|\\b(?:surplus|deficit|balance|net (?:migration|inflow|outflow|increase|gain|loss))\\b");
    private static final Pattern PER_HEAD = Pattern.compile("(?s).*(?:人均|户均|均价|平均|每|均)[^,，;；。]{0,14}");
    private static final Pattern PER_HEAD_ENGLISH = LatinPattern.of(
            "(?s).*\\b(?:per (?:head|person|capita|customer|visitor|company|[a-z]+)|average|apiece|each|a head)\\b.*");

    private final Context context;

    FittingRules(Context context) {
        this.context = context;
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
        return known.sureness == Sureness.POSSIBLE || (shared && width(claim, Range.of(claim)) <= CLOSE);
    }

    private @Nullable Draft fitting(int s, Found claim, @Nullable Draft known) {
        if (claim.isRange()) {
            return null;
        }
        if (claim.kind == MentionKind.DENSITY || isPerHead(claim)) {
            Draft spread = perUnit(s, claim);
            if (spread != null) {
                return spread;
            }
        }
        return switch (claim.kind) {
            case STEP, TOTAL_GROWTH, RATE, MULTIPLE, POINTS -> pair(s, claim, known);
            case SHARE -> claim.value.doubleValue() < 1 ? pair(s, claim, known) : null;
            case MONEY, COUNT, PHYSICAL ->
                claim.role.equals("change") || claim.role.equals("added") || isBalance(claim)
                        ? pair(s, claim, known)
                        : sum(s, claim);
            default -> null;
        };
    }

    private boolean isPerHead(Found claim) {
        return (claim.kind == MentionKind.MONEY
                        || claim.kind == MentionKind.COUNT
                        || claim.kind == MentionKind.PHYSICAL)
                && context.hasClue(claim.sentence, "per-head")
                && (context.sentence(claim.sentence).chinese()
                        ? PER_HEAD.matcher(context.led(claim)).matches()
                        : PER_HEAD_ENGLISH.matcher(context.before(claim)).matches()
                                || PER_HEAD_ENGLISH
                                        .matcher(context.behind(claim))
                                        .matches());
    }

    /** A surplus, or what came in less what went out. */
    private boolean isBalance(Found claim) {
        return context.hasClue(claim.sentence, "balance")
                && BALANCE.matcher(context.led(claim)).find();
    }

    // ---- pairs ----

    private @Nullable Draft pair(int s, Found claim, @Nullable Draft known) {
        List<Found> levels = levels(s, claim);
        if (levels.size() < FEWEST_LEVELS) {
            return null;
        }
        Range said = Range.of(claim);
        Draft best = null;
        int bestDistance = Integer.MAX_VALUE;
        int fitting = 0;
        int fittingNamed = 0;
        for (Found one : levels) {
            for (Found other : levels) {
                boolean pair = one != other && one.sameUnit(other) && canBePair(claim, one, other);
                Draft draft = pair ? pair(claim, said, one, other) : null;
                int distance = distance(claim, one) + distance(claim, other) + 2 * distance(one, other);
                boolean named = known == null || known.members.containsValue(one) || known.members.containsValue(other);
                distance += named ? 0 : UNNAMED;
                fittingNamed += draft == null || known == null || !named ? 0 : 1;
                fitting += draft == null ? 0 : 1;
                if (draft != null && distance < bestDistance) {
                    best = draft;
                    bestDistance = distance;
                }
            }
        }
        double width = width(claim, said);
        boolean alone = bestDistance <= NEAR
                && width <= WIDEST_ALONE
                && (fittingNamed == 1 || (fitting == 1 && isBeside(claim, best)));
        return width <= WIDEST || alone ? best : null;
    }

    private static boolean isBeside(Found claim, @Nullable Draft pair) {
        return pair != null && pair.figures().stream().anyMatch(level -> level != claim && distance(claim, level) == 1);
    }

    /** How exactly a claim says what it says of two numbers. */
    private static double width(Found claim, Range said) {
        return claim.kind.isGrowth() ? said.shifted(1).width() : said.width();
    }

    private List<Found> levels(int s, Found claim) {
        List<Found> levels = new ArrayList<>();
        for (Found figure : context.around(s, BACK, AHEAD)) {
            boolean shares = claim.kind == MentionKind.POINTS;
            boolean fits = figure != claim
                    && Context.isLevel(figure)
                    && (figure.kind == MentionKind.SHARE) == shares
                    && figure.kind != MentionKind.NUMBER
                    && !figure.role.equals("cell")
                    && !figure.isRange()
                    && figure.value.signum() > 0;
            if (fits) {
                levels.add(figure);
            }
        }
        return levels;
    }

    private static boolean canBePair(Found claim, Found one, Found other) {
        boolean regions = one.region.isEmpty() || other.region.isEmpty() || one.region.equals(other.region);
        if (claim.kind == MentionKind.SHARE) {
            return one.value.compareTo(other.value) < 0 && Context.areNotToldApart(one, other);
        }
        if (claim.kind == MentionKind.MULTIPLE) {
            return true;
        }
        boolean open = isOneSided(one) || isOneSided(other);
        return regions
                && (!open || claim.kind == MentionKind.RATE)
                && Context.oneIndicator(one, other)
                && (one.time == null
                        || other.time == null
                        || one.time.compareTo(other.time) < 0
                        || (!claim.kind.isGrowth() && isOneTime(one, other)) // a gap, a balance
                        || !(one.timeSaid && other.timeSaid));
    }

    private static boolean isOneTime(Found one, Found other) {
        return one.time != null && Context.at(other, one.time);
    }

    private static boolean isOneSided(Found level) {
        return !level.qualifier.equals("none") && !level.qualifier.equals("about");
    }

    /** The claim of an earlier and a later level, or of a part and its whole; null if they do not fit. */
    private static @Nullable Draft pair(Found claim, Range said, Found one, Found other) {
        Range first = Range.of(one);
        Range second = Range.of(other);
        switch (claim.kind) {
            case SHARE -> {
                return first.by(second).meets(said)
                        ? draft(Kind.SHARE, "fitting-share", "part", one, "whole", other, "share", claim)
                        : null;
            }
            case MULTIPLE -> {
                return second.by(first).meets(said)
                        ? draft(Kind.MULTIPLE, "fitting-multiple", "base", one, "value", other, "multiple", claim)
                        : null;
            }
            case STEP, TOTAL_GROWTH -> {
                Range factor = said.shifted(1);
                return second.by(first).meets(factor)
                        ? draft(Kind.STEP, "fitting-step", "previous", one, "current", other, "rate", claim)
                        : null;
            }
            case RATE -> {
                int years = years(claim, one, other);
                Range factor = said.shifted(1);
                return years > 1 && second.by(first).root(years).meets(factor)
                        ? draft(Kind.GROWTH, "fitting-growth", "base", one, "end", other, "rate", claim)
                                .constant("years", years)
                        : null;
            }
            default -> {
                boolean alike = claim.kind == MentionKind.POINTS || claim.sameUnit(one);
                return alike && second.minus(first).meets(said)
                        ? draft(Kind.DIFFERENCE, "fitting-difference", "from", one, "to", other, "difference", claim)
                        : null;
            }
        }
    }

    private static int years(Found rate, Found base, Found end) {
        if (base.time == null || end.time == null) {
            return 0;
        }
        boolean other = rate.timeSaid
                && rate.from != null
                && rate.time != null
                && (rate.from.year() != base.time.year() || rate.time.year() != end.time.year());
        return other ? 0 : end.time.year() - base.time.year();
    }

    // ---- so many per one ----

    private @Nullable Draft perUnit(int s, Found claim) {
        Range said = Range.of(claim);
        double per = claim.kind == MentionKind.DENSITY ? Math.max(claim.per, 1) : 1;
        Draft best = null;
        int bestDistance = Integer.MAX_VALUE;
        List<Found> around = context.around(s, BACK, AHEAD);
        for (Found count : around) {
            boolean counted = count != claim
                    && Context.isLevel(count)
                    && (claim.kind == MentionKind.DENSITY
                            ? count.kind == MentionKind.COUNT || count.kind == MentionKind.PHYSICAL
                            : count.sameUnit(claim));
            if (!counted || count.isRange()) {
                continue;
            }
            for (Found population : around) {
                int distance = distance(claim, count) + distance(claim, population);
                boolean fits = population != count
                        && population != claim
                        && distance < bestDistance
                        && population.kind == MentionKind.COUNT
                        && Context.isLevel(population)
                        && !population.isRange()
                        && population.value.signum() > 0
                        && Context.areNotToldApart(count, population)
                        && said.width() <= WIDEST
                        && Range.of(count).times(per).by(Range.of(population)).meets(said);
                if (fits) {
                    best = draft(
                            Kind.DENSITY,
                            "fitting-density",
                            "count",
                            count,
                            "population",
                            population,
                            "density",
                            claim);
                    bestDistance = distance;
                }
            }
        }
        return best;
    }

    // ---- sums ----

    /** Amounts that follow each other, right before or behind a total that they add up to. */
    private @Nullable Draft sum(int s, Found total) {
        Range said = Range.of(total);
        if (!Context.isLevel(total) || said.width() > SUM_PRECISION || !total.qualifier.equals("none")) {
            return null;
        }
        List<Found> alike = new ArrayList<>();
        for (Found figure : context.around(s, 1, 1)) {
            boolean fits = Context.isLevel(figure)
                    && figure.sameUnit(total)
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
            found = sum(total, said, alike, at + 1 + skipped, 1);
        }
        return found != null ? found : sum(total, said, alike, at - 1, -1);
    }

    private static @Nullable Draft sum(Found total, Range said, List<Found> alike, int first, int step) {
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

    private static Draft draft(
            Kind kind, String rule, String first, Found one, String second, Found other, String third, Found claim) {
        return new Draft(kind, rule, Sureness.POSSIBLE)
                .with(first, one)
                .with(second, other)
                .with(third, claim);
    }

    private static int distance(Found one, Found other) {
        return Math.abs(one.index - other.index) + 2 * Math.abs(one.sentence - other.sentence);
    }
}
