package dev.saidao.core.table;

import dev.saidao.core.convention.Label;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.CharBuffer;
import java.nio.charset.Charset;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CharsetEncoder;
import java.nio.charset.CoderResult;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.mozilla.universalchardet.UniversalDetector;

/** Finds out in which encoding a text is, from its first bytes. */
final class Encoding {

    private static final Charset WINDOWS_1252 = Charset.forName("windows-1252");
    /** Those of the east, which a detector confuses in short texts. */
    private static final List<String> MULTIBYTE = List.of("GB18030", "windows-31j", "x-windows-949", "Big5", "EUC-JP");

    private static final char FIRST_BEYOND_LATIN = 0x250;
    /** The score of a text that is full of characters which tables have. */
    private static final double SURE = 0.3;
    /** Fewer bytes beyond ASCII may be of several encodings, unless one scores so much more than the next. */
    private static final int FEW = 24;

    private static final double CLEAR = 0.25;

    private static final VarHandle EIGHT = MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.LITTLE_ENDIAN);
    private static final long HIGH_BITS = 0x8080808080808080L;
    private static final long ONES = 0x0101010101010101L;

    private Encoding() {}

    /** Whether eight bytes are all of ASCII, and none of them 0. */
    private static boolean isPlain(long eight) {
        return ((eight | (eight - ONES)) & HIGH_BITS) == 0;
    }

    /** The same of 32 bytes at once. */
    private static boolean areFourPlain(byte[] bytes, int at) {
        long first = (long) EIGHT.get(bytes, at);
        long second = (long) EIGHT.get(bytes, at + Long.BYTES);
        long third = (long) EIGHT.get(bytes, at + 2 * Long.BYTES);
        long fourth = (long) EIGHT.get(bytes, at + 3 * Long.BYTES);
        long zeros = (first - ONES) | (second - ONES) | (third - ONES) | (fourth - ONES);
        return ((first | second | third | fourth | zeros) & HIGH_BITS) == 0;
    }

    /** How many bytes from a place on are of ASCII, up to an end. */
    static int plainRun(byte[] bytes, int from, int end) {
        int at = from;
        while (at + Long.BYTES <= end && ((long) EIGHT.get(bytes, at) & HIGH_BITS) == 0) {
            at += Long.BYTES;
        }
        while (at < end && bytes[at] >= 0) {
            at++;
        }
        return at - from;
    }

    /**
     * The encoding.
     *
     * @param file the name of the file, for messages
     * @param whole whether the bytes are the whole file; a character may be cut at their end otherwise
     */
    static Charset of(String file, byte[] bytes, int length, boolean whole) throws TableException {
        Optional<Charset> marked = byMark(bytes, length);
        if (marked.isPresent()) {
            return marked.get();
        }
        int[] zeros = new int[2];
        int high = 0;
        for (int i = 0; i < length; i++) {
            while (i + 4 * Long.BYTES <= length && areFourPlain(bytes, i)) {
                i += 4 * Long.BYTES;
            }
            while (i + Long.BYTES <= length && isPlain((long) EIGHT.get(bytes, i))) {
                i += Long.BYTES;
            }
            if (i < length && bytes[i] <= 0) {
                zeros[i & 1] += bytes[i] == 0 ? 1 : 0;
                high += bytes[i] < 0 ? 1 : 0;
            }
        }
        if (zeros[0] + zeros[1] > 0) {
            if (zeros[1] > length / 4 && zeros[0] == 0) {
                return StandardCharsets.UTF_16LE;
            }
            if (zeros[0] > length / 4 && zeros[1] == 0) {
                return StandardCharsets.UTF_16BE;
            }
            throw TableException.of(file, "File must be text, without NUL characters", "文件须为文本,不含 NUL 字符");
        }
        if (high == 0 || isUtf8(bytes, length, whole)) {
            return StandardCharsets.UTF_8;
        }
        return unmarked(file, bytes, length, whole, high);
    }

    /** How many bytes the mark at the beginning takes. */
    static int markLength(byte[] bytes, int length) {
        return byMark(bytes, length)
                .map(charset -> charset.equals(StandardCharsets.UTF_8) ? 3 : 2)
                .orElse(0);
    }

    private static Optional<Charset> byMark(byte[] bytes, int length) {
        if (length >= 3 && bytes[0] == (byte) 0xEF && bytes[1] == (byte) 0xBB && bytes[2] == (byte) 0xBF) {
            return Optional.of(StandardCharsets.UTF_8);
        }
        if (length >= 2 && bytes[0] == (byte) 0xFF && bytes[1] == (byte) 0xFE) {
            return Optional.of(StandardCharsets.UTF_16LE);
        }
        if (length >= 2 && bytes[0] == (byte) 0xFE && bytes[1] == (byte) 0xFF) {
            return Optional.of(StandardCharsets.UTF_16BE);
        }
        return Optional.empty();
    }

    private static Charset unmarked(String file, byte[] bytes, int length, boolean whole, int high)
            throws TableException {
        double alone = shareAlone(bytes, length, high);
        Charset latin =
                alone > 0.5 || (alone > 0.2 && Alphabets.fit(bytes, length)) ? Alphabets.of(bytes, length) : null;
        if (latin != null) {
            return latin;
        }
        if (alone > 0.8 && isWesternLetters(bytes, length, high)) {
            return WINDOWS_1252;
        }
        String name;
        try {
            name = detected(bytes, length);
        } catch (NoClassDefFoundError e) {
            throw new TableException(
                    Label.of(
                            file
                                    + ": File must be UTF-8, or com.github.albfernandez:juniversalchardet on the class path",
                            file + ": 文件须为 UTF-8 编码,否则类路径中须有 com.github.albfernandez:juniversalchardet"),
                    e);
        }
        Charset best = null;
        Charset next = null;
        double bestScore = Double.NEGATIVE_INFINITY;
        double nextScore = Double.NEGATIVE_INFINITY;
        for (String candidate : MULTIBYTE) {
            Charset charset = Charset.forName(candidate);
            if (decodes(charset, bytes, length, whole)) {
                double score = score(new String(bytes, 0, length, charset))
                        + (name != null && charset.name().equals(javaName(name)) ? 0.1 : 0);
                if (score > bestScore) {
                    next = best;
                    nextScore = bestScore;
                    best = charset;
                    bestScore = score;
                } else if (score > nextScore) {
                    next = charset;
                    nextScore = score;
                }
            }
        }
        if (high < FEW && best != null && next != null && bestScore - nextScore < CLEAR) {
            throw unsettled(file, best, next);
        }
        if (bestScore < SURE && name != null && Charset.isSupported(name)) {
            Charset found = Charset.forName(javaName(name));
            if (!MULTIBYTE.contains(found.name()) && decodes(found, bytes, length, whole)) {
                if (high < FEW && alone == 0 && best != null) {
                    throw unsettled(file, best, found);
                }
                return found;
            }
        }
        return best == null ? WINDOWS_1252 : best;
    }

    private static TableException unsettled(String file, Charset one, Charset other) {
        return TableException.of(
                file,
                "File must be UTF-8, or have more text: it may be " + one.name() + " or " + other.name(),
                "文件须为 UTF-8 编码,或含更多文字:现可能为 " + one.name() + " 或 " + other.name());
    }

    private static @Nullable String detected(byte[] bytes, int length) {
        UniversalDetector detector = new UniversalDetector();
        detector.handleData(bytes, 0, length);
        detector.dataEnd();
        return detector.getDetectedCharset();
    }

    /** The name of the larger set that files said to be in a smaller one are really in. */
    private static String javaName(String name) {
        return switch (name) {
            case "SHIFT_JIS" -> "windows-31j";
            case "EUC-KR" -> "x-windows-949";
            case "GB2312", "GBK", "HZ-GB-2312" -> "GB18030";
            case "BIG5" -> "Big5";
            case "ISO-8859-1" -> "windows-1252";
            // a detector says so of short texts; no office writes it
            case "MACCYRILLIC" -> "windows-1251";
            default -> name;
        };
    }

    /** What part of the letters with accents stand alone between plain ones, as in languages of Latin letters; 0 if they are many. */
    private static double shareAlone(byte[] bytes, int length, int high) {
        int single = 0;
        int blanks = 0;
        int letters = 0;
        for (int i = 0; i < length; i++) {
            if (bytes[i] < 0) {
                boolean alone = (i == 0 || bytes[i - 1] >= 0) && (i == length - 1 || bytes[i + 1] >= 0);
                boolean blank = alone && bytes[i] == (byte) 0xA0;
                single += alone && !blank ? 1 : 0;
                blanks += blank ? 1 : 0;
            } else {
                letters += Character.isLetter(bytes[i]) ? 1 : 0;
            }
        }
        // blanks between thousands are of any encoding
        int others = high - blanks;
        return others == 0 ? 1 : letters > 3 * others ? (double) single / others : 0;
    }

    /** Whether the bytes are mostly letters of western languages, dashes, quotes, or signs of units. */
    private static boolean isWesternLetters(byte[] bytes, int length, int high) {
        int fitting = 0;
        for (int i = 0; i < length; i++) {
            int b = bytes[i] & 0xFF;
            boolean sign =
                    "\u0080\u0085\u0091\u0092\u0093\u0094\u0096\u0097\u00A0\u00A3\u00A7\u00A9\u00AB\u00B0\u00B2\u00B3\u00B7\u00B9\u00BB\u00BD"
                                    .indexOf(b)
                            >= 0;
            fitting += b >= 0xC0 || (b >= 0x80 && sign) ? 1 : 0;
        }
        return fitting > 0.8 * high;
    }

    /** Whether bytes are UTF-8; what is of ASCII is passed over quickly, as it is most of a table. */
    private static boolean isUtf8(byte[] bytes, int length, boolean whole) {
        Trial trial = new Trial(StandardCharsets.UTF_8, bytes);
        int from = 0;
        while (from < length) {
            while (from + Long.BYTES <= length && isPlain((long) EIGHT.get(bytes, from))) {
                from += Long.BYTES;
            }
            while (from < length && bytes[from] >= 0) {
                from++;
            }
            int to = from;
            while (to < length && bytes[to] < 0) {
                to++;
            }
            if (!trial.decodes(from, to, whole || to < length)) {
                return false;
            }
            from = to;
        }
        return true;
    }

    private static boolean decodes(Charset charset, byte[] bytes, int length, boolean whole) {
        return new Trial(charset, bytes).decodes(0, length, whole);
    }

    /** Tries whether bytes are of a charset. */
    private static final class Trial {

        private final CharsetDecoder decoder;
        private final ByteBuffer from;
        private final CharBuffer to = CharBuffer.allocate(8192);

        Trial(Charset charset, byte[] bytes) {
            this.decoder = charset.newDecoder()
                    .onMalformedInput(CodingErrorAction.REPORT)
                    .onUnmappableCharacter(CodingErrorAction.REPORT);
            this.from = ByteBuffer.wrap(bytes);
        }

        boolean decodes(int begin, int end, boolean whole) {
            decoder.reset();
            from.limit(end).position(begin);
            while (true) {
                to.clear();
                CoderResult result = decoder.decode(from, to, whole);
                if (!result.isOverflow()) {
                    return !result.isError();
                }
            }
        }
    }

    /** How much a text looks like one that somebody wrote: common characters for it, rare ones against. */
    private static double score(String text) {
        CharsetEncoder korean = Charset.forName("EUC-KR").newEncoder();
        double sum = 0;
        int counted = 0;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c < FIRST_BEYOND_LATIN) {
                continue;
            }
            counted++;
            Character.UnicodeBlock block = Character.UnicodeBlock.of(c);
            if (Character.UnicodeBlock.CJK_UNIFIED_IDEOGRAPHS.equals(block)) {
                sum += isCommon(c) ? 1 : -0.3;
            } else if (Character.UnicodeBlock.HANGUL_SYLLABLES.equals(block)) {
                // the syllables that Korean is written with are those of its first standard, and tables are full of
                // some
                sum += COMMON_SYLLABLES.indexOf(c) >= 0 ? 1 : korean.canEncode(c) ? 0.2 : -1;
            } else if (Character.UnicodeBlock.HIRAGANA.equals(block) || Character.UnicodeBlock.KATAKANA.equals(block)) {
                sum += 1;
            } else if (Character.UnicodeBlock.CJK_SYMBOLS_AND_PUNCTUATION.equals(block)
                    || (Character.UnicodeBlock.HALFWIDTH_AND_FULLWIDTH_FORMS.equals(block) && c < 0xFF61)) {
                sum += 0.5;
            } else {
                sum -= 1;
            }
        }
        return counted == 0 ? 0 : sum / counted;
    }

    private static final String COMMON_SYLLABLES = "가간감개거건경계고공과관광구국군금기남내녀년농단달당대도동등령로료률리만매면명목무물미민백번별보본부북분비사산상서생석선성세소수순시"
            + "신실아안액양어업여역연영예외요용우울원월위유율은의이인일임입자장재전점정제조종주중증지직진천청체총출충취치타통투특판평표품하학한합항해"
            + "행현형호화환황회후처료태택구출억십";

    /** Characters that tables are full of; a text decoded by the wrong set has few of them. */
    private static boolean isCommon(char c) {
        return ("年月日人口总數数計计合男女地区區域省市县縣都道府県国國全中华華民亿億万萬元千百分比率增长長生产產值业業工农農企单單位"
                                + "指标標別别名称稱平均第一二三次年末城乡鄉收入支出进進出额額其他上下大小東东西南北京海江山河川州广廣"
                                + "時时间間統统资資料来源注说說明教育医院学學校金融建筑投資电電水气氣能源消费費価价格就业者総平成昭和令"
                                + "表主要项目項四五六七八九十月末年度季注釈外商台港澳股份有限公司法内私营營集体體联聯"
                                + "値值售销銷工輸输贸貿易物品量率差積积面高低新本当當期実实績绩予测測調调査查户戶世帯")
                        .indexOf(c)
                >= 0;
    }
}
