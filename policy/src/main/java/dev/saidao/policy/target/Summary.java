package dev.saidao.policy.target;

import dev.saidao.core.bounds.Bounds;
import dev.saidao.core.convention.Label;
import dev.saidao.core.internal.Require;
import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** One summary of a group: the mean of the scores, exactly compared, and what it counts. */
final class Summary {

    private static final BigDecimal HALF_STEP = new BigDecimal("0.5");
    private static final BigDecimal LINEAR_STEP = new BigDecimal("2.5");
    private static final MathContext SHOWN = new MathContext(4);
    private static final MathContext DOWN = new MathContext(34, RoundingMode.FLOOR);
    private static final MathContext UP = new MathContext(34, RoundingMode.CEILING);

    private final List<? extends ProgressMember> members;
    private final ProgressThresholds thresholds;

    Summary(List<? extends ProgressMember> members) {
        Require.that(!members.isEmpty(), "Members must be 1 or more: 0");
        this.members = members;
        this.thresholds = members.get(0).thresholds();
        for (ProgressMember member : members) {
            Require.that(
                    member.thresholds().equals(thresholds),
                    "Members must have the same thresholds, %s: %s",
                    thresholds.id(),
                    member.thresholds().id());
        }
    }

    ProgressSummary summarize() {
        BigDecimal low = BigDecimal.ZERO;
        BigDecimal high = BigDecimal.ZERO;
        int scored = 0;
        boolean allCan = true;
        boolean allDo = true;
        Map<ProgressStatus, Integer> counts = new EnumMap<>(ProgressStatus.class);
        for (ProgressMember member : members) {
            List<ProgressStatus> possible = member.possibleStatuses();
            if (possible.size() == 1) {
                counts.merge(possible.get(0), 1, Integer::sum);
            }
            Optional<Bounds> score = score(member);
            if (score.isPresent()) {
                // sums are exact, so that the order of the members does not matter
                low = low.add(score.get().lower().orElseThrow());
                high = high.add(score.get().upper().orElseThrow());
                scored++;
                allCan &= possible.contains(ProgressStatus.TARGET_ACHIEVED);
                allDo &= possible.equals(List.of(ProgressStatus.TARGET_ACHIEVED));
            }
        }
        BigDecimal count = BigDecimal.valueOf(scored);
        List<ProgressStatus> statuses =
                scored == 0 ? List.of(ProgressStatus.NOT_ASSESSABLE) : statuses(low, high, count, allCan, allDo);
        Optional<Bounds> mean = scored == 0
                ? Optional.empty()
                : Optional.of(Bounds.closed(low.divide(count, DOWN), high.divide(count, UP)));
        return ProgressSummary.builder()
                .thresholds(thresholds)
                .possibleStatuses(statuses)
                .score(mean)
                .members(members.size())
                .counts(counts)
                .reason(reason(statuses, mean, scored, counts))
                .build();
    }

    /** The score of a member, from the steps of its statuses where the scheme has none of its own. */
    private Optional<Bounds> score(ProgressMember member) {
        List<ProgressStatus> possible = member.possibleStatuses();
        if (member.score().isPresent()
                && (thresholds.hasLinearScores() || !possible.contains(ProgressStatus.TARGET_MISSED))) {
            return member.score();
        }
        if (possible.contains(ProgressStatus.NOT_ASSESSABLE)) {
            return Optional.empty();
        }
        if (thresholds.hasLinearScores()) {
            // a target that was missed, without a pace: as bad as can be
            return thresholds.worstScore().map(Bounds::exactly);
        }
        Bounds steps = Bounds.empty();
        for (ProgressStatus status : possible) {
            steps = steps.hull(Bounds.exactly(thresholds.step(status)));
        }
        return Optional.of(steps).filter(some -> !some.isEmpty());
    }

    private List<ProgressStatus> statuses(
            BigDecimal low, BigDecimal high, BigDecimal count, boolean allCan, boolean allDo) {
        if (allDo) {
            return List.of(ProgressStatus.TARGET_ACHIEVED);
        }
        List<ProgressStatus> possible = new ArrayList<>();
        if (allCan) {
            possible.add(ProgressStatus.TARGET_ACHIEVED);
        }
        List<ProgressStatus> all = thresholds.scheme().statuses(true);
        Optional<BigDecimal> above = Optional.empty();
        for (int i = 0; i < all.size(); i++) {
            boolean isLast = i == all.size() - 1;
            BigDecimal from = start(i, all.size()).multiply(count);
            boolean reaches = isLast || high.compareTo(from) >= 0;
            boolean staysBelow = above.isEmpty() || low.compareTo(above.get()) < 0;
            if (reaches && staysBelow) {
                possible.add(all.get(i));
            }
            above = Optional.of(from);
        }
        return List.copyOf(possible);
    }

    /** Where the mean score of a status begins: as published for linear scores, halfway between steps otherwise. */
    private BigDecimal start(int index, int size) {
        return thresholds.hasLinearScores()
                ? LINEAR_STEP.multiply(BigDecimal.valueOf(1L - index))
                : BigDecimal.valueOf((long) size - index).subtract(HALF_STEP);
    }

    // ---- the reason ----

    private Label reason(
            List<ProgressStatus> statuses, Optional<Bounds> mean, int scored, Map<ProgressStatus, Integer> counts) {
        List<String> en = new ArrayList<>();
        List<String> zh = new ArrayList<>();
        mean.ifPresent(score -> {
            en.add((thresholds.hasLinearScores() ? "mean score " : "mean step ") + shown(score) + " of " + scored
                    + (scored == 1 ? " member" : " members"));
            zh.add(scored + " 项的" + (thresholds.hasLinearScores() ? "平均得分 " : "平均等级 ") + shown(score));
        });
        counts.forEach((status, count) -> {
            en.add(count + " " + status.text().en());
            zh.add(count + " 项" + status.text().zh());
        });
        int open = members.size()
                - counts.values().stream().mapToInt(Integer::intValue).sum();
        if (open > 0) {
            en.add(open + " with several possible statuses");
            zh.add(open + " 项有多种可能状态");
        }
        return Label.of(
                String.join(" or ", statuses.stream().map(s -> s.text().en()).toList()) + ": " + String.join("; ", en),
                String.join("或", statuses.stream().map(s -> s.text().zh()).toList()) + ":" + String.join(";", zh));
    }

    private static String shown(Bounds score) {
        String low = shown(score.lower().orElseThrow());
        String high = shown(score.upper().orElseThrow());
        return low.equals(high) ? low : "[" + low + ", " + high + "]";
    }

    private static String shown(BigDecimal end) {
        return end.round(SHOWN).stripTrailingZeros().toPlainString();
    }
}
