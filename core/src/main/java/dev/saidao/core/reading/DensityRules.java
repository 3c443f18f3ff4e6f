package dev.saidao.core.reading;

import dev.saidao.core.reading.Draft.Kind;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** So many per so many others, with the number of both. */
final class DensityRules {

    private static final Pattern PER_HEAD = Pattern.compile("(?s).*(?:人均|户均)[^,，;；]{0,8}");

    private static final Set<String> PEOPLE =
            Set.of("people", "persons", "population", "inhabitants", "residents", "citizens");

    private static final int STEM = 5;

    /** Measure words that tell people, beds, vehicles, houses and companies apart. */
    private static final String MEASURES = "人名张辆台套家户所座项件个";

    private static final String PERSONS = "人名位";

    private final Context context;

    DensityRules(Context context) {
        this.context = context;
    }

    List<Draft> propose(int s) {
        List<Draft> drafts = new ArrayList<>();
        for (Found figure : context.figures(s)) {
            if (figure.kind == MentionKind.DENSITY && !figure.bare) {
                Found population = population(s, figure);
                Found count = count(s, figure, population);
                boolean people = count != null && isOfPeople(count) && isOfPeople(figure);
                count = population == null && !people && isOfOtherThing(figure, count) ? null : count;
                if (population != null || count != null) {
                    boolean together =
                            population != null && count != null && population.sentence == s && count.sentence == s;
                    Sureness sureness = together ? Sureness.STATED : Sureness.LIKELY;
                    drafts.add(new Draft(
                                    Kind.DENSITY,
                                    "density-of-count",
                                    isOfOther(figure, count, population) ? Sureness.POSSIBLE : sureness)
                            .with("count", count)
                            .with("population", population)
                            .with("density", figure));
                }
            } else if (figure.kind == MentionKind.MONEY
                    && PER_HEAD.matcher(context.before(figure)).matches()) {
                Draft perHead = perHead(s, figure);
                if (perHead != null) {
                    drafts.add(perHead);
                }
            }
        }
        return drafts;
    }

    /** 护理人员12万人, 每千名老年人拥有床位20张: what is counted is not what is spread, or the people are those of another year. */
    private boolean isOfOther(Found density, @Nullable Found count, @Nullable Found population) {
        boolean otherTime = population != null
                && population.timeSaid
                && density.timeSaid
                && !Context.canBeOfOneTime(population, density);
        return otherTime || isOfOtherThing(density, count);
    }

    private boolean isOfOtherThing(Found density, @Nullable Found count) {
        return count != null
                && context.sentence(density.sentence).chinese()
                && MEASURES.indexOf(measure(density)) >= 0
                && MEASURES.indexOf(measure(count)) >= 0
                && !measure(density).equals(measure(count));
    }

    /** The number of those that the density is per: the count whose words name them. */
    private @Nullable Found population(int s, Found density) {
        Found best = null;
        int bestDistance = Integer.MAX_VALUE;
        for (Found figure : context.around(s, 2, 3)) {
            if (figure == density
                    || figure.kind != MentionKind.COUNT
                    || figure.role.equals("change")
                    || !names(figure, density.base)) {
                continue;
            }
            int distance = Math.abs(figure.index - density.index);
            if (distance < bestDistance) {
                best = figure;
                bestDistance = distance;
            }
        }
        return best;
    }

    private boolean names(Found figure, String base) {
        String name = context.name(figure);
        if (context.sentence(figure.sentence).chinese()) {
            String wanted = base.equals("persons") ? "人口" : base;
            return !wanted.isEmpty() && (name.endsWith(wanted) || (name.contains(wanted) && !name.contains("占")));
        }
        if (PEOPLE.contains(base)) {
            return PEOPLE.stream().anyMatch(name::contains);
        }
        String stem = base.substring(0, Math.min(base.length(), 6));
        return name.contains(stem);
    }

    /** The count that is spread: the nearest before the density that is not the population. */
    private @Nullable Found count(int s, Found density, @Nullable Found population) {
        Found best = null;
        for (Found figure : context.around(s, 1, 0)) {
            boolean fits = figure.index < density.index
                    && figure != population
                    && figure.kind == (density.per == 1 ? MentionKind.PHYSICAL : MentionKind.COUNT)
                    && Context.isLevel(figure)
                    && !names(figure, density.base)
                    && (density.time == null || figure.time == null || figure.time.compareTo(density.time) == 0);
            if (fits) {
                boolean better = best == null
                        || isNamedBy(density, figure)
                        || measure(figure).equals(measure(density))
                        || !measure(best).equals(measure(density));
                best = better && (best == null || !isNamedBy(density, best)) ? figure : best;
            }
        }
        best = best == null ? countBehind(s, density, population) : best;
        return density.per == 1 && best != null ? firstOf(s, best) : best;
    }

    /** "Hospital beds per 1,000 inhabitants fell to 4.1. The country had 36,900 beds": a count of what the density names. */
    private @Nullable Found countBehind(int s, Found density, @Nullable Found population) {
        String name = context.before(density);
        for (Found figure : context.around(s, 0, 1)) {
            boolean named = figure.index > density.index
                    && figure != population
                    && figure.kind == MentionKind.COUNT
                    && Context.isLevel(figure)
                    && !figure.unit.equals("items")
                    && !figure.unit.equals("persons")
                    && name.contains(figure.unit)
                    && (density.time == null || figure.time == null || figure.time.compareTo(density.time) == 0);
            if (named) {
                return figure;
            }
        }
        return null;
    }

    /** "The birth rate was 10.2 per 1,000": a count of births. */
    private boolean isNamedBy(Found density, Found count) {
        int stem = Math.min(count.unit.length(), STEM);
        return !context.sentence(density.sentence).chinese()
                && stem == STEM
                && !count.unit.equals("items")
                && context.before(density).contains(count.unit.substring(0, stem));
    }

    /** Per head the whole is meant, which stands before its parts. */
    private Found firstOf(int s, Found best) {
        for (Found figure : context.around(s, 2, 0)) {
            if (figure.sameUnit(best)
                    && Context.isLevel(figure)
                    && figure.kind == best.kind
                    && Context.at(figure, best.time)
                    && figure.value.compareTo(best.value) > 0) {
                return figure;
            }
        }
        return best;
    }

    private boolean isOfPeople(Found figure) {
        return PERSONS.indexOf(measure(figure)) >= 0;
    }

    private String measure(Found figure) {
        return context.folded.substring(Math.max(figure.coreStart, figure.coreEnd - 1), figure.coreEnd);
    }

    /** 旅游收入38.6亿元,人均消费935元: an amount of money per head. */
    private @Nullable Draft perHead(int s, Found perHead) {
        Found money = null;
        Found heads = null;
        for (Found figure : context.figures(s)) {
            if (figure.index >= perHead.index) {
                break;
            }
            money = figure.kind == MentionKind.MONEY ? figure : money;
            heads = figure.kind == MentionKind.COUNT && heads == null ? figure : heads;
        }
        return money == null || heads == null
                ? null
                : new Draft(Kind.DENSITY, "money-per-head", Sureness.POSSIBLE)
                        .with("count", money)
                        .with("population", heads)
                        .with("density", perHead);
    }
}
