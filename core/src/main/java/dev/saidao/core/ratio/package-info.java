/**
 * Parts and wholes: shares, densities, what was there before, and proportions of several sizes, on bounds and with
 * derivations.
 */
@NullMarked
package dev.saidao.core.ratio;

import org.jspecify.annotations.NullMarked;
