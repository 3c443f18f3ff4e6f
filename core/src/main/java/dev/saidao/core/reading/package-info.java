/**
 * Reads running text: finds its figures with their places, what they are of and when, how they hang together, and says what it
 * left out.
 *
 * <pre>{@code
 * PageReading reading = PageReader.withDefaults().read(text, LocalDate.parse("2026-03-27"));
 * AuditReport report = reading.audit();
 * }</pre>
 *
 * <p>It works by rules over words, not by a trained model: the same text always gives the same reading, each mention and
 * relation names the rule it came by, and time is linear in the length of the text.
 */
@NullMarked
@DomainStyle
package dev.saidao.core.reading;

import dev.saidao.core.internal.DomainStyle;
import org.jspecify.annotations.NullMarked;
