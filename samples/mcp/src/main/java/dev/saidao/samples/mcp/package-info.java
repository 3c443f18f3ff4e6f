/** Tools for assistants that read documents. */
@NullMarked
package dev.saidao.samples.mcp;

import org.jspecify.annotations.NullMarked;
