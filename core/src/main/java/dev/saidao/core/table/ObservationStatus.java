package dev.saidao.core.table;

import dev.saidao.core.convention.Label;
import java.util.Optional;

/**
 * What an office says of a value beside it (SDMX: observation status, code list CL_OBS_STATUS).
 *
 * @since 0.1
 */
public enum ObservationStatus {
    /** Nothing is said. */
    A("normal", "正常"),
    /** Values before and after are not comparable. */
    B("break in the series", "序列中断"),
    /** The definition differs from that of the others. */
    D("definition differs", "口径不同"),
    /** Estimated. */
    E("estimated", "估计"),
    /** Forecast. */
    F("forecast", "预测"),
    /** By an experimental method. */
    G("experimental", "试验性"),
    /** Missing because of a day without work. */
    H("missing: holiday", "缺失:假日"),
    /** Imputed by the receiving office. */
    I("imputed", "插补"),
    /** Contained in another value. */
    K("contained in another", "计入他项"),
    /** Missing though the data exist. */
    L("missing: not collected", "缺失:未采集"),
    /** Missing. */
    M("missing", "缺失"),
    /** Not significant. */
    N("not significant", "不显著"),
    /** Missing, for whatever reason. */
    O("missing value", "缺失值"),
    /** Provisional. */
    P("provisional", "初步"),
    /** Missing because it is suppressed. */
    Q("missing: suppressed", "缺失:隐去"),
    /** Of low reliability. */
    U("low reliability", "可靠性低"),
    /** Not validated. */
    V("unvalidated", "未核实");

    private final Label label;

    ObservationStatus(String en, String zh) {
        this.label = Label.of(en, zh);
    }

    /** {@return what it means} */
    public Label label() {
        return label;
    }

    /** {@return whether it says that there is no value} */
    public boolean isMissing() {
        return this == H || this == L || this == M || this == O || this == Q;
    }

    /**
     * Returns the status of a code.
     *
     * @param code one letter of the code list, in capitals
     * @return the status; absent if the code is not in the list
     */
    public static Optional<ObservationStatus> of(String code) {
        for (ObservationStatus status : values()) {
            if (status.name().equals(code)) {
                return Optional.of(status);
            }
        }
        return Optional.empty();
    }
}
