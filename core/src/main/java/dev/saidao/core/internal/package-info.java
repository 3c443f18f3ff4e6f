/** Shared by the library's own modules; not exported and not promised. */
@NullMarked
package dev.saidao.core.internal;

import org.jspecify.annotations.NullMarked;
