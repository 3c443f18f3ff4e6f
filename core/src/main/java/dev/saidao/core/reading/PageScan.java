package dev.saidao.core.reading;

import dev.saidao.core.figure.Status;
import dev.saidao.core.reading.Layout.Sentence;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** One reading of one text: the passes in their order, each adding to what the ones before it found. */
final class PageScan {

    private static final Pattern TARGETS = LatinPattern.of("目标|规划|计划|任务|\\b(?:targets?|goals?|plans?)\\b");

    private static final Pattern IN_MONTH = LatinPattern.of("(?:in|during|for the month of) ");
    private static final int MONTHS = 12;
    /** Within what part of a year a page reports on a month, quarter or half. */
    private static final double RECENT = 0.4;

    final FoldedText text;
    final ReadingVocabulary words;
    final WordMarks marks;
    final Layout layout;
    final List<TimeExpression> times;
    final List<Found> figures;
    final List<LeftOut> leftOut;
    final List<OtherNumbers.Ratio> ratios;
    final TablePass tables;
    /** The figures of each sentence, in the order of the sentences. */
    final List<List<Found>> bySentence = new ArrayList<>();

    final List<List<TimeExpression>> timesBySentence;

    PageScan(String page, LocalDate published, ReadingVocabulary words) {
        text = FoldedText.of(page);
        this.words = words;
        marks = new WordMarks(words, text.folded());
        layout = new Layout(text);
        times = new TimeFinder(published).find(text.folded());
        FigureFinder finder = new FigureFinder(text, times, marks);
        finder.run();
        figures = finder.figures();
        leftOut = finder.leftOut();
        ratios = finder.ratios();
        tables = new TablePass(text.folded(), words);
        tables.run(figures, times);
        timesBySentence = divide();
        new UnitsAndCues().run();
        periods(published);
        dropNumbers();
        new SubjectPass(this).run();
        aheads(published);
        for (int i = 0; i < figures.size(); i++) {
            figures.get(i).index = i;
        }
    }

    /** What is said of years to come was not observed, though no word says so: it is a target under a heading that names targets. */
    private void aheads(LocalDate published) {
        boolean ofTargets = false;
        for (int s = 0; s < bySentence.size(); s++) {
            Sentence sentence = layout.sentences().get(s);
            if (sentence.heading()) {
                ofTargets = TARGETS.matcher(text.folded())
                        .region(sentence.start(), sentence.end())
                        .find();
            }
            for (Found figure : bySentence.get(s)) {
                boolean ahead = figure.status == Status.OBSERVED
                        && figure.time != null
                        && figure.time.isAfterYear(published.getYear());
                figure.status = !ahead ? figure.status : ofTargets ? Status.TARGET : Status.FORECAST;
            }
        }
    }

    private List<List<TimeExpression>> divide() {
        List<List<TimeExpression>> timesBySentence = new ArrayList<>();
        int f = 0;
        int t = 0;
        int s = 0;
        for (Sentence sentence : layout.sentences()) {
            List<Found> own = new ArrayList<>();
            while (f < figures.size() && figures.get(f).start < sentence.end()) {
                figures.get(f).sentence = s;
                own.add(figures.get(f++));
            }
            List<TimeExpression> ownTimes = new ArrayList<>();
            while (t < times.size() && times.get(t).start() < sentence.end()) {
                ownTimes.add(times.get(t++));
            }
            bySentence.add(own);
            timesBySentence.add(ownTimes);
            s++;
        }
        return timesBySentence;
    }

    /** Units and cues of each sentence, in one pass since a number may take the unit of the sentence before. */
    private final class UnitsAndCues {

        private final CuePass cues;
        private final DensityPass densities = new DensityPass(text.folded());
        private final UnitPass units = new UnitPass(text);

        UnitsAndCues() {
            cues = new CuePass(text, layout, marks);
        }

        void run() {
            Found lastAmount = null;
            int paragraph = -1;
            String yuan = "CNY";
            int paragraphStart = 0;
            for (int s = 0; s < bySentence.size(); s++) {
                Sentence sentence = layout.sentences().get(s);
                if (sentence.paragraph() != paragraph) {
                    paragraph = sentence.paragraph();
                    lastAmount = null;
                    units.startParagraph();
                    yuan = "";
                    paragraphStart = sentence.start();
                }
                List<Found> prose = prose(s);
                densities.run(sentence, prose);
                if (yuan.isEmpty() && !prose.isEmpty()) {
                    yuan = units.yuan(paragraphStart, endOfParagraph(s));
                }
                units.run(sentence, prose, lastAmount, yuan);
                keepApart(prose);
                cues.run(sentence, prose);
                for (Found figure : prose) {
                    lastAmount = figure.kind.isAmount() ? figure : lastAmount;
                }
            }
        }

        /** A unit before a number, such as USD, is that number's, and not a word of the figure before it. */
        private void keepApart(List<Found> figures) {
            for (int i = 0; i + 1 < figures.size(); i++) {
                Found figure = figures.get(i);
                int end = Math.min(figure.end, figures.get(i + 1).start);
                while (end < figure.end && end > figure.start && text.folded().charAt(end - 1) == ' ') {
                    end--;
                }
                figure.end = end;
            }
        }

        private int endOfParagraph(int s) {
            int end = s;
            while (end + 1 < bySentence.size()
                    && layout.sentences().get(end + 1).paragraph()
                            == layout.sentences().get(s).paragraph()) {
                end++;
            }
            return layout.sentences().get(end).end();
        }
    }

    /** The figures of a sentence that are no cells of a table. */
    private List<Found> prose(int s) {
        List<Found> figures = bySentence.get(s);
        for (Found figure : figures) {
            if (figure.role.equals("cell")) {
                return figures.stream()
                        .filter(other -> !other.role.equals("cell"))
                        .toList();
            }
        }
        return figures;
    }

    private void periods(LocalDate published) {
        ChinesePeriods chinese = new ChinesePeriods(text.folded(), layout, published);
        EnglishPeriods english = new EnglishPeriods(text.folded(), layout, published);
        ListedTimes listed = new ListedTimes(text.folded());
        int paragraph = -1;
        When heading = null;
        boolean dated = false;
        boolean undated = false;
        for (int s = 0; s < bySentence.size(); s++) {
            Sentence sentence = layout.sentences().get(s);
            if (sentence.paragraph() != paragraph) {
                paragraph = sentence.paragraph();
                chinese.startParagraph(heading);
                english.startParagraph(heading);
                dated = heading != null;
                undated = false;
            }
            List<Found> prose = prose(s);
            if (sentence.chinese()) {
                chinese.run(sentence, prose, timesBySentence.get(s));
                english.main(chinese.main());
            } else {
                english.run(sentence, prose, timesBySentence.get(s));
                chinese.main(english.main());
            }
            listed.run(sentence, prose, timesBySentence.get(s), english.main());
            undated |= isOfSurvey(sentence);
            dated |= isDated(timesBySentence.get(s));
            if (undated && !dated) {
                prose.stream().filter(figure -> !figure.timeSaid).forEach(PageScan::undate);
            } else {
                prose.forEach(figure -> finish(figure, published));
            }
            heading = heading == null && !sentence.heading() && !prose.isEmpty()
                    ? reported(english.main(), timesBySentence.get(s), published)
                    : heading;
            heading = sentence.heading() ? headingTime(timesBySentence.get(s), published, heading) : heading;
        }
    }

    /** The quarter, or the month of news in English, that the first figures of a page are of, if it ended shortly before: the page reports on it. */
    private @Nullable When reported(@Nullable When main, List<TimeExpression> times, LocalDate published) {
        if (main == null || main.grain().isYear()) {
            return null;
        }
        boolean said = main.grain() != When.Grain.MONTH
                || times.stream()
                        .anyMatch(time -> IN_MONTH.matcher(text.folded())
                                .region(time.start(), time.end())
                                .lookingAt());
        double age = published.getYear() + published.getMonthValue() / (double) MONTHS - main.position();
        return said && age >= 0 && age <= RECENT ? main : null;
    }

    /** Whether a sentence tells of people or companies that were asked: what they said is of no year unless one is named. */
    private boolean isOfSurvey(Sentence sentence) {
        for (int i = sentence.start(); i < sentence.end(); i++) {
            ReadingVocabulary.Entry clue = marks.at(WordKind.CLUE, i);
            if (clue != null && clue.meaning().equals("survey")) {
                return true;
            }
        }
        return false;
    }

    private static boolean isDated(List<TimeExpression> times) {
        return times.stream()
                .anyMatch(time -> time.type() != TimeType.EVENT
                        && time.type() != TimeType.DURATION
                        && time.type() != TimeType.FUTURE);
    }

    private static void undate(Found figure) {
        figure.time = null;
        figure.from = null;
    }

    /** The year that a heading names, if it is over or running: 2019年…统计公报. */
    private static @Nullable When headingTime(List<TimeExpression> times, LocalDate published, @Nullable When before) {
        for (TimeExpression time : times) {
            When named = time.to();
            if (time.type() == TimeType.POINT && named != null && named.year() <= published.getYear()) {
                return named;
            }
        }
        return before;
    }

    private static void finish(Found figure, LocalDate published) {
        if (figure.isUndated) {
            undate(figure);
            return;
        }
        if (figure.time == null && figure.from == null && figure.kind != MentionKind.RATE) {
            figure.time = When.year(When.lastYear(published));
        }
        // what a page lists, and the years until now, are of its own day
        if ((figure.isListed || figure.kind == MentionKind.YEARS) && !figure.timeSaid) {
            figure.time = When.year(published.getYear());
            figure.from = null;
        }
        if (figure.kind == MentionKind.STEP
                && figure.from != null
                && figure.time != null
                && figure.time.year() - figure.from.year() > 1) {
            figure.kind = MentionKind.TOTAL_GROWTH;
        }
    }

    /** A number that no pass could give a unit is not understood; one that is small is none of what is looked for. */
    private void dropNumbers() {
        Set<Found> dropped = new java.util.HashSet<>();
        for (Found figure : figures) {
            if (figure.kind == MentionKind.NUMBER) {
                dropped.add(figure);
                boolean small = !figure.grouped && figure.upTo == null;
                leftOut.add(LeftOut.of(
                        figure.coreStart,
                        figure.coreEnd,
                        text.original().substring(figure.coreStart, figure.coreEnd),
                        small ? LeftOut.Reason.OTHER : LeftOut.Reason.NOT_UNDERSTOOD));
            }
        }
        figures.removeAll(dropped);
        bySentence.forEach(sentence -> sentence.removeAll(dropped));
        leftOut.sort(java.util.Comparator.comparingInt(LeftOut::start));
        int f = 0;
        List<LeftOut> outside = new ArrayList<>();
        for (LeftOut number : leftOut) {
            while (f < figures.size() && figures.get(f).end < number.end()) {
                f++;
            }
            // the 10,000 of "per 10,000 people" is part of its figure
            if (f == figures.size() || figures.get(f).start > number.start()) {
                outside.add(number);
            }
        }
        leftOut.clear();
        leftOut.addAll(outside);
    }

    @Nullable Found figure(int index) {
        return index >= 0 && index < figures.size() ? figures.get(index) : null;
    }
}
