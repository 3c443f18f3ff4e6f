package dev.saidao.core.figure;

/**
 * What kind of statement a figure is (SDMX: observation status, code list CL_OBS_STATUS, with planning terms added).
 *
 * @since 0.1
 */
public enum Status {
    /** It has been counted or measured. */
    OBSERVED,
    /** It has been estimated for a time that is past. */
    ESTIMATED,
    /** Somebody expects it. */
    FORECAST,
    /** Somebody wants to bring it about. */
    TARGET,
    /** A rule or measure says so. */
    POLICY,
    /** An enumeration or judgement about what is to come, not a measured amount. */
    OUTLOOK
}
