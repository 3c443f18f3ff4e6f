package dev.saidao.forecasting.market;

import dev.saidao.core.convention.Label;
import dev.saidao.core.derivation.Operand;
import dev.saidao.core.internal.Require;
import java.util.Map;
import java.util.Optional;
import org.immutables.value.Value;
import tools.jackson.databind.annotation.JsonDeserialize;
import tools.jackson.databind.annotation.JsonSerialize;

/**
 * A named variation of an outlook: another growth rate, other sizes, or both.
 *
 * @since 0.1
 */
@Value.Immutable
@JsonSerialize(as = ImmutableScenario.class)
@JsonDeserialize(as = ImmutableScenario.class)
public abstract class Scenario {

    Scenario() {}

    /** {@return what the scenario is called} */
    @Value.Parameter
    public abstract Label name();

    /** {@return the growth rate to take instead of the published one, if any} */
    @Value.Parameter
    public abstract Optional<Operand> rate();

    /** {@return the sizes to take instead of the published ones; none to keep those} */
    @Value.Parameter
    public abstract Map<Integer, Operand> sizes();

    /**
     * Returns a scenario of another growth rate.
     *
     * @param name what it is called
     * @param rate the rate per year, for the span of the published one
     * @return the scenario
     */
    public static Scenario ofRate(Label name, Operand rate) {
        return ImmutableScenario.of(name, Optional.of(rate), Map.of());
    }

    /**
     * Returns a scenario of other sizes.
     *
     * @param name what it is called
     * @param sizes the sizes by year, 1 or more
     * @return the scenario
     * @throws IllegalArgumentException if there are no sizes
     */
    public static Scenario ofSizes(Label name, Map<Integer, Operand> sizes) {
        return ImmutableScenario.of(name, Optional.empty(), sizes);
    }

    /**
     * Returns this scenario with another growth rate as well.
     *
     * @param rate the rate per year, for the span of the published one
     * @return the scenario
     */
    public final Scenario andRate(Operand rate) {
        return ImmutableScenario.of(name(), Optional.of(rate), sizes());
    }

    @Value.Check
    final void check() {
        Require.that(!rate().isEmpty() || !sizes().isEmpty(), "Scenario must have a rate or sizes: %s", name().en());
    }
}
