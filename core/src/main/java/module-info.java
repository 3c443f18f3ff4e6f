/** Figures that keep what was said, bounds, growth arithmetic, derivations and dossiers. */
@SuppressWarnings("module") // the modules that may see the internal package are compiled after this one
module dev.saidao.core {
    requires transitive org.jspecify;
    requires transitive tools.jackson.databind;
    requires de.siegmar.fastcsv;
    requires static com.github.albfernandez.juniversalchardet;
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
