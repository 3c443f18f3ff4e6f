package dev.saidao.core.figure;

/** What "as high as" (高达) means. */
public enum HighestConvention {
    /** The number itself, said with emphasis, as is usual in Chinese reports. The default. */
    EMPHASIS,
    /** The highest of several numbers: the number or less. */
    CEILING
}
