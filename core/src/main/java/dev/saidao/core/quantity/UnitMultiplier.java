package dev.saidao.core.quantity;

import java.math.BigDecimal;
import java.util.Optional;

/**
 * The power of ten that stands behind printed digits (SDMX: unit multiplier): the 亿 of 2388亿, the bn of 6.43 bn, the %
 * of 20%.
 *
 * <p>{@link #TRILLION} and {@link #WAN_YI} are both 10^12; they differ in the word a source printed.
 *
 * @since 0.1
 */
public enum UnitMultiplier {
    /** Per mille, 10^-3: ‰. */
    PER_MILLE(-3),
    /** Per cent, 10^-2: %. */
    PERCENT(-2),
    /** A tenth, 10^-1: 成, as in 两成 (20%). */
    TENTH(-1),
    /** Plain digits. */
    ONE(0),
    /** 10: 十, ten. */
    TEN(1),
    /** 10^2: 百, hundred. */
    HUNDRED(2),
    /** 10^3: thousand. */
    THOUSAND(3),
    /** 10^4: 万, ten thousand. */
    WAN(4),
    /** 10^5: lakh, as in India. */
    LAKH(5),
    /** 10^6: million. */
    MILLION(6),
    /** 10^7: crore, as in India. */
    CRORE(7),
    /** 10^7: 千万, ten million. */
    QIAN_WAN(7),
    /** 10^8: 亿, a hundred million. */
    YI(8),
    /** 10^9: billion. */
    BILLION(9),
    /** 10^10: 百亿, ten billion. */
    BAI_YI(10),
    /** 10^11: 千亿, a hundred billion. */
    QIAN_YI(11),
    /** 10^12: trillion. */
    TRILLION(12),
    /** 10^12: 万亿. */
    WAN_YI(12),
    /** 10^13: 十万亿. */
    SHI_WAN_YI(13),
    /** 10^14: 百万亿. */
    BAI_WAN_YI(14),
    /** 10^15: quadrillion, 千万亿. */
    QUADRILLION(15);

    private final int exponent;

    UnitMultiplier(int exponent) {
        this.exponent = exponent;
    }

    /** {@return the power of ten, -3 to 15} */
    public int exponent() {
        return exponent;
    }

    /**
     * Returns a multiplier by its power of ten; where several have it, that of plain English, or of 万 and 亿.
     *
     * @param exponent the power of ten
     * @return the multiplier; absent if there is none
     */
    public static Optional<UnitMultiplier> ofExponent(int exponent) {
        for (UnitMultiplier multiplier : values()) {
            if (multiplier.exponent == exponent) {
                return Optional.of(multiplier);
            }
        }
        return Optional.empty();
    }

    /** {@return ten to the {@link #exponent()}} */
    public BigDecimal factor() {
        return BigDecimal.ONE.scaleByPowerOfTen(exponent);
    }
}
