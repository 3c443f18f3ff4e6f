package dev.saidao.core.text;

import dev.saidao.core.quantity.Unit;
import dev.saidao.core.quantity.UnitMultiplier;
import java.util.Currency;
import java.util.Optional;

/**
 * Reads the heads of columns and the unit fields of tables: 亿元, {@code USD bn}, {@code Revenue (US$ Mn)}, {@code
 * 10,000 persons}, 台/万人, {@code Mio. €}.
 *
 * <p>A head is a unit and perhaps multipliers before or behind it, in Chinese, English, German, French, Spanish, Italian,
 * Portuguese, Russian, Japanese or Korean:
 *
 * <ul>
 *   <li>money: a code of ISO 4217, a sign (US$, €, £, ₹), a word (人民币, yen). {@code $} and {@code dollars} alone are those
 *       of the United States, 元 is the yuan. ¥, kr, 元 beside traditional characters (億元) and other names of several
 *       currencies are refused, unless {@link #withCurrency} settles them
 *   <li>counted things: 人, 家, {@code units}, {@code households}: nouns of the vocabulary
 *   <li>measured units: 吨, 千瓦时, {@code GW}, {@code sq km}, {@code FTE}, 人年; they are continuous
 *   <li>shares and points: %, ‰, {@code % of GDP}, {@code pp}; densities: {@code per 10,000 employees}, 人/万人; multiples,
 *       years
 *   <li>multipliers: words (亿, {@code million}, {@code lakh crore}, {@code Mrd.}), digits ({@code 100 million yuan}, {@code
 *       10 000 persons}), zeros ({@code USD '000}), letters beside a currency ({@code $m})
 * </ul>
 *
 * <p>Words of the vocabulary alone make a unit. A head with any other word, a price or an amount per person (元/吨), a multiplier
 * without a unit, an index or a currency that is not named is refused by name: it is never taken for a count, and no multiplier
 * is dropped. What stands before a bracket with a unit is the name of the column; where it says what numbers are per (每百户拥有量), a count below it is a density.
 *
 * @since 0.1
 */
public final class UnitFormat {

    private static final UnitFormat DEFAULTS = new UnitFormat(Optional.empty());

    private final Optional<Currency> currency;

    private UnitFormat(Optional<Currency> currency) {
        this.currency = currency;
    }

    /** {@return the format that knows nothing of where a head stands} */
    public static UnitFormat withDefaults() {
        return DEFAULTS;
    }

    /**
     * Returns a format that knows the currency of the text, for signs and words that several currencies have.
     *
     * @param currency what ¥, 億元 or {@code kr} are amounts of
     * @return the format
     */
    public UnitFormat withCurrency(Currency currency) {
        return new UnitFormat(Optional.of(currency));
    }

    /**
     * Reads a head.
     *
     * @param head such as 亿元, {@code USD bn}, {@code Revenue (US$ Mn)}
     * @return the unit and the multiplier
     * @throws FigureParseException if the head is not understood as a whole
     */
    public UnitHead parse(String head) {
        return new UnitHeadParser(head, currency).parse();
    }

    /**
     * Reads a head; one that is not understood is a unit of its own, which is continuous and equal to nothing but itself. Two
     * numbers of such a unit have a ratio and a difference, and no size: say so where this is used.
     *
     * @param head such as {@code Scoville}
     * @return the unit and the multiplier, or the {@linkplain Unit#opaque opaque} unit of that name with no multiplier
     * @throws FigureParseException if the head is blank or too long
     */
    public UnitHead parseOrOpaque(String head) {
        try {
            return parse(head);
        } catch (FigureParseException e) {
            try {
                String name = head.strip().replace('[', '(').replace(']', ')');
                return new UnitHead(Unit.opaque(name), UnitMultiplier.ONE);
            } catch (IllegalArgumentException unnameable) {
                throw e;
            }
        }
    }

    /**
     * Reads words that are a multiplier and nothing else, such as {@code in thousands}, 万, {@code '000}.
     *
     * @param text the words
     * @return the multiplier; absent if the words say anything else
     */
    public Optional<UnitMultiplier> multiplier(String text) {
        return new UnitHeadParser(text, currency).multiplierAlone();
    }
}
