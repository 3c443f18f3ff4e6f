/**
 * The JSON form of the library's values: strict, lossless, and read with bounded effort.
 *
 * <p>{@link dev.saidao.core.json.SaidaoJson} reads and writes; {@link dev.saidao.core.json.SaidaoModule} brings the same
 * form to a mapper of one's own. This is the only package that knows {@code ObjectMapper}.
 */
@NullMarked
package dev.saidao.core.json;

import org.jspecify.annotations.NullMarked;
