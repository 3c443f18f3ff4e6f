package dev.saidao.core.audit;

import static org.assertj.core.api.Assertions.assertThat;

import dev.saidao.core.bounds.Bounds;
import dev.saidao.core.bounds.BoundsArithmetic;
import java.math.BigDecimal;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Sums that are solved by hand. */
class LinearSystemTest {

    private static final int X = 0;
    private static final int Y = 1;
    private static final int Z = 2;

    private final LinearSystem system = new LinearSystem(BoundsArithmetic.withDefaults());

    private static Bounds of(int value) {
        return Bounds.exactly(BigDecimal.valueOf(value));
    }

    /** {@code a x + b y + c = 0}. */
    private void add(int a, int b, int c) {
        system.add(Map.of(X, of(a), Y, of(b)), of(c));
    }

    /** x + y = 10 and x - y = 2. */
    @Test
    void solve_twoRows() {
        add(1, 1, -10);
        add(1, -1, -2);

        assertThat(system.solve(X)).isEqualTo(of(6));
        assertThat(system.solve(Y)).isEqualTo(of(4));
    }

    /** x + y + z = 6, x - y = -1 and y + z = 5. */
    @Test
    void solve_threeRows() {
        system.add(Map.of(X, of(1), Y, of(1), Z, of(1)), of(-6));
        add(1, -1, 1);
        system.add(Map.of(Y, of(1), Z, of(1)), of(-5));

        assertThat(system.solve(X)).isEqualTo(of(1));
        assertThat(system.solve(Y)).isEqualTo(of(2));
        assertThat(system.solve(Z)).isEqualTo(of(3));
    }

    /** x + y = 10 and x = 2 to 3, so that y is 7 to 8. */
    @Test
    void solve_withinBounds() {
        add(1, 1, -10);
        system.add(Map.of(X, of(1)), Bounds.parse("[-3, -2]"));

        assertThat(system.solve(X)).isEqualTo(Bounds.parse("[2, 3]"));
        assertThat(system.solve(Y)).isEqualTo(Bounds.parse("[7, 8]"));
    }

    @Test
    void solve_oneRowForTwo_isAnything() {
        add(1, 1, -10);

        assertThat(system.solve(X)).isEqualTo(Bounds.all());
        assertThat(system.solve(Z)).isEqualTo(Bounds.all());
    }

    /** x + y = 10 twice says as much as once; x + y = 10 and x + y = 11 have no solution. */
    @Test
    void solve_rowsThatAreOne() {
        add(1, 1, -10);
        add(2, 2, -20);
        assertThat(system.solve(X)).isEqualTo(Bounds.all());

        add(1, 1, -11);
        assertThat(system.solve(X).isEmpty()).isTrue();
    }

    /** 1 is not 0; what is 0 within its bounds says nothing. */
    @Test
    void solve_rowWithoutUnknowns() {
        system.add(Map.of(), Bounds.parse("[-1, 1]"));
        assertThat(system.solve(X)).isEqualTo(Bounds.all());

        system.add(Map.of(), of(1));
        assertThat(system.solve(X).isEmpty()).isTrue();
    }

    /** What y is multiplied by may be 0: no row is freed of it, and nothing follows of x, though of y something does. */
    @Test
    void solve_coefficientThatMayBeNothing_eliminatesNothing() {
        system.add(Map.of(Y, Bounds.parse("[0, 2]")), of(-6));
        add(1, 1, -10);

        assertThat(system.solve(Y)).isEqualTo(Bounds.atLeast(BigDecimal.valueOf(3)));
        // that x is 7 at most takes a division by what may be 0
        assertThat(system.solve(X).contains(BigDecimal.valueOf(7))).isTrue();
    }
}
