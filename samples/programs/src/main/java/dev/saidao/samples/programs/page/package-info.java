/** The pages that programs write: components with templates, pictures, one style sheet; both languages in one file. */
@NullMarked
package dev.saidao.samples.programs.page;

import org.jspecify.annotations.NullMarked;
