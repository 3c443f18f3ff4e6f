package dev.saidao.core.text;

import dev.saidao.core.convention.Label;
import dev.saidao.core.quantity.Unit;
import dev.saidao.core.quantity.UnitMultiplier;
import java.util.Currency;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Takes a head apart: its name and its unit, as they may be arranged.
 *
 * <p>A name must say nothing of a size. Where it says what an amount is per (每百户拥有量), a count below it is a density.
 */
final class UnitHeadParser {

    private static final int MAX_LENGTH = 200;
    private static final Pattern LABELLED = Pattern.compile(
            "(?i)^\\s*(?:计量单位|計量單位|单位|單位|単位|단위|units?|einheit|unité|unidad|en|in|expressed in|measured in)\\s*[:=]\\s*|^\\s*(?:单位|單位|単位|단위)\\s+|^\\s*(?:expressed in|measured in|in|en)\\s+");
    /** Beside which axis of a chart a series is drawn. */
    private static final Pattern AXIS = Pattern.compile(
            "(?i)[\\s,]*(?<![a-z])(?:[lr]hs|(?:left|right)(?:[- ]hand)? (?:axis|scale|side)|[左右](?:轴|軸|目盛))(?![a-z])");

    private static final Pattern MONEY_LABEL =
            Pattern.compile("^(.*\\S)[\\s,，;；]+(?:币种|幣種|币别|幣別|货币)\\s*[:：]\\s*(\\S.*)$");
    private static final Pattern BRACKET = Pattern.compile("^(.*)[(\\[]([^()\\[\\]]+)[)\\]]\\s*$");
    private static final Pattern SLASH = Pattern.compile("^(.+?)(\\s*)/\\s*(.+)$");
    /** A word of so few letters that it may be a unit. */
    private static final Pattern SHORT_END = Pattern.compile("(?:^|[^\\p{L}])[A-Za-z]{1,3}\\s*$");

    private static final Pattern RATE_PER = Pattern.compile(
            "(?i)^((?:.*[\\s(])?(?:rates?|ratio|incidence|prevalence|mortality|number|frequency))\\s+(per\\s.+)$");
    /** Staff costs £'000, EBITDA €m, Net sales USD mn: a name and so much money, with nothing but a blank between. */
    private static final Pattern PAID = Pattern.compile(
            "^(.+?)\\s((?:[A-Z]{0,2}[$€£₹]|(?!ALL|TOP)[A-Z]{3})\\s?(?:m|mn|mln|bn|k|'?000s?|millions?|billions?|thousands?))$");

    private static final List<Pattern> SEPARATED = List.of(
            Pattern.compile("^(.+?)\\s*[,;:|]\\s+(.+)$"),
            Pattern.compile("^(.+),(?!\\d)\\s*(.+)$"),
            Pattern.compile("^(.+)\\s+(?:in|en)\\s+(.+)$"),
            Pattern.compile("^(.+):\\s*(.+)$"),
            Pattern.compile("^(.+) [-–—] (.+)$"),
            Pattern.compile("^(.+)[、，]\\s*(.+)$"),
            Pattern.compile("^(.*(?:比重|占比|比例|份额|率|(?i:margin|share|rate)))\\s(%)$"),
            PAID,
            RATE_PER);

    /** Nurses per 1,000 population, Décès pour 100 000 habitants. */
    private static final Pattern COUNTED_PER = Pattern.compile("(?i)^(.+?)\\s+((?:per|pour|je|pro|por)\\s+\\d.+)$");
    /** 1/10万: per 100,000, and of what is not said. */
    private static final Pattern ONE_PER = Pattern.compile("(?:1\\s*)?/\\s*(?:(1|10)?([万萬])|(10{2,5}|10{0,2}[ ,]000))");

    private static final Pattern YEARLY = Pattern.compile("年均|年复合|年複合|年平均(?:增|成)|CAGR");

    /** What a name says its numbers are per. */
    private static final Pattern PER_NAME =
            Pattern.compile("每(?!年|月|日|季|个月)|当たり|当り|당(?:\\s|$)|\\bper\\s(?!cent|year)|\\bpro\\s|\\bje\\s");

    /** Per how many people rates of Japan and Korea are: 人口10万対, 人口千人当たり, 인구 천명당. */
    private static final Pattern PER_PEOPLE = Pattern.compile(
            "(.*?)(?:人口\\s*([0-9][0-9,]*)?([十百千万億]{0,2})\\s*人?(?:対|当たり|当り|あたり)の?|인구\\s*([0-9][0-9,]*)?\\s*([십백천만]{0,2})\\s*명당)\\s*(.*)");

    private static final String TENS = "十百千万億십백천만";
    private static final int[] POWERS = {1, 2, 3, 4, 8, 1, 2, 3, 4};
    /** How many of what an amount is per in a name: 每万人口. */
    private static final Pattern HOW_MANY = Pattern.compile("(?<=每)[\\d,. ]*[十百千万萬]+");

    /** A name and what it counts behind a slash: 常住人口/万人, 汽车/万辆. */
    private static final Pattern COUNT_BEHIND =
            Pattern.compile("([^/]*\\p{IsHan}\\s*)/\\s*([十百千万亿萬億]*\\p{IsHan}{1,2})\\s*");

    /** A bracket with words behind it that go on; one letter alone is the name of something. */
    private static final Pattern UNIT_INSIDE = Pattern.compile("\\(([^()]{2,}|\\p{IsHan})\\)(?=\\s*\\p{L})");

    private final String head;
    private final String folded;
    private final Optional<Currency> currency;

    UnitHeadParser(String head, Optional<Currency> currency) {
        this.head = head;
        this.folded = AXIS.matcher(Folding.of(head))
                .replaceAll(axis -> " ".repeat(axis.group().length()));
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
        Matcher money = MONEY_LABEL.matcher(folded);
        if (money.matches()) {
            return inMoney(money);
        }
        Optional<String> code = UnitCodes.words(folded.strip());
        return code.isPresent() ? whole(code.get()) : parse(0, folded.length());
    }

    /** 单位：万元 币种：人民币, as listed companies write it: the amount's yuan are those of the currency. */
    private UnitHead inMoney(Matcher label) {
        UnitHead money = part(label.start(2), label.end(2), unknown());
        UnitHead amount = parse(label.start(1), label.end(1));
        boolean yuan = amount.unit().equals(Unit.money(Currency.getInstance("CNY")))
                || amount.unit().equals(money.unit());
        if (money.unit().kind() != Unit.Kind.MONEY || money.multiplier() != UnitMultiplier.ONE || !yuan) {
            throw unknown();
        }
        return new UnitHead(money.unit(), amount.multiplier());
    }

    private FigureParseException unknown() {
        return new FigureParseException(
                Label.of("Unit must be an amount in one currency", "单位须为一种货币的金额"), head, 0, Optional.empty());
    }

    private UnitHead parse(int start, int end) {
        FigureParseException first;
        Optional<UnitHead> count = countBehindSlash(start, end);
        if (count.isPresent()) {
            return count.get();
        }
        try {
            return tokens().read(start, end);
        } catch (FigureParseException e) {
            first = e;
        }
        Matcher label = matcher(LABELLED, start, end);
        if (label.find()) {
            return part(label.end(), end, first);
        }
        Matcher one = matcher(ONE_PER, start, end);
        if (one.matches()) {
            long tens = one.group(2) == null
                    ? Long.parseLong(one.group(3).replaceAll("\\D", ""))
                    : 10_000L * ("10".equals(one.group(1)) ? 10 : 1);
            return new UnitHead(Unit.density("items", tens, "items"), UnitMultiplier.ONE);
        }
        Matcher people = matcher(PER_PEOPLE, start, end);
        if (people.matches() && perOf(people) > 1) {
            return perPeople(people, first);
        }
        Matcher bracket = matcher(BRACKET, start, end);
        return bracket.matches() ? bracketed(bracket, first) : separated(start, end, first);
    }

    private static long perOf(Matcher people) {
        boolean korean = people.group(2) == null && people.group(3) == null;
        String digits = people.group(korean ? 4 : 2) == null
                ? ""
                : people.group(korean ? 4 : 2).replace(",", "");
        long per = digits.isEmpty() ? 1 : digits.length() > 9 ? 0 : Long.parseLong(digits);
        for (char power : people.group(korean ? 5 : 3).toCharArray()) {
            per *= Math.round(Math.pow(10, POWERS[TENS.indexOf(power)]));
        }
        return per;
    }

    /** A rate per so many people: of what is counted in brackets behind it, or of items. */
    private UnitHead perPeople(Matcher people, FigureParseException first) {
        long per = perOf(people);
        String name = people.group(1) + people.group(6);
        Matcher bracket = BRACKET.matcher(name);
        String thing = "items";
        if (bracket.matches()) {
            UnitHead counted = part(end(people, bracket.start(2)), end(people, bracket.end(2)), first);
            if (counted.unit().kind() != Unit.Kind.COUNT || counted.multiplier() != UnitMultiplier.ONE) {
                throw first;
            }
            thing = counted.unit().thing().orElseThrow();
            name = bracket.group(1);
        }
        boolean known = per >= 10 && per <= 1_000_000_000 && String.valueOf(per).matches("10+");
        if (!known || !(name.isBlank() || isName(name))) {
            throw first;
        }
        return new UnitHead(Unit.density(thing, per, "persons"), UnitMultiplier.ONE);
    }

    /** Where a place of the name around a rate stands in the head. */
    private static int end(Matcher people, int place) {
        int before = people.group(1).length();
        return place < before ? people.start(1) + place : people.start(6) + place - before;
    }

    /** A name and a unit in brackets; a unit said twice, in words and in brackets; or a note in brackets behind both. */
    private UnitHead bracketed(Matcher bracket, FigureParseException first) {
        String name = bracket.group(1);
        UnitHead inBracket;
        try {
            inBracket = parse(bracket.start(2), bracket.end(2));
        } catch (FigureParseException e) {
            Optional<UnitHead> counted = counted(name, bracket.start(2), bracket.end(2));
            if (counted.isPresent()) {
                return counted.get();
            }
            boolean note = isName(bracket.group(2)) && name.stripTrailing().endsWith(")");
            if (note) {
                UnitHead before = parse(bracket.start(1), bracket.end(1));
                if (isName(bracket.group(2), before)) {
                    return before;
                }
            }
            throw e.index() >= first.index() ? e : first;
        }
        if (hasOtherUnit(bracket, inBracket.unit())) {
            throw first;
        }
        if (name.isBlank() || isName(name, inBracket)) {
            boolean yearly =
                    inBracket.unit().equals(Unit.SHARE) && YEARLY.matcher(name).find();
            return yearly ? new UnitHead(Unit.GROWTH_RATE, inBracket.multiplier()) : perName(name, inBracket);
        }
        UnitHead before;
        try {
            before = part(bracket.start(1), bracket.end(1), first);
        } catch (FigureParseException e) {
            // Export, miljarder kronor (SEK): the bracket belongs to the unit and not to the name
            return separated(bracket.start(), bracket.end(), e);
        }
        if (!before.equals(inBracket)) {
            throw first;
        }
        return before;
    }

    /** 数量（台）金额（万元）: the heads of two columns. */
    private boolean hasOtherUnit(Matcher bracket, Unit unit) {
        Matcher other = UNIT_INSIDE.matcher(bracket.group(1));
        while (other.find()) {
            try {
                int start = bracket.start(1);
                Unit inside = tokens().read(start + other.start(1), start + other.end(1))
                        .unit();
                if (!inside.equals(unit)) {
                    return true;
                }
            } catch (FigureParseException e) {
                // a note, such as the prices of a year
            }
        }
        return false;
    }

    private UnitHead separated(int start, int end, FigureParseException first) {
        for (Pattern separated : SEPARATED) {
            Matcher parts = matcher(separated, start, end);
            boolean named = parts.matches()
                    && isName(parts.group(1))
                    && (separated != PAID || ColumnNames.isPaid(parts.group(1)));
            if (named) {
                try {
                    UnitHead unit = tokens().read(parts.start(2), parts.end(2));
                    boolean certain = separated == RATE_PER || isCertain(unit, parts.group(1), parts.group(2));
                    if (certain && isName(parts.group(1), unit)) {
                        return perName(parts.group(1), unit);
                    }
                } catch (FigureParseException e) {
                    Optional<UnitHead> counted = counted(parts.group(1), parts.start(2), parts.end(2));
                    if (counted.isPresent()) {
                        return counted.get();
                    }
                    // the next separator may part the name and the unit
                }
            }
        }
        Matcher per = matcher(COUNTED_PER, start, end);
        if (per.matches()) {
            Optional<String> thing = ColumnNames.thing(per.group(1));
            if (thing.isPresent()) {
                return new UnitTokens(head, folded, currency).per(thing.get(), per.start(2), per.end(2));
            }
        }
        return slashed(start, end, first);
    }

    /** A multiplier beside a name that says what is counted: Mobile subscriptions (million). */
    private Optional<UnitHead> counted(String name, int from, int to) {
        Optional<String> thing = isName(name) ? ColumnNames.thing(name) : Optional.empty();
        if (thing.isEmpty()) {
            return Optional.empty();
        }
        Matcher label = matcher(LABELLED, from, to);
        return tokens().multiplier(label.find() ? label.end() : from, to)
                .map(multiplier -> new UnitHead(Unit.count(thing.get()), multiplier));
    }

    /** Whether a word behind a comma is a unit and not one more word of the name, as in "patents, residents". */
    private static boolean isCertain(UnitHead head, String name, String words) {
        Unit unit = head.unit();
        if (unit.kind() == Unit.Kind.DENSITY) {
            return !new HeadWords(name).endsWithUnit();
        }
        String word = words.strip().toLowerCase(Locale.ROOT);
        return unit.kind() != Unit.Kind.COUNT
                || head.multiplier() != UnitMultiplier.ONE
                || word.equals(unit.toString())
                || word.contains(" of ")
                || word.charAt(0) > '\u2e80';
    }

    /** The unit of a number of things, which tables of China write as name/unit. */
    private Optional<UnitHead> countBehindSlash(int start, int end) {
        Matcher slashed = matcher(COUNT_BEHIND, start, end);
        if (!slashed.matches() || !isName(slashed.group(1))) {
            return Optional.empty();
        }
        try {
            UnitHead unit = tokens().read(slashed.start(2), slashed.end(2));
            return Optional.of(unit).filter(head -> ColumnNames.isCountOf(slashed.group(1), head.unit()));
        } catch (FigureParseException e) {
            return Optional.empty();
        }
    }

    /** 产量/万吨, Length / km: a name and its unit; cost/t and ct/kWh are prices. */
    private UnitHead slashed(int start, int end, FigureParseException first) {
        Matcher parts = matcher(SLASH, start, end);
        String name = parts.matches() ? parts.group(1) : "";
        if (name.chars().noneMatch(Character::isLetter) || !isName(name)) {
            throw first;
        }
        UnitHead unit = part(parts.start(3), parts.end(3), first);
        boolean han = name.chars().allMatch(c -> c > '\u2e80' || c == ' ');
        Unit.Kind kind = unit.unit().kind();
        boolean sized = unit.multiplier() != UnitMultiplier.ONE || kind == Unit.Kind.MONEY;
        // what stands before the slash may be a unit that is not known: BU / ACRE
        boolean brief = kind == Unit.Kind.PHYSICAL && SHORT_END.matcher(name).find();
        boolean certain = han || sized || (!parts.group(2).isEmpty() && !brief);
        // 成本/万元 and 增长率/% are amounts and fractions, 成本/吨 is a price
        boolean price = kind != Unit.Kind.MONEY && kind != Unit.Kind.SHARE && ColumnNames.isPerUnit(name);
        if (!certain || price || kind == Unit.Kind.COUNT || hasUnit(name) || !isName(name, unit)) {
            throw first;
        }
        return perName(name, unit);
    }

    private static boolean hasUnit(String name) {
        return new HeadWords(name).hasUnitAtAnEnd();
    }

    /** The unit below a name that may say what numbers are per: 每百户拥有量（台）. */
    private UnitHead perName(String name, UnitHead unit) {
        Matcher per = PER_NAME.matcher(name);
        boolean counted = unit.unit().kind() == Unit.Kind.COUNT;
        if (!counted || !per.find()) {
            return unit;
        }
        if (name.charAt(per.start()) != '每' || unit.multiplier() != UnitMultiplier.ONE) {
            throw new FigureParseException(
                    Label.of("Unit must say what its numbers are per, such as 人/万人", "单位须写明每多少什么，如 人/万人"),
                    head,
                    Math.max(0, folded.indexOf(name) + per.start()),
                    Optional.empty());
        }
        UnitTokens base = new UnitTokens(head, name, currency);
        return new UnitHead(base.base(unit.unit().toString(), per.end()), UnitMultiplier.ONE);
    }

    /** Whether words say nothing of a size, so that they can be the name of a column. */
    private static boolean isName(String text) {
        String name = HOW_MANY.matcher(text).replaceFirst("");
        return isClosed(text) && !new HeadWords(name).hasSize();
    }

    private static boolean isName(String text, UnitHead unit) {
        return isName(text) && new HeadWords(text).isNameOf(unit.unit());
    }

    /** Whether all brackets of words are closed: those of "rate(" go on behind the sign at which it was cut. */
    private static boolean isClosed(String text) {
        return text.chars().filter(c -> c == '(' || c == '[').count()
                == text.chars().filter(c -> c == ')' || c == ']').count();
    }

    private Matcher matcher(Pattern pattern, int start, int end) {
        return pattern.matcher(folded).region(start, end);
    }

    private UnitTokens tokens() {
        return new UnitTokens(head, folded, currency);
    }

    private UnitHead whole(String text) {
        return new UnitTokens(head, text, currency).read(0, text.length());
    }

    private UnitHead part(int start, int end, FigureParseException whole) {
        try {
            return tokens().read(start, end);
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
        return tokens().multiplier(start, folded.length());
    }
}
