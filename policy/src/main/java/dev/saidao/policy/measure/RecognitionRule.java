package dev.saidao.policy.measure;

import dev.saidao.core.convention.Label;
import dev.saidao.core.internal.Require;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.immutables.value.Value;
import tools.jackson.databind.annotation.JsonDeserialize;
import tools.jackson.databind.annotation.JsonSerialize;

/**
 * By which criteria somebody is recognized, and as what; such as direct recognition as senior technician (直接认定高级技师).
 *
 * @since 0.1
 */
@Value.Immutable
@JsonSerialize(as = ImmutableRecognitionRule.class)
@JsonDeserialize(as = ImmutableRecognitionRule.class)
public abstract class RecognitionRule {

    RecognitionRule() {}

    /** {@return what must hold} */
    @Value.Parameter
    public abstract Criterion criterion();

    /** {@return what is granted, 1 or more: one assessment may give two certificates (一评双证)} */
    @Value.Parameter
    public abstract List<Label> grants();

    /**
     * Returns a rule.
     *
     * @param criterion what must hold
     * @param grants what is granted, 1 or more
     * @return the rule
     * @throws IllegalArgumentException if nothing is granted
     */
    public static RecognitionRule of(Criterion criterion, List<Label> grants) {
        return ImmutableRecognitionRule.of(criterion, grants);
    }

    /**
     * Evaluates the rule for a candidate.
     *
     * @param candidate what is known of the candidate: values by attribute, such as {@code key-field} to {@code yes}; attributes
     *     that no criterion looks at do not matter
     * @return whether the candidate is recognized, and why
     * @throws IllegalArgumentException if a value that is compared with a number is none
     */
    public final Recognition evaluate(Map<String, String> candidate) {
        Criterion.Judgement judgement = criterion().judge(candidate);
        Optional<Boolean> holds = judgement.holds();
        if (holds.isEmpty()) {
            return new Recognition(
                    Recognition.Outcome.UNDETERMINED,
                    List.of(),
                    joined("not known: ", "尚不清楚:", judgement.unknown()),
                    judgement.unknown());
        }
        return holds.get()
                ? new Recognition(
                        Recognition.Outcome.GRANTED, grants(), joined("granted: ", "予以认定:", grants()), List.of())
                : new Recognition(
                        Recognition.Outcome.NOT_GRANTED,
                        List.of(),
                        joined("not granted: ", "不予认定:", judgement.unmet()),
                        judgement.unmet());
    }

    private static Label joined(String en, String zh, List<Label> parts) {
        return Label.of(
                en + parts.stream().map(Label::en).collect(Collectors.joining("; ")),
                zh + parts.stream().map(Label::zh).collect(Collectors.joining(";")));
    }

    @Value.Check
    final void check() {
        Require.that(!grants().isEmpty(), "Rule must grant something");
    }
}
