package dev.saidao.core.relation;

import com.fasterxml.jackson.annotation.JsonIgnore;
import dev.saidao.core.convention.Label;
import dev.saidao.core.figure.PeriodConvention;
import dev.saidao.core.figure.ReferencePeriod;
import dev.saidao.core.internal.Codes;
import dev.saidao.core.quantity.Count;
import dev.saidao.core.quantity.Quantity;
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
 *
 * @since 0.1
 */
@Value.Immutable
@JsonSerialize(as = ImmutableFigureRelation.class)
@JsonDeserialize(as = ImmutableFigureRelation.class)
public abstract class FigureRelation implements Relation {

    FigureRelation() {}

    /** {@return the id, such as {@code r2}} */
    @Override
    public abstract String id();

    /** {@return the kind} */
    public abstract RelationKind kind();

    /** {@return the figures and constants that take part, each with its role} */
    @Override
    public abstract List<Member> members();

    /** {@return what it is about, for readers, such as "parks certified until 2025"; if absent its kind says it} */
    public abstract Optional<Label> name();

    /** {@return the years that growth leads from and to, or that a cadence runs through, if they are known} */
    @Override
    public abstract Optional<ReferencePeriod> period();

    /** {@return the years that the source named for the rate, if it named others, such as a forecast period} */
    @Override
    public abstract Optional<ReferencePeriod> ratePeriod();

    /** {@return the years from one round of a cadence to the next, if rounds were counted} */
    public abstract Optional<Integer> everyYears();

    /** {@return how the rounds of a cadence were counted, if they were} */
    public abstract Optional<RoundCounting> roundCounting();

    /** {@return a builder; id and kind must be set, and the members of the kind in their order} */
    public static Builder builder() {
        return new Builder();
    }

    /**
     * Builds relations.
     *
     * @since 0.1
     */
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
                        Member.figure(GrowthEquation.BASE, base),
                        Member.figure(GrowthEquation.END, end),
                        Member.figure(GrowthEquation.RATE, rate),
                        Member.constant(GrowthEquation.YEARS, Years.of(steps)))
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
        return sum(id, Member.figure(SumEquation.TOTAL, total), parts);
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
        return sum(id, Member.constant(SumEquation.TOTAL, total), parts);
    }

    private static FigureRelation sum(String id, Member total, List<String> parts) {
        return ofParts(RelationKind.SUM, id, total, parts);
    }

    private static FigureRelation ofParts(RelationKind kind, String id, Member whole, List<String> parts) {
        Builder builder = builder().id(id).kind(kind).addMembers(whole);
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
     * Returns a difference, in percentage points between shares or rates.
     *
     * @param id the code of the relation
     * @param from the figure of what there was
     * @param to the figure of what there is then
     * @param difference the figure of how much more that is, negative if it is less
     * @return the relation
     * @throws IllegalArgumentException if a code has another form
     */
    public static FigureRelation difference(String id, String from, String to, String difference) {
        return ofFigures(RelationKind.DIFFERENCE, id, from, to, difference);
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
     * Returns growth over a span and per year, without the sizes.
     *
     * @param id the code of the relation
     * @param total the figure of the growth over the span
     * @param rate the figure of the rate per year
     * @param steps the yearly steps, 1 to 10,000
     * @return the relation
     * @throws IllegalArgumentException if a code has another form or the steps are out of range
     */
    public static FigureRelation totalGrowth(String id, String total, String rate, int steps) {
        return builder()
                .id(id)
                .kind(RelationKind.TOTAL_GROWTH)
                .addMembers(
                        Member.figure(TotalGrowthEquation.TOTAL, total),
                        Member.figure(GrowthEquation.RATE, rate),
                        Member.constant(GrowthEquation.YEARS, Years.of(steps)))
                .build();
    }

    /**
     * Returns the years in which a size doubles.
     *
     * @param id the code of the relation
     * @param rate the figure of the rate per year
     * @param years the figure of the years
     * @return the relation
     * @throws IllegalArgumentException if a code has another form
     */
    public static FigureRelation doublingTime(String id, String rate, String years) {
        return ofFigures(RelationKind.DOUBLING_TIME, id, rate, years);
    }

    /**
     * Returns the average of numbers.
     *
     * @param id the code of the relation
     * @param average the figure of the average
     * @param parts the figures of the numbers, 1 or more
     * @return the relation
     * @throws IllegalArgumentException if a code has another form or there are no parts
     */
    public static FigureRelation average(String id, String average, List<String> parts) {
        return ofParts(RelationKind.AVERAGE, id, Member.figure(AverageEquation.AVERAGE, average), parts);
    }

    /**
     * Returns a number between two others, which it may be as well.
     *
     * @param id the code of the relation
     * @param low the figure of the lower
     * @param high the figure of the higher
     * @param value the figure between them
     * @return the relation
     * @throws IllegalArgumentException if a code has another form
     */
    public static FigureRelation between(String id, String low, String high, String value) {
        return ofFigures(RelationKind.BETWEEN, id, low, high, value);
    }

    /**
     * Returns parts that make no more than a total, of which others may be left out.
     *
     * @param id the code of the relation
     * @param total the figure of the total
     * @param parts the figures of the parts, 1 or more
     * @return the relation
     * @throws IllegalArgumentException if a code has another form or there are no parts
     */
    public static FigureRelation atMost(String id, String total, List<String> parts) {
        return ofParts(RelationKind.AT_MOST, id, Member.figure(AtMostEquation.TOTAL, total), parts);
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
                        Member.figure(CadenceEquation.SIZE, size),
                        Member.constant(CadenceEquation.ROUNDS, new Recurrence(period, everyYears, counting).rounds()),
                        opening.map(figure -> Member.figure(CadenceEquation.OPENING, figure))
                                .orElse(NO_OPENING),
                        Member.figure(CadenceEquation.TARGET, target))
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
                .addMembers(
                        Member.figure(CurrencyEquation.AMOUNT, amount),
                        Member.figure(CurrencyEquation.EQUIVALENT, equivalent),
                        rate)
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

    private static final Member NO_OPENING =
            Member.constant(CadenceEquation.OPENING, Count.of(BigDecimal.ZERO, "items"));

    /**
     * Returns this relation under a name for readers.
     *
     * @param name what it is about
     * @return the relation
     */
    public final FigureRelation named(Label name) {
        return with(members(), Optional.of(name));
    }

    /**
     * Returns this relation with another member in a role, or with one more.
     *
     * @param member the member in the place of the one in its role, or behind the others if there is none
     * @return the relation
     */
    public final FigureRelation with(Member member) {
        if (!roles().contains(member.role())) {
            List<Member> more = new ArrayList<>(members());
            more.add(member);
            return with(more, name());
        }
        return with(
                members().stream()
                        .map(one -> one.role().equals(member.role()) ? member : one)
                        .toList(),
                name());
    }

    private FigureRelation with(List<Member> members, Optional<Label> name) {
        return builder()
                .id(id())
                .kind(kind())
                .addAllMembers(members)
                .name(name)
                .period(period())
                .ratePeriod(ratePeriod())
                .everyYears(everyYears())
                .roundCounting(roundCounting())
                .build();
    }

    // ---- what an audit asks ----

    @Override
    @JsonIgnore
    public final Equation equation() {
        return kind().equation();
    }

    @Override
    @JsonIgnore
    public final Label title() {
        return name().orElse(equation().formula().name());
    }

    @Override
    @JsonIgnore
    public final Optional<Recurrence> recurrence() {
        return roundCounting().isPresent() && everyYears().isPresent() && period().isPresent()
                ? Optional.of(new Recurrence(
                        period().get(), everyYears().get(), roundCounting().get()))
                : Optional.empty();
    }

    @Override
    @Value.Lazy
    @JsonIgnore
    public List<String> roles() {
        return members().stream().map(Member::role).toList();
    }

    @Value.Check
    final void check() {
        Codes.require(id(), "Relation");
        List<String> roles = new ArrayList<>(roles());
        roles.removeAll(equation().optionalRoles());
        List<String> needed = kind().roles();
        int least = Math.max(2, needed.size());
        boolean open = equation().isOpen();
        if (roles.size() < least
                || (!open && roles.size() > least)
                || !roles.subList(0, Math.min(needed.size(), roles.size())).equals(needed)) {
            throw new IllegalArgumentException("Members of " + kind().code() + " must be "
                    + (needed.isEmpty() ? "two or more" : String.join(", ", needed) + (open ? " and parts" : "")) + ": "
                    + roles);
        }
        Set<String> seen = new HashSet<>();
        for (String role : roles()) {
            if (!seen.add(role)) {
                throw new IllegalArgumentException("Role must be given once: " + role);
            }
        }
        equation().check(members());
    }
}
