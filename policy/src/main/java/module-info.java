/**
 * Targets and progress, talent by tiers and what it takes to reach them, composite indices, measures of policy documents.
 *
 * <p>Where to begin:
 *
 * <ul>
 *   <li>is a target within reach: {@link dev.saidao.policy.target.Target} and {@link dev.saidao.policy.target.ProgressCalculator}
 *   <li>how many have to come: {@link dev.saidao.policy.talent.IntakeCalculator}; tiers over years: {@link
 *       dev.saidao.policy.talent.TalentPlan}
 *   <li>a composite index: {@link dev.saidao.policy.index.IndicatorReader}, {@link dev.saidao.policy.index.CompositeRecipe} and
 *       {@link dev.saidao.policy.index.CompositeCalculator}
 *   <li>what a dossier says of policy: {@link dev.saidao.policy.dossier.PolicyDossiers}
 * </ul>
 *
 * @since 0.1
 */
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
