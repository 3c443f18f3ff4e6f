package dev.saidao.policy.measure;

import dev.saidao.core.convention.Label;
import dev.saidao.core.internal.Codes;
import dev.saidao.core.internal.Require;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.immutables.value.Value;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.annotation.JsonDeserialize;
import tools.jackson.databind.annotation.JsonSerialize;

/**
 * A condition of a rule: that an attribute of a candidate is something, is at least or at most a number, or that all or any of
 * other conditions hold.
 *
 * <p>An attribute that is not known makes a condition neither true nor false; all-of and any-of are decided as far as they can
 * be without it (Kleene's three-valued logic).
 *
 * @since 0.1
 */
@Value.Immutable
@JsonSerialize(as = ImmutableCriterion.class)
@JsonDeserialize(as = ImmutableCriterion.class)
public abstract class Criterion {

    private static final int MAX_DEPTH = 50;

    Criterion() {}

    /** {@return the attribute that is looked at; absent for all-of and any-of} */
    public abstract Optional<String> attribute();

    /** {@return the name of the attribute for readers, if it is another than the attribute} */
    public abstract Optional<Label> name();

    /** {@return what it must be, if it must be something} */
    public abstract Optional<String> equalTo();

    /** {@return the number that it must reach, if it must reach one} */
    public abstract Optional<BigDecimal> atLeast();

    /** {@return the number that it must not pass, if there is one} */
    public abstract Optional<BigDecimal> atMost();

    /** {@return conditions that must all hold} */
    public abstract List<Criterion> allOf();

    /** {@return conditions of which one must hold} */
    public abstract List<Criterion> anyOf();

    /**
     * Returns the condition that an attribute is something.
     *
     * @param attribute the attribute
     * @param name its name for readers
     * @param value what it must be
     * @return the condition
     * @throws IllegalArgumentException if the attribute is no code
     */
    public static Criterion is(String attribute, Label name, String value) {
        return ImmutableCriterion.builder()
                .attribute(attribute)
                .name(name)
                .equalTo(value)
                .build();
    }

    /**
     * Returns the condition that an attribute reaches a number.
     *
     * @param attribute the attribute
     * @param name its name for readers
     * @param number the number
     * @return the condition
     * @throws IllegalArgumentException if the attribute is no code
     */
    public static Criterion atLeast(String attribute, Label name, BigDecimal number) {
        return ImmutableCriterion.builder()
                .attribute(attribute)
                .name(name)
                .atLeast(number)
                .build();
    }

    /**
     * Returns the condition that an attribute does not pass a number.
     *
     * @param attribute the attribute
     * @param name its name for readers
     * @param number the number
     * @return the condition
     * @throws IllegalArgumentException if the attribute is no code
     */
    public static Criterion atMost(String attribute, Label name, BigDecimal number) {
        return ImmutableCriterion.builder()
                .attribute(attribute)
                .name(name)
                .atMost(number)
                .build();
    }

    /**
     * Returns the condition that all of some hold.
     *
     * @param criteria 1 or more
     * @return the condition
     */
    public static Criterion allOf(Criterion... criteria) {
        return ImmutableCriterion.builder().addAllOf(criteria).build();
    }

    /**
     * Returns the condition that one of some holds.
     *
     * @param criteria 1 or more
     * @return the condition
     */
    public static Criterion anyOf(Criterion... criteria) {
        return ImmutableCriterion.builder().addAnyOf(criteria).build();
    }

    /** Whether a condition holds, and what is in the way. */
    record Judgement(Optional<Boolean> holds, List<Label> unmet, List<Label> unknown) {}

    final Judgement judge(Map<String, String> candidate) {
        if (attribute().isPresent()) {
            return judgeAttribute(attribute().get(), candidate.get(attribute().get()));
        }
        boolean all = !allOf().isEmpty();
        List<Label> unmet = new ArrayList<>();
        List<Label> unknown = new ArrayList<>();
        boolean decided = false;
        boolean open = false;
        for (Criterion criterion : all ? allOf() : anyOf()) {
            Judgement part = criterion.judge(candidate);
            // one that does not hold decides against all-of, one that holds decides for any-of
            decided |= part.holds().filter(holds -> holds != all).isPresent();
            open |= part.holds().isEmpty();
            unmet.addAll(part.unmet());
            unknown.addAll(part.unknown());
        }
        if (decided) {
            return new Judgement(Optional.of(!all), all ? unmet : List.of(), List.of());
        }
        if (open) {
            return new Judgement(Optional.empty(), List.of(), unknown);
        }
        return new Judgement(Optional.of(all), all ? List.of() : unmet, List.of());
    }

    private Judgement judgeAttribute(String attribute, @Nullable String value) {
        Label title = name().orElse(Label.same(attribute));
        if (value == null) {
            return new Judgement(Optional.empty(), List.of(), List.of(title));
        }
        boolean holds = equalTo()
                .map(value::equals)
                .or(() -> atLeast().map(least -> number(attribute, value).compareTo(least) >= 0))
                .orElseGet(() -> number(attribute, value).compareTo(atMost().orElseThrow()) <= 0);
        if (holds) {
            return new Judgement(Optional.of(true), List.of(), List.of());
        }
        String en = equalTo()
                .map(wanted -> " must be " + wanted)
                .or(() -> atLeast().map(least -> " must be at least " + least.toPlainString()))
                .orElseGet(() -> " must be at most " + atMost().orElseThrow().toPlainString());
        String zh = equalTo()
                .map(wanted -> "须为" + wanted)
                .or(() -> atLeast().map(least -> "须至少为" + least.toPlainString()))
                .orElseGet(() -> "须至多为" + atMost().orElseThrow().toPlainString());
        return new Judgement(
                Optional.of(false),
                List.of(Label.of(title.en() + en + ": " + value, title.zh() + zh + ":" + value)),
                List.of());
    }

    private static BigDecimal number(String attribute, String value) {
        try {
            return new BigDecimal(value);
        } catch (NumberFormatException e) {
            throw new IllegalArgumentException("Attribute " + attribute + " must be a number: " + value, e);
        }
    }

    private int depth() {
        int deepest = 0;
        for (List<Criterion> parts : List.of(allOf(), anyOf())) {
            for (Criterion part : parts) {
                deepest = Math.max(deepest, part.depth());
            }
        }
        return deepest + 1;
    }

    @Value.Check
    final void check() {
        long tests = Stream.of(equalTo(), atLeast(), atMost())
                .filter(Optional::isPresent)
                .count();
        boolean onAttribute = attribute().isPresent() && tests == 1 && allOf().isEmpty() && anyOf().isEmpty();
        boolean ofOthers =
                attribute().isEmpty() && name().isEmpty() && tests == 0 && allOf().isEmpty() != anyOf().isEmpty();
        Require.that(
                onAttribute || ofOthers,
                "Criterion must have an attribute with one of equalTo, atLeast and atMost, or one of allOf and anyOf: %s",
                attribute().orElse("no attribute"));
        attribute().ifPresent(attribute -> Codes.require(attribute, "Attribute"));
        if (depth() > MAX_DEPTH) {
            throw new IllegalArgumentException("Criteria must be at most " + MAX_DEPTH + " levels deep");
        }
    }
}
