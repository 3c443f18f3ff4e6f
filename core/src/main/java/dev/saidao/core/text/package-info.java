/**
 * Reads and prints numbers as reports print them, in Chinese and in English: 2388亿元, 超30%, USD 6.43 bn, 50名左右.
 *
 * <p>{@link dev.saidao.core.text.FigureFormat} reads figures, {@link dev.saidao.core.text.UnitFormat} heads of columns, {@link
 * dev.saidao.core.text.QualifierFormat} words beside numbers, {@link dev.saidao.core.text.PeriodFormat} times. They are strict: a
 * text is read as a whole, or refused with the index of what does not fit, what was expected, and the nearest that would be
 * read. Their words are in vocabularies, one resource for each language.
 *
 * <p>Words of one's own are added as data: a resource {@code META-INF/saidao/words.txt} on the class path, with sections and
 * lines as the vocabularies have. It may be in several jars, and gives no known word another meaning.
 *
 * <p>These words hold for the whole process and not for one reader: values print themselves by the same vocabulary by which they
 * are read, {@code toString} and JSON have no reader at hand, and a word that one reader knows and another does not would make a
 * text that was printed here unreadable there. Since own words give no known word another meaning, they can only make a text
 * readable that was refused before.
 *
 * <pre>{@code
 * [count]
 * wombats = wombats | wombat | 袋熊
 * [multiplier]
 * 4 = myriad | myriads
 * [before]
 * AT_LEAST = no fewer in number than
 * }</pre>
 */
@NullMarked
package dev.saidao.core.text;

import org.jspecify.annotations.NullMarked;
