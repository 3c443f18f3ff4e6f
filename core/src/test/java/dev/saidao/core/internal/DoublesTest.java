package dev.saidao.core.internal;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DoublesTest {

    @ParameterizedTest
    @CsvSource({
        "0, 0",
        "-0.0, 0",
        "16.9, 16.9",
        "238800000000, 238800000000",
        "0.0456123456, 0.0456123",
        "-12.3456789, -12.3457",
        "1.5e20, 1.5E+20",
        "1e-30, 1E-30",
        "1234567.5, 1234570",
        "NaN, NaN"
    })
    void shown_number_hasSixDigitsButWholeOnes(double value, String shown) {
        assertThat(Doubles.shown(value)).isEqualTo(shown);
    }
}
