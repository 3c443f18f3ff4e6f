package dev.saidao.core.table;

import java.math.BigDecimal;
import java.util.Optional;

/**
 * A value of a series at a time.
 *
 * @param series the series
 * @param time the time: {@code 2024}, {@code 2024-Q3}, {@code 2024-03}, {@code 2024-03-31}, or a year of two calendar years as
 *     printed ({@code 2023/2024})
 * @param value the value as printed, without the multiplier of the series; absent if it is missing
 * @param status what the office says of it
 * @param flag the sign beside the value, as printed; empty if there is none
 * @param line the line of the file in which it stands
 * @since 0.1
 */
public record TableObservation(
        TableSeries series, String time, Optional<BigDecimal> value, ObservationStatus status, String flag, long line) {

    /** {@return the value in the unit of the series, with its multiplier; absent if it is missing} */
    public Optional<BigDecimal> amount() {
        return value.map(printed -> printed.multiply(series.multiplier()));
    }
}
