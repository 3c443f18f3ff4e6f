package dev.saidao.core.text;

import dev.saidao.core.figure.Qualifier;
import java.util.Optional;

/**
 * What a qualifier field says.
 *
 * @param qualifier the qualifier; {@link Qualifier#NONE} where the words say nothing of a bound
 * @param unknown the words that were not understood, if there are any: they are to be reported beside the row, which stands
 * @since 0.1
 */
public record QualifierReading(Qualifier qualifier, Optional<String> unknown) {}
