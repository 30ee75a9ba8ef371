package org.serviceexchange.checker;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Proves the shipped processes, and finds what is wrong with processes that were changed as an analyst might. */
class ProveProcessesTest {

    private static final Path SHIPPED = Path.of("processes");

    @TempDir
    Path temp;

    /** The number of states says that nothing was left out; it changes with the processes and with what the checker knows. */
    @Test
    void provesTheShippedProcesses() throws IOException {
        Proof proof = ProveProcesses.of(SHIPPED);
        assertThat(proof.unproved()).isEmpty();
        assertThat(proof.against()).isEmpty();
        assertThat(proof.proved()).isTrue();
        assertThat(proof.states()).isEqualTo(3680);
        assertThat(proof.picture(Locale.ENGLISH)).isEmpty();
    }

    @ParameterizedTest
    @MethodSource("org.serviceexchange.checker.WrongProcesses#all")
    void findsAShortestWayToWhatIsWrong(WrongProcess wrong) throws IOException {
        Proof proof = ProveProcesses.of(changed(wrong.change()), wrong.keeping());
        assertThat(proof.unproved()).isEmpty();
        assertThat(proof.proved()).isFalse();
        CounterExample first = proof.against().get(0);
        List<CheckedStep> way = first.way();
        String last = way.isEmpty() ? "" : way.get(way.size() - 1).in(Locale.ENGLISH);
        assertThat(List.of(first.property(), way.size(), last, first.end().in(Locale.ENGLISH)))
                .containsExactly(wrong.property(), wrong.steps(), wrong.last(), wrong.end());
    }

    @ParameterizedTest
    @MethodSource("org.serviceexchange.checker.WrongProcesses#harmless")
    void provesAStepBeforeAWaitBecauseMessagesAreKept(UnaryOperator<ChangedProcesses> change) throws IOException {
        assertThat(ProveProcesses.of(changed(change), true).against()).isEmpty();
        assertThat(ProveProcesses.of(temp, true).proved()).isTrue();
    }

    @Test
    void losesNothingElseIfMessagesAreNotKept() throws IOException {
        assertThat(ProveProcesses.of(changed(WrongProcesses::withoutMailJob), false)
                        .against())
                .isEmpty();
    }

    @Test
    void losesTheContactWhileTheEMailWaitsIfMessagesAreNotKept() throws IOException {
        CounterExample found = ProveProcesses.of(SHIPPED, false).against().get(0);
        assertThat(found.property()).isEqualTo(Property.HEARD);
        assertThat(found.end().in(Locale.ENGLISH))
                .isEqualTo("Provider: \"Await consumer connect\" waits for a message that came before and was lost.");
    }

    @Test
    void saysNothingOfWhatItDoesNotUnderstand() throws IOException {
        Path folder = changed(one -> one.insert(
                        ChangedProcesses.REGISTRATION,
                        "flow_awaitConsent_to_awaitKeyExchange",
                        "call_legal",
                        "<bpmn:callActivity id=\"call_legal\" name=\"Ask legal\" calledElement=\"legal\" />")
                .replace(
                        ChangedProcesses.CONNECTION,
                        "delegateExpression=\"#\\{claimRegistrationDelegate}",
                        "delegateExpression=\"#{anotherDelegate}"));
        Proof proof = ProveProcesses.of(folder, true);
        assertThat(proof.proved()).isFalse();
        assertThat(proof.against()).isEmpty();
        assertThat(proof.unproved())
                .extracting(why -> why.in(Locale.ENGLISH))
                .containsExactly(
                        "\"Ask legal\" cannot be checked: elements like callActivity as it is drawn are not understood here.",
                        "\"Claim registration\" cannot be checked: it runs code that is not understood here.");
    }

    @ParameterizedTest
    @MethodSource("org.serviceexchange.checker.UnknownDrawings#all")
    void provesNothingOfADrawingThatItDoesNotFollow(UnaryOperator<ChangedProcesses> change, String why)
            throws IOException {
        Proof proof = ProveProcesses.of(changed(change), true);
        assertThat(proof.proved()).isFalse();
        assertThat(proof.unproved())
                .extracting(sentence -> sentence.in(Locale.ENGLISH))
                .containsExactly(why);
    }

    /** A process that calls itself is named rather than read for ever. */
    @Test
    void asksTheRuleBookFirst() throws IOException {
        Path folder = changed(one -> one.insert(
                ChangedProcesses.REGISTRATION,
                "flow_awaitConsent_to_awaitKeyExchange",
                "call_itself",
                "<bpmn:callActivity id=\"call_itself\" name=\"Once more\" calledElement=\"consumer-registration\" />"));
        assertThat(ProveProcesses.of(folder).unproved())
                .extracting(why -> why.in(Locale.ENGLISH))
                .anyMatch(why -> why.contains("“Once more”"));
        assertThat(ProveProcesses.of(folder, true).unproved())
                .extracting(why -> why.in(Locale.ENGLISH))
                .containsExactly(
                        "\"Once more\" cannot be checked: elements like callActivity as it is drawn are not understood here.");
    }

    @Test
    void namesWhatAFolderLacks() throws IOException {
        assertThat(ProveProcesses.of(temp, true).unproved())
                .extracting(why -> why.in(Locale.ENGLISH))
                .containsExactly(
                        "The folder has no process consumer-registration.",
                        "The folder has no process provider-connection.");
    }

    @Test
    void coloursTheWayOnBothDiagrams() throws IOException {
        String picture = ProveProcesses.of(changed(WrongProcesses::linkOfThirtyDays), true)
                .picture(Locale.ENGLISH)
                .orElseThrow();
        assertThat(picture)
                .startsWith("<svg xmlns=\"http://www.w3.org/2000/svg\"")
                .contains(">Provider</text>", ">Consumer</text>")
                .containsPattern("fill=\"" + WayPicture.LAST + "\">Link expired</text>")
                .doesNotContainPattern("fill=\"" + WayPicture.LAST + "\">Onboarded</text>");
    }

    private Path changed(UnaryOperator<ChangedProcesses> change) throws IOException {
        return change.apply(new ChangedProcesses(temp)).folder();
    }
}
