package dev.saidao.core.internal;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.IntConsumer;

/** Does many independent things on a number of threads. */
public final class Parallel {

    private Parallel() {}

    /**
     * Does a thing for every number from 0 on, each thread a stretch of its own.
     *
     * @param count how many numbers there are
     * @param threads how many threads, 1 or more; with one, or one number, it is the calling one
     * @param action what is done; it must not depend on the order
     */
    public static void forEach(int count, int threads, IntConsumer action) {
        int workers = Math.min(threads, count);
        if (workers <= 1) {
            for (int i = 0; i < count; i++) {
                action.accept(i);
            }
            return;
        }
        ExecutorService pool = Executors.newFixedThreadPool(workers);
        try {
            List<Future<?>> parts = new ArrayList<>();
            for (int worker = 0; worker < workers; worker++) {
                int from = (int) ((long) count * worker / workers);
                int to = (int) ((long) count * (worker + 1) / workers);
                parts.add(pool.submit(() -> {
                    for (int i = from; i < to; i++) {
                        action.accept(i);
                    }
                }));
            }
            for (Future<?> part : parts) {
                part.get();
            }
        } catch (ExecutionException e) {
            if (e.getCause() instanceof RuntimeException cause) {
                throw cause;
            }
            throw new IllegalStateException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        } finally {
            pool.shutdownNow();
        }
    }
}
