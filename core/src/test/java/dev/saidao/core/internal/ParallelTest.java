package dev.saidao.core.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.concurrent.atomic.AtomicIntegerArray;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ParallelTest {

    @ParameterizedTest
    @CsvSource({"0, 3", "1, 3", "2, 5", "10, 1", "10, 3", "1000, 4"})
    void forEach_doesEachOnce(int count, int threads) {
        AtomicIntegerArray times = new AtomicIntegerArray(count);
        Parallel.forEach(count, threads, times::incrementAndGet);
        for (int i = 0; i < count; i++) {
            assertThat(times.get(i)).isEqualTo(1);
        }
    }

    @ParameterizedTest
    @CsvSource({"1", "3"})
    void forEach_failure_isThrownAsItIs(int threads) {
        assertThatThrownBy(() -> Parallel.forEach(9, threads, i -> {
                    if (i == 7) {
                        throw new IllegalArgumentException("Seven");
                    }
                }))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("Seven");
    }
}
