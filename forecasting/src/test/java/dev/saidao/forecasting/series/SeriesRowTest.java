package dev.saidao.forecasting.series;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Locale;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class SeriesRowTest {

    private final Locale before = Locale.getDefault();

    @AfterEach
    void restore() {
        Locale.setDefault(before);
    }

    /** Egypt writes digits of its own, which no file of years has. */
    @Test
    void time_isWrittenTheSameEverywhere() {
        SeriesRow row = new SeriesRow("a", AnnualSeries.of(2016, 1, 2, 3), "2016/17", 1);

        Locale.setDefault(Locale.forLanguageTag("ar-EG"));

        assertThat(row.time(2023)).isEqualTo("2023/24");
        assertThat(row.time(1999)).isEqualTo("1999/00");
    }
}
