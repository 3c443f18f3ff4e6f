/**
 * Reads and prints numbers as reports print them, in Chinese and in English: 2388亿元, 超30%, USD 6.43 bn, 50名左右.
 *
 * <p>{@link dev.saidao.core.text.FigureFormat} is the only way in. It is strict: a text is read as a whole, or refused with
 * the index of what does not fit.
 */
@NullMarked
package dev.saidao.core.text;

import org.jspecify.annotations.NullMarked;
