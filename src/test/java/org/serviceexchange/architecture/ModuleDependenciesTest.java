package org.serviceexchange.architecture;

import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.properties.HasName;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Allowed dependencies on libraries and between packages. */
class ModuleDependenciesTest {

    private static final DescribedPredicate<JavaClass> CRYPTOGRAPHY = resideInAnyPackage(
                    "java.security..", "javax.crypto..", "org.bouncycastle..")
            .and(DescribedPredicate.not(HasName.Predicates.name("java.security.Principal")))
            .as("cryptography");

    static List<Dependency> dependencies() {
        return List.of(
                new Dependency("the engine", resideInAnyPackage("org.camunda.."), List.of("..engine..")),
                new Dependency(
                        "servlets, Spring MVC and Spring Security",
                        resideInAnyPackage(
                                "jakarta.servlet..",
                                "org.springframework.web.servlet..",
                                "org.springframework.web.bind..",
                                "org.springframework.security.."),
                        List.of("..web..")),
                new Dependency(
                        "JDBC",
                        resideInAnyPackage("java.sql..", "javax.sql..", "org.springframework.jdbc.."),
                        List.of("..store..")),
                new Dependency(
                        "mail",
                        resideInAnyPackage("org.springframework.mail..", "jakarta.mail.."),
                        List.of("..mail..")),
                new Dependency("cryptography", CRYPTOGRAPHY, List.of(Code.ROOT + ".kmf..", Code.ROOT + ".protocol..")));
    }

    @ParameterizedTest
    @MethodSource("dependencies")
    void libraryIsUsedOnlyAtHome(Dependency dependency) {
        noClasses()
                .that()
                .resideOutsideOfPackages(dependency.homes().toArray(String[]::new))
                .should()
                .dependOnClassesThat(dependency.library())
                .because("only " + String.join(", ", dependency.homes()) + " may know " + dependency.name())
                .check(Code.MAIN);
    }

    @ParameterizedTest
    @MethodSource("dependencies")
    void everyHomeExistsAndUsesItsLibrary(Dependency dependency) {
        for (String home : dependency.homes()) {
            assertThat(Code.MAIN.that(resideInAPackage(home)))
                    .as("classes in %s that use %s", home, dependency.name())
                    .anyMatch(type -> type.getDirectDependenciesFromSelf().stream()
                            .anyMatch(use -> dependency.library().test(use.getTargetClass())));
        }
    }

    @Test
    void providerAndConsumerNeverSeeEachOther() {
        assertThat(Code.MAIN.that(resideInAPackage(Code.ROOT + ".provider.."))).hasSizeGreaterThan(10);
        assertThat(Code.MAIN.that(resideInAPackage(Code.ROOT + ".consumer.."))).hasSizeGreaterThan(10);
        neverSees("provider", "consumer");
        neverSees("consumer", "provider");
    }

    @Test
    void nothingKnowsOfTheDemonstration() {
        noClasses()
                .that()
                .resideOutsideOfPackage(Code.ROOT + ".demo..")
                .should()
                .dependOnClassesThat()
                .resideInAPackage(Code.ROOT + ".demo..")
                .check(Code.MAIN);
    }

    @Test
    void onlyTheCommandLineAndTheRehearsalKnowOfTheChecker() {
        noClasses()
                .that()
                .resideOutsideOfPackages(Code.ROOT + ".checker..", Code.ROOT + ".command..", Code.ROOT + ".rehearsal..")
                .should()
                .dependOnClassesThat()
                .resideInAPackage(Code.ROOT + ".checker..")
                .check(Code.MAIN);
    }

    @Test
    void onlyTheCommandLineKnowsOfTheRehearsal() {
        noClasses()
                .that()
                .resideOutsideOfPackages(Code.ROOT + ".rehearsal..", Code.ROOT + ".command..")
                .should()
                .dependOnClassesThat()
                .resideInAPackage(Code.ROOT + ".rehearsal..")
                .check(Code.MAIN);
    }

    private static void neverSees(String feature, String other) {
        noClasses()
                .that()
                .resideInAPackage(Code.ROOT + "." + feature + "..")
                .should()
                .dependOnClassesThat()
                .resideInAPackage(Code.ROOT + "." + other + "..")
                .check(Code.MAIN);
    }

    /** A library and the only packages that may depend on it. */
    record Dependency(String name, DescribedPredicate<JavaClass> library, List<String> homes) {

        @Override
        public String toString() {
            return name;
        }
    }
}
