package dev.saidao.core.figure;

/**
 * The word beside a number that says how it is meant. What each does to the bounds is in {@link ReadingConvention}.
 *
 * @since 0.1
 */
public enum Qualifier {
    /** No word: the number as printed. */
    NONE,
    /** The number or more: 以上, 至少, 不低于, at least. It includes the number (Civil Code of the PRC, article 1259). */
    AT_LEAST,
    /** More than the number: 超, 突破, 逾, 多, over. It excludes the number (the same article). */
    MORE_THAN,
    /** The number or less: 以下, 不超过, at most. It includes the number (the same article). */
    AT_MOST,
    /** Less than the number: 不到, 不足, 未满, under. It excludes the number (the same article). */
    LESS_THAN,
    /** A little less than the number: 近, 接近, nearly. */
    NEARLY,
    /** The number or thereabouts: 约, 左右, about. */
    ABOUT,
    /** The number, said with emphasis, or the highest of several: 高达, as high as. */
    AS_HIGH_AS,
    /** The number has been arrived at: 达, 达到, reached. */
    REACHED
}
