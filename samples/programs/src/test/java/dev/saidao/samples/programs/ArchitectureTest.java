package dev.saidao.samples.programs;

import static com.tngtech.archunit.base.DescribedPredicate.describe;
import static com.tngtech.archunit.base.DescribedPredicate.not;
import static com.tngtech.archunit.core.domain.JavaCall.Predicates.target;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.core.domain.JavaModifier.FINAL;
import static com.tngtech.archunit.core.domain.JavaModifier.PRIVATE;
import static com.tngtech.archunit.core.domain.JavaModifier.PUBLIC;
import static com.tngtech.archunit.lang.conditions.ArchPredicates.are;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.constructors;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.fields;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.methods;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noMethods;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.AccessTarget;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaMethod;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.junit.ArchTests;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import dev.saidao.core.growth.GrowthCalculator;
import dev.saidao.forecasting.series.AnnualSeries;
import dev.saidao.policy.talent.GradedModel;
import dev.saidao.policy.target.Target;
import java.lang.module.ModuleDescriptor;
import java.lang.module.ModuleFinder;
import java.lang.module.ModuleReference;
import java.net.URISyntaxException;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.NullMarked;

/** What holds of all modules, as the design and CONTRIBUTING.md have it. */
@AnalyzeClasses(packages = "dev.saidao", importOptions = ImportOption.DoNotIncludeTests.class)
class ArchitectureTest {

    private static final String[] LIBRARY = {"dev.saidao.core..", "dev.saidao.forecasting..", "dev.saidao.policy.."};
    private static final DescribedPredicate<JavaClass> IN_LIBRARY = resideInAnyPackage(LIBRARY);
    private static final DescribedPredicate<JavaClass> GENERATED =
            describe("generated", type -> outermost(type).getSimpleName().startsWith("Immutable"));

    /** Methods of the library that its users see. */
    private static final DescribedPredicate<JavaMethod> OFFERED = describe(
            "offered",
            method -> IN_LIBRARY.test(method.getOwner())
                    && !method.getOwner().getPackageName().contains(".internal")
                    && isVisible(method.getOwner())
                    && !method.getModifiers().contains(PRIVATE)
                    && (method.getModifiers().contains(PUBLIC)
                            || method.getModifiers().contains(JavaModifier.PROTECTED)));

    private static JavaClass outermost(JavaClass type) {
        return type.getEnclosingClass().map(ArchitectureTest::outermost).orElse(type);
    }

    private static boolean isVisible(JavaClass type) {
        return type.getModifiers().contains(PUBLIC)
                && type.getEnclosingClass().map(ArchitectureTest::isVisible).orElse(true);
    }

    // ---- arrows ----

    @ArchTest
    static final ArchRule core_knowsNoOtherModule = arrows("core", "forecasting", "policy", "samples");

    @ArchTest
    static final ArchRule forecasting_knowsCoreOnly = arrows("forecasting", "policy", "samples");

    @ArchTest
    static final ArchRule policy_knowsCoreOnly = arrows("policy", "forecasting", "samples");

    private static ArchRule arrows(String module, String... others) {
        return noClasses()
                .that()
                .resideInAPackage("dev.saidao." + module + "..")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage(Stream.of(others)
                        .map(other -> "dev.saidao." + other + "..")
                        .toArray(String[]::new));
    }

    @ArchTest
    static final ArchRule packages_haveNoCycles =
            slices().matching("dev.saidao.(*).(*)..").should().beFreeOfCycles();

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

    // ---- what is in one place only ----

    @ArchTest
    static final ArchRule mapper_isKnownInOnePackage = noClasses()
            .that(are(IN_LIBRARY))
            .and()
            .resideOutsideOfPackage("dev.saidao.core.json..")
            .should()
            .dependOnClassesThat()
            .haveNameMatching("tools\\.jackson\\.databind\\.(ObjectMapper|json\\.JsonMapper)");

    @ArchTest
    static final ArchRule files_areWrittenInOnePackage = noClasses()
            .that()
            .resideInAnyPackage("dev.saidao.core..", "dev.saidao.forecasting..", "dev.saidao.policy..")
            .or()
            .resideInAPackage("dev.saidao.samples.programs..")
            .and()
            .resideOutsideOfPackage("dev.saidao.core.file..")
            // which writes to standard output and standard error
            .and()
            .doNotHaveFullyQualifiedName(Terminal.class.getName() + "$Remembering")
            .should()
            .callCodeUnitWhere(target(describe("writes files", ArchitectureTest::writesFiles)));

    private static boolean writesFiles(AccessTarget.CodeUnitCallTarget target) {
        String owner = target.getOwner().getName();
        return (owner.equals("java.nio.file.Files")
                        && target.getName()
                                .matches(
                                        "write.*|new(BufferedWriter|OutputStream|ByteChannel)|move|copy|create.*|delete.*"))
                || owner.matches("java\\.io\\.(FileOutputStream|FileWriter|RandomAccessFile)")
                || (owner.equals("java.io.PrintWriter")
                        && target.getName().equals("<init>")
                        && target.getRawParameterTypes().get(0).getName().matches("java\\.(io\\.File|lang\\.String)"));
    }

    @ArchTest
    static final ArchRule library_doesWithoutGuava =
            noClasses().that(are(IN_LIBRARY)).should().dependOnClassesThat().resideInAPackage("com.google..");

    @ArchTest
    static final ArchRule library_printsNothing =
            classes().that(are(IN_LIBRARY)).should(notAccessStandardStreams());

    private static ArchCondition<JavaClass> notAccessStandardStreams() {
        return new ArchCondition<>("print nothing") {
            @Override
            public void check(JavaClass type, ConditionEvents events) {
                type.getFieldAccessesFromSelf().stream()
                        .filter(access -> access.getTargetOwner().isEquivalentTo(System.class))
                        .forEach(access -> events.add(SimpleConditionEvent.violated(type, access.getDescription())));
            }
        };
    }

    // ---- names and signatures ----

    @ArchTest
    static final ArchRule signatures_nameNothingGeneratedAndNoGuava =
            methods().that(are(OFFERED)).should(nameOnlyWhatUsersSee());

    private static ArchCondition<JavaMethod> nameOnlyWhatUsersSee() {
        DescribedPredicate<JavaClass> hidden =
                GENERATED.or(resideInAnyPackage("com.google..", "dev.saidao..internal.."));
        return new ArchCondition<>("name nothing generated, nothing internal and no Guava") {
            @Override
            public void check(JavaMethod method, ConditionEvents events) {
                Stream.concat(
                                method.getReturnType().getAllInvolvedRawTypes().stream(),
                                method.getParameterTypes().stream()
                                        .flatMap(type -> type.getAllInvolvedRawTypes().stream()))
                        .filter(hidden)
                        .filter(type -> !GENERATED.test(method.getOwner()))
                        .forEach(type -> events.add(SimpleConditionEvent.violated(
                                method, method.getFullName() + " names " + type.getName())));
            }
        };
    }

    /**
     * Jackson is what {@code core.json} is about. {@code GradedModel} answers in exact fractions: one of our own would do what
     * Commons Numbers, small and without dependencies, does already.
     */
    @ArchTest
    static final ArchRule signatures_nameOnlyTheJdkAndUs = methods()
            .that(are(OFFERED))
            .and()
            .areDeclaredInClassesThat()
            .resideOutsideOfPackage("dev.saidao.core.json..")
            .and()
            .areDeclaredInClassesThat()
            .doNotHaveFullyQualifiedName(GradedModel.class.getName())
            .should(nameNothingOf(not(resideInAnyPackage("java..", "dev.saidao..", ""))));

    private static ArchCondition<JavaMethod> nameNothingOf(DescribedPredicate<JavaClass> others) {
        return new ArchCondition<>("name only the JDK's types and ours") {
            @Override
            public void check(JavaMethod method, ConditionEvents events) {
                Stream.concat(
                                method.getReturnType().getAllInvolvedRawTypes().stream(),
                                method.getParameterTypes().stream()
                                        .flatMap(type -> type.getAllInvolvedRawTypes().stream()))
                        .map(JavaClass::getBaseComponentType)
                        .filter(others)
                        .forEach(type -> events.add(SimpleConditionEvent.violated(
                                method, method.getFullName() + " names " + type.getName())));
            }
        };
    }

    @ArchTest
    static final ArchRule methods_areNamedByWhatTheyReturn = noMethods()
            .that(are(OFFERED))
            // which every exception has
            .and()
            .doNotHaveName("getMessage")
            .should()
            .haveNameMatching("(get|set|calculate|compute)[A-Z].*");

    @ArchTest
    static final ArchRule questions_haveYesOrNoForAnAnswer = methods()
            .that(are(OFFERED))
            .and()
            .haveNameMatching("is[A-Z].*")
            .should()
            .haveRawReturnType(boolean.class);

    // ---- values and calculators ----

    @ArchTest
    static final ArchRule calculators_areFinal = classes()
            .that(are(IN_LIBRARY))
            .and()
            .haveNameMatching(".*(Calculator|Auditor|Fitter|Planner|Evaluator)")
            .should()
            .haveModifier(FINAL);

    @ArchTest
    static final ArchRule calculators_holdNoState = fields().that()
            .areDeclaredInClassesThat(are(IN_LIBRARY))
            .and()
            .areDeclaredInClassesThat()
            .haveNameMatching(".*(Calculator|Auditor|Fitter|Planner|Evaluator)")
            .should()
            .beFinal();

    @ArchTest
    static final ArchRule calculators_touchNoFiles = noClasses()
            .that(are(IN_LIBRARY))
            .and()
            .haveNameMatching(".*(Calculator|Auditor|Fitter|Planner|Evaluator)")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("java.io..", "java.nio.file..");

    /** Only the generated class extends a value. */
    @ArchTest
    static final ArchRule values_areClosed = constructors()
            .that()
            .areDeclaredInClassesThat(are(IN_LIBRARY.and(
                    describe("values", type -> type.getSubclasses().stream().anyMatch(GENERATED)))))
            .should()
            .notBePublic()
            .andShould()
            .notBeProtected();

    // ---- native images ----

    @ArchTest
    static final ArchTests nativeImages = ArchTests.in(NativeImageRules.class);

    // ---- packages ----

    @ArchTest
    static void packages_sayWhatMayBeNull(JavaClasses classes) {
        List<String> unmarked = classes.that(IN_LIBRARY).stream()
                .map(JavaClass::getPackage)
                .distinct()
                .filter(room -> !room.isAnnotatedWith(NullMarked.class))
                .map(room -> room.getName())
                .toList();
        assertThat(unmarked).isEmpty();
    }

    @ArchTest
    static void modules_exportAllButWhatIsInternal(JavaClasses classes) throws URISyntaxException {
        for (Class<?> member : List.of(GrowthCalculator.class, AnnualSeries.class, Target.class)) {
            ModuleDescriptor module = module(member);
            Set<String> exported = module.exports().stream()
                    .filter(export -> !export.isQualified())
                    .map(ModuleDescriptor.Exports::source)
                    .collect(Collectors.toSet());
            Set<String> offered = classes.that(resideInAPackage(module.name() + "..")).stream()
                    .filter(not(GENERATED).and(describe("visible", ArchitectureTest::isVisible)))
                    .map(JavaClass::getPackageName)
                    .filter(room -> !room.contains(".internal"))
                    .collect(Collectors.toSet());

            assertThat(exported).as("%s", module.name()).isEqualTo(offered);
            assertThat(module.opens()).as("%s", module.name()).allMatch(ModuleDescriptor.Opens::isQualified);
        }
    }

    private static ModuleDescriptor module(Class<?> member) throws URISyntaxException {
        Path place = Path.of(
                member.getProtectionDomain().getCodeSource().getLocation().toURI());
        return ModuleFinder.of(place).findAll().stream()
                .map(ModuleReference::descriptor)
                .findFirst()
                .orElseThrow();
    }
}
