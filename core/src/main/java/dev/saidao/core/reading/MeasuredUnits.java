package dev.saidao.core.reading;

import dev.saidao.core.quantity.Unit;
import java.math.BigDecimal;
import java.util.Optional;

/** Measured units by their signs; one that the library does not know is equal to nothing but itself. */
final class MeasuredUnits {

    private MeasuredUnits() {}

    static Unit of(String sign) {
        return Unit.physicalSymbols().contains(sign) ? Unit.physical(sign) : Unit.opaque(sign);
    }

    /** Whether both measure the same thing. */
    static boolean areAlike(String one, String other) {
        return one.equals(other) || of(one).factorTo(of(other)).isPresent();
    }

    /** The power of ten that leads from one unit to another; absent if no power of ten does. */
    static Optional<Integer> exponent(String from, String to) {
        Optional<BigDecimal> factor = of(from).factorTo(of(to)).map(BigDecimal::stripTrailingZeros);
        return factor.filter(f -> f.unscaledValue().equals(java.math.BigInteger.ONE))
                .map(f -> -f.scale());
    }
}
