package dev.saidao.core.reading;

import dev.saidao.core.figure.PrintedNumber;
import dev.saidao.core.figure.ReferencePeriod;
import dev.saidao.core.figure.Status;
import java.math.BigDecimal;
import java.util.Optional;
import org.immutables.value.Value;

/**
 * A figure that a text mentions: where it stands, what its number is, and what it is of and when.
 *
 * @since 0.1
 */
@Value.Immutable
public abstract class Mention {

    Mention() {}

    /** {@return the id by which relations refer to it, such as {@code f3}} */
    public abstract String id();

    /** {@return where it starts, an index into the text; words such as "over" that touch it belong to it} */
    public abstract int start();

    /** {@return where it ends} */
    public abstract int end();

    /** {@return its characters} */
    public abstract String text();

    /** {@return what kind of number it is} */
    public abstract MentionKind kind();

    /** {@return the value in the main unit, such as yuan, with a percentage as a fraction; negative for a fall; of a range the lower end} */
    public abstract BigDecimal value();

    /** {@return the upper end of a range; absent for a single number} */
    public abstract Optional<BigDecimal> valueTo();

    /** {@return the currency, the thing counted or the sign of the measured unit; empty where the kind says all} */
    public abstract String unit();

    /** {@return the qualifier by its name for files, such as {@code at-least}; {@code none} if there is none} */
    public abstract String qualifier();

    /** {@return the number as printed, as an audit reads it; absent for ranges and for what has no such form} */
    public abstract Optional<PrintedNumber> printed();

    /** {@return the time, as {@code 2030}, {@code 2024-H1}, {@code 2024-Q3}, or {@code 2024/2030} from one to another; empty if unknown} */
    public abstract String time();

    /** {@return the same for audits, in whole years} */
    public abstract ReferencePeriod period();

    /** {@return whether the time is said beside it, rather than taken from words around} */
    public abstract boolean isTimeSaid();

    /** {@return the kind of statement} */
    public abstract Status status();

    /** {@return what is measured, by the name of the vocabulary, such as {@code market-size}; empty if no word says it} */
    public abstract String indicator();

    /** {@return the words that say of whom or what, as far as they were found} */
    public abstract String subject();

    /** {@return the rule by which its number was read, such as {@code number-unit}} */
    public abstract String rule();

    static Builder builder() {
        return new Builder();
    }

    static final class Builder extends ImmutableMention.Builder {
        Builder() {}
    }
}
