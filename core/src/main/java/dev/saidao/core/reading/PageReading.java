package dev.saidao.core.reading;

import dev.saidao.core.audit.Verdict;
import dev.saidao.core.convention.Label;
import dev.saidao.core.dossier.Dossier;
import java.time.LocalDate;
import java.util.List;
import org.immutables.value.Value;

/**
 * What was read in a text: its figures, the relations between them, and the numbers that are no figures.
 *
 * @since 0.1
 */
@Value.Immutable
public abstract class PageReading {

    PageReading() {}

    /** {@return the text} */
    public abstract String text();

    /** {@return the day of publication, from which relative words such as 去年 are counted} */
    public abstract LocalDate published();

    /** {@return the figures, in the order of the text} */
    public abstract List<Mention> mentions();

    /** {@return the relations, in the order of the text} */
    public abstract List<ProposedRelation> relations();

    /** {@return the numbers that are no figures, in the order of the text; each number is here or in {@link #mentions()}} */
    public abstract List<LeftOut> leftOut();

    static Builder builder() {
        return new Builder();
    }

    static final class Builder extends ImmutablePageReading.Builder {
        Builder() {}
    }

    /**
     * Returns a mention by its id.
     *
     * @param id such as {@code f3}
     * @return the mention
     * @throws IllegalArgumentException if there is none
     */
    public final Mention mention(String id) {
        return mentions().stream()
                .filter(mention -> mention.id().equals(id))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("Mention must be in the reading: " + id));
    }

    /** {@return the relations whose figures cannot be true together} */
    public final List<ProposedRelation> contradictions() {
        return relations().stream()
                .filter(relation -> relation.verdict() == Verdict.CONTRADICTS)
                .toList();
    }

    /**
     * Makes a dossier of what was read, to be corrected by hand and audited again.
     *
     * @param id the code of the dossier, such as {@code 2027}
     * @param title its title, which is that of its one source too
     * @return the dossier: the mentions with a printed number as figures, and the relations
     * @throws IllegalArgumentException if the code is not 1 to 100 letters, digits, dots, underscores and hyphens
     */
    public final Dossier toDossier(String id, Label title) {
        return new DossierOfReading(this).dossier(id, title);
    }
}
