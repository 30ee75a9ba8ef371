package org.serviceexchange.architecture;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaCodeUnit;
import com.tngtech.archunit.core.domain.JavaMethodCall;
import java.text.MessageFormat;
import java.util.Set;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.serviceexchange.platform.engine.FailedSteps;
import org.serviceexchange.platform.problem.ProblemTexts;

/** Nothing reads data out of a sentence: a problem is known by its code and arguments, wherever it comes from. */
class ErrorsAsDataTest {

    private static final Set<String> LOOKS_INTO_TEXT =
            Set.of("matches", "contains", "startsWith", "endsWith", "split", "indexOf", "lastIndexOf", "replaceFirst");

    @Test
    void noFormatIsReadBackwards() {
        noClasses()
                .should()
                .callMethodWhere(
                        DescribedPredicate.describe("parse a format of words", ErrorsAsDataTest::parsesAFormatOfWords))
                .check(Code.MAIN);
    }

    @Test
    void nothingLooksIntoTheMessageOfAnException() {
        Set<JavaCodeUnit> readers = callersOf(call ->
                call.getName().equals("getMessage") && call.getTargetOwner().isAssignableTo(Throwable.class));
        assertThat(readers).isNotEmpty();
        assertThat(readers)
                .filteredOn(
                        reader -> reader.getMethodCallsFromSelf().stream().anyMatch(ErrorsAsDataTest::looksIntoText))
                .isEmpty();
    }

    @Test
    void theMessageThatTheEngineKeepsIsReadInOnePlace() {
        Set<String> kept = Set.of("getExceptionMessage", "getIncidentMessage", "getJobExceptionMessage");
        // What moves a case to another version carries the message over as it is; what counts failures hands it to the
        // same reader
        assertThat(callersOf(call -> kept.contains(call.getName())))
                .extracting(caller -> caller.getOwner().getName())
                .containsExactlyInAnyOrder(
                        "org.serviceexchange.workshop.move.engine.JobsOfTheCase$Taken",
                        "org.serviceexchange.platform.measure.engine.MeasuredHistory");
        assertThat(referrersOf(kept)).containsExactly(FailedSteps.class.getName() + ".failure");
    }

    @Test
    void whoLooksUpACodeHasItAsData() {
        Set<JavaCodeUnit> lookups = callersOf(call -> call.getTargetOwner().isEquivalentTo(ProblemTexts.class)
                && call.getName().equals("known"));
        assertThat(lookups).isNotEmpty();
        assertThat(lookups)
                .extracting(JavaCodeUnit::getOwner)
                .filteredOn(owner -> owner.getMethodCallsFromSelf().stream().anyMatch(ErrorsAsDataTest::looksIntoText))
                .isEmpty();
    }

    private static boolean parsesAFormatOfWords(JavaMethodCall call) {
        return call.getTargetOwner().isAssignableTo(MessageFormat.class)
                && call.getName().startsWith("parse");
    }

    private static boolean looksIntoText(JavaMethodCall call) {
        boolean text =
                call.getTargetOwner().isAssignableTo(CharSequence.class) && LOOKS_INTO_TEXT.contains(call.getName());
        return text || call.getTargetOwner().isEquivalentTo(Pattern.class);
    }

    private static Set<JavaCodeUnit> callersOf(Predicate<JavaMethodCall> called) {
        return Code.MAIN.stream()
                .flatMap(type -> type.getMethodCallsFromSelf().stream())
                .filter(called)
                .map(JavaMethodCall::getOrigin)
                .collect(Collectors.toSet());
    }

    /** Methods that refer to one of these as {@code Job::getExceptionMessage}. */
    private static Set<String> referrersOf(Set<String> names) {
        return Code.MAIN.stream()
                .flatMap(type -> type.getMethodReferencesFromSelf().stream())
                .filter(reference -> names.contains(reference.getName()))
                .map(reference -> reference.getOriginOwner().getName() + "."
                        + reference.getOrigin().getName())
                .collect(Collectors.toSet());
    }
}
