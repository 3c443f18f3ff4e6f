package dev.saidao.policy.talent;

import dev.saidao.core.internal.Require;
import dev.saidao.policy.internal.DecimalJson;
import java.math.BigDecimal;
import java.util.Map;
import java.util.NavigableMap;
import org.immutables.value.Value;
import tools.jackson.databind.annotation.JsonDeserialize;
import tools.jackson.databind.annotation.JsonSerialize;

/**
 * How old the people of a tier are, and at what age they retire (年龄结构、退休年龄).
 *
 * <p>Who reaches the retirement age in a year retires in it. Example: who is 59 before the first year of a plan, with a retirement
 * age of 60, retires in the first year.
 *
 * @since 0.1
 */
@Value.Immutable
@JsonSerialize(as = ImmutableAgeStructure.class)
@JsonDeserialize(as = ImmutableAgeStructure.class)
public abstract class AgeStructure {

    private static final int MOST_AGE = 150;

    AgeStructure() {}

    /** {@return how many of the opening stock are of an age, reached by the end of the year before the plan} */
    @JsonDeserialize(contentUsing = DecimalJson.class)
    @Value.NaturalOrder
    public abstract NavigableMap<Integer, BigDecimal> stock();

    /** {@return the age which those who come from outside reach in the year in which they come} */
    public abstract int intakeAge();

    /** {@return the age in whose year people retire, above that of those who come} */
    public abstract int retirementAge();

    /**
     * Returns an age structure.
     *
     * @param stock how many of the opening stock are of an age, each 0 or more
     * @param intakeAge the age of those who come from outside, 0 or more
     * @param retirementAge the age at which people retire, above it and all others, up to 150
     * @return the age structure
     * @throws IllegalArgumentException if a number is out of range
     */
    public static AgeStructure of(Map<Integer, BigDecimal> stock, int intakeAge, int retirementAge) {
        return ImmutableAgeStructure.builder()
                .stock(stock)
                .intakeAge(intakeAge)
                .retirementAge(retirementAge)
                .build();
    }

    /** The people of all ages. */
    final BigDecimal people() {
        return stock().values().stream().reduce(BigDecimal.ZERO, BigDecimal::add);
    }

    @Value.Check
    final void check() {
        Require.that(
                intakeAge() >= 0 && intakeAge() < retirementAge() && retirementAge() <= MOST_AGE,
                "Retirement age must be above the age of those who come, and at most %s: %s, %s",
                MOST_AGE,
                retirementAge(),
                intakeAge());
        stock().forEach((age, people) -> {
            Require.that(
                    age >= 0 && age < retirementAge(),
                    "Age must be 0 or more and below the retirement age %s: %s",
                    retirementAge(),
                    age);
            Require.that(people.signum() >= 0, "People of age %s must be 0 or more: %s", age, people.toPlainString());
        });
    }
}
