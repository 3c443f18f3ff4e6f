package dev.saidao.policy;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;

@AnalyzeClasses(packages = "dev.saidao", importOptions = ImportOption.DoNotIncludeTests.class)
class ArchitectureTest {

    @ArchTest
    static final ArchRule policy_knowsCoreOnly = noClasses()
            .that()
            .resideInAPackage("dev.saidao.policy..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("dev.saidao.forecasting..", "dev.saidao.samples..");

    @ArchTest
    static final ArchRule packages_haveNoCycles =
            slices().matching("dev.saidao.policy.(*)..").should().beFreeOfCycles();

    @ArchTest
    static final ArchRule packagesOfTheIndex_haveNoCycles = slices().matching("dev.saidao.policy.index.(**)")
            .namingSlices("$1")
            .should()
            .beFreeOfCycles();

    @ArchTest
    static final ArchRule indexItself_isKnownToRobustnessOnly = noClasses()
            .that()
            .resideInAnyPackage(
                    "dev.saidao.policy.index.coherence..",
                    "dev.saidao.policy.index.concentration..",
                    "dev.saidao.policy.index.ranking..",
                    "dev.saidao.policy.index.weighting..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("dev.saidao.policy.index", "dev.saidao.policy.index.robustness..");

    @ArchTest
    static final ArchRule mapper_isKnownInOnePackage = noClasses()
            .that()
            .resideOutsideOfPackage("dev.saidao.core.json..")
            .should()
            .dependOnClassesThat()
            .haveNameMatching("tools\\.jackson\\.databind\\.(ObjectMapper|json\\.JsonMapper)");
}
