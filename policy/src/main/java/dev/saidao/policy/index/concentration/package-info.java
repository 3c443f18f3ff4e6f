/** How unevenly something is spread over units: Herfindahl, Gini, Theil, Krugman, location quotients. */
@NullMarked
package dev.saidao.policy.index.concentration;

import org.jspecify.annotations.NullMarked;
