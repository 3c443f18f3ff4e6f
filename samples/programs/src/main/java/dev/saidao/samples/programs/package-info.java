/** Programs for analysts, each short enough to be read as a sample of the library at work. */
@NullMarked
package dev.saidao.samples.programs;

import org.jspecify.annotations.NullMarked;
