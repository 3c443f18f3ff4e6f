/** Targets and progress, talent by tiers and what it takes to reach them, measures of policy documents. */
module dev.saidao.policy {
    requires transitive dev.saidao.core;
    requires hipparchus.core;
    requires hipparchus.optim;
    requires transitive org.apache.commons.numbers.fraction;
    requires org.apache.commons.numbers.rootfinder;
    requires org.apache.commons.rng.api;
    requires org.apache.commons.rng.simple;
    requires org.apache.commons.statistics.descriptive;
    requires org.apache.commons.statistics.distribution;
    requires static java.compiler;
    requires static org.immutables.value.annotations;

    exports dev.saidao.policy.dossier;
    exports dev.saidao.policy.index;
    exports dev.saidao.policy.index.coherence;
    exports dev.saidao.policy.index.concentration;
    exports dev.saidao.policy.index.ranking;
    exports dev.saidao.policy.index.robustness;
    exports dev.saidao.policy.index.weighting;
    exports dev.saidao.policy.measure;
    exports dev.saidao.policy.talent;
    exports dev.saidao.policy.target;

    // the mapper makes values through their generated, hidden implementations
    opens dev.saidao.policy.dossier to
            tools.jackson.databind;
    opens dev.saidao.policy.index to
            tools.jackson.databind;
    opens dev.saidao.policy.index.robustness to
            tools.jackson.databind;
    opens dev.saidao.policy.measure to
            tools.jackson.databind;
    opens dev.saidao.policy.talent to
            tools.jackson.databind;
    opens dev.saidao.policy.target to
            tools.jackson.databind;
}
