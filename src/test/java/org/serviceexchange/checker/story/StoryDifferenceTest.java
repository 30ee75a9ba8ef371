package org.serviceexchange.checker.story;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.serviceexchange.checker.ChangedProcesses;

/** What stories say of models that an analyst has changed, against those of the shipped ones. */
class StoryDifferenceTest {

    private static final String BEFORE_THE_LINK = "flow_validatePrerequisites_to_createRegistrationTask";

    @TempDir
    Path temp;

    private List<String> difference(UnaryOperator<ChangedProcesses> change) throws IOException {
        String shipped = FolderStories.of(Path.of("processes")).text(Locale.ENGLISH);
        FolderStories today =
                FolderStories.of(change.apply(new ChangedProcesses(temp)).folder());
        assertThat(today.untold()).isEmpty();
        return StoryDifference.between(StoryBook.read(shipped), StoryBook.read(today.text(Locale.ENGLISH))).stream()
                .map(one -> (one.inStory() ? "  " : "") + one.said().in(Locale.ENGLISH))
                .toList();
    }

    @Test
    void isNothingForModelsOfTheSameSteps() throws IOException {
        assertThat(difference(one -> one.replace(
                        ChangedProcesses.REGISTRATION,
                        "No link is made before all checks pass",
                        "No link is made yet")))
                .isEmpty();
    }

    @Test
    void tellsOfAnApprovalBeforeTheLink() throws IOException {
        List<String> found = difference(StoryDifferenceTest::legalBeforeTheLink);
        assertThat(found)
                .startsWith(
                        "Changed story: All goes well",
                        "  Provider, after “All checks pass” there is no longer: "
                                + "Create registration task → Is mail on? (yes) → Send registration e-mail",
                        "  Now: The provider then waits at “Ask legal” (for a person of: legal); the registration is “Validated”.",
                        "  Now: * Provider: A person completes \"Ask legal\".",
                        "  Now: Provider: Create registration task → Is mail on? (yes) → Send registration e-mail")
                .contains(
                        "New story: Provider: “Ask legal” is refused",
                        "New story: Provider: nobody answers “Ask legal”")
                .last()
                .asString()
                .startsWith("Only what they have in common with another story changed in: ");
        assertThat(FolderStories.of(temp).text(Locale.ENGLISH)).contains("""
                        # Provider: “Ask legal” is refused
                        … begins like “All goes well”, up to: Provider: An admin orders the registration.
                        * Provider: "Ask legal" is refused: the case is closed.
                            Provider: Cancellation requested → Cancel registration → Closed Incomplete: cancelled
                            The provider's process has ended; the registration is “Closed Incomplete: not approved”.
                        In the end the registration is “Closed Incomplete: not approved”; nobody has begun a connection.
                        """);
    }

    @Test
    void tellsOfEachOfTwoStoriesOfOneTitle() {
        String told = "# Ask\n* Provider: Yes.\n\n# Ask\n* Provider: No.\n";
        assertThat(between(told, told)).isEmpty();
        assertThat(between(told, told.replace("Yes.", "Maybe.")))
                .containsExactly("Changed story: Ask", "No longer: * Provider: Yes.", "Now: * Provider: Maybe.");
        assertThat(between(told, told.replace("No.", "Maybe."))).first().isEqualTo("Changed story: Ask (2)");
    }

    @Test
    void takesNoArrowOfALabelForAWay() {
        String told =
                "# Ask\n    The provider then waits at “A → B” for a day.\n* Provider: The time of “A → B” has come (P1D).\n";
        assertThat(between(told, told.replace("a day", "two days").replace("P1D", "P2D")))
                .containsExactly(
                        "Changed story: Ask",
                        "Before: The provider then waits at “A → B” for a day."
                                + " – Now: The provider then waits at “A → B” for two days.",
                        "Before: * Provider: The time of “A → B” has come (P1D)."
                                + " – Now: * Provider: The time of “A → B” has come (P2D).");
    }

    private static List<String> between(String accepted, String today) {
        return StoryDifference.between(StoryBook.read(accepted), StoryBook.read(today)).stream()
                .map(one -> one.said().in(Locale.ENGLISH))
                .toList();
    }

    private static ChangedProcesses legalBeforeTheLink(ChangedProcesses one) {
        return one.insert(
                ChangedProcesses.REGISTRATION,
                BEFORE_THE_LINK,
                "userTask_askLegal",
                "<bpmn:userTask id=\"userTask_askLegal\" name=\"Ask legal\" camunda:candidateGroups=\"legal\""
                        + " camunda:formKey=\"embedded:deployment:forms/approval.html\"><bpmn:extensionElements>"
                        + "<camunda:properties><camunda:property name=\"approvalBefore\" value=\"link\" />"
                        + "</camunda:properties></bpmn:extensionElements></bpmn:userTask>");
    }

    @Test
    void tellsOfADecisionAndOfBothItsAnswers() throws IOException {
        List<String> found = difference(StoryDifferenceTest::trustedCompanies);
        assertThat(found)
                .contains(
                        "  Provider, after “All checks pass” there is now: Is the company trusted? → Trusted? (yes)",
                        "New story: Another way: Provider: Company checked");
        assertThat(FolderStories.of(temp).text(Locale.ENGLISH))
                .contains("Is the company trusted? → Trusted? (no)\n")
                .contains("* Provider: The time of “Company checked” has come (P1D).\n")
                .doesNotContain("Not possible");
    }

    private static ChangedProcesses trustedCompanies(ChangedProcesses one) {
        return one.insert(
                        ChangedProcesses.REGISTRATION,
                        BEFORE_THE_LINK,
                        "decision_trusted",
                        "<bpmn:intermediateCatchEvent id=\"event_checked\" name=\"Company checked\">"
                                + "<bpmn:timerEventDefinition id=\"timer_checked\"><bpmn:timeDuration>P1D</bpmn:timeDuration>"
                                + "</bpmn:timerEventDefinition></bpmn:intermediateCatchEvent>"
                                + "<bpmn:exclusiveGateway id=\"gateway_trusted\" name=\"Trusted?\" default=\"flow_no\" />"
                                + "<bpmn:businessRuleTask id=\"decision_trusted\" name=\"Is the company trusted?\""
                                + " camunda:decisionRef=\"trusted-companies\" camunda:decisionRefBinding=\"deployment\""
                                + " camunda:mapDecisionResult=\"singleEntry\" camunda:resultVariable=\"decision_trusted\" />"
                                + "<bpmn:sequenceFlow id=\"flow_no\" name=\"no\" sourceRef=\"gateway_trusted\""
                                + " targetRef=\"event_checked\" />"
                                + "<bpmn:sequenceFlow id=\"flow_called\" sourceRef=\"event_checked\""
                                + " targetRef=\"merge_trusted\" />"
                                + "<bpmn:sequenceFlow id=\"flow_trusted\" sourceRef=\"decision_trusted\""
                                + " targetRef=\"gateway_trusted\" />"
                                + "<bpmn:sequenceFlow id=\"flow_yes\" name=\"yes\" sourceRef=\"gateway_trusted\""
                                + " targetRef=\"merge_trusted\"><bpmn:conditionExpression>\\${decision_trusted}"
                                + "</bpmn:conditionExpression></bpmn:sequenceFlow>"
                                + "<bpmn:exclusiveGateway id=\"merge_trusted\" />")
                .replace(
                        ChangedProcesses.REGISTRATION,
                        "(<bpmn:sequenceFlow id=\"flow_decision_trusted\" sourceRef=\")decision_trusted",
                        "$1merge_trusted");
    }

    @Test
    void tellsOfAWaitAndOfAnotherTime() throws IOException {
        assertThat(difference(one -> one.insert(
                                ChangedProcesses.REGISTRATION,
                                "flow_awaitConsent_to_awaitKeyExchange",
                                "event_oneHour",
                                "<bpmn:intermediateCatchEvent id=\"event_oneHour\" name=\"One hour\">"
                                        + "<bpmn:timerEventDefinition id=\"timer_oneHour\">"
                                        + "<bpmn:timeDuration>PT1H</bpmn:timeDuration></bpmn:timerEventDefinition>"
                                        + "</bpmn:intermediateCatchEvent>")
                        .replace(ChangedProcesses.REGISTRATION, "(<bpmn:timeCycle[^>]*>)R/P1D", "$1R/P2D")))
                .contains(
                        "  Now: * Provider: The time of “One hour” has come (PT1H).",
                        "  Before: * Provider: The time of “Reminder due” has come (R/P1D)."
                                + " – Now: * Provider: The time of “Reminder due” has come (R/P2D).");
    }

    @Test
    void tellsWhatIsNotPossibleAnyMoreAndWhatIsNeverReached() throws IOException {
        FolderStories stories = FolderStories.of(new ChangedProcesses(temp)
                .replace(
                        ChangedProcesses.REGISTRATION,
                        "<bpmn:conditionExpression xsi:type=\"bpmn:tFormalExpression\">\\$\\{contactMatches}",
                        "<bpmn:conditionExpression xsi:type=\"bpmn:tFormalExpression\">\\${!contactMatches}")
                .folder());
        assertThat(stories.text(Locale.ENGLISH))
                .contains(
                        "Not possible in these models: The contact denies.",
                        "# What no story comes by\n",
                        "* Provider: Closed Complete\n");
    }
}
