package dev.saidao.policy.measure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.saidao.core.convention.Label;
import dev.saidao.core.json.JsonReadException;
import dev.saidao.core.json.SaidaoJson;
import java.math.BigDecimal;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;

class RecognitionRuleTest {

    private static final Criterion KEY_FIELD = Criterion.is("key-field", Label.of("in a key field", "属重点领域"), "yes");
    private static final Criterion URGENT = Criterion.is("urgent", Label.of("urgently needed", "急需紧缺"), "yes");
    private static final Criterion YEARS =
            Criterion.atLeast("years", Label.of("years of work", "从业年数"), BigDecimal.valueOf(5));
    private static final RecognitionRule RULE = RecognitionRule.of(
            Criterion.allOf(Criterion.anyOf(KEY_FIELD, URGENT), YEARS),
            List.of(Label.of("senior technician", "高级技师"), Label.of("title", "职称")));

    @Test
    void evaluate_allHolds_grantsBoth() {
        Recognition recognition = RULE.evaluate(Map.of("key-field", "no", "urgent", "yes", "years", "5"));

        assertThat(recognition.outcome()).isEqualTo(Recognition.Outcome.GRANTED);
        assertThat(recognition.granted()).hasSize(2);
        assertThat(recognition.reason()).isEqualTo(Label.of("granted: senior technician; title", "予以认定:高级技师;职称"));
    }

    @Test
    void evaluate_somethingFails_saysWhat() {
        Recognition recognition = RULE.evaluate(Map.of("key-field", "no", "urgent", "no", "years", "4.5"));

        assertThat(recognition.outcome()).isEqualTo(Recognition.Outcome.NOT_GRANTED);
        assertThat(recognition.reason().en())
                .isEqualTo(
                        "not granted: in a key field must be yes: no; urgently needed must be yes: no; years of work must be"
                                + " at least 5: 4.5");
        assertThat(recognition.granted()).isEmpty();
    }

    @Test
    void evaluate_notKnown_isDecidedAsFarAsItCanBe() {
        assertThat(RULE.evaluate(Map.of("key-field", "yes", "years", "9")).outcome())
                .isEqualTo(Recognition.Outcome.GRANTED);
        assertThat(RULE.evaluate(Map.of("years", "1")).outcome()).isEqualTo(Recognition.Outcome.NOT_GRANTED);
        Recognition open = RULE.evaluate(Map.of("key-field", "no", "years", "9"));
        assertThat(open.outcome()).isEqualTo(Recognition.Outcome.UNDETERMINED);
        assertThat(open.reason().en()).isEqualTo("not known: urgently needed");
    }

    @Test
    void evaluate_noNumber_isRefused() {
        assertThatThrownBy(() -> RULE.evaluate(Map.of("key-field", "yes", "years", "many")))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("Attribute years must be a number: many");
    }

    /** What follows while something is not known still follows when it is. */
    @Property
    void evaluate_moreKnown_changesNothingThatWasDecided(
            @ForAll boolean key, @ForAll boolean urgent, @ForAll boolean enough, @ForAll boolean[] known) {
        Map<String, String> all =
                Map.of("key-field", key ? "yes" : "no", "urgent", urgent ? "yes" : "no", "years", enough ? "5" : "4");
        Map<String, String> some = new HashMap<>();
        String[] names = {"key-field", "urgent", "years"};
        for (int i = 0; i < names.length; i++) {
            if (i < known.length && known[i]) {
                some.put(names[i], all.get(names[i]));
            }
        }
        Recognition.Outcome full = RULE.evaluate(all).outcome();
        Recognition.Outcome part = RULE.evaluate(some).outcome();

        assertThat(full).isNotEqualTo(Recognition.Outcome.UNDETERMINED);
        assertThat((key || urgent) && enough).isEqualTo(full == Recognition.Outcome.GRANTED);
        if (part != Recognition.Outcome.UNDETERMINED) {
            assertThat(part).isEqualTo(full);
        }
    }

    @Test
    void json_roundTrip_andRefusals() {
        assertThat(SaidaoJson.read(SaidaoJson.write(RULE), RecognitionRule.class))
                .isEqualTo(RULE);
        assertThatThrownBy(() -> SaidaoJson.read("{\"attribute\": \"a\"}", Criterion.class))
                .isInstanceOf(JsonReadException.class)
                .hasMessageContaining("Criterion must have an attribute with one of equalTo, atLeast and atMost");
        assertThatThrownBy(() -> RecognitionRule.of(KEY_FIELD, List.of())).hasMessage("Rule must grant something");
        String deep = "{\"allOf\": [".repeat(60) + "{\"attribute\": \"a\", \"equalTo\": \"b\"}" + "]}".repeat(60);
        assertThatThrownBy(() -> SaidaoJson.read(deep, Criterion.class)).isInstanceOf(JsonReadException.class);
    }
}
