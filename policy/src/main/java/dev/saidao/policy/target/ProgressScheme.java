package dev.saidao.policy.target;

import dev.saidao.core.convention.Convention;
import dev.saidao.core.convention.Label;
import java.math.BigDecimal;
import java.util.Arrays;
import java.util.List;

/**
 * Published schemes that judge the progress of an indicator from a base year to the latest one.
 *
 * <p>In all of them the target is achieved if the latest value meets it, whatever the trend, and missed if it does not though it is
 * of a year after the target year (an addition: no pace reaches a target of a past year). Otherwise a measure is held against thresholds; each threshold belongs to the better status. With g the observed compound annual growth rate, r the rate
 * required from the base year on, d = 1 if more is wanted and -1 if less:
 *
 * <table>
 * <caption>Thresholds</caption>
 * <tr><th>scheme</th><th>with a target</th><th>without</th></tr>
 * <tr><td>{@link #STATISTICS_CANADA}</td><td>d g / |r|: on track from 0.95, acceleration needed from 0.60, limited progress
 *     from 0, deterioration</td><td>d g: the same from 1.5%, 0.5% and 0; near a natural limit the first two are multiplied by C</td></tr>
 * <tr><td>{@link #EUROSTAT}</td><td>d g / |r|: significant progress from 0.95, moderate from 0.60, insufficient from 0, movement
 *     away</td><td>d g: significant from 1%, moderate from 0, movement away</td></tr>
 * <tr><td>{@link #UN_PROGRESS_CHART}</td><td>share of the gap closed by the target year: on track from 0.95, acceleration
 *     needed from 0.10, stagnation or regression</td><td>d g: the same from 2% and 0.5%</td></tr>
 * </table>
 *
 * @since 0.1
 */
public enum ProgressScheme {
    /**
     * Statistics Canada, integrated into Open SDG 2.4. A target or base of 0 is replaced by 0.001; if all values are negative
     * the direction is turned round. Scores are -5 to 5, linear between the thresholds: with a target -5 at -0.60, -2.5 at 0,
     * 0 at 0.60, 2.5 at 0.95, 5 at 1.30; without one -5 at -2%, -2.5 at 0, 0 at 0.5% C, 2.5 at 1.5% C, 5 at 2% C. (The published
     * code has rounded slopes and so differs by less than 0.0001.)
     *
     * <p>Source: Statistics Canada, Progress measurement methodology for the Sustainable Development Goals.
     */
    STATISTICS_CANADA(
            "statcan",
            Label.of("Statistics Canada / Open SDG", "加拿大统计局 / Open SDG"),
            thresholds("0.95", "0.6", "0"),
            thresholds("0.015", "0.005", "0"),
            List.of(
                    ProgressStatus.ON_TRACK,
                    ProgressStatus.ACCELERATION_NEEDED,
                    ProgressStatus.LIMITED_PROGRESS,
                    ProgressStatus.DETERIORATION),
            List.of(
                    ProgressStatus.ON_TRACK,
                    ProgressStatus.ACCELERATION_NEEDED,
                    ProgressStatus.LIMITED_PROGRESS,
                    ProgressStatus.DETERIORATION)),
    /**
     * Eurostat, monitoring reports on sustainable development. It has no scores.
     *
     * <p>Source: the thresholds with a target as Statistics Canada restates them; the threshold of 1% without one from
     * secondary texts, since the report itself was not at hand.
     */
    EUROSTAT(
            "eurostat",
            Label.of("Eurostat", "欧盟统计局"),
            thresholds("0.95", "0.6", "0"),
            thresholds("0.01", "0"),
            List.of(
                    ProgressStatus.SIGNIFICANT_PROGRESS,
                    ProgressStatus.MODERATE_PROGRESS,
                    ProgressStatus.INSUFFICIENT_PROGRESS,
                    ProgressStatus.MOVEMENT_AWAY),
            List.of(
                    ProgressStatus.SIGNIFICANT_PROGRESS,
                    ProgressStatus.MODERATE_PROGRESS,
                    ProgressStatus.MOVEMENT_AWAY)),
    /**
     * The UN's SDG Progress Chart of 2023. A latest value within one percentage point of a target of 0% or 100% counts as
     * achieved. Scores are 3, 2 and 1.
     *
     * <p>Source: UN Statistics Division, SDG Progress Chart 2023, Technical Note, as restated by the Basque statistical
     * office.
     */
    UN_PROGRESS_CHART(
            "un",
            Label.of("UN SDG Progress Chart", "联合国可持续发展目标进展图"),
            thresholds("0.95", "0.1"),
            thresholds("0.02", "0.005"),
            List.of(
                    ProgressStatus.ON_TRACK,
                    ProgressStatus.ACCELERATION_NEEDED,
                    ProgressStatus.STAGNATION_OR_REGRESSION),
            List.of(
                    ProgressStatus.ON_TRACK,
                    ProgressStatus.ACCELERATION_NEEDED,
                    ProgressStatus.STAGNATION_OR_REGRESSION));

    private final String code;
    private final Label text;
    private final List<BigDecimal> withTarget;
    private final List<BigDecimal> withoutTarget;
    private final List<ProgressStatus> statuses;
    private final List<ProgressStatus> statusesWithout;

    ProgressScheme(
            String code,
            Label text,
            List<BigDecimal> withTarget,
            List<BigDecimal> withoutTarget,
            List<ProgressStatus> statuses,
            List<ProgressStatus> statusesWithout) {
        this.code = code;
        this.text = text;
        this.withTarget = withTarget;
        this.withoutTarget = withoutTarget;
        this.statuses = statuses;
        this.statusesWithout = statusesWithout;
    }

    private static List<BigDecimal> thresholds(String... numbers) {
        return Arrays.stream(numbers).map(BigDecimal::new).toList();
    }

    /** {@return the name for files: {@code statcan}, {@code eurostat}, {@code un}} */
    public String code() {
        return code;
    }

    /** {@return the name for readers} */
    public Label text() {
        return text;
    }

    /**
     * Returns the thresholds.
     *
     * @param withTarget whether there is a target
     * @return where each status but the last begins, best first
     */
    public List<BigDecimal> thresholds(boolean withTarget) {
        return withTarget ? this.withTarget : withoutTarget;
    }

    /**
     * Returns the statuses between the thresholds.
     *
     * @param withTarget whether there is a target
     * @return one more than there are thresholds, best first
     */
    public List<ProgressStatus> statuses(boolean withTarget) {
        return withTarget ? statuses : statusesWithout;
    }

    /** {@return the thresholds of this scheme, under its name} */
    public ProgressThresholds published() {
        return ProgressThresholds.builder().id(code).name(text).scheme(this).build();
    }

    /** {@return the name and the text of this scheme as a convention} */
    public Convention convention() {
        return Convention.of("progress." + code, text);
    }

    /**
     * Returns a scheme by its name for files.
     *
     * @param code such as {@code statcan}
     * @return the scheme
     * @throws IllegalArgumentException if there is none
     */
    public static ProgressScheme of(String code) {
        for (ProgressScheme scheme : values()) {
            if (scheme.code.equals(code)) {
                return scheme;
            }
        }
        throw new IllegalArgumentException("Scheme must be statcan, eurostat or un: " + code);
    }
}
