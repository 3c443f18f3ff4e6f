package dev.saidao.core.text;

import dev.saidao.core.convention.Label;
import dev.saidao.core.quantity.Unit;
import dev.saidao.core.quantity.UnitMultiplier;
import java.util.Currency;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Takes a head apart: its name and its unit, as they may be arranged. */
final class UnitHeadParser {

    private static final int MAX_LENGTH = 200;
    private static final Pattern LABELLED = Pattern.compile(
            "(?i)^\\s*(?:计量单位|計量單位|单位|單位|単位|단위|units?|einheit|unité|unidad|en|in|expressed in|measured in)\\s*[:=]\\s*|^\\s*(?:expressed in|measured in|in|en)\\s+");
    private static final Pattern BRACKET = Pattern.compile("^(.*)[(\\[]([^()\\[\\]]+)[)\\]]\\s*$");
    private static final Pattern SLASH = Pattern.compile("^(.+)/\\s*(.+)$");
    private static final List<Pattern> SEPARATED = List.of(
            Pattern.compile("^(.+?)\\s*[,;:|]\\s+(.+)$"),
            Pattern.compile("^(.+),\\s*(.+)$"),
            Pattern.compile("^(.+)\\s+in\\s+(.+)$"),
            Pattern.compile("^(.+):\\s*(.+)$"),
            SLASH,
            Pattern.compile("^(.+) - (.+)$"));
    /** Codes of Eurostat and SDMX that are no words. */
    private static final Map<String, String> CODES = Map.of(
            "THS_T", "thousand tonnes",
            "THS_PER", "thousand persons",
            "MIO_PER", "million persons",
            "MIO_T", "million tonnes",
            "MIO_TKM", "million tkm",
            "THS_M3", "thousand m3",
            "THS_HA", "thousand ha",
            "KTOE", "ktoe",
            "NR_PER", "persons");

    private static final Pattern PERCENT_CODE = Pattern.compile("PC(?:_[A-Z0-9_]+)?");

    private final String head;
    private final String folded;
    private final Optional<Currency> currency;

    UnitHeadParser(String head, Optional<Currency> currency) {
        this.head = head;
        this.folded = Folding.of(head);
        this.currency = currency;
    }

    UnitHead parse() {
        if (head.isBlank() || head.length() > MAX_LENGTH) {
            throw new FigureParseException(
                    Label.of("Unit must have 1 to " + MAX_LENGTH + " characters", "单位须为1至" + MAX_LENGTH + "个字符"),
                    head,
                    0,
                    Optional.empty());
        }
        String code = folded.strip();
        if (CODES.containsKey(code)) {
            return whole(CODES.getOrDefault(code, ""));
        }
        if (PERCENT_CODE.matcher(code).matches()) {
            return new UnitHead(Unit.SHARE, UnitMultiplier.PERCENT);
        }
        FigureParseException first;
        try {
            return whole(folded);
        } catch (FigureParseException e) {
            first = e;
        }
        Matcher label = LABELLED.matcher(folded);
        if (label.find()) {
            return part(label.end(), folded.length(), first);
        }
        Matcher bracket = BRACKET.matcher(folded);
        if (bracket.matches()) {
            return named(bracket, first);
        }
        for (Pattern separated : SEPARATED) {
            Matcher parts = separated.matcher(folded);
            if (parts.matches()
                    && isName(parts.group(1))
                    && (separated != SLASH
                            || !new UnitTokens(parts.group(1), parts.group(1), currency).endsWithUnit())) {
                try {
                    return part(parts.start(2), parts.end(2), first);
                } catch (FigureParseException e) {
                    // the next separator may part the name and the unit
                }
            }
        }
        throw first;
    }

    /** A name and a unit in brackets; or a unit said twice, in words and in brackets. */
    private UnitHead named(Matcher bracket, FigureParseException first) {
        String name = bracket.group(1);
        UnitHead inBracket = part(bracket.start(2), bracket.end(2), first);
        if (name.isBlank() || isName(name)) {
            return inBracket;
        }
        UnitHead before = part(bracket.start(1), bracket.end(1), first);
        if (!before.equals(inBracket)) {
            throw first;
        }
        return before;
    }

    /** Whether words say nothing of a size, so that they can be the name of a column. */
    private static boolean isName(String text) {
        return !new UnitTokens(text, text, Optional.empty()).hasSize();
    }

    private UnitHead whole(String text) {
        return new UnitTokens(head, text, currency).read(0, text.length());
    }

    private UnitHead part(int start, int end, FigureParseException whole) {
        try {
            return new UnitTokens(head, folded, currency).read(start, end);
        } catch (FigureParseException e) {
            // what is wrong with the part says more than what is wrong with the whole
            throw e.index() >= whole.index() ? e : whole;
        }
    }

    Optional<UnitMultiplier> multiplierAlone() {
        if (head.isBlank() || head.length() > MAX_LENGTH) {
            return Optional.empty();
        }
        Matcher label = LABELLED.matcher(folded);
        int start = label.find() ? label.end() : 0;
        return new UnitTokens(head, folded, currency).multiplier(start, folded.length());
    }
}
