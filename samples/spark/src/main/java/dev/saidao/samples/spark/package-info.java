/** The library called in batches of rows, on one machine or many. */
@NullMarked
package dev.saidao.samples.spark;

import org.jspecify.annotations.NullMarked;
