/** Figures that keep what was said, bounds, growth arithmetic, derivations and dossiers. */
@SuppressWarnings("module") // the modules that may see the internal package are compiled after this one
module dev.saidao.core {
    requires transitive org.jspecify;
    requires com.google.common;
    requires tools.jackson.databind;
    requires ch.obermuhlner.math.big;
    requires static com.google.errorprone.annotations;
    requires static java.compiler;
    requires static org.immutables.value.annotations;

    exports dev.saidao.core.bounds;
    exports dev.saidao.core.derivation;
    exports dev.saidao.core.figure;
    exports dev.saidao.core.quantity;
    exports dev.saidao.core.text;
    exports dev.saidao.core.internal to
            dev.saidao.forecasting,
            dev.saidao.policy;
}
