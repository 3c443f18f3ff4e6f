package dev.saidao.core.dossier;

import dev.saidao.core.internal.Require;
import dev.saidao.core.json.SaidaoJson;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;

/**
 * The embedded dossiers.
 *
 * <p>To add one, put its JSON beside the others, named after its year, and add the year to {@link #years()}.
 *
 * @since 0.1
 */
public final class Dossiers {

    private static final List<Integer> YEARS = List.of(2026);

    private Dossiers() {}

    /** {@return the years that have an embedded dossier, oldest first} */
    public static List<Integer> years() {
        return YEARS;
    }

    /**
     * Reads an embedded dossier.
     *
     * @param year one of {@link #years()}
     * @return the dossier
     * @throws IllegalArgumentException if there is none of that year
     */
    public static Dossier of(int year) {
        Require.that(YEARS.contains(year), "Year must be one of %s: %s", YEARS, year);
        String name = year + ".json";
        try (InputStream json = Dossiers.class.getResourceAsStream(name)) {
            if (json == null) {
                throw new IllegalStateException("Resource must be beside Dossiers: " + name);
            }
            return SaidaoJson.read(json, Dossier.class);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** {@return the newest embedded dossier} */
    public static Dossier latest() {
        return of(YEARS.get(YEARS.size() - 1));
    }
}
