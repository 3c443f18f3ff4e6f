package dev.saidao.core.table;

import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;

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
    /** Says nothing of what is measured: identifiers of the file, dates of its making, how it is printed. */
    ASIDE,
    /** A rank, a code, a running number: no value. */
    CODE,
    /** The last year that was observed; those behind it are estimates. */
    ESTIMATES_AFTER,
    OTHER;

    private static final int LONGEST = 200;
    private static final Map<String, Role> NAMES = names();
    private static final Pattern CODE_WORDS = Pattern.compile(
            "(?i).*(\\bcode\\b|_code$|\\bcodes?$|\\brank(ing)?\\b|コード|代码|代碼|编码|編碼|序号|编号|排名|排序|코드).*|(?i)(id|no|nr|m49|iso3?|fips|cas|uic|#|№)\\.?");

    /** Names of programs: partnerCode, refPeriodId. */
    private static final Pattern CODE_NAME = Pattern.compile("[a-z]+[A-Za-z]*[a-z](?:Code|Id|ID)");
    /** Names of programs for what is so or not: isAggregate. */
    private static final Pattern YES_OR_NO = Pattern.compile("[iI]s[A-Z][A-Za-z]*");

    /** The role that a head names. */
    static Role of(String head) {
        if (head.length() > LONGEST) {
            return OTHER;
        }
        String name = normal(head);
        Role known = NAMES.get(name);
        if (known != null) {
            return known;
        }
        if (YES_OR_NO.matcher(head.strip()).matches()) {
            return ASIDE;
        }
        if (CODE_NAME.matcher(head.strip()).matches()) {
            return CODE;
        }
        int colon = name.indexOf(':');
        if (colon > 0) {
            known = NAMES.get(name.substring(0, colon));
            if (known != null) {
                return known;
            }
        }
        return CODE_WORDS.matcher(name).matches() ? CODE : OTHER;
    }

    private static String normal(String head) {
        return head.replace("\uFEFF", "")
                .replaceAll("[\\s\u00A0]+", " ")
                .strip()
                .toLowerCase(Locale.ROOT)
                .replaceAll("[\uFF08(](年|year|yr)[)\uFF09]$", "")
                .replaceFirst("^\\[(.*)\\]$", "$1");
    }

    private static Map<String, Role> names() {
        Map<String, Role> names = new LinkedHashMap<>();
        put(
                names,
                TIME,
                "yyyymm|time_period|time period|timeperiod|yıl|yil|統計期|年別|時期|time|year|years|date|ref_date|reference date|period|observation_date|observation date|"
                        + "reference period|yr|calendar year|calendar-years|fiscal year|fiscal_year|年|年份|年度|时间|時間|年次|西暦|調査年|調査年月|"
                        + "時間軸|時間軸(年次)|時間軸(年度次)|時間軸(月次)|時間軸(年)|时期|日期|统计年度|시점|연도|년도|jahr|zeit|stichtag|année|annee|période|periode|"
                        + "an|anno|año|ano|periodo|período|tid|år|vuosi|tahun|rok|aar|time_label|jaar|perioden|godina|god|год|период");
        put(
                names,
                PART,
                "month|quarter|month name|mon|月|季|季別|月別|quarter name|maand|mese|月份|季度|monat|quartal|mois|trimestre|mes|bulan");
        put(
                names,
                VALUE,
                "obs_value|data_value|observation value|obs value|value|values|val|amount|数值|值|値|数据|wert|werte|valeur|valor|데이터|data|"
                        + "observation|v4_0|v4_1|v4_2|v4_3|værdi|verdi|nilai|значение|数据值|統計値");
        put(
                names,
                UNIT,
                "preunit|unit code|unit_code|unit_measure|unit of measure|unit|units|uom|unit measure|measure unit|计量单位|单位|單位|単位|단위|einheit|value_unit|unité|"
                        + "unite|unidad|unità|enhet|enhed|satuan|unit name|unit_name|unit type|unit_type|unit_type_ref|единица измерения|unit of measurement|unit label|units code");
        put(
                names,
                MULTIPLIER,
                "magnitude|dimension|unit_mult|unit multiplier|unit_multiplier|multiplier|scalar_factor|scalar factor|scale|powercode|powercode code|"
                        + "power code|power|unit_exponent");
        put(names, CURRENCY, "currency|currency code|currency_code");
        put(
                names,
                STATUS,
                "obs_status|observation status|obs status|obs_flag|observation status (flag)|status|flag|flags|flag codes|flag code|"
                        + "footnote_codes|footnote codes|footnotes codes|symbol|symbols|data marking|value_q|status flag|symbole|"
                        + "codes|obs_status.label|obs_status_code|obs_qual|nature|data status|qualifier");
        put(
                names,
                NOTE,
                "note_classif.label|note_indicator.label|note_source.label|注|注記|備考|备注|附注|annotation|note|notes|footnote|footnotes|value footnotes|obs_comment|comment|"
                        + "comments|remarks|remark|fußnote|anmerkung|"
                        + "conf_status|confidentiality status|confidentiality status (flag)|obs_conf|note_indicator|note_country");
        put(
                names,
                ASIDE,
                "upperbound|lowerbound|upper bound|lower bound|baseperiod|time_detail|timecoverage|geoinfourl|stand vom|series start|series end|no. obs|no. obs.|collection month|series type|data type|source|source detail|source_note|subject notes|country/series-specific notes|来源|出典|和暦|元号|era|年号|時間軸コード|时间代码|time code|dataflow|structure|structure_id|structure_name|structure name|action|last update|last_update|decimals|scalar_id|"
                        + "vector|coordinate|dguid|terminated|prec|powercode code label|uom_id|statistics_code|statistics_label|"
                        + "time_code|base_per|base period|reference period code|time_format|time format|title_complement|record id|"
                        + "obs_pre_break|pre-break value|lastupdate|last updated|dernière mise à jour|release date|next release|"
                        + "important notes|refmonth|refperiodid|aggregate level|aggrlevel|is leaf code|legacyestimationflag|"
                        + "world region according to owid|flag description|source year|suppressed|datemodified|"
                        + "geo_id|scalar id|decimals label|data_last_updated|value_variable_code");
        put(names, ESTIMATES_AFTER, "estimates start after|latest actual annual data");
        put(names, CODE, "nan");
        return Map.copyOf(names);
    }

    private static void put(Map<String, Role> names, Role role, String list) {
        for (String name : list.split("\\|")) {
            names.put(name, role);
        }
    }
}
