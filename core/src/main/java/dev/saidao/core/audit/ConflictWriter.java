package dev.saidao.core.audit;

import dev.saidao.core.bounds.BoundedQuantity;
import dev.saidao.core.convention.Label;
import dev.saidao.core.figure.Figure;
import dev.saidao.core.figure.PrintedNumber;
import dev.saidao.core.figure.Qualifier;
import dev.saidao.core.text.DisplayFormat;
import java.math.BigDecimal;
import java.math.MathContext;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Puts together what belongs to one conflict, and says it in plain words. */
final class ConflictWriter {

    /** So many figures are named in a sentence, and so many removals told; the lists have them all. */
    private static final int MOST_NAMED = 6;

    private static final MathContext SHOWN = new MathContext(4);

    private final Network network;
    private final Deriver deriver;
    private final Neighbours neighbours;
    private final @Nullable Figure[] figures;
    private final Map<String, Finding> findings;

    ConflictWriter(
            Network network,
            Deriver deriver,
            Neighbours neighbours,
            @Nullable Figure[] figures,
            Map<String, Finding> findings) {
        this.network = network;
        this.deriver = deriver;
        this.neighbours = neighbours;
        this.figures = figures;
        this.findings = findings;
    }

    Conflict conflict(int[] component, List<String> members, List<Set<String>> removals) {
        List<Integer> relations = witnesses(component, members);
        List<Finding> witnesses = relations.stream().map(this::finding).toList();
        return Conflict.builder()
                .addAllFigures(members)
                .addAllSmallestRemovals(removals)
                .addAllWitnesses(witnesses.stream().map(Finding::relation).toList())
                .addAllRepairs(repairs(relations, witnesses))
                .text(Label.of(
                        text(members, removals, witnesses, Locale.ENGLISH),
                        text(members, removals, witnesses, Locale.CHINESE)))
                .build();
    }

    private List<Integer> witnesses(int[] component, List<String> members) {
        Set<Integer> concerned = new TreeSet<>();
        for (String member : members) {
            for (int r : network.relationsOf(network.index(member))) {
                if (Arrays.binarySearch(component, r) >= 0) {
                    concerned.add(r);
                }
            }
        }
        List<Integer> contradicting = concerned.stream()
                .filter(r -> finding(r).verdict() == Verdict.CONTRADICTS)
                .toList();
        return contradicting.isEmpty() ? List.copyOf(concerned) : contradicting;
    }

    private Finding finding(int r) {
        return Objects.requireNonNull(findings.get(network.relation(r).id()));
    }

    // ---- repairs ----

    private List<Repair> repairs(List<Integer> relations, List<Finding> witnesses) {
        Map<List<Object>, Repair> each = new LinkedHashMap<>();
        witnesses.stream()
                .flatMap(witness -> witness.repairs().stream())
                .filter(repair -> repair.figure().isPresent())
                .forEach(repair -> each.merge(
                        List.of(repair.figure().get(), repair.changed().orElseThrow()),
                        repair,
                        (one, other) -> isNamedByFigure(one) ? one : other));
        Set<Integer> together = new TreeSet<>(relations);
        relations.forEach(r -> together.addAll(behind(r)));
        return each.values().stream()
                .filter(repair -> neighbours.canStand(
                        relations.get(0),
                        together,
                        network.index(repair.figure().orElseThrow()),
                        Evidence.derived(repair.changed().orElseThrow())))
                .sorted(Repairs.RANKING)
                .toList();
    }

    private Set<Integer> behind(int r) {
        Set<Integer> behind = new TreeSet<>();
        for (int figure : network.members(r)) {
            if (figure >= 0 && network.printed(figure).isEmpty()) {
                deriver.told(figure, r).ifPresent(said -> behind.addAll(said.relations()));
            }
        }
        return behind;
    }

    private static boolean isNamedByFigure(Repair repair) {
        return repair.code().startsWith(repair.figure().orElse(""));
    }

    // ---- words ----

    private String text(List<String> members, List<Set<String>> removals, List<Finding> witnesses, Locale locale) {
        boolean chinese = locale.equals(Locale.CHINESE);
        List<String> parts = new ArrayList<>();
        parts.add(apart(members, witnesses, locale));
        parts.addAll(fits(members, locale));
        String left = removals.stream()
                .limit(MOST_NAMED)
                .map(removal -> String.join(" + ", removal))
                .collect(Collectors.joining(chinese ? " 或 " : " or "));
        parts.add(chinese ? "去掉 " + left + " 后其余一致" : "the rest agrees without " + left);
        return String.join(chinese ? ";" : "; ", parts);
    }

    /** How far the figures are apart: two by a factor or by points, more by what one relation says of one of them. */
    private String apart(List<String> members, List<Finding> witnesses, Locale locale) {
        boolean chinese = locale.equals(Locale.CHINESE);
        String all = joined(members.stream().limit(MOST_NAMED).toList(), locale);
        Finding shown = witnesses.stream()
                .min(Comparator.<Finding>comparingInt(
                                finding -> finding.figures().size())
                        .thenComparing(Finding::relation))
                .orElseThrow();
        if (members.size() == 2
                && shown.factor().filter(factor -> factor.signum() > 0).isPresent()) {
            BigDecimal factor = shown.factor().get();
            BigDecimal above = factor.compareTo(BigDecimal.ONE) < 0
                    ? BigDecimal.ONE.divide(factor, MathContext.DECIMAL64)
                    : factor;
            String number = above.round(SHOWN).stripTrailingZeros().toPlainString();
            return chinese ? all + "相差 " + number + " 倍" : all + " differ by a factor of " + number;
        }
        String verdict = shown.verdict().text().in(locale) + (chinese ? ":" : ": ");
        String reason = shown.reason().in(locale);
        String why = reason.startsWith(verdict) ? reason.substring(verdict.length()) : reason;
        boolean one = members.size() == 1;
        return shown.verdict() == Verdict.CONTRADICTS
                ? all
                        + (chinese
                                ? (one ? "不可能成立" : "不能同时成立") + "("
                                        + shown.title().zh() + "):" + why
                                : (one ? " cannot be true" : " cannot all be true") + " ("
                                        + shown.title().en() + "): " + why)
                : one
                        ? all + (chinese ? "不可能使各关系同时成立" : " cannot make all its relations true")
                        : all + (chinese ? "各自一致,但不能同时成立" : " agree one by one, but cannot all be true");
    }

    /** What figures that were not printed would be by some of the members, where that differs. */
    private List<String> fits(List<String> members, Locale locale) {
        boolean chinese = locale.equals(Locale.CHINESE);
        List<String> fits = new ArrayList<>();
        for (int figure : unprinted(members)) {
            for (Deriver.Contribution one : deriver.disagreeing(figure)) {
                List<String> behind =
                        one.figures().stream().map(network::figure).toList();
                List<String> own = behind.stream().filter(members::contains).toList();
                List<String> others =
                        behind.stream().filter(id -> !members.contains(id)).toList();
                if (!own.isEmpty()
                        && behind.size() <= MOST_NAMED
                        && !one.bounds().isEmpty()) {
                    String value = shown(one.derived().value(), locale);
                    String id = network.figure(figure);
                    String with = joined(own, locale);
                    fits.add(
                            others.isEmpty()
                                    ? (chinese
                                            ? "由" + with + "得 " + id + " = " + value
                                            : with + (own.size() == 1 ? " gives " : " give ") + id + " = " + value)
                                    : (chinese
                                            ? joined(others, locale) + "与" + with + "相符时 " + id + " = " + value
                                            : joined(others, locale) + " fit " + with + " with " + id + " = " + value));
                }
            }
        }
        return fits.stream().distinct().toList();
    }

    private Set<Integer> unprinted(List<String> members) {
        Set<Integer> unprinted = new TreeSet<>();
        for (String member : members) {
            for (int r : network.relationsOf(network.index(member))) {
                for (int figure : network.members(r)) {
                    if (figure >= 0 && network.printed(figure).isEmpty()) {
                        unprinted.add(figure);
                    }
                }
            }
        }
        return unprinted;
    }

    private String joined(List<String> ids, Locale locale) {
        boolean chinese = locale.equals(Locale.CHINESE);
        List<String> names = ids.stream().map(id -> name(id, locale)).toList();
        int last = names.size() - 1;
        return last == 0
                ? names.get(0)
                : String.join(chinese ? "、" : ", ", names.subList(0, last))
                        + (chinese ? "与" : " and ")
                        + names.get(last);
    }

    /** The number as it was printed, with its unit, and the id. */
    private String name(String id, Locale locale) {
        Figure figure = figures[network.index(id)];
        String number = figure == null
                ? ""
                : figure.printed()
                        .map(printed -> printed(figure, printed, locale))
                        .orElse("");
        return number.isEmpty()
                ? id
                : locale.equals(Locale.CHINESE) ? number + "(" + id + ")" : number + " (" + id + ")";
    }

    private static String printed(Figure figure, PrintedNumber printed, Locale locale) {
        boolean plain = printed.qualifier() == Qualifier.NONE || printed.qualifier() == Qualifier.REACHED;
        return plain && !printed.isRange()
                ? DisplayFormat.of(locale).format(printed.value())
                : figure.asPublished().orElseGet(printed::toString);
    }

    private static String shown(BoundedQuantity value, Locale locale) {
        DisplayFormat format = DisplayFormat.of(locale);
        return value.pointQuantity().map(format::format).orElseGet(() -> format.format(value));
    }
}
