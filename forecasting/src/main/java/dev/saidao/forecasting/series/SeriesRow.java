package dev.saidao.forecasting.series;

import java.util.Locale;

/**
 * A series as a file has it.
 *
 * @param id what it is called
 * @param series the series
 * @param form how the file writes a year, such as {@code 2024} or {@code 2023/2024}; empty if it has no years, and those of the
 *     series are places
 * @param line the line in which it begins
 * @since 0.1
 */
public record SeriesRow(String id, AnnualSeries series, String form, long line) {

    /** {@return whether the file says the years} */
    public boolean isDated() {
        return !form.isEmpty();
    }

    /**
     * Returns a year in the form of the file.
     *
     * @param year the year; of two calendar years the first
     * @return such as {@code 2024} or {@code 2023/2024}; empty if the file has no years
     */
    public String time(int year) {
        return switch (form.length()) {
            case 0 -> "";
            case 7 -> year + form.substring(4, 5) + String.format(Locale.ROOT, "%02d", (year + 1) % 100);
            case 9 -> year + form.substring(4, 5) + (year + 1);
            default -> String.valueOf(year);
        };
    }
}
