package dev.saidao.core.text;

import dev.saidao.core.quantity.Unit;
import dev.saidao.core.text.Word.Kind;
import java.math.BigDecimal;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Reads what a number of things is per, before it (每万名就业人员) and behind it (per 10,000 employed). */
final class FigureDensity {

    static final Set<Kind> COUNTS = EnumSet.of(Kind.COUNT);
    private static final Set<Kind> SIZES = EnumSet.of(Kind.MULTIPLIER);
    private static final Pattern EACH = Pattern.compile("每(?!年|个?月|季|天|日)");
    private static final Pattern AMONG = Pattern.compile("中|拥有|擁有|有|的|平均|共有|约有|里|就有");
    private static final Pattern ABOUT_WHOM = Pattern.compile("[\\u4e00-\\u9fff]{1,10}?(?=约|達|达|为|是|超|近|不|\\d)");
    private static final BigDecimal MAX_PER = new BigDecimal("999999999999");

    private final FigureDraft draft;

    FigureDensity(FigureDraft draft) {
        this.draft = draft;
    }

    /** 每万名就业人员中研发人员: per how many of what, and of whom the number is. */
    boolean each() {
        int before = draft.index;
        if (!draft.looking(EACH)) {
            return false;
        }
        BigDecimal per = BigDecimal.ONE;
        Optional<NumberParser.Parsed> number =
                new NumberParser(draft.folded, draft.lower, draft.decimalSign).at(draft.index, true);
        if (number.isPresent()) {
            per = new BigDecimal(number.get().digits())
                    .scaleByPowerOfTen(number.get().exponent());
            draft.index = number.get().end();
        }
        draft.skipSpace();
        draft.densityPer = perNumber(per, before + 1);
        draft.densityBase = base(draft.index);
        while (draft.looking(AMONG)) {
            // 中, 拥有
        }
        Word whom = Vocabulary.lexicon().at(draft.folded, draft.index, COUNTS);
        if (whom != null && whom.text().length() > 1) {
            draft.index += whom.text().length();
        } else if (!draft.looking(AMONG)) {
            Matcher who = ABOUT_WHOM.matcher(draft.folded).region(draft.index, draft.folded.length());
            if (who.lookingAt()
                    && !draft.atNumber()
                    && Vocabulary.lexicon().at(draft.folded, draft.index, FigurePrefixes.PREFIXES) == null
                    && isNeutral(who.group())) {
                draft.index = who.end();
            }
        }
        return true;
    }

    private static boolean isNeutral(String words) {
        return words.chars().noneMatch(c -> "减降少跌亏缩万亿千百倍成".indexOf(c) >= 0);
    }

    private long perNumber(BigDecimal per, int at) {
        if (per.signum() <= 0
                || per.compareTo(MAX_PER) > 0
                || per.stripTrailingZeros().scale() > 0) {
            throw draft.error("Density must be per 1 to 999 999 999 999", "密度的基数须为1至999 999 999 999", at);
        }
        return per.longValueExact();
    }

    private String base(int at) {
        Optional<String> wanted = draft.expected.flatMap(Unit::base).filter(word -> draft.stands(word));
        if (wanted.isPresent()) {
            draft.index += wanted.get().length();
            return wanted.get();
        }
        Word base = Vocabulary.lexicon().at(draft.folded, draft.index, EnumSet.of(Kind.BASE, Kind.COUNT));
        if (base == null && draft.expected.flatMap(Unit::base).isPresent()) {
            return draft.expected.flatMap(Unit::base).orElseThrow();
        }
        if (base == null) {
            throw draft.error("Density must say what it is per", "密度须说明每多少什么", at);
        }
        draft.index += base.text().length();
        // 每万名就业人员: the measure word, then the noun, which must be known
        Word noun = base.text().length() == 1
                ? Vocabulary.lexicon().at(draft.folded, draft.index, EnumSet.of(Kind.BASE, Kind.COUNT))
                : null;
        if (noun != null && noun.text().length() > 1) {
            draft.index += noun.text().length();
            return noun.meaning();
        }
        boolean unnamed = "名个個位".contains(base.text())
                && draft.index < draft.folded.length()
                && draft.folded.charAt(draft.index) >= 0x4e00
                && !AMONG.matcher(draft.folded)
                        .region(draft.index, draft.folded.length())
                        .lookingAt()
                && Vocabulary.lexicon().at(draft.folded, draft.index, FigurePrefixes.PREFIXES) == null
                && !draft.atNumber();
        if (unnamed) {
            throw draft.error("What a density is per must be known", "密度的基数须为已知名词", draft.index);
        }
        return base.meaning();
    }

    /** Behind a number of things, or none: per 10,000 employed, /万人. */
    boolean per() {
        int before = draft.index;
        Word rate = Vocabulary.lexicon().at(draft.folded, draft.index, EnumSet.of(Kind.RATE_BEHIND));
        int behind = Vocabulary.behindPer(draft.folded, draft.index, draft.folded.length());
        // 每 stands before the number, and behind it begins the next clause
        if (rate != null || behind < 0 || draft.folded.charAt(draft.index) == '每') {
            return false;
        }
        draft.index = behind;
        int at = draft.index;
        Optional<NumberParser.Parsed> number =
                new NumberParser(draft.folded, draft.lower, draft.decimalSign).at(draft.index, true);
        BigDecimal of = BigDecimal.ONE;
        Word size = number.isEmpty() ? Vocabulary.lexicon().at(draft.folded, draft.index, SIZES) : null;
        if (size != null) {
            of = BigDecimal.ONE.scaleByPowerOfTen(Integer.parseInt(size.meaning()));
            draft.index += size.text().length();
        }
        if (number.isPresent()) {
            of = new BigDecimal(number.get().digits())
                    .scaleByPowerOfTen(number.get().exponent());
            draft.index = number.get().end();
        }
        boolean counted = draft.unit == null || draft.unit.kind() == Unit.Kind.COUNT || draft.isLabour();
        if (!counted) {
            if (draft.inPlace) {
                draft.index = before;
                return false;
            }
            throw draft.error(
                    "Figure must not be an amount per something else: " + draft.unit,
                    "数字不得为每单位的量：" + draft.unit,
                    before);
        }
        draft.skipSpace();
        draft.densityPer = perNumber(of, at);
        String base = base(draft.index);
        // 3万台/套 are counted by two measure words
        boolean same = draft.densityPer == 1
                && !base.equals("persons")
                && draft.folded.charAt(before) == '/'
                && Optional.of(base).equals(Optional.ofNullable(draft.unit).flatMap(Unit::thing));
        draft.densityBase = same ? null : base;
        return true;
    }

    Unit density(@Nullable Unit found) {
        boolean countable = found == null || found.kind() == Unit.Kind.COUNT || draft.isLabour();
        if (!countable) {
            throw draft.error("Density must count things", "密度须以物计数", draft.unitIndex);
        }
        String thing = found == null
                ? "items"
                : found.thing().orElseGet(() -> found.symbol().orElseThrow().replace('-', ' '));
        if ((draft.measured || found == null)
                && draft.expected
                        .filter(wanted -> wanted.kind() == Unit.Kind.DENSITY)
                        .isPresent()) {
            thing = draft.expected.get().thing().orElseThrow();
        }
        return Unit.density(thing, draft.densityPer, java.util.Objects.requireNonNull(draft.densityBase));
    }
}
