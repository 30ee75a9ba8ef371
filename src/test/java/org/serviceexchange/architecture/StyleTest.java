package org.serviceexchange.architecture;

import static com.tngtech.archunit.core.domain.JavaClass.Predicates.assignableTo;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.fields;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noFields;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.AccessTarget;
import com.tngtech.archunit.core.domain.JavaCall;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.library.GeneralCodingRules;
import java.util.Date;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.context.properties.ConfigurationProperties;

/** Style rules: use of Spring, visibility, names, and forbidden calls. */
class StyleTest {

    private static final Set<String> SPRING_OF_A_ROOT = Set.of(
            "org.springframework.stereotype.Service",
            "org.springframework.stereotype.Component",
            "org.springframework.transaction.annotation.Transactional",
            "org.springframework.transaction.annotation.Propagation",
            // The default value of an annotation member
            "org.springframework.transaction.annotation.Isolation");

    private static final DescribedPredicate<JavaClass> SPRING_BEYOND_MARKS = resideInAPackage("org.springframework..")
            .and(new DescribedPredicate<>("that are not marks of a service") {
                @Override
                public boolean test(JavaClass type) {
                    return !SPRING_OF_A_ROOT.contains(type.getName());
                }
            });

    private static final DescribedPredicate<JavaCall<?>> ASKS_THE_MACHINE_FOR_THE_TIME =
            new DescribedPredicate<>("ask the machine for the time") {
                @Override
                public boolean test(JavaCall<?> call) {
                    AccessTarget.CodeUnitCallTarget target = call.getTarget();
                    boolean bare = target.getRawParameterTypes().isEmpty();
                    String owner = target.getOwner().getName();
                    return (owner.startsWith("java.time.") && target.getName().equals("now") && bare)
                            || (owner.equals(System.class.getName())
                                    && target.getName().equals("currentTimeMillis"))
                            || (owner.equals(Date.class.getName())
                                    && target.getName().equals("<init>")
                                    && bare);
                }
            };

    @ParameterizedTest
    @ValueSource(strings = {"provider", "consumer"})
    void featureRootsUseSpringOnlyToMarkServices(String feature) {
        noClasses()
                .that()
                .resideInAPackage(Code.ROOT + "." + feature + ".*")
                .and()
                .resideOutsideOfPackage("..web")
                .and()
                .areNotAnnotatedWith(ConfigurationProperties.class)
                .and()
                .doNotHaveSimpleName("package-info")
                .should()
                .dependOnClassesThat(SPRING_BEYOND_MARKS)
                .check(Code.MAIN);
    }

    @ParameterizedTest
    @ValueSource(strings = {"provider", "consumer"})
    void recordsOfFeatureRootsDoNotKnowSpring(String feature) {
        noClasses()
                .that()
                .resideInAPackage(Code.ROOT + "." + feature + ".*")
                .and()
                .resideOutsideOfPackage("..web")
                .and()
                .areRecords()
                .and()
                .areNotAnnotatedWith(ConfigurationProperties.class)
                .should()
                .dependOnClassesThat()
                .resideInAPackage("org.springframework..")
                .check(Code.MAIN);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "org.springframework.stereotype.Controller",
                "org.springframework.stereotype.Repository",
                "org.springframework.context.annotation.Configuration"
            })
    void edgesArePackagePrivate(String mark) {
        classes()
                .that()
                .areMetaAnnotatedWith(mark)
                .and()
                .doNotHaveSimpleName("ServiceExchangeApplication")
                .should()
                .bePackagePrivate()
                .check(Code.MAIN);
    }

    @Test
    void delegatesAndStoresArePackagePrivate() {
        classes()
                .that(assignableTo("org.camunda.bpm.engine.delegate.JavaDelegate"))
                .and()
                .doNotHaveModifier(JavaModifier.ABSTRACT)
                .should()
                .bePackagePrivate()
                .check(Code.MAIN);
        classes()
                .that()
                .resideInAPackage("..store..")
                .and()
                .resideOutsideOfPackage(Code.ROOT + ".platform.store")
                .and()
                .doNotHaveSimpleName("package-info")
                .should()
                .notBePublic()
                .check(Code.MAIN);
    }

    @Test
    void dependenciesComeThroughTheConstructor() {
        GeneralCodingRules.NO_CLASSES_SHOULD_USE_FIELD_INJECTION.check(Code.MAIN);
    }

    @Test
    void delegatesKeepNothing() {
        fields().that()
                .areDeclaredInClassesThat(assignableTo("org.camunda.bpm.engine.delegate.JavaDelegate"))
                .should()
                .beFinal()
                .check(Code.MAIN);
    }

    @Test
    void onlyTheDemonstrationAndTheCommandPrintToTheTerminal() {
        noClasses()
                .that()
                .resideOutsideOfPackage(Code.ROOT + ".demo")
                .and()
                .doNotHaveSimpleName("CommandLineProgram")
                .should(GeneralCodingRules.ACCESS_STANDARD_STREAMS)
                .check(Code.MAIN);
    }

    @Test
    void theTimeComesFromTheClock() {
        noClasses()
                .should()
                .callMethodWhere(anyCall(ASKS_THE_MACHINE_FOR_THE_TIME))
                .check(Code.MAIN);
        noClasses()
                .should()
                .callConstructorWhere(anyCall(ASKS_THE_MACHINE_FOR_THE_TIME))
                .check(Code.MAIN);
    }

    @Test
    void namesSayWhatAClassIs() {
        noClasses()
                .should()
                .haveSimpleNameEndingWith("Impl")
                .orShould()
                .haveSimpleNameEndingWith("Util")
                .orShould()
                .haveSimpleNameEndingWith("Utils")
                .orShould()
                .haveSimpleNameEndingWith("Manager")
                .orShould()
                .haveSimpleNameStartingWith("Base")
                .check(Code.MAIN);
    }

    @Test
    void nobodyUsesLombok() {
        noClasses().should().dependOnClassesThat().resideInAPackage("lombok..").check(Code.MAIN);
    }

    @Test
    void packagesHaveNoCycles() {
        slices().matching(Code.ROOT + ".(*)..").should().beFreeOfCycles().check(Code.MAIN);
    }

    @Test
    void noFieldIsInjectedByItsAnnotation() {
        noFields()
                .should()
                .beAnnotatedWith("org.springframework.beans.factory.annotation.Value")
                .check(Code.MAIN);
    }

    @SuppressWarnings("unchecked")
    private static <T extends JavaCall<?>> DescribedPredicate<T> anyCall(DescribedPredicate<JavaCall<?>> predicate) {
        return (DescribedPredicate<T>) (DescribedPredicate<?>) predicate;
    }
}
