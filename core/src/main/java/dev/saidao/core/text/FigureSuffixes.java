package dev.saidao.core.text;

import dev.saidao.core.figure.Qualifier;
import dev.saidao.core.figure.Status;
import dev.saidao.core.quantity.Unit;
import dev.saidao.core.text.Word.Kind;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reads the words behind the unit of a figure: qualifiers, periods of a change, flags, the same amount in other money. */
final class FigureSuffixes {

    private static final Set<Kind> SUFFIXES = EnumSet.of(
            Kind.BEHIND,
            Kind.MARK,
            Kind.RATE_BEHIND,
            Kind.STEP_BEHIND,
            Kind.SHARE_BEHIND,
            Kind.PASSED_OVER_BEHIND,
            Kind.ESTIMATED);
    /** Signs that end a sentence: no unit stands behind them. */
    private static final Set<String> STOPS = Set.of(".", ",", "!", "。", "！");

    private static final Pattern COMPARED =
            Pattern.compile("(?:compared (?:with|to)|from|since|versus|vs\\.?|over|on) (?=(?:19|20)\\d\\d)");
    private static final Pattern FLAG = Pattern.compile("\\s?\\(?([peru])\\)?$|\\s([peru])$");
    /** 三成不到; not 投入5000元不到一年. */
    private static final Pattern BELOW = Pattern.compile("不到(?=$|[。，；、,;)）])");

    private static final Pattern WHOLE_BRACKET = Pattern.compile("\\(([^()]*\\d[^()]*)\\)");

    private final FigureDraft draft;
    private final FigureUnits units;
    private final FigureDensity density;

    FigureSuffixes(FigureDraft draft, FigureUnits units, FigureDensity density) {
        this.draft = draft;
        this.units = units;
        this.density = density;
    }

    /** Reads all words behind the unit that are understood. */
    void suffixes() {
        boolean more = true;
        while (more && draft.index < draft.folded.length()) {
            int before = draft.index;
            draft.skipSpace();
            more = suffix();
            if (!more) {
                draft.index = before;
            }
        }
    }

    /** Reads one word or pattern; false if none stands at the place. */
    private boolean suffix() {
        int at = draft.index;
        if (equivalent() || density.per() || flag()) {
            return true;
        }
        if (draft.looking(BELOW)) {
            draft.qualify(Qualifier.LESS_THAN, at);
            return true;
        }
        Word word = Vocabulary.lexicon().at(draft.folded, draft.index, SUFFIXES);
        Word unitWord = !draft.stopped && (draft.unit == null || draft.unit.kind() == Unit.Kind.MONEY)
                ? Vocabulary.lexicon().at(draft.folded, draft.index, UnitTokens.UNITS)
                : null;
        if (unitWord != null
                && (word == null || unitWord.text().length() >= word.text().length())
                && units.unitAt(at)) {
            return true;
        }
        if (word == null) {
            if (draft.looking(COMPARED)) {
                Optional<PeriodFormat.Reading> period = PeriodFormat.at(draft.folded, draft.index, Optional.empty());
                if (period.isPresent() && draft.isFraction()) {
                    draft.index = period.get().end();
                    draft.total = true;
                    return true;
                }
                draft.index = at;
            }
            return draft.unit == null && !draft.stopped && units.unitAt(at);
        }
        draft.index += word.text().length();
        draft.comma = Math.max(draft.comma, NumberParser.commaOf(word));
        draft.stopped |= STOPS.contains(word.text());
        switch (word.kind()) {
            case BEHIND -> draft.qualify(Qualifier.valueOf(word.meaning()), at);
            case MARK -> {
                draft.qualify(Qualifier.valueOf(word.meaning()), at);
                draft.hasMore |= word.meaning().equals("MORE_THAN");
            }
            case RATE_BEHIND -> {
                if (!draft.isFraction()
                        && !Unit.PERCENTAGE_POINTS.equals(draft.unit)
                        && !(draft.unit == null
                                && draft.expected
                                        .filter(Unit.GROWTH_RATE::equals)
                                        .isPresent())) {
                    throw draft.error(
                            "Number per year must be a rate", "每年的数须为比率", draft.unit == null ? at : draft.unitIndex);
                }
                draft.perYear = draft.isFraction() || draft.unit == null;
                draft.looking(FigurePrefixes.SPAN_OF_RATE);
            }
            case STEP_BEHIND -> {
                if (!draft.isFraction() && !Unit.PERCENTAGE_POINTS.equals(draft.unit)) {
                    draft.index = at;
                    return false;
                }
                draft.step = true;
                draft.directed = true;
                draft.fall |= word.meaning().equals("fall");
            }
            case SHARE_BEHIND -> draft.share = true;
            case ESTIMATED -> draft.status = status(word.meaning());
            default -> {}
        }
        return true;
    }

    private static Optional<Status> status(String name) {
        return Optional.of(Status.valueOf(name));
    }

    /** 1.2 trillion yuan ($166 billion): the same amount in another currency. */
    private boolean equivalent() {
        Matcher bracket = WHOLE_BRACKET.matcher(draft.folded).region(draft.index, draft.folded.length());
        if (draft.unit == null || draft.unit.kind() != Unit.Kind.MONEY || !bracket.lookingAt()) {
            return false;
        }
        String inner = draft.text
                .substring(bracket.start(1), bracket.end(1))
                .replaceFirst(
                        "^(?:约合|折合|合|约|or |about |approx\\.? |approximately |equivalent to |roughly |around |i\\.e\\. )",
                        "")
                .strip();
        try {
            FigureReading other = new FigureParser(inner, Optional.empty(), draft.decimalSign, false).whole();
            boolean another = other.printed().unit().kind() == Unit.Kind.MONEY
                    && !other.printed().unit().equals(draft.unit);
            if (another) {
                draft.index = bracket.end();
            }
            return another;
        } catch (FigureParseException e) {
            return false;
        }
    }

    /** Letters of offices behind a number of a table: p provisional, e estimated, r revised, u unreliable. */
    private boolean flag() {
        Matcher flag = FLAG.matcher(draft.lower).region(Math.max(0, draft.index - 1), draft.lower.length());
        boolean found = draft.expected.isPresent()
                && !draft.inPlace
                && draft.index > 0
                && draft.isSpace(draft.index - 1)
                && flag.lookingAt();
        if (found) {
            draft.index = flag.end();
            draft.status = flag.group().contains("e") ? Optional.of(Status.ESTIMATED) : draft.status;
        }
        return found;
    }
}
