/** The one place that writes files, whole or not at all. */
@NullMarked
package dev.saidao.core.file;

import org.jspecify.annotations.NullMarked;
