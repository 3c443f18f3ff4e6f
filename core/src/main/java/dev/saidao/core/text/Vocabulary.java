package dev.saidao.core.text;

import dev.saidao.core.figure.Qualifier;
import dev.saidao.core.quantity.Unit;
import dev.saidao.core.quantity.UnitMultiplier;
import dev.saidao.core.text.Word.Kind;
import java.util.ArrayList;
import java.util.Currency;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The words of all languages: what they mean when read, and which of them is printed. */
final class Vocabulary {

    private static final List<String> LANGUAGES =
            List.of("zh", "en", "de", "romance", "ru", "ja", "ko", "europe", "asia");
    private static final Map<String, String> CURRENCIES = currencies();
    private static final Set<String> CODES_AND_WORDS = Set.of("TOP", "ALL");
    private static final Set<Kind> PER = EnumSet.of(Kind.PER);
    private static final Set<Kind> FRACTIONS = EnumSet.of(Kind.FRACTION);
    private static final String PER_CENT = "-2";
    private static final List<Word> WORDS = words();
    private static final Lexicon LEXICON = lexicon(WORDS);

    private static List<Word> words() {
        List<Word> words = new ArrayList<>();
        LANGUAGES.forEach(language -> words.addAll(VocabularyReader.words(language)));
        words.addAll(VocabularyReader.own(words));
        return List.copyOf(words);
    }

    /** All words of all languages. */
    static Lexicon lexicon() {
        return LEXICON;
    }

    private static Lexicon lexicon(List<Word> words) {
        List<Word> all = new ArrayList<>(words);
        for (String sign : Unit.physicalSymbols()) {
            all.add(new Word(Kind.PHYSICAL, sign, sign, "", true));
        }
        return new Lexicon(all);
    }

    private static Map<String, String> currencies() {
        Map<String, String> codes = new HashMap<>();
        for (Currency currency : Currency.getAvailableCurrencies()) {
            codes.put(currency.getCurrencyCode(), currency.getCurrencyCode());
        }
        codes.put("RMB", "CNY");
        codes.put("NTD", "TWD");
        codes.put("CNH", "CNY");
        // metals, funds and test codes, but not the francs and dollars of several countries
        codes.replaceAll((code, same) -> code.startsWith("X")
                        && !List.of("XAF", "XOF", "XPF", "XCD", "XCG").contains(code)
                ? ""
                : same);
        codes.values().removeIf(String::isEmpty);
        return codes;
    }

    /** The currency of a code, if there is one. */
    static @Nullable String currency(String code) {
        return CURRENCIES.get(code);
    }

    /** Whether the code of a currency is a word that heads have. */
    static boolean isWordToo(String code) {
        return CODES_AND_WORDS.contains(code);
    }

    /**
     * Where what is per something goes on behind the word per of any language, with the blanks around it; -1 if there is no such
     * word. Per cent is none, and per mille is one only before what it is per.
     */
    static int behindPer(String folded, int index, int end) {
        int start = skipBlanks(folded, index, end);
        Word per = LEXICON.at(folded, start, PER);
        if (per == null || start + per.text().length() > end) {
            return -1;
        }
        Word fraction = LEXICON.at(folded, start, FRACTIONS);
        if (fraction != null && fraction.text().length() > per.text().length()) {
            int behind = skipBlanks(folded, start + fraction.text().length(), end);
            if (fraction.meaning().equals(PER_CENT) || LEXICON.at(folded, behind, UnitTokens.BASES) == null) {
                return -1;
            }
        }
        return skipBlanks(folded, start + per.text().length(), end);
    }

    private static int skipBlanks(String text, int index, int end) {
        int at = index;
        while (at < end && Character.isWhitespace(text.charAt(at))) {
            at++;
        }
        return at;
    }

    /** The word of a unit or multiplier that is a slip away from a word, if there is one. */
    static Optional<String> nearest(String word) {
        if (word.length() < 3 || word.length() > 30) {
            return Optional.empty();
        }
        int best = word.length() < 7 ? 2 : 3;
        String found = null;
        for (Word known : WORDS) {
            if (UnitTokens.UNITS.contains(known.kind()) || known.kind() == Kind.MULTIPLIER) {
                int distance =
                        distance(word.toLowerCase(Locale.ROOT), known.text().toLowerCase(Locale.ROOT), best);
                if (distance < best && distance < known.text().length() - 1) {
                    best = distance;
                    found = known.text();
                }
            }
        }
        return Optional.ofNullable(found);
    }

    /** The number of letters to put in, take out or change, as far as it is below a limit. */
    private static int distance(String one, String other, int limit) {
        if (Math.abs(one.length() - other.length()) >= limit) {
            return limit;
        }
        int[] row = new int[other.length() + 1];
        for (int j = 0; j < row.length; j++) {
            row[j] = j;
        }
        for (int i = 1; i <= one.length(); i++) {
            int diagonal = row[0];
            row[0] = i;
            for (int j = 1; j < row.length; j++) {
                int above = row[j];
                int change = diagonal + (one.charAt(i - 1) == other.charAt(j - 1) ? 0 : 1);
                row[j] = Math.min(change, Math.min(above, row[j - 1]) + 1);
                diagonal = above;
            }
        }
        return row[other.length()];
    }

    /** Chinese words before a number that qualify it. */
    static final Words<Qualifier> CHINESE_PREFIXES = new Words<Qualifier>()
            .with(Qualifier.AT_LEAST, "至少", "不低于", "不少于")
            .with(Qualifier.MORE_THAN, "超", "超过", "突破", "逾", "高于", "多于", "大于")
            .with(Qualifier.AT_MOST, "不超过", "至多", "最多", "不高于", "不多于")
            .with(Qualifier.LESS_THAN, "不到", "不足", "未满", "不满", "低于", "少于", "小于")
            .with(Qualifier.NEARLY, "近", "接近", "将近")
            .with(Qualifier.ABOUT, "约", "大约", "约为")
            .with(Qualifier.AS_HIGH_AS, "高达")
            .with(Qualifier.REACHED, "达", "达到");

    /** English words and signs before a number that qualify it. */
    static final Words<Qualifier> ENGLISH_PREFIXES = new Words<Qualifier>()
            .with(Qualifier.AT_LEAST, "at least", "no less than", "not less than", "≥", ">=")
            .with(Qualifier.MORE_THAN, "over", "more than", "above", "exceeding", "in excess of", ">")
            .with(Qualifier.AT_MOST, "at most", "up to", "no more than", "not more than", "≤", "<=")
            .with(Qualifier.LESS_THAN, "under", "less than", "fewer than", "below", "<")
            .with(Qualifier.NEARLY, "nearly", "almost", "close to")
            .with(Qualifier.ABOUT, "about", "around", "approximately", "approx.", "roughly", "some", "~", "≈")
            .with(Qualifier.AS_HIGH_AS, "as high as", "as much as", "as many as")
            .with(Qualifier.REACHED, "reached", "reaching");

    /** Words behind the unit that qualify the number. */
    static final Words<Qualifier> SUFFIXES = new Words<Qualifier>()
            .with(Qualifier.AT_LEAST, "以上", "及以上", "or more", "or above", "and above", "and more")
            .with(Qualifier.AT_MOST, "以下", "及以下", "以内", "or less", "or fewer", "or below", "and below")
            .with(Qualifier.ABOUT, "左右", "上下", "or so");

    /** Marks between the digits and the unit that say there is more. */
    static final Words<Qualifier> MARKS =
            new Words<Qualifier>().with(Qualifier.MORE_THAN, "多", "余").with(Qualifier.AT_LEAST, "+X", "+");

    static final Words<UnitMultiplier> CHINESE_MULTIPLIERS = new Words<UnitMultiplier>()
            .with(UnitMultiplier.THOUSAND, "千")
            .with(UnitMultiplier.WAN, "万")
            .with(UnitMultiplier.YI, "亿")
            .with(UnitMultiplier.WAN_YI, "万亿");

    static final Words<UnitMultiplier> ENGLISH_MULTIPLIERS = new Words<UnitMultiplier>()
            .with(UnitMultiplier.THOUSAND, "thousand", "k")
            .with(UnitMultiplier.LAKH, "lakh", "lakhs")
            .with(UnitMultiplier.MILLION, "million", "mn", "m", "mln", "Mio.", "Mio")
            .with(UnitMultiplier.CRORE, "crore", "crores", "cr")
            .with(UnitMultiplier.BILLION, "billion", "bn", "b", "Mrd.", "Mrd")
            .with(UnitMultiplier.TRILLION, "trillion", "tn");

    /** Fractions of a whole. */
    static final Words<UnitMultiplier> CHINESE_FRACTIONS = new Words<UnitMultiplier>()
            .with(UnitMultiplier.PERCENT, "%", "\uFF05")
            .with(UnitMultiplier.PER_MILLE, "‰")
            .with(UnitMultiplier.TENTH, "成");

    /** Fractions of a whole. */
    static final Words<UnitMultiplier> ENGLISH_FRACTIONS = new Words<UnitMultiplier>()
            .with(UnitMultiplier.PERCENT, "%", "percent", "per cent", "pct")
            .with(UnitMultiplier.PER_MILLE, "‰", "per mille")
            .with(UnitMultiplier.TENTH, "tenths", "tenth");

    /** Currencies by the words behind a number; the first Chinese one is printed. */
    static final Words<String> CURRENCY_WORDS = new Words<String>()
            .with("CNY", "元", "元人民币", "人民币", "yuan", "renminbi")
            .with("USD", "美元", "US dollars", "dollars", "dollar")
            .with("EUR", "欧元", "euros", "euro", "€")
            .with("JPY", "日元", "yen")
            .with("GBP", "英镑", "pounds sterling")
            .with("HKD", "港元", "港币", "Hong Kong dollars")
            .with("KRW", "韩元", "won")
            .with("INR", "卢比", "rupees");

    /** Currencies by the signs before a number. The sign ¥ is left out: it is both yuan and yen. */
    static final Words<String> CURRENCY_SIGNS = new Words<String>()
            .with("CNY", "RMB", "人民币")
            .with("USD", "US$", "$")
            .with("EUR", "€")
            .with("GBP", "£")
            .with("HKD", "HK$")
            .with("INR", "₹")
            .with("KRW", "₩");

    /** Chinese measure words that say what is counted only together with the context. */
    static final Words<String> MEASURE_WORDS = new Words<String>()
            .with("persons", "人", "名", "位", "人次")
            .with("companies", "家")
            .with("items", "项", "条", "个", "件", "件事", "大", "种", "类", "座", "颗", "台", "辆", "所", "批", "力");

    /** What is counted, by a Chinese measure word and noun, or a noun. */
    static final Words<String> CHINESE_THINGS = new Words<String>()
            .with("companies", "家企业", "家公司", "户企业")
            .with("parks", "家园区", "个园区")
            .with("measures", "项措施", "条措施")
            .with("ministries", "个部门", "部门", "部委")
            .with("colleges", "个学院")
            .with("tracks", "个赛道", "条赛道")
            .with("industries", "个产业")
            .with("scenarios", "个场景")
            .with("projects", "个项目")
            .with("patents", "件专利")
            .with("certificates", "张证书")
            .with("criteria", "条标准")
            .with("stages", "个环节")
            .with("camps", "个阵营")
            .with("routes", "条路径")
            .with("directions", "个方向")
            .with("trends", "个趋势")
            .with("constellations", "个星座")
            .with("priorities", "项重点")
            .with("fields", "个领域")
            .with("employed", "就业人口", "就业人员");

    /** What is counted, by the English noun. */
    static final Words<String> ENGLISH_THINGS = new Words<String>()
            .with("persons", "persons", "people", "person")
            .with("companies", "companies", "company")
            .with("parks", "parks", "park")
            .with("measures", "measures", "measure")
            .with("ministries", "ministries", "ministry")
            .with("colleges", "colleges", "college")
            .with("tracks", "tracks", "track")
            .with("industries", "industries", "industry")
            .with("scenarios", "scenarios", "scenario")
            .with("projects", "projects", "project")
            .with("patents", "patents", "patent")
            .with("certificates", "certificates", "certificate")
            .with("criteria", "criteria", "criterion")
            .with("stages", "stages", "stage")
            .with("camps", "camps", "camp")
            .with("routes", "routes", "route")
            .with("directions", "directions", "direction")
            .with("trends", "trends", "trend")
            .with("constellations", "constellations", "constellation")
            .with("priorities", "priorities", "priority")
            .with("fields", "fields", "field")
            .with("employed", "employed")
            .with("items", "items", "item");

    private Vocabulary() {}
}
