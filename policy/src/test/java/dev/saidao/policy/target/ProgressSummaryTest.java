package dev.saidao.policy.target;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.saidao.core.convention.Label;
import dev.saidao.core.indicator.Direction;
import dev.saidao.core.json.SaidaoJson;
import dev.saidao.core.quantity.Multiple;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;

/** Means of scores by hand; categories of the mean as Statistics Canada's methodology page has them. */
class ProgressSummaryTest {

    private static final ProgressCalculator CALCULATOR = ProgressCalculator.withDefaults();

    /** From 100 in 2015 to 121 in 2017, so that after a year growth of 10% is just as required. */
    private static final Target TARGET = ProgressCalculatorTest.target(Direction.INCREASE)
            .baseline(at(2015, "100"))
            .value(Multiple.of(new BigDecimal("121")))
            .year(2017)
            .build();

    private static Observation at(int year, String value) {
        return Observation.of(year, Multiple.of(new BigDecimal(value)));
    }

    private static ProgressAssessment assess(int year, String value, ProgressScheme scheme) {
        return CALCULATOR.assess(TARGET, at(year, value), scheme);
    }

    private static ProgressThresholds own(String... withTarget) {
        ProgressThresholds.Builder builder = ProgressThresholds.builder();
        for (String threshold : withTarget) {
            builder.addWithTarget(new BigDecimal(threshold));
        }
        return builder.id("own")
                .name(Label.same("own"))
                .scheme(ProgressScheme.STATISTICS_CANADA)
                .build();
    }

    // ---- Statistics Canada ----

    @Test
    void statcan_isByTheMeanScore() {
        ProgressAssessment good = assess(2016, "121", ProgressScheme.STATISTICS_CANADA); // 5
        ProgressAssessment bad = assess(2016, "100", ProgressScheme.STATISTICS_CANADA); // -2.5
        ProgressAssessment none = assess(2015, "100", ProgressScheme.STATISTICS_CANADA);

        assertThat(CALCULATOR.summarize(List.of(good, good)).status()).contains(ProgressStatus.TARGET_ACHIEVED);
        ProgressSummary mixed = CALCULATOR.summarize(List.of(good, bad)); // 1.25
        assertThat(mixed.status()).contains(ProgressStatus.ACCELERATION_NEEDED);
        assertThat(mixed.score().orElseThrow().singleValue().orElseThrow()).isEqualByComparingTo("1.25");
        assertThat(mixed.counts())
                .containsOnly(
                        Map.entry(ProgressStatus.TARGET_ACHIEVED, 1), Map.entry(ProgressStatus.LIMITED_PROGRESS, 1));
        assertThat(mixed.reason().en())
                .isEqualTo("progress made but acceleration needed: mean score 1.25 of 2 members; 1 target achieved;"
                        + " 1 limited progress");
        ProgressSummary partly = CALCULATOR.summarize(List.of(bad, none));
        assertThat(partly.status()).contains(ProgressStatus.LIMITED_PROGRESS);
        assertThat(partly.reason().en()).contains("mean score -2.5 of 1 member;", "1 not assessable");
        assertThat(CALCULATOR.summarize(List.of(none)).status()).contains(ProgressStatus.NOT_ASSESSABLE);
    }

    /** Thirds have no end as decimals, and yet 2.5 is reached exactly. */
    @Test
    void statcan_meanOnAThreshold_belongsToTheBetterStatus() {
        ProgressAssessment onTrack = assess(2016, "109.5", ProgressScheme.STATISTICS_CANADA); // ratio 0.95: 2.5

        assertThat(CALCULATOR.summarize(List.of(onTrack, onTrack, onTrack)).status())
                .contains(ProgressStatus.ON_TRACK);
    }

    @Test
    void noMember_orOtherThresholds_isRefused() {
        assertThatThrownBy(() -> CALCULATOR.summarize(List.of()))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("Members must be 1 or more: 0");
        assertThatThrownBy(() -> CALCULATOR.summarize(List.of(
                        assess(2016, "100", ProgressScheme.EUROSTAT),
                        assess(2016, "100", ProgressScheme.UN_PROGRESS_CHART))))
                .hasMessage("Members must have the same thresholds, eurostat: un");
    }

    // ---- steps ----

    /** Steps 4 (significant) and 1 (movement away): 2.5, halfway between moderate and insufficient. */
    @Test
    void eurostat_isByTheNearestStep() {
        ProgressAssessment significant = assess(2016, "110", ProgressScheme.EUROSTAT);
        ProgressAssessment away = assess(2016, "99", ProgressScheme.EUROSTAT);

        assertThat(CALCULATOR.summarize(List.of(significant, away)).status())
                .contains(ProgressStatus.MODERATE_PROGRESS);
        assertThat(CALCULATOR.summarize(List.of(significant, away, away)).status())
                .contains(ProgressStatus.INSUFFICIENT_PROGRESS);
    }

    @Test
    void missedTarget_countsAsTheWorst() {
        ProgressAssessment missed = assess(2018, "120", ProgressScheme.UN_PROGRESS_CHART);
        assertThat(missed.status()).contains(ProgressStatus.TARGET_MISSED);

        ProgressSummary summary = CALCULATOR.summarize(List.of(missed));

        assertThat(summary.status()).contains(ProgressStatus.STAGNATION_OR_REGRESSION);
        assertThat(summary.score().orElseThrow().singleValue().orElseThrow()).isEqualByComparingTo("1");
    }

    // ---- thresholds of one's own ----

    @Test
    void ownThresholds_moveTheStatus_andScoreBySteps() {
        ProgressAssessment published = assess(2016, "109", ProgressScheme.STATISTICS_CANADA); // ratio 0.9
        ProgressAssessment mild = CALCULATOR.assess(TARGET, at(2016, "109"), own("0.9", "0.5", "0"));
        ProgressAssessment strict = CALCULATOR.assess(TARGET, at(2016, "109"), own("1.2", "1", "0.95"));

        assertThat(published.status()).contains(ProgressStatus.ACCELERATION_NEEDED);
        assertThat(mild.status()).contains(ProgressStatus.ON_TRACK);
        assertThat(mild.score().orElseThrow().singleValue().orElseThrow()).isEqualByComparingTo("4");
        assertThat(strict.status()).contains(ProgressStatus.DETERIORATION);
        assertThat(strict.score().orElseThrow().singleValue().orElseThrow()).isEqualByComparingTo("1");
        assertThat(mild.measure()).isEqualTo(published.measure());
        assertThat(mild).asString().startsWith("t by own: [ON_TRACK]");
        assertThat(SaidaoJson.read(SaidaoJson.write(mild), ProgressAssessment.class))
                .isEqualTo(mild);
    }

    @Test
    void ownThresholds_thatArePublishedOnes_changeNothing() {
        ProgressAssessment own = CALCULATOR.assess(TARGET, at(2016, "109"), own("0.950", "0.60", "0"));

        assertThat(own).isEqualTo(assess(2016, "109", ProgressScheme.STATISTICS_CANADA));
    }

    @Test
    void ownThresholds_asAFile() {
        ProgressThresholds read = SaidaoJson.read(
                "{\"id\":\"own\",\"name\":{\"en\":\"own\",\"zh\":\"own\"},\"scheme\":\"STATISTICS_CANADA\","
                        + "\"withTarget\":[\"0.9\",\"0.5\",\"0\"]}",
                ProgressThresholds.class);

        assertThat(read).isEqualTo(own("0.9", "0.5", "0"));
        assertThat(read.withoutTarget()).isEqualTo(ProgressScheme.STATISTICS_CANADA.thresholds(false));
    }

    @Test
    void ownThresholds_thatDoNotFit_areRefused() {
        assertThatThrownBy(() -> own("0.9", "0.5"))
                .hasMessage("Thresholds of own must be as many as the scheme has, 3: 2");
        assertThatThrownBy(() -> own("0.9", "0.9", "0"))
                .hasMessage("Thresholds of own must fall, best first: 0.9 after 0.9");
    }

    // ---- laws ----

    private static List<ProgressMember> members(List<Integer> values, ProgressScheme scheme) {
        List<ProgressMember> members = new ArrayList<>();
        for (int value : values) {
            members.add(assess(2016, String.valueOf(value), scheme));
        }
        return members;
    }

    @Property(tries = 100)
    void order_doesNotMatter(
            @ForAll ProgressScheme scheme,
            @ForAll @Size(min = 1, max = 7) List<@IntRange(min = 80, max = 125) Integer> values,
            @ForAll long seed) {
        List<ProgressMember> members = members(values, scheme);
        List<ProgressMember> shuffled = new ArrayList<>(members);
        Collections.shuffle(shuffled, new Random(seed));

        assertThat(CALCULATOR.summarize(shuffled)).isEqualTo(CALCULATOR.summarize(members));
    }

    /** A group of equal members has their status; a group lies between its best and its worst member. */
    @Property(tries = 100)
    void group_liesBetweenItsMembers(
            @ForAll ProgressScheme scheme,
            @ForAll @Size(min = 1, max = 5) List<@IntRange(min = 80, max = 125) Integer> values) {
        List<ProgressMember> members = members(values, scheme);
        ProgressStatus status = CALCULATOR.summarize(members).status().orElseThrow();
        List<ProgressStatus> all = members.stream()
                .map(member -> member.possibleStatuses().get(0))
                .sorted()
                .toList();

        assertThat(status).isBetween(all.get(0), all.get(all.size() - 1));
        ProgressMember one = members.get(0);
        assertThat(CALCULATOR.summarize(List.of(one, one, one)).status())
                .isEqualTo(Optional.of(one.possibleStatuses().get(0)));
    }
}
