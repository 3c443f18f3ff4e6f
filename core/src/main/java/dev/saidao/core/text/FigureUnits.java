package dev.saidao.core.text;

import dev.saidao.core.figure.Qualifier;
import dev.saidao.core.quantity.Unit;
import dev.saidao.core.text.Word.Kind;
import java.math.BigDecimal;
import java.util.Currency;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reads the unit behind a number. */
final class FigureUnits {

    private static final Pattern OF_UNIT = Pattern.compile("(?:(?:of|de|di|do)(?!\\p{L})|d')\\s?(?=\\S)");
    private static final Pattern ADJECTIVES = Pattern.compile(
            "(?!per |of |less |fewer |more |minus |in |to |or |and |times |higher |lower |a |an |the |from |by )[a-z][a-z-]{2,20} ");
    private static final Pattern RATIO = Pattern.compile("ratio(?![a-z])");
    private static final Pattern TENTHS = Pattern.compile("(\\d|[一二三四五六七八九半])分?(?![之\\d])");

    /** 一年半, 三倍半: a half more, and not the beginning of 半导体 or 半年. */
    private static final Pattern HALF_MORE = Pattern.compile("半(?=$|[^\\p{IsHan}]|以上|以下|以内|左右|多|的)");
    /** 两个半小时, 一个半百分点. */
    private static final Pattern AND_HALF = Pattern.compile("[个個]半(?=小时|小時|百分点|百分點)");

    private final FigureDraft draft;

    FigureUnits(FigureDraft draft) {
        this.draft = draft;
    }

    /** Reads the unit behind the number, if there is one. */
    void unitBehind() {
        int before = draft.index;
        draft.skipSpace();
        if (draft.scaled) {
            draft.looking(OF_UNIT);
        }
        if (isWhole() && draft.looking(AND_HALF)) {
            draft.digits = draft.digits + ".5";
        }
        if (!unitAt(draft.index)) {
            draft.index = before;
        }
    }

    /** Reads a unit; false if none stands at the place. */
    boolean unitAt(int at) {
        Optional<String> wanted = draft.expected
                .map(Unit::toString)
                .filter(word -> draft.expected.get().kind() == Unit.Kind.PHYSICAL
                        || draft.expected.get().kind() == Unit.Kind.COUNT)
                .or(() -> draft.expected.flatMap(Unit::thing))
                .filter(draft::stands);
        if (wanted.isPresent()) {
            draft.index += wanted.get().length();
            draft.setUnit(
                    draft.expected.get().kind() == Unit.Kind.PHYSICAL ? draft.expected.get() : Unit.count(wanted.get()),
                    at);
            return true;
        }
        HeadPower coded = draft.scaled ? null : HeadPower.codedBehind(draft.index, draft.folded);
        if (coded != null && coded.unit().isPresent()) {
            draft.index = coded.end();
            draft.exponent += coded.exponent();
            draft.scaled = true;
            draft.setUnit(coded.unit().get(), at);
            return true;
        }
        String code = draft.codeAt(draft.index);
        Word word = Vocabulary.lexicon().at(draft.folded, draft.index, UnitTokens.UNITS);
        if (code != null && (word == null || word.text().length() <= 3)) {
            draft.index += 3;
            draft.setUnit(Unit.money(Currency.getInstance(code)), at);
            return true;
        }
        if (draft.looking(RATIO)) {
            draft.setUnit(Unit.SHARE, at);
            return true;
        }
        if (word == null) {
            return adjectives(at);
        }
        boolean said = draft.unit != null && draft.unit.kind() == Unit.Kind.MONEY && word.kind() == Kind.COUNT;
        if (said) {
            return false;
        }
        draft.index += word.text().length();
        draft.comma = Math.max(
                draft.comma, word.kind() == Kind.FRACTION && word.text().equals("%") ? 0 : NumberParser.commaOf(word));
        apply(word, at);
        boolean halves = draft.unit != null
                && switch (draft.unit.kind()) {
                    case YEARS, MULTIPLE, PHYSICAL ->
                        word.text().charAt(word.text().length() - 1) > '\u2e80' && isWhole();
                    default -> false;
                };
        if (halves && draft.looking(HALF_MORE)) {
            draft.digits = draft.digits + ".5";
        }
        return true;
    }

    /** Whether the number is one of whole units, as it was printed, so that a half can be added. */
    private boolean isWhole() {
        return draft.digits.indexOf('.') < 0 && draft.exponent == 0 && draft.upper == null && !draft.scaled;
    }

    /** Up to two words before a noun of the vocabulary: 4,000 new jobs. */
    private boolean adjectives(int at) {
        for (int i = 0; i < 2 && draft.looking(ADJECTIVES); i++) {
            Word noun = Vocabulary.lexicon().at(draft.folded, draft.index, FigureDensity.COUNTS);
            if (noun != null && noun.language().equals("en")) {
                draft.index += noun.text().length();
                draft.setUnit(Unit.count(noun.meaning()), at);
                return true;
            }
            // 8 new USD persons, 8 new million persons
            if (draft.codeAt(draft.index) != null
                    || Vocabulary.lexicon().at(draft.folded, draft.index, UnitTokens.ALL) != null) {
                break;
            }
        }
        draft.index = at;
        return false;
    }

    private void apply(Word word, int at) {
        switch (word.kind()) {
            case CURRENCY, CURRENCY_SIGN -> {
                boolean yuan = word.text().equals("元");
                boolean dollar = UnitTokens.DOLLAR_WORDS.contains(word.text());
                if (draft.isDollar(dollar)) {
                    return;
                }
                // 港币48亿元 is the dollar of Hong Kong, said once by name and once as 元; USD 5亿元 is two currencies
                boolean twice = draft.unit != null
                        && (UnitDraft.YUANS.contains(draft.unit.toString())
                                || draft.folded.charAt(draft.unitIndex) > '\u2e80');
                if (!yuan || !twice) {
                    draft.yuanAlone |= yuan && draft.unit == null;
                    draft.setUnit(Unit.money(Currency.getInstance(word.meaning())), at);
                }
                draft.loose |= dollar;
            }
            case AMBIGUOUS_CURRENCY -> {
                draft.ambiguous = word;
                draft.ambiguousIndex = at;
            }
            case REFUSED -> {
                if (UnitTokens.isThousand(word, draft.folded, draft.index, draft.unit)) {
                    draft.exponent += 3;
                    draft.scaled = true;
                    unitBehind();
                    return;
                }
                if (!word.text().equalsIgnoreCase("MT") || !draft.scaled) {
                    throw draft.refusal(word, at);
                }
                draft.setUnit(Unit.physical("t"), at);
            }
            case COUNT -> {
                refuseMoneyOrPieces(word.text(), at);
                draft.measured = word.text().charAt(0) > '\u2e80' && word.text().length() < 3;
                draft.setUnit(Unit.count(word.meaning()), at);
            }
            case PHYSICAL -> {
                if (!draft.scaled && draft.expected.isEmpty()) {
                    refuseUnsure(word.text(), at);
                }
                Matcher carbon = Pattern.compile("\\s?(?:of )?co2(\\s?-?eq(?:uivalents?|\\.)?|e| equivalent)?(?![a-z])")
                        .matcher(draft.lower)
                        .region(draft.index, draft.lower.length());
                boolean of = word.meaning().endsWith("t") && word.meaning().length() < 3 && carbon.lookingAt();
                if (of) {
                    draft.index = carbon.end();
                }
                draft.setUnit(
                        Unit.physical(word.meaning() + (!of ? "" : carbon.group(1) == null ? "CO2" : "CO2e")), at);
            }
            case FRACTION -> fraction(word, at);
            case POINTS -> {
                draft.setUnit(Unit.PERCENTAGE_POINTS, at);
                if (word.meaning().equals("-2")) {
                    hundredths();
                }
            }
            case CENTS -> {
                draft.setUnit(Unit.money(Currency.getInstance(word.meaning())), at);
                hundredths();
            }
            case MULTIPLE -> multiple(word, at);
            case YEARS -> years(word, at);
            default -> throw draft.error("Unit must be known: " + word.text(), "单位须为已知单位：" + word.text(), at);
        }
    }

    /** 25 basis points, 67.8美分: the number is of hundredths of its unit. */
    private void hundredths() {
        draft.digits = new BigDecimal(draft.digits).movePointLeft(2).toPlainString();
        draft.upper = draft.upper == null
                ? null
                : new BigDecimal(draft.upper).movePointLeft(2).toPlainString();
        draft.hundredths = true;
    }

    private void refuseUnsure(String word, int at) {
        if (word.equals("m") || word.equals("B")) {
            throw draft.error(
                    "Unit must be certain: " + word + " is a unit and a multiplier", "单位须确定：" + word + " 既是单位也是倍数", at);
        }
        if (word.equals("度")) {
            throw draft.error(
                    "Unit must be certain: 度 is a kilowatt-hour and a degree: write kWh or °C",
                    "单位须确定：度既指千瓦时也指温度、角度：请写千瓦时或℃",
                    at);
        }
    }

    /** 3万块 are yuan or pieces. */
    private void refuseMoneyOrPieces(String word, int at) {
        if ((word.equals("块") || word.equals("塊")) && draft.expected.isEmpty()) {
            throw draft.error("Unit must be certain: 块 is a yuan and a piece: write 元 or 件", "单位须确定：块既指元也指件：请写元或件", at);
        }
    }

    private void refuseScaled(int at) {
        if (draft.exponent != 0) {
            throw draft.error("Fraction of a whole must have no other multiplier", "百分比不得另带倍数", at);
        }
    }

    private void fraction(Word word, int at) {
        refuseScaled(at);
        if (UnitTokens.isPointOrFraction(word, draft.folded)) {
            if (draft.rise || draft.fall || draft.step) {
                draft.setUnit(Unit.PERCENTAGE_POINTS, at); // 提升2.3pct, which no share is said to do
                return;
            }
            throw draft.error(UnitTokens.POINT_OR_FRACTION.en(), UnitTokens.POINT_OR_FRACTION.zh(), at);
        }
        draft.exponent = Integer.parseInt(word.meaning());
        draft.setUnit(Unit.SHARE, at);
        // 三成五, 3割5分: one more digit below the tenths
        Matcher below = TENTHS.matcher(draft.folded).region(draft.index, draft.folded.length());
        if (draft.exponent == -1
                && word.text().length() == 1
                && draft.digits.indexOf('.') < 0
                && draft.upper == null
                && below.lookingAt()) {
            draft.digits = draft.digits + "." + (below.group(1).equals("半") ? 5 : PeriodNumbers.small(below.group(1)));
            draft.index = below.end();
        }
        Matcher whole = FigureNumbers.OF_WHOLE.matcher(draft.lower).region(draft.index, draft.lower.length());
        if (!draft.inPlace && whole.lookingAt() && !whole.group().contains("growth")) {
            draft.share = true;
            draft.index = whole.end();
        }
    }

    private void multiple(Word word, int at) {
        boolean english = word.text().charAt(0) < '\u2e80';
        boolean fold = word.text().endsWith("fold") || word.text().endsWith("fach");
        String behind = draft.lower.substring(draft.index);
        if (english
                && !fold
                && (draft.rise
                        || draft.fall
                        || behind.matches("\\s(?:more|higher|greater|larger|bigger|faster|increase|growth|up).*"))) {
            throw draft.error(
                    "Multiple must say how many times the base, since times more is said for both",
                    "倍数须说明是基数的几倍：英语两种意思都有",
                    at);
        }
        if (draft.fall) {
            throw draft.error("Decline must not be a number of times", "下降不得以倍计", at);
        }
        draft.setUnit(Unit.MULTIPLE, at);
        if (draft.rise && !english) {
            draft.digits = new BigDecimal(draft.digits).add(BigDecimal.ONE).toPlainString();
            draft.upper = draft.upper == null
                    ? null
                    : new BigDecimal(draft.upper).add(BigDecimal.ONE).toPlainString();
        }
        draft.rise = false;
        Matcher level = FigureNumbers.OF_LEVEL.matcher(draft.lower).region(draft.index, draft.lower.length());
        if (english && !draft.inPlace && level.lookingAt()) {
            draft.index = level.end();
        }
    }

    private void years(Word word, int at) {
        boolean calendar = word.meaning().equals("1")
                && word.text().equals("年")
                && draft.qualifier == Qualifier.NONE
                && !draft.grouped
                && draft.upper == null
                && draft.exponent == 0
                && draft.digits.length() == 4
                && (draft.digits.charAt(0) == '1' || draft.digits.charAt(0) == '2');
        if (calendar || !Unit.CALENDAR_YEAR.equals(draft.unit)) {
            draft.setUnit(calendar ? Unit.CALENDAR_YEAR : Unit.YEARS, at);
        }
    }
}
