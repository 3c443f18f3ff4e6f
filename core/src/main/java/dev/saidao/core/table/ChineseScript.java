package dev.saidao.core.table;

import java.util.regex.Pattern;

/** By whom a table in Chinese is made, as far as its script and years tell: that decides of which money 元 is the name. */
enum ChineseScript {
    /** Years of the Republic of China: 元 is the dollar of Taiwan. */
    TAIWAN,
    /** Traditional characters: 元 may be that of Taiwan, Hong Kong or Macao. */
    TRADITIONAL,
    OTHER;

    private static final String ONLY_TRADITIONAL = "萬億國產總區數據統計單額價與務業員營進歲電齡車";
    private static final String ONLY_SIMPLIFIED = "万亿国产总区数据统计单额价与务业员营进岁电龄车";
    private static final Pattern REPUBLIC = Pattern.compile("(?:民[國国]\\s*)?\\d{2,3}年.*");
    private static final Pattern RENMINBI = Pattern.compile("人民[币幣]");
    private static final Pattern YUAN = Pattern.compile("[十百千萬億兆]*元");
    private static final int ROWS = 10;
    private static final int COLUMNS = 50;

    /** Looks at the head and what stands above it, and at the first rows. */
    static ChineseScript of(Grid grid, Structure structure) {
        boolean traditional = false;
        boolean simplified = false;
        for (int row = 0; row < Math.min(grid.rows(), structure.firstRow() + ROWS); row++) {
            for (int column = 0; column < Math.min(COLUMNS, grid.width(row)); column++) {
                String text = grid.text(row, column);
                boolean time = row == structure.headRow() || column == structure.timeColumn();
                if (time && REPUBLIC.matcher(text).matches() && TimeText.parse(text) != null) {
                    return TAIWAN;
                }
                for (int i = 0; i < text.length(); i++) {
                    traditional |= ONLY_TRADITIONAL.indexOf(text.charAt(i)) >= 0;
                    simplified |= ONLY_SIMPLIFIED.indexOf(text.charAt(i)) >= 0;
                }
            }
        }
        return traditional && !simplified ? TRADITIONAL : OTHER;
    }

    /** A unit in the yuan of the maker of the table; as it is printed if that is not known. */
    SeriesUnit inYuan(String words, SeriesUnit said) {
        if (this == OTHER || RENMINBI.matcher(words).find()) {
            return said;
        }
        if (said.unit().equals("CNY")) {
            return this == TAIWAN
                    ? new SeriesUnit("TWD", said.multiplier(), said.understood())
                    : new SeriesUnit("元", said.multiplier(), false);
        }
        boolean open = !said.understood() && YUAN.matcher(said.unit()).matches();
        return open && this == TAIWAN ? UnitWords.of("新臺幣" + said.unit()) : said;
    }
}
