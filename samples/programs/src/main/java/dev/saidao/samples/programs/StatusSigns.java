package dev.saidao.samples.programs;

import dev.saidao.policy.target.ProgressStatus;
import dev.saidao.samples.programs.page.Kit;
import dev.saidao.samples.programs.page.Sign;
import java.util.List;

/** The arrows and colours of progress, as Eurostat, Statistics Canada and the UN print them. */
final class StatusSigns {

    private final Kit kit;

    StatusSigns(Kit kit) {
        this.kit = kit;
    }

    Kit.Mark mark(ProgressStatus status) {
        return new Kit.Mark(kit.in(status.text()), style(status), sign(status));
    }

    List<Kit.Mark> marks(List<ProgressStatus> statuses) {
        return statuses.stream().map(this::mark).toList();
    }

    String text(List<ProgressStatus> statuses) {
        return String.join(
                kit.text(" or ", "或"),
                statuses.stream().map(status -> kit.in(status.text())).toList());
    }

    static Sign sign(ProgressStatus status) {
        return switch (status) {
            case TARGET_ACHIEVED -> Sign.DONE;
            case ON_TRACK, SIGNIFICANT_PROGRESS -> Sign.UP;
            case ACCELERATION_NEEDED, MODERATE_PROGRESS -> Sign.RISING;
            case LIMITED_PROGRESS -> Sign.LEVEL;
            case INSUFFICIENT_PROGRESS -> Sign.FALLING;
            case STAGNATION_OR_REGRESSION, DETERIORATION, MOVEMENT_AWAY -> Sign.DOWN;
            case TARGET_MISSED -> Sign.MISSED;
            case NOT_ASSESSABLE -> Sign.UNKNOWN;
        };
    }

    static String style(ProgressStatus status) {
        return switch (status) {
            case TARGET_ACHIEVED, ON_TRACK, SIGNIFICANT_PROGRESS, MODERATE_PROGRESS -> "good";
            case ACCELERATION_NEEDED, LIMITED_PROGRESS, INSUFFICIENT_PROGRESS -> "fair";
            case STAGNATION_OR_REGRESSION, DETERIORATION, MOVEMENT_AWAY, TARGET_MISSED -> "bad";
            case NOT_ASSESSABLE -> "";
        };
    }
}
