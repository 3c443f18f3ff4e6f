package dev.saidao.core.audit;

import com.fasterxml.jackson.annotation.JsonIgnore;
import dev.saidao.core.audit.Equation.GrowthForm;
import dev.saidao.core.bounds.BoundedQuantity;
import dev.saidao.core.bounds.Bounds;
import dev.saidao.core.bounds.BoundsArithmetic;
import dev.saidao.core.convention.Convention;
import dev.saidao.core.convention.Label;
import dev.saidao.core.derivation.Formula;
import dev.saidao.core.figure.ReferencePeriod;
import dev.saidao.core.growth.PeriodConvention;
import dev.saidao.core.internal.Codes;
import dev.saidao.core.internal.Decimals;
import dev.saidao.core.quantity.Count;
import dev.saidao.core.quantity.Quantity;
import dev.saidao.core.quantity.Unit;
import dev.saidao.core.quantity.UnitMismatchException;
import dev.saidao.core.quantity.Years;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.immutables.value.Value;
import tools.jackson.databind.annotation.JsonDeserialize;
import tools.jackson.databind.annotation.JsonSerialize;

/**
 * A relation of one of the {@linkplain RelationKind kinds of this library}.
 *
 * <p>Example: 64 certified parks, of which 24 are new, so 40 were there before:
 *
 * <pre>{@code FigureRelation.cumulative("parks", "C-02", "certified-before-2025", "C-01")}</pre>
 *
 * <p>The ids may be those of figures or new ones, for what nobody printed; the auditor then derives it.
 */
@Value.Immutable
@JsonSerialize(as = ImmutableFigureRelation.class)
@JsonDeserialize(as = ImmutableFigureRelation.class)
public abstract class FigureRelation implements Relation {

    FigureRelation() {}

    @Override
    public abstract String id();

    /** {@return the kind} */
    public abstract RelationKind kind();

    @Override
    public abstract List<Member> members();

    /** {@return what it is about, for readers, such as "parks certified until 2025"; if absent its kind says it} */
    public abstract Optional<Label> name();

    /** {@return the years that growth leads from and to, or that a cadence runs through, if they are known} */
    public abstract Optional<ReferencePeriod> period();

    /** {@return the years that the source named for the rate, if it named others, such as a forecast period} */
    public abstract Optional<ReferencePeriod> ratePeriod();

    /** {@return the years from one round of a cadence to the next, if rounds were counted} */
    public abstract Optional<Integer> everyYears();

    /** {@return how the rounds of a cadence were counted, if they were} */
    public abstract Optional<RoundCounting> roundCounting();

    /** {@return a builder; id and kind must be set, and the members of the kind in their order} */
    public static Builder builder() {
        return new Builder();
    }

    /** Builds relations. */
    public static final class Builder extends ImmutableFigureRelation.Builder {
        Builder() {}
    }

    // ---- factories ----

    /**
     * Returns compound growth over a number of steps.
     *
     * @param id the code of the relation
     * @param base the figure at the start
     * @param end the figure at the end
     * @param rate the rate per year
     * @param steps the yearly steps, 1 to 10,000
     * @return the relation
     * @throws IllegalArgumentException if a code has another form or the steps are out of range
     */
    public static FigureRelation growth(String id, String base, String end, String rate, int steps) {
        return growth(id, base, end, rate, steps, Optional.empty(), Optional.empty());
    }

    /**
     * Returns compound growth over a span of years, last minus first steps.
     *
     * @param id the code of the relation
     * @param base the figure of the first year
     * @param end the figure of the last year
     * @param rate the rate per year
     * @param period the years of the two figures, a span
     * @param ratePeriod the years that the source named for the rate, a span, if it named others
     * @return the relation
     * @throws IllegalArgumentException if a code has another form or a period is no span
     */
    public static FigureRelation growth(
            String id,
            String base,
            String end,
            String rate,
            ReferencePeriod period,
            Optional<ReferencePeriod> ratePeriod) {
        int steps = PeriodConvention.FROM_FIRST_YEAR.steps(period);
        return growth(id, base, end, rate, steps, Optional.of(period), ratePeriod.filter(p -> !p.equals(period)));
    }

    private static FigureRelation growth(
            String id,
            String base,
            String end,
            String rate,
            int steps,
            Optional<ReferencePeriod> period,
            Optional<ReferencePeriod> ratePeriod) {
        return builder()
                .id(id)
                .kind(RelationKind.GROWTH)
                .addMembers(
                        Member.figure("base", base),
                        Member.figure("end", end),
                        Member.figure("rate", rate),
                        Member.constant("years", Years.of(steps)))
                .period(period)
                .ratePeriod(ratePeriod)
                .build();
    }

    /**
     * Returns a sum.
     *
     * @param id the code of the relation
     * @param total the figure of the total
     * @param parts the figures of the parts, 1 or more
     * @return the relation
     * @throws IllegalArgumentException if a code has another form or there are no parts
     */
    public static FigureRelation sum(String id, String total, List<String> parts) {
        return sum(id, Member.figure("total", total), parts);
    }

    /**
     * Returns a sum whose total is known, such as shares that make the whole: {@code Share.of(BigDecimal.ONE)}.
     *
     * @param id the code of the relation
     * @param total the total
     * @param parts the figures of the parts, 1 or more
     * @return the relation; its last part is judged
     * @throws IllegalArgumentException if a code has another form or there are no parts
     */
    public static FigureRelation sum(String id, Quantity total, List<String> parts) {
        return sum(id, Member.constant("total", total), parts);
    }

    private static FigureRelation sum(String id, Member total, List<String> parts) {
        Builder builder = builder().id(id).kind(RelationKind.SUM).addMembers(total);
        for (int i = 0; i < parts.size(); i++) {
            builder.addMembers(Member.figure("part" + (i + 1), parts.get(i)));
        }
        return builder.build();
    }

    /**
     * Returns a share of a whole.
     *
     * @param id the code of the relation
     * @param part the figure of the part
     * @param whole the figure of the whole
     * @param share the figure of the share
     * @return the relation
     * @throws IllegalArgumentException if a code has another form
     */
    public static FigureRelation share(String id, String part, String whole, String share) {
        return ofFigures(RelationKind.SHARE, id, whole, part, share);
    }

    /**
     * Returns a density per n.
     *
     * @param id the code of the relation
     * @param count the figure of what is counted
     * @param population the figure of what it is counted in
     * @param density the figure of the density
     * @return the relation
     * @throws IllegalArgumentException if a code has another form
     */
    public static FigureRelation density(String id, String count, String population, String density) {
        return ofFigures(RelationKind.DENSITY, id, population, count, density);
    }

    /**
     * Returns a cumulative number.
     *
     * @param id the code of the relation
     * @param cumulative the figure of all until now
     * @param previous the figure of all until before
     * @param added the figure of those added
     * @return the relation
     * @throws IllegalArgumentException if a code has another form
     */
    public static FigureRelation cumulative(String id, String cumulative, String previous, String added) {
        return ofFigures(RelationKind.CUMULATIVE, id, cumulative, previous, added);
    }

    /**
     * Returns a step from one year to the next.
     *
     * @param id the code of the relation
     * @param previous the figure of the year before
     * @param current the figure of the year
     * @param rate the year-on-year rate
     * @return the relation
     * @throws IllegalArgumentException if a code has another form
     */
    public static FigureRelation step(String id, String previous, String current, String rate) {
        return ofFigures(RelationKind.STEP, id, previous, current, rate);
    }

    /**
     * Returns a multiple (为N倍; 增长N倍 is the multiple N + 1).
     *
     * @param id the code of the relation
     * @param base the figure that is multiplied
     * @param value the figure that results
     * @param multiple the figure of the multiple
     * @return the relation
     * @throws IllegalArgumentException if a code has another form
     */
    public static FigureRelation multiple(String id, String base, String value, String multiple) {
        return ofFigures(RelationKind.MULTIPLE, id, base, value, multiple);
    }

    /**
     * Returns a cadence against a target: so many per round, every so many years, on top of what is there.
     *
     * @param id the code of the relation
     * @param size the figure of the size of a round
     * @param everyYears the years from one round to the next
     * @param opening the figure of the opening stock; absent if nothing was there
     * @param target the figure of the target
     * @param period the years in which rounds can be, a span
     * @param counting how the rounds are counted
     * @return the relation
     * @throws IllegalArgumentException if a code has another form or there are no such rounds
     */
    public static FigureRelation cadence(
            String id,
            String size,
            int everyYears,
            Optional<String> opening,
            String target,
            ReferencePeriod period,
            RoundCounting counting) {
        return builder()
                .id(id)
                .kind(RelationKind.CADENCE)
                .addMembers(
                        Member.figure("size", size),
                        Member.constant("rounds", rounds(counting, period, everyYears)),
                        opening.map(figure -> Member.figure("opening", figure)).orElse(NO_OPENING),
                        Member.figure("target", target))
                .period(period)
                .everyYears(everyYears)
                .roundCounting(counting)
                .build();
    }

    /**
     * Returns sizes that are to each other as given numbers, such as 1 : 10 : 50.
     *
     * @param id the code of the relation
     * @param figures the figures of the sizes, 2 or more
     * @param parts as many positive numbers
     * @return the relation
     * @throws IllegalArgumentException if a code has another form, there are not as many numbers, or one is not positive
     */
    public static FigureRelation ratioChain(String id, List<String> figures, List<BigDecimal> parts) {
        if (figures.size() != parts.size()) {
            throw new IllegalArgumentException("Ratio must have as many parts as sizes: " + parts + " for " + figures);
        }
        Builder builder = builder().id(id).kind(RelationKind.RATIO_CHAIN);
        for (int i = 0; i < figures.size(); i++) {
            // equal parts need roles of their own: 1, 1.0, 1.00
            int repeated = 0;
            for (int j = 0; j < i; j++) {
                repeated += parts.get(j).compareTo(parts.get(i)) == 0 ? 1 : 0;
            }
            BigDecimal part = parts.get(i);
            builder.addMembers(Member.figure(
                    part.setScale(Math.max(part.scale(), 0) + repeated).toPlainString(), figures.get(i)));
        }
        return builder.build();
    }

    /**
     * Returns two amounts that are one in two currencies.
     *
     * @param id the code of the relation
     * @param amount the figure of the amount
     * @param equivalent the figure of its equivalent in the other currency
     * @param rate the exchange rate: units of the other currency for one
     * @return the relation
     * @throws IllegalArgumentException if a code has another form
     */
    public static FigureRelation currency(String id, String amount, String equivalent, Member rate) {
        return builder()
                .id(id)
                .kind(RelationKind.CURRENCY)
                .addMembers(Member.figure("amount", amount), Member.figure("equivalent", equivalent), rate)
                .build();
    }

    /**
     * Returns one fact that was printed more than once.
     *
     * @param id the code of the relation
     * @param figures the figures, 2 or more
     * @return the relation
     * @throws IllegalArgumentException if a code has another form or there are fewer than two figures
     */
    public static FigureRelation same(String id, List<String> figures) {
        Builder builder = builder().id(id).kind(RelationKind.SAME);
        for (int i = 0; i < figures.size(); i++) {
            builder.addMembers(Member.figure("number" + (i + 1), figures.get(i)));
        }
        return builder.build();
    }

    private static FigureRelation ofFigures(RelationKind kind, String id, String... figures) {
        Builder builder = builder().id(id).kind(kind);
        for (int i = 0; i < figures.length; i++) {
            builder.addMembers(Member.figure(kind.roles().get(i), figures[i]));
        }
        return builder.build();
    }

    private static final Member NO_OPENING = Member.constant("opening", Count.of(BigDecimal.ZERO, "items"));

    private static Count rounds(RoundCounting counting, ReferencePeriod period, int everyYears) {
        int first =
                period.firstYear().orElseThrow(() -> new IllegalArgumentException("Period must be a span: " + period));
        return Count.of(
                BigDecimal.valueOf(counting.rounds(first, period.lastYear().orElseThrow(), everyYears)), "rounds");
    }

    /**
     * Returns this relation under a name for readers.
     *
     * @param name what it is about
     * @return the relation
     */
    public final FigureRelation named(Label name) {
        return copied(members(), Optional.of(name), roundCounting());
    }

    // ---- what the auditor asks ----

    @Override
    @JsonIgnore
    public final Formula formula() {
        return kind().formula();
    }

    @Override
    @JsonIgnore
    public final Label title() {
        return name().orElse(formula().name());
    }

    @Override
    @JsonIgnore
    public final int judged() {
        if (kind() == RelationKind.SUM && members().get(0).constant().isPresent()) {
            return members().size() - 1;
        }
        int index = kind().roles().indexOf(kind().judged());
        return index >= 0 ? index : members().size() - 1;
    }

    @Override
    public final Bounds implied(int member, List<BoundedQuantity> members, BoundsArithmetic arithmetic) {
        return equation().implied(member, members, arithmetic);
    }

    @Override
    public final List<Bounds> impliedAll(List<BoundedQuantity> members, BoundsArithmetic arithmetic) {
        return kind() == RelationKind.SUM || kind() == RelationKind.CUMULATIVE
                ? Equation.sums(members, arithmetic)
                : Relation.super.impliedAll(members, arithmetic);
    }

    private Equation equation() {
        return switch (kind()) {
            case GROWTH -> Equation.growth(GrowthForm.COMPOUND);
            case SUM, CUMULATIVE -> Equation.sum();
            case SHARE, MULTIPLE, CURRENCY -> Equation.product(0);
            case STEP -> Equation.product(1);
            case DENSITY -> Equation.density();
            case CADENCE -> Equation.cadence();
            case RATIO_CHAIN -> Equation.proportion(parts());
            case SAME -> Equation.same();
        };
    }

    private List<BigDecimal> parts() {
        return members().stream().map(member -> new BigDecimal(member.role())).toList();
    }

    @Override
    @JsonIgnore
    public final List<Convention> conventions() {
        List<Convention> result = new ArrayList<>();
        if (kind() == RelationKind.GROWTH && period().isPresent()) {
            result.add(PeriodConvention.FROM_FIRST_YEAR.convention());
        }
        roundCounting().ifPresent(counting -> result.add(counting.convention()));
        return result;
    }

    @Override
    @JsonIgnore
    public final List<Alternative> alternatives() {
        return Alternatives.of(this);
    }

    /** The number of steps, where it is a constant. */
    Optional<Integer> steps() {
        return kind() == RelationKind.GROWTH
                ? members().get(3).constant().map(years -> years.value().intValue())
                : Optional.empty();
    }

    /** This relation with a constant in the place of another. */
    FigureRelation withConstant(int index, Quantity constant) {
        List<Member> changed = new ArrayList<>(members());
        changed.set(index, Member.constant(changed.get(index).role(), constant));
        return copied(changed, name(), roundCounting());
    }

    /** This cadence with the rounds counted in another way. */
    FigureRelation countedBy(RoundCounting counting) {
        List<Member> changed = new ArrayList<>(members());
        Count rounds = rounds(counting, period().orElseThrow(), everyYears().orElseThrow());
        changed.set(1, Member.constant("rounds", rounds));
        return copied(changed, name(), Optional.of(counting));
    }

    private FigureRelation copied(List<Member> members, Optional<Label> name, Optional<RoundCounting> roundCounting) {
        return builder()
                .id(id())
                .kind(kind())
                .addAllMembers(members)
                .name(name)
                .period(period())
                .ratePeriod(ratePeriod())
                .everyYears(everyYears())
                .roundCounting(roundCounting)
                .build();
    }

    // ---- units ----

    @Override
    public final List<Optional<Unit>> units(List<Optional<Unit>> known) {
        return switch (kind()) {
            case GROWTH -> {
                requireKind(known, 2, Unit.Kind.GROWTH_RATE, Unit.Kind.SHARE);
                requireKind(known, 3, Unit.Kind.YEARS);
                yield alike(known, List.of(0, 1), List.of(Unit.GROWTH_RATE, Unit.YEARS), 2);
            }
            case STEP -> {
                requireKind(known, 2, Unit.Kind.GROWTH_RATE, Unit.Kind.SHARE);
                yield alike(known, List.of(0, 1), List.of(Unit.GROWTH_RATE), 2);
            }
            case SHARE -> {
                requireKind(known, 2, Unit.Kind.SHARE);
                yield alike(known, List.of(0, 1), List.of(Unit.SHARE), 2);
            }
            case MULTIPLE -> {
                requireKind(known, 2, Unit.Kind.MULTIPLE, Unit.Kind.SHARE, Unit.Kind.COUNT);
                yield alike(known, List.of(0, 1), List.of(Unit.MULTIPLE), 2);
            }
            case DENSITY -> {
                requireKind(known, 0, Unit.Kind.COUNT);
                requireKind(known, 1, Unit.Kind.COUNT);
                requireKind(known, 2, Unit.Kind.DENSITY);
                List<Optional<Unit>> result = new ArrayList<>(known);
                known.get(2).ifPresent(density -> {
                    if (known.get(0).isEmpty()) {
                        result.set(0, Optional.of(Unit.count(density.base().orElseThrow())));
                    }
                    if (known.get(1).isEmpty()) {
                        result.set(1, Optional.of(Unit.count(density.thing().orElseThrow())));
                    }
                });
                yield result;
            }
            case CADENCE -> {
                requireKind(known, 1, Unit.Kind.COUNT);
                yield alike(known, List.of(0, 2, 3), List.of(), 4);
            }
            case CURRENCY -> {
                requireKind(known, 0, Unit.Kind.MONEY);
                requireKind(known, 1, Unit.Kind.MONEY);
                if (known.get(0).isPresent() && known.get(0).equals(known.get(1))) {
                    throw new IllegalArgumentException("Equivalent must be in another currency than the amount: "
                            + known.get(0).get());
                }
                yield alike(known, List.of(), List.of(Unit.MULTIPLE), 2);
            }
            case SUM, CUMULATIVE, RATIO_CHAIN -> alike(known, all(), List.of(), known.size());
            case SAME -> {
                boolean shares = known.stream()
                        .flatMap(Optional::stream)
                        .allMatch(unit -> unit.kind() == Unit.Kind.SHARE || unit.kind() == Unit.Kind.DENSITY);
                yield shares ? known : alike(known, all(), List.of(), known.size());
            }
        };
    }

    private List<Integer> all() {
        List<Integer> all = new ArrayList<>();
        for (int i = 0; i < members().size(); i++) {
            all.add(i);
        }
        return all;
    }

    /** Checks that some members have one unit and gives it to those without; others get units of their own. */
    private List<Optional<Unit>> alike(
            List<Optional<Unit>> known, List<Integer> group, List<Unit> others, int firstOther) {
        List<Optional<Unit>> result = new ArrayList<>(known);
        Optional<Unit> common = Optional.empty();
        for (int index : group) {
            Optional<Unit> unit = known.get(index);
            if (unit.isPresent()) {
                if (common.isPresent()
                        && !common.equals(unit)
                        && !(common.get().kind() == Unit.Kind.COUNT
                                && unit.get().kind() == Unit.Kind.COUNT)) {
                    throw new UnitMismatchException(common.get(), unit.get());
                }
                // the members of a count may have names of their own: 9 companies of 64 parks
                common = common.isPresent() ? common : unit;
            }
        }
        for (int index : group) {
            if (result.get(index).isEmpty()) {
                result.set(index, common);
            }
        }
        for (int i = 0; i < others.size(); i++) {
            if (result.get(firstOther + i).isEmpty()) {
                result.set(firstOther + i, Optional.of(others.get(i)));
            }
        }
        return result;
    }

    private void requireKind(List<Optional<Unit>> known, int index, Unit.Kind... kinds) {
        Optional<Unit> unit = known.get(index);
        if (unit.isPresent() && !List.of(kinds).contains(unit.get().kind())) {
            unit.get().requireKind(kinds[0], "Unit of " + members().get(index).role());
        }
    }

    @Value.Check
    final void check() {
        Codes.require(id(), "Relation");
        List<String> roles = members().stream().map(Member::role).toList();
        List<String> needed = kind().roles();
        int least = Math.max(2, needed.size());
        boolean open = kind() == RelationKind.SUM || needed.isEmpty();
        if (roles.size() < least
                || (!open && roles.size() > least)
                || !roles.subList(0, Math.min(needed.size(), roles.size())).equals(needed)) {
            throw new IllegalArgumentException("Members of " + kind().code() + " must be "
                    + (needed.isEmpty() ? "two or more" : String.join(", ", needed))
                    + (kind() == RelationKind.SUM ? " and parts" : "") + ": " + roles);
        }
        Set<String> seen = new HashSet<>();
        for (String role : roles) {
            if (!seen.add(role)) {
                throw new IllegalArgumentException("Role must be given once: " + role);
            }
        }
        if (kind() == RelationKind.RATIO_CHAIN) {
            roles.forEach(FigureRelation::requirePart);
        }
        if (steps().filter(steps -> steps < 1 || steps > BoundsArithmetic.MAX_EXPONENT)
                .isPresent()) {
            throw new IllegalArgumentException(
                    "Steps must be 1 to " + BoundsArithmetic.MAX_EXPONENT + ": " + steps().orElseThrow());
        }
    }

    private static void requirePart(String role) {
        if (Decimals.parse(role, "Role in a ratio chain").signum() <= 0) {
            throw new IllegalArgumentException("Role in a ratio chain must be a positive number: " + role);
        }
    }
}
