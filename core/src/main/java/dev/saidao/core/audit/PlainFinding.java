package dev.saidao.core.audit;

import com.fasterxml.jackson.annotation.JsonValue;
import dev.saidao.core.bounds.BoundedQuantity;
import dev.saidao.core.convention.Convention;
import dev.saidao.core.convention.Label;
import dev.saidao.core.derivation.Derivation;
import dev.saidao.core.derivation.Formula;
import dev.saidao.core.relation.Relation;
import java.math.BigDecimal;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReferenceArray;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.annotation.JsonSerialize;

/** A finding of agreement: of the many of a large audit few are looked at, so all but the verdict is written when asked for. */
@JsonSerialize
final class PlainFinding extends Finding {

    private final Desk desk;
    private final int index;
    private final Verdict verdict;

    PlainFinding(Desk desk, int index, Verdict verdict) {
        this.desk = desk;
        this.index = index;
        this.verdict = verdict;
    }

    /** Writes findings, and keeps the last few, since whoever asks for one thing of a finding often asks for the next. */
    static final class Desk {

        private static final int SLOTS = 64;

        private final Network network;
        private final FindingWriter writer;
        private final AtomicReferenceArray<@Nullable Kept<Finding>> findings = new AtomicReferenceArray<>(SLOTS);
        private final AtomicReferenceArray<@Nullable Kept<FindingWriter.Glance>> glances =
                new AtomicReferenceArray<>(SLOTS);

        private record Kept<T>(int index, T value) {}

        Desk(Network network, FindingWriter writer) {
            this.network = network;
            this.writer = writer;
        }

        private Finding finding(int index, Verdict verdict) {
            return kept(findings, index, () -> writer.agreement(index, verdict));
        }

        private FindingWriter.Glance glance(int index, Verdict verdict) {
            return kept(glances, index, () -> writer.glance(index, verdict));
        }

        private static <T> T kept(AtomicReferenceArray<@Nullable Kept<T>> slots, int index, Supplier<T> written) {
            Kept<T> last = slots.get(index % SLOTS);
            if (last == null || last.index != index) {
                last = new Kept<>(index, written.get());
                slots.set(index % SLOTS, last);
            }
            return last.value;
        }
    }

    private FindingWriter.Glance glance() {
        return desk.glance(index, verdict);
    }

    private Relation asked() {
        return desk.network.relation(index);
    }

    /** The finding written in full. */
    @JsonValue
    Finding whole() {
        return desk.finding(index, verdict);
    }

    @Override
    public String relation() {
        return asked().id();
    }

    @Override
    public Label title() {
        return asked().title();
    }

    @Override
    public Formula formula() {
        return asked().equation().formula();
    }

    @Override
    public List<String> figures() {
        return whole().figures();
    }

    @Override
    public Verdict verdict() {
        return verdict;
    }

    @Override
    public Optional<String> judged() {
        return asked().member(asked().judged()).figure();
    }

    @Override
    public Optional<BoundedQuantity> implied() {
        return Optional.of(glance().implied());
    }

    @Override
    public Optional<BoundedQuantity> published() {
        return whole().published();
    }

    @Override
    public Optional<BigDecimal> gapInPercentagePoints() {
        return Optional.empty();
    }

    @Override
    public Optional<BigDecimal> factor() {
        return Optional.empty();
    }

    @Override
    public List<Convention> conventions() {
        return whole().conventions();
    }

    @Override
    public Optional<String> otherConvention() {
        return Optional.empty();
    }

    @Override
    public Optional<Label> weak() {
        return glance().weak();
    }

    @Override
    public Label reason() {
        return whole().reason();
    }

    @Override
    public String reason(Locale locale) {
        return glance().reason(locale);
    }

    @Override
    public List<String> missing() {
        return List.of();
    }

    @Override
    public Optional<Derivation> derivation() {
        return whole().derivation();
    }

    @Override
    public List<Repair> repairs() {
        return List.of();
    }

    @Override
    public String toString() {
        return whole().toString();
    }
}
