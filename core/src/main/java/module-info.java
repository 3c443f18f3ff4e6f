/**
 * Figures as they were printed, and what follows from them.
 *
 * <p>Three ideas carry all else:
 *
 * <ul>
 *   <li>A {@linkplain dev.saidao.core.figure.Figure figure} keeps what a source printed. A {@linkplain
 *       dev.saidao.core.figure.ReadingConvention reading convention} turns it into {@linkplain dev.saidao.core.bounds.BoundedQuantity
 *       bounds}; {@link dev.saidao.core.derivation.Operand#parse(String) Operand.parse("over 30%")} does both.
 *   <li>A {@linkplain dev.saidao.core.relation.FigureRelation relation} ties figures by an {@linkplain
 *       dev.saidao.core.relation.Equation equation} that is solved for any of its members.
 *   <li>A result is {@linkplain dev.saidao.core.derivation.Derived derived}: its {@linkplain dev.saidao.core.derivation.Derivation
 *       derivation} names the formula, the operands with their sources, and the conventions.
 * </ul>
 *
 * <p>Where to begin:
 *
 * <ul>
 *   <li>text: {@link dev.saidao.core.reading.PageReader} finds the figures of a page and how they hang together
 *   <li>tables: {@link dev.saidao.core.table.TableReader} for tables of any maker, {@link dev.saidao.core.table.RowFile} for
 *       files with named columns
 *   <li>single numbers: {@link dev.saidao.core.text.FigureFormat}
 *   <li>growth: {@link dev.saidao.core.growth.GrowthCalculator}
 *   <li>what cannot be true together: {@link dev.saidao.core.audit.GrowthClaimAuditor} for single claims, {@link
 *       dev.saidao.core.audit.Auditor} for all that a dossier says
 *   <li>JSON: {@link dev.saidao.core.json.SaidaoJson}
 * </ul>
 *
 * <p>Values are immutable; calculators are stateless and can be shared between threads. What is wrong with an argument is an {@link
 * java.lang.IllegalArgumentException} that names the rule and the value.
 *
 * @since 0.1
 */
@SuppressWarnings("module") // the modules that may see the internal package are compiled after this one
module dev.saidao.core {
    requires transitive org.jspecify;
    requires transitive tools.jackson.databind;
    requires de.siegmar.fastcsv;
    requires static com.github.albfernandez.juniversalchardet;
    requires java.xml;
    requires static org.dhatim.fastexcel.reader;
    requires static java.compiler;
    requires static org.immutables.value.annotations;

    exports dev.saidao.core.audit;
    exports dev.saidao.core.bounds;
    exports dev.saidao.core.convention;
    exports dev.saidao.core.derivation;
    exports dev.saidao.core.dossier;
    exports dev.saidao.core.figure;
    exports dev.saidao.core.file;
    exports dev.saidao.core.growth;
    exports dev.saidao.core.indicator;
    exports dev.saidao.core.json;
    exports dev.saidao.core.quantity;
    exports dev.saidao.core.ratio;
    exports dev.saidao.core.reading;
    exports dev.saidao.core.relation;
    exports dev.saidao.core.table;
    exports dev.saidao.core.text;
    exports dev.saidao.core.internal to
            dev.saidao.forecasting,
            dev.saidao.policy;

    // the mapper makes values through their generated, hidden implementations
    opens dev.saidao.core.audit to
            tools.jackson.databind;
    opens dev.saidao.core.bounds to
            tools.jackson.databind;
    opens dev.saidao.core.convention to
            tools.jackson.databind;
    opens dev.saidao.core.derivation to
            tools.jackson.databind;
    opens dev.saidao.core.dossier to
            tools.jackson.databind;
    opens dev.saidao.core.figure to
            tools.jackson.databind;
    opens dev.saidao.core.indicator to
            tools.jackson.databind;
    opens dev.saidao.core.json to
            tools.jackson.databind;
    opens dev.saidao.core.relation to
            tools.jackson.databind;
}
