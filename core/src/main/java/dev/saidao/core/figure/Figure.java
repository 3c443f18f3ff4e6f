package dev.saidao.core.figure;

import dev.saidao.core.bounds.BoundedQuantity;
import dev.saidao.core.convention.Label;
import dev.saidao.core.internal.Codes;
import dev.saidao.core.internal.Require;
import java.util.List;
import java.util.Optional;
import org.immutables.value.Value;
import tools.jackson.databind.annotation.JsonDeserialize;
import tools.jackson.databind.annotation.JsonSerialize;

/**
 * One thing that a source said in figures: the number as printed, what it is about, when, in which capacity, and where it
 * stands.
 *
 * <p>Some figures have no number (the "first" permits of a kind), and some have one that the source did not print but
 * spelled out as a list: its {@link #items()} are then as many as {@link #printed()} says, and {@link #asPublished()} is
 * absent.
 *
 * @since 0.1
 */
@Value.Immutable
@JsonSerialize(as = ImmutableFigure.class)
@JsonDeserialize(as = ImmutableFigure.class)
public abstract class Figure {

    Figure() {}

    /** {@return the code by which others refer to it, such as {@code B-01}} */
    public abstract String id();

    /** {@return what or whom it is about} */
    public abstract Subject subject();

    /** {@return what is measured} */
    public abstract Indicator indicator();

    /** {@return the characters of the source, such as {@code 2388亿元}; absent if it printed none} */
    public abstract Optional<String> asPublished();

    /** {@return the number; absent if the figure has none} */
    public abstract Optional<PrintedNumber> printed();

    /** {@return the time it speaks of} */
    public abstract ReferencePeriod period();

    /** {@return the kind of statement} */
    public abstract Status status();

    /** {@return the source} */
    public abstract Source source();

    /** {@return where in the source it stands, such as {@code track 1}} */
    public abstract String locator();

    /** {@return the things it enumerates, such as the four scenarios; often empty} */
    public abstract List<Label> items();

    /** {@return a remark of whoever recorded it} */
    public abstract Optional<Label> note();

    /** {@return a builder; id, subject, indicator, period, status, source and locator must be set} */
    public static Builder builder() {
        return new Builder();
    }

    /**
     * Builds figures.
     *
     * @since 0.1
     */
    public static final class Builder extends ImmutableFigure.Builder {
        Builder() {}
    }

    /**
     * Reads the number.
     *
     * @param convention how to read it
     * @return what can be true; absent if the figure has no number
     */
    public final Optional<BoundedQuantity> read(ReadingConvention convention) {
        return printed().map(convention::read);
    }

    @Value.Check
    final void check() {
        Codes.require(id(), "Figure");
        requireText(locator(), "Locator");
        asPublished().ifPresent(text -> requireText(text, "Text as published"));
    }

    private void requireText(String text, String what) {
        Require.that(!text.isBlank(), "%s of figure %s must not be blank: '%s'", what, id(), text);
    }
}
