/** Measures the library beside what a user would take instead. */
package dev.saidao.samples.benchmarks;
