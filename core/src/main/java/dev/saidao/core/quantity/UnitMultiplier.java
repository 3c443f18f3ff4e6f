package dev.saidao.core.quantity;

import java.math.BigDecimal;

/**
 * The power of ten that stands behind printed digits (SDMX: unit multiplier): the 亿 of 2388亿, the bn of 6.43 bn, the %
 * of 20%.
 *
 * <p>{@link #TRILLION} and {@link #WAN_YI} are both 10^12; they differ in the word a source printed.
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
    /** 10^8: 亿, a hundred million. */
    YI(8),
    /** 10^9: billion. */
    BILLION(9),
    /** 10^12: trillion. */
    TRILLION(12),
    /** 10^12: 万亿. */
    WAN_YI(12);

    private final int exponent;

    UnitMultiplier(int exponent) {
        this.exponent = exponent;
    }

    /** {@return the power of ten, -3 to 12} */
    public int exponent() {
        return exponent;
    }

    /** {@return ten to the {@link #exponent()}} */
    public BigDecimal factor() {
        return BigDecimal.ONE.scaleByPowerOfTen(exponent);
    }
}
