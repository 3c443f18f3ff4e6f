/** What the packages of this module share; not exported, and not promised. */
@NullMarked
package dev.saidao.policy.internal;

import org.jspecify.annotations.NullMarked;
