package dev.saidao.samples.programs;

import dev.saidao.core.dossier.Dossier;
import dev.saidao.core.figure.Figure;
import dev.saidao.core.figure.PrintedNumber;
import dev.saidao.core.reading.Mention;
import dev.saidao.core.reading.PageReading;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Where the figures of a dossier stand in a text: the one mention that prints the same digits, multiplier and unit, and of
 * several the one of the same period. A figure that stands nowhere, or in more than one place, has none.
 */
final class FigurePlaces {

    private FigurePlaces() {}

    /** The id of the mention for the id of each figure that was found. */
    static Map<String, String> of(Dossier dossier, PageReading reading) {
        Map<String, String> places = new HashMap<>();
        for (Figure figure : dossier.figures()) {
            List<Mention> same = reading.mentions().stream()
                    .filter(mention -> isPrintedAs(figure, mention))
                    .toList();
            List<Mention> sameTime = same.stream()
                    .filter(mention -> mention.period().equals(figure.period()))
                    .toList();
            List<Mention> told = sameTime.isEmpty() ? same : sameTime;
            if (told.size() == 1) {
                places.put(figure.id(), told.get(0).id());
            }
        }
        return places;
    }

    private static boolean isPrintedAs(Figure figure, Mention mention) {
        if (figure.printed().isEmpty() || mention.printed().isEmpty()) {
            return false;
        }
        PrintedNumber one = figure.printed().get();
        PrintedNumber other = mention.printed().get();
        return one.digits().equals(other.digits())
                && one.upperDigits().equals(other.upperDigits())
                && one.multiplier().equals(other.multiplier())
                && one.unit().equals(other.unit());
    }
}
