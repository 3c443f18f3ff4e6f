package dev.saidao.core.internal;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.math.BigInteger;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.BigRange;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;

class DecimalsProperties {

    /** The canonical form is that of the JDK without zeros at its end, but for whole numbers, which have no exponent. */
    @Property
    void canonical_hasNoZerosAtItsEnd(
            @ForAll @Size(min = 1, max = 40) byte[] digits,
            @ForAll @BigRange(min = "-1000", max = "1000") BigInteger factor,
            @ForAll @IntRange(max = 25) int zeros,
            @ForAll @IntRange(max = 60) int scale) {
        BigInteger unscaled = new BigInteger(digits).multiply(factor).multiply(BigInteger.TEN.pow(zeros));
        BigDecimal number = new BigDecimal(unscaled, scale);

        BigDecimal stripped = number.stripTrailingZeros();
        assertThat(Decimals.canonical(number, "Number"))
                .isEqualTo(stripped.signum() == 0 || stripped.scale() < 0 ? stripped.setScale(0) : stripped);
        assertThat(Decimals.isCanonical(number)).isEqualTo(number.scale() == Math.max(0, stripped.scale()));
    }
}
