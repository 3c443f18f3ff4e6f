/**
 * Reads tables as they are published: the rows of a file with named columns, and statistical tables of any maker.
 *
 * <p>{@link dev.saidao.core.table.RowFile} reads the rows of a file whose columns are known, of any size, some at a time.
 * What cannot be read is a {@link dev.saidao.core.table.Failure}, which is data: file, line, column, text and rule. Readers of
 * claims, figures, relations and the rest are {@linkplain dev.saidao.core.table.RowParser parsers of rows} in the packages
 * that know what they read.
 */
@NullMarked
package dev.saidao.core.table;

import org.jspecify.annotations.NullMarked;
