package dev.saidao.policy.target;

import com.fasterxml.jackson.annotation.JsonIgnore;
import dev.saidao.core.convention.Convention;
import dev.saidao.core.convention.Label;
import dev.saidao.core.internal.Codes;
import dev.saidao.core.internal.Decimals;
import dev.saidao.core.internal.Require;
import dev.saidao.policy.internal.DecimalJson;
import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import org.immutables.value.Value;
import tools.jackson.databind.annotation.JsonDeserialize;
import tools.jackson.databind.annotation.JsonSerialize;

/**
 * The thresholds that a measure of progress is held against, under a name: those of a published {@link ProgressScheme}, or
 * others for the measure and the statuses of that scheme.
 *
 * <pre>{@code
 * ProgressThresholds strict = ProgressThresholds.builder()
 *         .id("city-2026")
 *         .name(Label.of("the city's own", "本市标准"))
 *         .scheme(ProgressScheme.STATISTICS_CANADA)
 *         .addWithTarget(new BigDecimal("1"), new BigDecimal("0.8"), new BigDecimal("0.2"))
 *         .build();
 * }</pre>
 *
 * <p>As a file: {@code {"id": "city-2026", "name": {"en": "the city's own", "zh": "本市标准"}, "scheme": "STATISTICS_CANADA",
 * "withTarget": ["1", "0.8", "0.2"]}}. Thresholds that are left out are those published.
 *
 * <p>Scores of one's own thresholds are steps: as many as the scheme has statuses for the best and for an achieved target, one
 * less for the next, 1 for the worst. The published ones of Statistics Canada keep their linear scores, those of Eurostat have none.
 *
 * @since 0.1
 */
@Value.Immutable
@JsonSerialize(as = ImmutableProgressThresholds.class)
@JsonDeserialize(as = ImmutableProgressThresholds.class)
public abstract class ProgressThresholds {

    private static final BigDecimal BEST_LINEAR_SCORE = BigDecimal.valueOf(5);

    ProgressThresholds() {}

    /** {@return the code, such as {@code statcan}} */
    public abstract String id();

    /** {@return the name for readers} */
    public abstract Label name();

    /** {@return the published scheme that says what is measured, and what the statuses are} */
    public abstract ProgressScheme scheme();

    /** {@return where each status but the last begins if there is a target, best first} */
    @JsonDeserialize(contentUsing = DecimalJson.class)
    @Value.Default
    public List<BigDecimal> withTarget() {
        return scheme().thresholds(true);
    }

    /** {@return where each status but the last begins if there is no target, best first, as fractions: 0.015 is 1.5% a year} */
    @JsonDeserialize(contentUsing = DecimalJson.class)
    @Value.Default
    public List<BigDecimal> withoutTarget() {
        return scheme().thresholds(false);
    }

    /** {@return a builder; id, name and scheme must be set} */
    public static Builder builder() {
        return new Builder();
    }

    /**
     * Builds thresholds.
     *
     * @since 0.1
     */
    public static final class Builder extends ImmutableProgressThresholds.Builder {
        Builder() {}
    }

    /** {@return whether the numbers are those that the scheme has published} */
    @JsonIgnore
    public final boolean isPublished() {
        return withTarget().equals(scheme().thresholds(true)) && withoutTarget().equals(scheme().thresholds(false));
    }

    /** {@return these thresholds as a convention} */
    @JsonIgnore
    public final Convention convention() {
        return Convention.of("progress." + id(), name());
    }

    final List<BigDecimal> of(boolean hasTarget) {
        return hasTarget ? withTarget() : withoutTarget();
    }

    // ---- scores ----

    /** Whether scores are linear between thresholds, which are published for those of Statistics Canada alone. */
    final boolean hasLinearScores() {
        return scheme() == ProgressScheme.STATISTICS_CANADA && isPublished();
    }

    /** The score of a target that is achieved; absent if there are no scores. */
    final Optional<BigDecimal> bestScore() {
        if (hasLinearScores()) {
            return Optional.of(BEST_LINEAR_SCORE);
        }
        return scheme() == ProgressScheme.EUROSTAT && isPublished()
                ? Optional.empty()
                : Optional.of(step(ProgressStatus.TARGET_ACHIEVED));
    }

    /** The score of what went the wrong way; absent if there are no scores. */
    final Optional<BigDecimal> worstScore() {
        return hasLinearScores()
                ? Optional.of(BEST_LINEAR_SCORE.negate())
                : bestScore().map(best -> BigDecimal.ONE);
    }

    /** How many steps a status stands above nothing: 1 for the worst and for a target that was missed. */
    final BigDecimal step(ProgressStatus status) {
        List<ProgressStatus> all = scheme().statuses(true);
        return switch (status) {
            case TARGET_ACHIEVED -> BigDecimal.valueOf(all.size());
            case TARGET_MISSED -> BigDecimal.ONE;
            default -> BigDecimal.valueOf((long) all.size() - all.indexOf(status));
        };
    }

    @Value.Check
    final ProgressThresholds check() {
        Codes.require(id(), "Thresholds");
        check(withTarget(), scheme().statuses(true).size() - 1);
        check(withoutTarget(), scheme().statuses(false).size() - 1);
        List<BigDecimal> with = canonical(withTarget());
        List<BigDecimal> without = canonical(withoutTarget());
        return with.equals(withTarget()) && without.equals(withoutTarget())
                ? this
                : builder().from(this).withTarget(with).withoutTarget(without).build();
    }

    private static List<BigDecimal> canonical(List<BigDecimal> numbers) {
        return numbers.stream()
                .map(number -> Decimals.canonical(number, "Threshold"))
                .toList();
    }

    private void check(List<BigDecimal> thresholds, int count) {
        Require.that(
                thresholds.size() == count,
                "Thresholds of %s must be as many as the scheme has, %s: %s",
                id(),
                count,
                thresholds.size());
        for (int i = 1; i < thresholds.size(); i++) {
            Require.that(
                    thresholds.get(i).compareTo(thresholds.get(i - 1)) < 0,
                    "Thresholds of %s must fall, best first: %s after %s",
                    id(),
                    thresholds.get(i),
                    thresholds.get(i - 1));
        }
    }
}
