package dev.saidao.samples.programs;

import dev.saidao.core.bounds.BoundedQuantity;
import dev.saidao.core.figure.Figure;
import dev.saidao.core.figure.Qualifier;
import dev.saidao.core.quantity.Unit;
import dev.saidao.samples.programs.page.Kit;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Calls figures by what they are about and by what is printed, where a table would have their ids. */
final class FigureWords {

    private static final String UNNAMED = "unnamed";
    private static final Pattern HAN = Pattern.compile("\\p{IsHan}");
    private static final Pattern OF_SO_MANY = Pattern.compile("每|/|per |千分|万分|‰|‱");

    private final Kit kit;
    private final Map<String, Figure> figures = new LinkedHashMap<>();

    FigureWords(Kit kit, Collection<Figure> figures) {
        this.kit = kit;
        figures.forEach(figure -> this.figures.put(figure.id(), figure));
    }

    Optional<Figure> figure(String id) {
        return Optional.ofNullable(figures.get(id));
    }

    /** What a figure is about. */
    String name(String id) {
        return figure(id)
                .map(figure -> {
                    String subject = subject(figure);
                    String indicator = kit.in(figure.indicator().name());
                    if (isOfAll(indicator)) {
                        return subject;
                    }
                    return subject.equals(indicator) || indicator.equals(id) || indicator.isEmpty()
                            ? subject
                            : subject.isEmpty() || subject.equals(id)
                                    ? indicator
                                    : subject + kit.text(": ", ":") + indicator;
                })
                .filter(name -> !name.isBlank() && !isOfAll(name))
                .orElse(id);
    }

    /** What all of some figures are of, if they are of the same and have names of their own beside it. */
    Optional<String> commonSubject(Collection<String> ids) {
        Set<String> subjects =
                ids.stream().map(id -> figure(id).map(this::subject).orElse("")).collect(Collectors.toSet());
        return subjects.size() == 1
                        && ids.stream().noneMatch(id -> indicator(id).equals(name(id)))
                ? subjects.stream().filter(subject -> !subject.isEmpty()).findFirst()
                : Optional.empty();
    }

    /** What a figure is of; empty if its page does not say so. */
    private String subject(Figure figure) {
        return figure.subject().name().en().equals(UNNAMED)
                ? ""
                : kit.in(figure.subject().name());
    }

    /** Whether a name tells nothing, since all figures have it. */
    private boolean isOfAll(String name) {
        return figures.size() > 1
                && figures.values().stream()
                        .allMatch(figure -> kit.in(figure.indicator().name()).equals(name));
    }

    /** What a figure is about, without the subject. */
    String indicator(String id) {
        return figure(id)
                .map(figure -> kit.in(figure.indicator().name()))
                .filter(name -> !name.isBlank() && !isOfAll(name))
                .orElseGet(() -> name(id));
    }

    /** What is printed; for readers of English a number in Chinese is said in English before it. */
    String printed(String id) {
        return figure(id).map(this::printed).filter(text -> !text.isEmpty()).orElseGet(() -> original(id));
    }

    /** What is printed, as it is, where there is little room. */
    String original(String id) {
        return figure(id).flatMap(Figure::asPublished).orElse(kit.text("not printed", "未印出"));
    }

    /** What is printed, said once more: in English alone, if it is Chinese. */
    String again(String id) {
        return figure(id).flatMap(this::inWords).orElseGet(() -> original(id));
    }

    private String printed(Figure figure) {
        String text = figure.asPublished().orElse("");
        return inWords(figure)
                .map(words -> words + kit.text(" (", "(") + text + kit.text(")", ")"))
                .orElse(text);
    }

    /** What a Chinese number says, for readers of English; for all, of how many one is that is printed without them: 200名 of every 10,000. */
    private Optional<String> inWords(Figure figure) {
        String text = figure.asPublished().orElse("");
        return figure.printed()
                .filter(number -> !number.isRange())
                .filter(number -> kit.locale().getLanguage().equals("zh")
                        ? number.qualifier() == Qualifier.NONE
                                && number.value().unit().kind() == Unit.Kind.DENSITY
                                && !OF_SO_MANY.matcher(text).find()
                        : HAN.matcher(text).find())
                .map(number ->
                        kit.text(word(number.qualifier()), "") + kit.numbers().format(number.value()));
    }

    private static String word(Qualifier qualifier) {
        return switch (qualifier) {
            case NONE, REACHED -> "";
            case AT_LEAST -> "at least ";
            case MORE_THAN -> "over ";
            case AT_MOST -> "at most ";
            case LESS_THAN -> "under ";
            case NEARLY -> "nearly ";
            case ABOUT -> "about ";
            case AS_HIGH_AS -> "up to ";
        };
    }

    /** What is printed, with the years it is of. */
    String printedWithPeriod(Figure figure) {
        String printed = printed(figure);
        String period = kit.in(figure.period().label());
        return period.isEmpty() ? printed : printed + kit.text(" (", "(") + period + kit.text(")", ")");
    }

    /** What is printed, for which years, within a sentence. */
    String printedFor(Figure figure) {
        String printed = printed(figure);
        String period = kit.in(figure.period().label());
        return period.isEmpty()
                ? printed
                : kit.text(printed + " printed for " + period.replace("/", " to "), period + "的" + printed);
    }

    String names(List<String> ids) {
        return kit.list(ids.stream().map(this::name).toList());
    }

    static double low(BoundedQuantity quantity) {
        return quantity.bounds().lower().map(Number::doubleValue).orElse(Double.NEGATIVE_INFINITY);
    }

    static double high(BoundedQuantity quantity) {
        return quantity.bounds().upper().map(Number::doubleValue).orElse(Double.POSITIVE_INFINITY);
    }
}
