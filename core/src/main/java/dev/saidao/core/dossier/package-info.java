/**
 * A versioned set of figures with the tracks they are about.
 *
 * <p>{@link dev.saidao.core.dossier.Dossiers} gives the embedded ones; {@code SaidaoJson} reads and writes others.
 */
@NullMarked
@DomainStyle
package dev.saidao.core.dossier;

import dev.saidao.core.internal.DomainStyle;
import org.jspecify.annotations.NullMarked;
