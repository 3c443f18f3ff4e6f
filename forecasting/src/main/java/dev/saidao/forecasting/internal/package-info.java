/** What the module uses and does not promise. */
@NullMarked
package dev.saidao.forecasting.internal;

import org.jspecify.annotations.NullMarked;
