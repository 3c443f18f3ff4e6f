package dev.saidao.core.table;

import java.text.Normalizer;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** What a column of a table is for, as its head says. */
enum Role {
    TIME,
    /** The month or quarter beside a year. */
    PART,
    VALUE,
    UNIT,
    MULTIPLIER,
    CURRENCY,
    STATUS,
    NOTE,
    /** Where a value is from, which may say that it is a forecast. */
    SOURCE,
    /** How numbers of one name differ, if they do: original, seasonally adjusted, trend. */
    KIND,
    /** Says nothing of what is measured: identifiers of the file, dates of its making, how it is printed. */
    ASIDE,
    /** A rank, a code, a running number: no value. */
    CODE,
    /** The last year that was observed; those behind it are estimates. */
    ESTIMATES_AFTER,
    OTHER;

    private static final int LONGEST = 200;
    /** From here on marks above letters make other letters, and none falls away. */
    private static final char FIRST_OF_ASIA = '\u0400';

    private static final Pattern ACCENT = Pattern.compile("\\p{Mn}");
    private static final Map<String, Role> NAMES = new HashMap<>();
    private static final Map<String, Role> WITHOUT_ACCENTS = new HashMap<>();

    static {
        // a line of the file is a role and names of it
        WordLines.read("roles.txt", (role, name) -> {
            NAMES.put(name, valueOf(role));
            if (name.charAt(0) < FIRST_OF_ASIA) {
                WITHOUT_ACCENTS.putIfAbsent(withoutAccents(name), valueOf(role));
            }
        });
    }

    private static final Pattern CODE_WORDS = Pattern.compile(
            "(?i).*(\\bcode\\b|_code$|\\bcodes?$|\\brank(ing)?\\b|コード|代码|代碼|代号|代號|编码|編碼|序号|序號|编号|編號|番号|統一編號|排名|排序|코드).*|(?i)(id|no|nr|m49|iso3?|fips|cas|uic|hs\\d{0,2}|sitc|nace|isic|naics|cpc|cn8?|prodcom|ean|isbn|plz|zip|#|№)\\.?|(?i).*\\b(?:qty|quantity) units?|(?i)[a-z]{2,12}fips|(?i)(?:age|sex|race|geo|inc|edu|occ|ind|ipr)cat|(?i).*[a-z]_id|gkz|ags|.*kennziffer");

    /** Names of programs: partnerCode, CmdCode, refPeriodId. */
    private static final Pattern CODE_NAME = Pattern.compile("[A-Za-z]+[a-z](?:Code|Id|ID)");
    /** Names of programs with a few letters before them: CD_QUARTER. */
    private static final Pattern PREFIXED = Pattern.compile("[a-z]{1,3}_(\\p{L}+)");
    /** Names of programs for what is so or not: isAggregate. */
    private static final Pattern YES_OR_NO = Pattern.compile("[iI]s[A-Z][A-Za-z]*");

    /** The role that a head names. */
    static Role of(String head) {
        if (head.length() > LONGEST) {
            return OTHER;
        }
        String name = normal(head);
        Role known = named(name);
        if (known != null) {
            return known;
        }
        Matcher prefixed = PREFIXED.matcher(name);
        if (prefixed.matches() && named(prefixed.group(1)) == PART) {
            return PART;
        }
        if (YES_OR_NO.matcher(head.strip()).matches()) {
            return ASIDE;
        }
        if (CODE_NAME.matcher(head.strip()).matches()) {
            return CODE;
        }
        int colon = name.indexOf(':');
        if (colon > 0) {
            known = named(name.substring(0, colon));
            if (known != null) {
                return known;
            }
        }
        return CODE_WORDS.matcher(name).matches() ? CODE : OTHER;
    }

    /** Whether a head names codes of what another head names: 時間軸（年次） コード beside 時間軸（年次）. */
    static boolean isCodeOf(String head, String other) {
        String name = normal(other);
        return !name.isEmpty() && of(head) == CODE && normal(head).startsWith(name);
    }

    /** The role of a name, which programs may write without its accents: mesic for měsíc; null if it names none. */
    private static @Nullable Role named(String name) {
        Role known = NAMES.get(name);
        return known != null || name.isEmpty() || name.charAt(0) >= FIRST_OF_ASIA
                ? known
                : WITHOUT_ACCENTS.get(withoutAccents(name));
    }

    private static String withoutAccents(String name) {
        return ACCENT.matcher(Normalizer.normalize(name, Normalizer.Form.NFD)).replaceAll("");
    }

    private static String normal(String head) {
        return head.replace("\uFEFF", "")
                .replaceAll("[\\s\u00A0]+", " ")
                .strip()
                .toLowerCase(Locale.ROOT)
                .replace('\uFF08', '(')
                .replace('\uFF09', ')')
                .replaceAll("\\((年|year|yr)\\)$", "")
                .replaceFirst("^\\[(.*)\\]$", "$1");
    }
}
