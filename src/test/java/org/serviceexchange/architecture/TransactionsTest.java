package org.serviceexchange.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.AccessTarget;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaCodeUnit;
import com.tngtech.archunit.core.domain.JavaMethod;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** What takes long is not done while a database connection, or even the lock of a row, is held. */
class TransactionsTest {

    /** Calls to peers, mail, and the work of a password; owner and name of the method. */
    private static final Map<String, Set<String>> SLOW = Map.of(
            "org.serviceexchange.protocol.outbound.OutboundHttp", Set.of("get", "post", "postAnew", "requestFactory"),
            "org.springframework.mail.javamail.JavaMailSenderImpl", Set.of("send", "testConnection"),
            "jakarta.mail.Service", Set.of("connect"),
            "jakarta.mail.Store", Set.of("connect"),
            "org.serviceexchange.directory.engine.EnginePasswords", Set.of("hash", "right"),
            "org.camunda.bpm.engine.IdentityService", Set.of("checkPassword"),
            "org.camunda.bpm.engine.identity.User", Set.of("setPassword"));

    /** Give the slow work to other threads, or back to whoever carries it out after the transaction. */
    private static final Set<String> ELSEWHERE = Set.of(
            "org.serviceexchange.connection.state.PeerQuestions.beforeGivingUp",
            "org.serviceexchange.platform.engine.job.AskBeforeTransaction.execute",
            "org.serviceexchange.provider.keyexchange.ProbeAgain.of");

    private static final Set<Propagation> WITHOUT = Set.of(Propagation.NEVER, Propagation.NOT_SUPPORTED);

    @Test
    void noTransactionIsOpenDuringCallsMailAndTheWorkOfPasswords() {
        Set<JavaCodeUnit> slow = reaching();
        assertThat(slow.stream().map(JavaCodeUnit::getFullName))
                .as("the rule sees through the layers")
                .anyMatch(name -> name.contains("ClaimRegistration.claim("))
                .anyMatch(name -> name.contains("ContactPages.sendLink("))
                .anyMatch(name -> name.contains("SetPassword.set("))
                .anyMatch(name -> name.contains("SendRegistrationEMailDelegate.ask("));
        assertThat(slow.stream().filter(TransactionsTest::opensATransaction).map(JavaCodeUnit::getFullName))
                .isEmpty();
    }

    /** A thread that waits for a second connection while it has one may wait for ever, if others do the same. */
    @Test
    void noTransactionBeginsWithinAnother() {
        List<String> nested = methods()
                .filter(method -> propagation(method)
                        .filter(Propagation.REQUIRES_NEW::equals)
                        .isPresent())
                .map(JavaMethod::getFullName)
                .toList();
        assertThat(nested).isEmpty();
    }

    /** Every method of ours from which something slow is called, however many calls away. */
    private static Set<JavaCodeUnit> reaching() {
        Map<String, List<JavaCodeUnit>> callers = methods()
                .map(JavaCodeUnit.class::cast)
                .flatMap(method -> method.getCallsFromSelf().stream())
                .collect(Collectors.groupingBy(
                        call -> key(call.getTarget()),
                        Collectors.mapping(call -> call.getOrigin(), Collectors.toList())));
        Deque<String> open = new ArrayDeque<>();
        SLOW.forEach((type, names) -> callers.keySet().stream()
                .filter(key -> names.stream().anyMatch(name -> key.startsWith(type + "." + name + "(")))
                .forEach(open::add));
        Set<JavaCodeUnit> found = new HashSet<>();
        while (!open.isEmpty()) {
            for (JavaCodeUnit caller : callers.getOrDefault(open.pop(), List.of())) {
                if (!ELSEWHERE.contains(caller.getOwner().getFullName() + "." + caller.getName())
                        && found.add(caller)) {
                    keys(caller).forEach(open::add);
                }
            }
        }
        return found;
    }

    /** The names under which a method is called: its own, and those of the interfaces and classes that declare it. */
    private static Stream<String> keys(JavaCodeUnit method) {
        String signature =
                method.getFullName().substring(method.getOwner().getFullName().length());
        return Stream.concat(
                        Stream.of(method.getOwner()),
                        Stream.concat(
                                method.getOwner().getAllRawInterfaces().stream(),
                                method.getOwner().getAllRawSuperclasses().stream()))
                .map(type -> type.getFullName() + signature);
    }

    private static String key(AccessTarget target) {
        return target.getFullName();
    }

    private static boolean opensATransaction(JavaCodeUnit method) {
        return propagation(method).filter(found -> !WITHOUT.contains(found)).isPresent();
    }

    private static Optional<Propagation> propagation(JavaCodeUnit method) {
        return method.tryGetAnnotationOfType(Transactional.class)
                .map(Optional::of)
                .orElseGet(() -> method.getOwner().tryGetAnnotationOfType(Transactional.class))
                .map(Transactional::propagation);
    }

    private static Stream<JavaMethod> methods() {
        return Code.MAIN.stream().map(JavaClass::getMethods).flatMap(Set::stream);
    }
}
