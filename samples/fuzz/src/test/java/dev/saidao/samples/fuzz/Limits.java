package dev.saidao.samples.fuzz;

import com.sun.management.ThreadMXBean;
import java.lang.management.ManagementFactory;
import java.lang.management.MemoryMXBean;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.concurrent.Callable;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;

/**
 * What a reader may do with any input: give a result, or refuse it by an exception that its documentation names; within two seconds;
 * and with memory in proportion.
 */
final class Limits {

    /** The longest input that is tried: 64 KB. */
    static final int LONGEST = 1 << 16;

    private static final long NANOS = 2_000_000_000L;
    /** All that is allocated, most of which is free again at once. */
    private static final long BYTES = 1L << 30;
    /** What is alive at a time. */
    private static final long ALIVE = 64L << 20;

    private static final MemoryMXBean MEMORY = ManagementFactory.getMemoryMXBean();
    private static final ThreadMXBean THREADS = (ThreadMXBean) ManagementFactory.getThreadMXBean();

    private Limits() {}

    /** Runs it, and fails if it does what a reader may not do. */
    @SafeVarargs
    static void hold(Callable<?> reader, Class<? extends Exception>... refusals) {
        Cost cost = cost(reader, refusals);
        // classes are loaded by whoever comes first
        if (!cost.isWithin()) {
            cost = cost(reader, refusals);
        }
        require(cost.isWithin(), "Reading must cost less than 2 s and 1 GB of short-lived memory: " + cost, null);
        // never more than all that is allocated
        if (cost.bytes() > ALIVE) {
            long alive = alive(reader, refusals);
            require(alive < ALIVE, "Reading must hold less than 64 MB at a time: " + (alive >> 20) + " MB", null);
        }
    }

    /** The most bytes that are in use at once, as the garbage collector sees it, which is run all the while. */
    @SafeVarargs
    private static long alive(Callable<?> reader, Class<? extends Exception>... refusals) {
        MEMORY.gc();
        long before = MEMORY.getHeapMemoryUsage().getUsed();
        AtomicBoolean isDone = new AtomicBoolean();
        AtomicLong most = new AtomicLong(before);
        Thread watcher = new Thread(() -> {
            while (!isDone.get()) {
                MEMORY.gc();
                most.accumulateAndGet(MEMORY.getHeapMemoryUsage().getUsed(), Math::max);
            }
        });
        watcher.start();
        try {
            cost(reader, refusals);
        } finally {
            isDone.set(true);
        }
        try {
            watcher.join();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("Watcher must end", e);
        }
        return most.get() - before;
    }

    private record Cost(long nanos, long bytes) {

        boolean isWithin() {
            return nanos < NANOS && bytes < BYTES;
        }

        @Override
        public String toString() {
            return nanos / 1_000_000 + " ms, " + (bytes >> 20) + " MB";
        }
    }

    @SafeVarargs
    private static Cost cost(Callable<?> reader, Class<? extends Exception>... refusals) {
        long thread = Thread.currentThread().getId();
        long bytes = THREADS.getThreadAllocatedBytes(thread);
        long nanos = THREADS.getCurrentThreadCpuTime();
        try {
            reader.call();
        } catch (Exception e) {
            require(isOneOf(e, refusals), "Refusal not documented: " + e, e);
            String message = e.getMessage();
            require(message != null && !message.isBlank(), "Refusal without a message: " + e, e);
            require(!(e instanceof NumberFormatException), "Refusal says nothing of the rule: " + e, e);
            // what an input holds does not steer the terminal or the log that its refusal is written to
            require(
                    message.codePoints().noneMatch(c -> c != '\n' && c != '\t' && Character.isISOControl(c)),
                    "Refusal has control characters: " + Arrays.toString(message.getBytes(StandardCharsets.UTF_8)),
                    e);
            // some name each of the first rows that are refused
            require(
                    message.lines().count() < 30 && message.lines().allMatch(line -> line.length() < 2_000),
                    "Refusal too long to read: " + message.length(),
                    e);
        } catch (StackOverflowError e) {
            throw new AssertionError("Stack must not overflow", e);
        }
        return new Cost(THREADS.getCurrentThreadCpuTime() - nanos, THREADS.getThreadAllocatedBytes(thread) - bytes);
    }

    @SafeVarargs
    private static boolean isOneOf(Exception e, Class<? extends Exception>... refusals) {
        for (Class<? extends Exception> refusal : refusals) {
            if (refusal.isInstance(e)) {
                return true;
            }
        }
        return false;
    }

    /** Says that a law is broken. */
    static void require(boolean holds, String message) {
        require(holds, message, null);
    }

    private static void require(boolean holds, String message, @Nullable Throwable cause) {
        if (!holds) {
            throw new AssertionError(message, cause);
        }
    }
}
