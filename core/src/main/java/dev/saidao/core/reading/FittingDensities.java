package dev.saidao.core.reading;

import dev.saidao.core.reading.Draft.Kind;
import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Of the amounts around so much per head or per unit, the two of which it is the quotient. */
final class FittingDensities {

    private static final Pattern PER_HEAD = Pattern.compile("(?s).*(?:人均|户均|均价|平均|每|均)[^,，;；。]{0,14}");
    private static final Pattern PER_HEAD_ENGLISH = LatinPattern.of(
            "(?s).*\\b(?:per (?:head|person|capita|customer|visitor|company|[a-z]+)|average|apiece|each|a head)\\b.*");

    private final Context context;

    FittingDensities(Context context) {
        this.context = context;
    }

    @Nullable Draft find(int s, Found claim) {
        return claim.kind == MentionKind.DENSITY || isPerHead(claim) ? perUnit(s, claim) : null;
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

    private @Nullable Draft perUnit(int s, Found claim) {
        Range said = Range.of(claim);
        double per = claim.kind == MentionKind.DENSITY ? Math.max(claim.per, 1) : 1;
        Draft best = null;
        int bestDistance = Integer.MAX_VALUE;
        List<Found> around = context.around(s, FittingRules.BACK, FittingRules.AHEAD);
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
                int distance = FittingRules.distance(claim, count) + FittingRules.distance(claim, population);
                boolean fits = population != count
                        && population != claim
                        && distance < bestDistance
                        && population.kind == MentionKind.COUNT
                        && Context.isLevel(population)
                        && !population.isRange()
                        && population.value.signum() > 0
                        && Context.areNotToldApart(count, population)
                        && said.width() <= FittingPairs.WIDEST
                        && Range.of(count).times(per).by(Range.of(population)).meets(said);
                if (fits) {
                    best = FittingRules.draft(
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
}
