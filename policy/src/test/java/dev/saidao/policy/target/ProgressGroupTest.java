package dev.saidao.policy.target;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.saidao.core.indicator.Direction;
import dev.saidao.core.quantity.Multiple;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** Scores by Statistics Canada: 5 for a target that is met, -2.5 where nothing moved; means by hand. */
class ProgressGroupTest {

    private static final ProgressCalculator CALCULATOR = ProgressCalculator.withDefaults();

    private static JudgedSeries judged(String id, String series, boolean met, ProgressScheme scheme, String... groups) {
        Target target = ProgressCalculatorTest.target(Direction.INCREASE)
                .baseline(Observation.of(2015, Multiple.of(new BigDecimal("100"))))
                .value(Multiple.of(new BigDecimal("121")))
                .year(2017)
                .build();
        Observation latest = Observation.of(2016, Multiple.of(new BigDecimal(met ? "121" : "100")));
        return new JudgedSeries(
                new ProgressRow(id, series, List.of(groups), Optional.of(target), Optional.empty(), List.of(latest)),
                CALCULATOR.assess(target, latest, scheme));
    }

    private static JudgedSeries judged(String id, String series, boolean met, String... groups) {
        return judged(id, series, met, ProgressScheme.STATISTICS_CANADA, groups);
    }

    private static List<String> shown(List<ProgressGroup> groups) {
        List<String> shown = new ArrayList<>();
        for (ProgressGroup group : groups) {
            ProgressSummary summary = group.summary();
            shown.add(String.join("/", group.path())
                    + group.indicator().map(id -> "#" + id).orElse("") + " "
                    + summary.members() + " "
                    + summary.score()
                            .orElseThrow()
                            .singleValue()
                            .orElseThrow()
                            .stripTrailingZeros()
                            .toPlainString());
        }
        return shown;
    }

    @Test
    void of_eachGroupIsTheMeanOfWhatIsRightBelowIt() {
        List<ProgressGroup> groups = ProgressGroup.of(
                List.of(
                        judged("jobs", "", true, "work"),
                        judged("chips", "", true, "tracks", "hard"),
                        judged("robots", "north", false, "tracks", "hard"),
                        judged("robots", "south", true, "tracks", "hard"),
                        judged("films", "", false, "tracks", "soft")),
                CALCULATOR);

        // robots (-2.5 + 5) / 2, hard (5 + 1.25) / 2, tracks (3.125 - 2.5) / 2, all (5 + .3125) / 2
        assertThat(shown(groups))
                .containsExactly(
                        " 2 2.65625",
                        "work 1 5",
                        "tracks 2 0.3125",
                        "tracks/hard 2 3.125",
                        "tracks/hard#robots 2 1.25",
                        "tracks/soft 1 -2.5");
        assertThat(groups.get(0).path()).isEmpty();
    }

    @Test
    void of_withoutGroups_isTheWholeFramework() {
        assertThat(shown(ProgressGroup.of(List.of(judged("a", "", true), judged("b", "", false)), CALCULATOR)))
                .containsExactly(" 2 1.25");
        assertThat(ProgressGroup.of(List.of(), CALCULATOR)).isEmpty();
    }

    @Test
    void of_seriesOfOtherThresholds_areRefused() {
        List<JudgedSeries> mixed =
                List.of(judged("a", "", true), judged("b", "", true, ProgressScheme.UN_PROGRESS_CHART));

        assertThatThrownBy(() -> ProgressGroup.of(mixed, CALCULATOR)).isInstanceOf(IllegalArgumentException.class);
    }
}
