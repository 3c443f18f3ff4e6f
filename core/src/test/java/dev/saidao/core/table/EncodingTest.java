package dev.saidao.core.table;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.Charset;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Short texts in the encodings that old files of offices are in: each is read as it was written. */
class EncodingTest {

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    windows-1250 | Év;Népesség, ezer fő;Egy főre jutó bevétel;előző év = 100
                    windows-1250 | Województwo;Rok;Wartość;ogółem;łączna powierzchnia w tys. zł
                    windows-1250 | Kraj;Rok;Počet obyvatel;Průměrná mzda;Příjmy domácností
                    windows-1250 | Județ;Populaţia după domiciliu;mii persoane;fără;câştig
                    windows-1250 | Regija;Število prebivalcev;Delež žensk;povprečje
                    windows-1254 | Yıl;İhracat;Değişim;İthalat;Toplam ihracat artışı;Ülkeler
                    windows-1252 | Jahr;Bevölkerung;männlich;Erwerbstätige;größer als
                    windows-1252 | Année;Taux de chômage;Population âgée;française;été
                    windows-1252 | Año;Población;españoles;variación;índice
                    windows-1252 | Ano;População residente;variações;regiões;índices
                    windows-1252 | År;Folkmängd;män;kvinnor;hushåll efter län
                    windows-1252 | Country;Côte d’Ivoire;Curaçao;Réunion;São Tomé;Åland;Türkiye
                    windows-1252 | Ár;Íbúafjöldi;þúsund manns;vísitala neysluverðs;hækkun frá fyrra ári
                    windows-1252 | Year;Water use (m³ per person);Area (km²);Cost (£m);Temperature (°C)
                    windows-1257 | Metai;Gyventojų skaičius;tūkstančiai;užimtumas;moterų dalis;įmonės
                    windows-1251 | Год;Валовой внутренний продукт;Численность населения;тысяч человек;доля, процентов
                    GB18030 | 地区生产总值(亿元);一月;二月
                    GB18030 | 分省季度数据;指标;北京市;河北省;最近六个季度
                    x-windows-949 | 행정구역별;총인구수;천명;서울특별시
                    Big5 | 統計期;國內生產毛額;百萬元
                    windows-31j | 年次;総人口;うち男性;千人
                    """)
    void of_shortTexts_giveTheEncodingTheyAreIn(String encoding, String text) throws TableException {
        byte[] bytes = text.getBytes(Charset.forName(encoding));

        Charset found = Encoding.of("file", bytes, bytes.length, true);

        assertThat(new String(bytes, found)).isEqualTo(new String(bytes, Charset.forName(encoding)));
    }
}
