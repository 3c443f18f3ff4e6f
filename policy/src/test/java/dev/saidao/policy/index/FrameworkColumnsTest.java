package dev.saidao.policy.index;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.saidao.core.indicator.Direction;
import dev.saidao.core.table.TableException;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FrameworkColumnsTest {

    @TempDir
    private Path folder;

    private Path file(String name, String... lines) throws IOException {
        return Files.write(folder.resolve(name), List.of(lines));
    }

    /** A capital does not turn the ranking over: the direction is read. */
    @Test
    void heads_mayHaveCapitals() throws IOException {
        IndicatorFramework framework = IndicatorReader.framework(
                file("meta.csv", "code,Parent,Direction,WEIGHT", "I,,1,1", "a,I,-1,2", "b,I,NA,1"));
        assertThat(framework.node("a").direction()).isEqualTo(Direction.DECREASE);
        assertThat(framework.node("a").weight()).isEqualTo(new BigDecimal(2));
        assertThat(framework.node("b").direction()).isEqualTo(Direction.INCREASE);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "code,richtung | a,-1 | : richtung",
                "code,direction,Direction | a,1,-1 | Column must be there once: Direction",
                "code,Direction | a,down | (Direction): Direction must be 1 or -1: down",
                "code,transformation | a,exp | Word must be one of [LOGARITHM, SQUARE_ROOT, CUBE_ROOT]: exp",
                "code,normalization | a,minmax | (normalization): Word must be one of [MIN_MAX, ",
                "code,low | a,1 | (low): Normalization must be there beside low: 1",
                "code,type | a,Pillar | Type must be Indicator, Aggregate, Group, Denominator or Other: pillar"
            })
    void whatIsNotKnown_isRefusedByName(String header, String row, String message) throws IOException {
        Path meta = file("meta.csv", header, row);
        assertThatThrownBy(() -> IndicatorReader.framework(meta))
                .isInstanceOf(TableException.class)
                .hasMessageContaining(message);
    }

    @Test
    void indicators_haveTheirOwnWay() throws IOException {
        IndicatorFramework framework = IndicatorReader.framework(file(
                "meta.csv",
                "code,parent,lower_goalpost,upper_goalpost,transformation,normalization,low,high,reference",
                "I,,,,,,,,",
                "income,I,100,75000,log,goalposts,,,",
                "life,I,,,,MIN_MAX,1,100,",
                "debt,I,,,sqrt,distance,,,mean"));
        assertThat(framework.node("income").transformation()).contains(Transformation.LOGARITHM);
        assertThat(framework.node("income").normalization()).contains(Normalization.of(NormalizationMethod.GOALPOSTS));
        assertThat(framework.node("life").normalization())
                .contains(Normalization.builder()
                        .method(NormalizationMethod.MIN_MAX)
                        .low(BigDecimal.ONE)
                        .high(new BigDecimal(100))
                        .build());
        assertThat(framework.node("debt").normalization())
                .contains(Normalization.of(NormalizationMethod.DISTANCE, Normalization.ReferencePoint.MEAN));
        assertThat(framework.node("I").normalization()).isEmpty();
    }

    /** The heads and types of COINr's ASEM_iMeta and ASEM_iData. */
    @Test
    void filesOfCoinr_areReadAsTheyAre() throws IOException {
        IndicatorFramework framework = IndicatorReader.framework(file(
                "iMeta.csv",
                "Level,iCode,iName,Direction,Weight,Unit,Target,Denominator,Parent,Type",
                "1,Goods,Trade in goods,1,1,Trillion USD,1.5,GDP,Physical,Indicator",
                "1,CO2,Emissions,-1,1,Tonnes,2,NA,Physical,Indicator",
                "2,Physical,Physical,1,1,Score,NA,NA,Index,Aggregate",
                "3,Index,Sustainable Connectivity,1,1,Score,NA,NA,NA,Aggregate",
                "NA,GDP,GDP,NA,NA,NA,NA,NA,NA,Denominator",
                "NA,GDP_group,Group,NA,NA,NA,NA,NA,NA,Group"));
        assertThat(framework.nodes())
                .extracting(IndicatorNode::code)
                .containsExactly("Goods", "CO2", "Physical", "Index");
        assertThat(framework.node("Goods").denominator()).contains("GDP");
        assertThat(framework.node("CO2").direction()).isEqualTo(Direction.DECREASE);
        IndicatorRows rows = IndicatorReader.table(
                file(
                        "iData.csv",
                        "uName,uCode,Time,GDP,GDP_group,Goods,CO2",
                        "Austria,AUT,2018,390,L,278,7",
                        "Belgium,BEL,2018,467,L,597,NA"),
                framework,
                Optional.empty());
        assertThat(rows.failures()).isEmpty();
        assertThat(rows.aside()).containsExactly("uName", "GDP_group");
        assertThat(rows.table().units()).containsExactly("AUT", "BEL");
        assertThat(rows.table().value("BEL", "Goods")).hasValue(597);
        assertThat(rows.table().value("BEL", "CO2")).isEmpty();
    }

    @Test
    void aUnitThatIsThereTwice_isRefused() throws IOException {
        IndicatorFramework framework = IndicatorReader.framework(file("meta.csv", "code,parent", "I,", "a,I"));
        Path data = file("data.csv", "unit,a", "x,1", "y,2", "x,3");
        assertThatThrownBy(() -> IndicatorReader.table(data, framework, Optional.empty()))
                .isInstanceOf(TableException.class)
                .hasMessageContaining("Unit must be there once: x");
    }
}
