package dev.saidao.policy.target;

import dev.saidao.core.bounds.Bounds;
import dev.saidao.core.convention.Label;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** One assessment of the way into a range, or of staying in it. */
final class RangeAssessment {

    private final TargetRange range;
    private final Observation current;
    private final ProgressThresholds thresholds;
    private final Bounds latest;

    RangeAssessment(TargetRange range, Observation current, ProgressThresholds thresholds) {
        this.range = range;
        this.current = current;
        this.thresholds = thresholds;
        this.latest = current.value().value().bounds();
    }

    ProgressAssessment assess() {
        List<ProgressAssessment> ways = range.facing(latest).stream()
                .map(target -> new Assessment(target, current, thresholds).assess())
                .toList();
        if (ways.isEmpty()) {
            return within();
        }
        // of the ends that the latest value may lie beyond
        Set<ProgressStatus> possible = EnumSet.noneOf(ProgressStatus.class);
        Bounds score = Bounds.empty();
        List<Label> reasons = new ArrayList<>();
        boolean allAchievable = true;
        for (ProgressAssessment way : ways) {
            possible.addAll(way.possibleStatuses());
            allAchievable &= way.possibleStatuses().contains(ProgressStatus.TARGET_ACHIEVED);
            score = score.hull(way.score().orElse(Bounds.empty()));
            reasons.add(way.reason());
        }
        if (!allAchievable) {
            possible.remove(ProgressStatus.TARGET_ACHIEVED);
        }
        ProgressAssessment first = ways.get(0);
        ProgressAssessment.Builder assessment = assessment()
                .addAllPossibleStatuses(possible)
                .score(Optional.of(score).filter(some -> !some.isEmpty()))
                .reason(Label.of(
                        String.join("; ", reasons.stream().map(Label::en).toList()),
                        String.join(";", reasons.stream().map(Label::zh).toList())));
        if (ways.size() == 1) {
            assessment
                    .observedRate(first.observedRate())
                    .requiredRateFromBase(first.requiredRateFromBase())
                    .requiredRateFromNow(first.requiredRateFromNow())
                    .measure(first.measure());
        }
        return assessment.build();
    }

    private ProgressAssessment within() {
        Target end = range.upToFloor().or(range::downToCeiling).orElseThrow();
        ProgressAssessment assessed = new Assessment(end, current, thresholds).assess();
        boolean kept = range.baseline()
                .filter(base -> range.facing(base.value().value().bounds()).isEmpty())
                .isPresent();
        boolean past = current.year() > range.year();
        Label since = kept
                ? Label.of("the value of the base year and the latest value are in the range", "基年值与最新值都在目标范围内")
                : Label.of("the latest value is in the range", "最新值在目标范围内");
        String untilEn = past ? "" : ", which is to last until " + range.year();
        String untilZh = past ? "" : ",须保持至 " + range.year() + " 年";
        return assessment()
                .addPossibleStatuses(ProgressStatus.TARGET_ACHIEVED)
                .score(thresholds.bestScore().map(Bounds::exactly))
                .observedRate(assessed.observedRate())
                .reason(Label.of(
                        ProgressStatus.TARGET_ACHIEVED.text().en() + ": " + since.en() + untilEn,
                        ProgressStatus.TARGET_ACHIEVED.text().zh() + ":" + since.zh() + untilZh))
                .build();
    }

    private ProgressAssessment.Builder assessment() {
        ProgressAssessment.Builder builder = ProgressAssessment.builder();
        builder.scheme(thresholds.scheme())
                .ownThresholds(Optional.of(thresholds).filter(some -> !some.isPublished()))
                .target(range.id());
        return builder;
    }
}
