package dev.saidao.core.reading;

import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Things by a character, found without a search. */
final class CharTable<T> {

    private static final int PAGE = 256;

    private final @Nullable Object[] @Nullable [] pages = new Object[PAGE][];

    @Nullable T get(char c) {
        @Nullable Object[] page = pages[c / PAGE];
        @SuppressWarnings("unchecked") // only put puts anything in
        T found = page == null ? null : (T) page[c % PAGE];
        return found;
    }

    T computeIfAbsent(char c, Supplier<T> absent) {
        T found = get(c);
        if (found == null) {
            found = absent.get();
            @Nullable Object[] page = pages[c / PAGE];
            if (page == null) {
                page = new Object[PAGE];
                pages[c / PAGE] = page;
            }
            page[c % PAGE] = found;
        }
        return found;
    }
}
