package dev.saidao.policy.dossier;

import dev.saidao.core.dossier.Dossier;
import dev.saidao.core.json.SaidaoJson;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Optional;

/**
 * The policy sides of the embedded dossiers.
 *
 * @since 0.1
 */
public final class PolicyDossiers {

    private PolicyDossiers() {}

    /**
     * Reads the policy side of a dossier.
     *
     * @param dossier the dossier
     * @return its policy side, if there is an embedded one that refers to its figures; absent otherwise
     */
    public static Optional<PolicyDossier> of(Dossier dossier) {
        // a dossier is named by whoever made it, and a name is no path
        if (!dossier.id().matches("[0-9]{4}")) {
            return Optional.empty();
        }
        try (InputStream json = PolicyDossiers.class.getResourceAsStream(dossier.id() + ".json")) {
            if (json == null) {
                return Optional.empty();
            }
            PolicyDossier policy = SaidaoJson.read(json, PolicyDossier.class);
            return policy.hasFiguresIn(dossier) ? Optional.of(policy) : Optional.empty();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
