package dev.saidao.core;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;

@AnalyzeClasses(packages = "dev.saidao", importOptions = ImportOption.DoNotIncludeTests.class)
class ArchitectureTest {

    @ArchTest
    static final ArchRule core_knowsNoOtherModule = noClasses()
            .that()
            .resideInAPackage("dev.saidao.core..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("dev.saidao.forecasting..", "dev.saidao.policy..", "dev.saidao.samples..");

    @ArchTest
    static final ArchRule packages_haveNoCycles =
            slices().matching("dev.saidao.core.(*)..").should().beFreeOfCycles();

    @ArchTest
    static final ArchRule mapper_isKnownInOnePackage = noClasses()
            .that()
            .resideOutsideOfPackage("dev.saidao.core.json..")
            .should()
            .dependOnClassesThat()
            .haveNameMatching("tools\\.jackson\\.databind\\.(ObjectMapper|json\\.JsonMapper)");
}
