package org.serviceexchange.platform.rulebook;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** A wrong version of each building block is refused with a sentence for who draws it. */
class BlockRulesTest {

    private static final String MAIL = "<bpmn:serviceTask id=\"x\" name=\"Tell legal\" camunda:asyncBefore=\"true\""
            + " camunda:delegateExpression=\"#{sendMailDelegate}\"><bpmn:extensionElements><camunda:properties>%s"
            + "</camunda:properties></bpmn:extensionElements></bpmn:serviceTask>";

    private static final String DECISION = "<bpmn:businessRuleTask id=\"x\" name=\"Is it trusted?\""
            + " camunda:decisionRef=\"trusted-companies\" %s/>";

    private static final String GOOD_DECISION = "camunda:decisionRefBinding=\"deployment\""
            + " camunda:mapDecisionResult=\"singleEntry\" camunda:resultVariable=\"decision_trusted\"";

    /** A file alone is no whole folder, so other rules find what is missing. */
    private static final Set<Rule> OF_BLOCKS = EnumSet.of(
            Rule.MAIL_STEP,
            Rule.LINK_LIFE,
            Rule.CALL_NOT_OF_THIS_FOLDER,
            Rule.DECISION_NOT_OF_THIS_FOLDER,
            Rule.DECISION_RESULT,
            Rule.DECISION_VARIABLE,
            Rule.DECISION_WITHOUT_TIME,
            Rule.DECISION_FACT_UNKNOWN,
            Rule.REMINDER_ANSWER_UNKNOWN,
            Rule.FIELD_NOT_TAKEN,
            Rule.WAIT_WITHOUT_END,
            Rule.TIMER_UNREADABLE,
            Rule.TIMER_TOO_SHORT);

    @Test
    void acceptWhatIsShipped() throws IOException {
        assertThat(RuleBook.check(ProcessFolder.of(Path.of("processes")))).isEmpty();
    }

    @Test
    void acceptGoodOnes() {
        assertThat(said(MAIL.formatted(properties("to", "contact", "subject", "{number}", "text", "See {page}"))))
                .isEmpty();
        assertThat(said(DECISION.formatted(GOOD_DECISION))).isEmpty();
    }

    @Test
    void refuseAnEMailToNobodyKnown() {
        assertThat(said(MAIL.formatted(properties("to", "everybody", "subject", "a", "text", "b"))))
                .containsExactly(
                        "“Tell legal” cannot send its e-mail: the property “to” of the step must be one of contact,"
                                + " requester, role, address. Correct it in the properties of the step.");
        assertThat(said(MAIL.formatted(properties("to", "contact", "subject", "a", "text", "{link}"))))
                .singleElement()
                .asString()
                .contains("the placeholder “link”, which has no meaning; known ones are number, company");
    }

    @Test
    void knowToWhichAddressesAFolderWrites() {
        String steps = MAIL.formatted(properties("to", "address", "address", "legal@example.com"))
                + MAIL.formatted(properties("to", "contact", "address", "unused@example.com"))
                + MAIL.formatted(properties("to", "address", "address", "audit@example.com"))
                + MAIL.replace("sendMailDelegate", "other")
                        .formatted(properties("to", "address", "address", "other@example.com"));
        byte[] model = ModelsWithCode.document(steps).getBytes(StandardCharsets.UTF_8);
        assertThat(MailStep.addresses(ProcessFolder.of(Map.of("a.bpmn", model))))
                .containsExactly("audit@example.com", "legal@example.com");
    }

    @Test
    void refuseADecisionThatWritesIntoTheApplication() {
        assertThat(said(DECISION.formatted(GOOD_DECISION.replace("decision_trusted", "contactMatches"))))
                .containsExactly(
                        "“Is it trusted?” writes its answer into “contactMatches”, which could be a variable of the"
                                + " application. Call the result variable decision_ and a word, such as decision_trusted.");
        assertThat(said(DECISION.formatted(
                        "camunda:mapDecisionResult=\"singleEntry\" camunda:resultVariable=\"decision_trusted\"")))
                .singleElement()
                .asString()
                .contains("Set its binding to deployment");
        assertThat(said(DECISION.formatted(GOOD_DECISION.replace("singleEntry", "resultList"))))
                .singleElement()
                .asString()
                .contains("Set “Map decision result” to singleEntry.");
    }

    @Test
    void refuseADecisionThatAsksForWhatNobodyKnows() throws IOException {
        assertThat(table("trusted-companies.dmn", "<text>contactDomain<", "<text>contactDomian<"))
                .containsExactly(
                        "The decision “Is the company trusted?” asks for “contactDomian”, which nobody knows, so that"
                                + " the column would always be empty. Known are: company, companyId, contact, contactDomain,"
                                + " environment, number, peerHost, requester, and for decisions of a process the own fields of the"
                                + " start form.");
        assertThat(table("trusted-companies.dmn", "<text>contactDomain<", "<text>own_purchaseOrder<"))
                .isEmpty();
        assertThat(table("trusted-companies.dmn", " camunda:historyTimeToLive=\"P180D\"", ""))
                .singleElement()
                .asString()
                .contains("does not say for how long its answers are kept");
    }

    @Test
    void refuseRemindersThatNobodyUnderstands() throws IOException {
        assertThat(table("reminders.dmn", "<text>\"wait\"<", "<text>\"later\"<"))
                .containsExactly(
                        "The decision “When is the contact reminded?” answers \"later\", which nobody understands."
                                + " Answer one of: \"remind\", \"remind for the last time\", \"wait\".");
        assertThat(table("reminders.dmn", "<text>daysLeft<", "<text>own_purchaseOrder<"))
                .hasSize(1);
    }

    @Test
    void refuseALinkThatNeverOrAlwaysLives() {
        String task = "<bpmn:serviceTask id=\"x\" name=\"Create registration task\""
                + " camunda:delegateExpression=\"#{createRegistrationTaskDelegate}\"><bpmn:extensionElements>"
                + "<camunda:properties>%s</camunda:properties></bpmn:extensionElements></bpmn:serviceTask>";
        assertThat(said(task.formatted(properties("linkLife", "P30D")))).isEmpty();
        for (String wrong : List.of("30 days", "PT0S", "P2000D", "-P1D")) {
            assertThat(said(task.formatted(properties("linkLife", wrong))))
                    .containsExactly(
                            "“Create registration task”: the link cannot live for “" + wrong
                                    + "”, because that is no time between one second and 366 days. Write it like P30D for 30 days.");
        }
    }

    @Test
    void refuseACallOfWhateverIsDeployed() {
        assertThat(said("<bpmn:callActivity id=\"x\" name=\"Check references\" calledElement=\"check-references\"/>"))
                .containsExactly(
                        "“Check references” would call whatever process is deployed at that moment. Set its binding to"
                                + " deployment, so that the process of this folder is called.");
    }

    @Test
    void refuseAWaitThatNobodyUnderstands() {
        String wait = "<bpmn:intermediateCatchEvent id=\"x\" name=\"A day passed\"><bpmn:timerEventDefinition id=\"t\">"
                + "<bpmn:timeDuration xsi:type=\"bpmn:tFormalExpression\">%s</bpmn:timeDuration>"
                + "</bpmn:timerEventDefinition></bpmn:intermediateCatchEvent>";
        assertThat(said(wait.formatted("P1D"))).isEmpty();
        assertThat(said(wait.formatted("PT0S"))).hasSize(1);
        assertThat(said(wait.formatted("1 day"))).singleElement().asString().contains("“A day passed”", "1 day");
    }

    @Test
    void acceptAnApprovalWithoutATimerBecauseItEndsByItself() {
        String task = "<bpmn:userTask id=\"x\" name=\"Approve\" camunda:dueDate=\"P7D\"><bpmn:extensionElements>"
                + "<camunda:properties>%s</camunda:properties></bpmn:extensionElements></bpmn:userTask>";
        assertThat(said(task.formatted(properties("approvalBefore", "link")))).isEmpty();
        assertThat(said(task.formatted(properties("approvalQuestion", "Is it signed?"))))
                .singleElement()
                .asString()
                .startsWith("“Approve” may wait for ever.");
    }

    @Test
    void refuseAFieldThatWouldNotBeKept() {
        String field = "<input cam-variable-name=\"purchaseOrder\" cam-variable-type=\"String\">";
        assertThat(said("forms/register-a-consumer.html", field))
                .containsExactly(
                        "“forms/register-a-consumer.html”: the field “purchaseOrder” would not be kept. Call it own_"
                                + " and a word of letters and digits, such as own_purchaseOrder.");
        assertThat(said("forms/register-a-consumer.html", field.replace("purchase", "own_purchase")))
                .isEmpty();
    }

    private static String properties(String... all) {
        StringBuilder written = new StringBuilder();
        for (int i = 0; i < all.length; i += 2) {
            written.append("<camunda:property name=\"%s\" value=\"%s\"/>".formatted(all[i], all[i + 1]));
        }
        return written.toString();
    }

    private static List<String> table(String file, String before, String after) throws IOException {
        String shipped = Files.readString(Path.of("processes", file));
        assertThat(shipped).contains(before);
        return said(file, shipped.replace(before, after));
    }

    private static List<String> said(String element) {
        return said("a.bpmn", ModelsWithCode.document(element));
    }

    private static List<String> said(String file, String content) {
        return RuleBook.check(ProcessFolder.of(Map.of(file, content.getBytes(StandardCharsets.UTF_8)))).stream()
                .filter(breach -> OF_BLOCKS.contains(breach.rule()))
                .map(breach -> breach.sentence().in(Locale.ENGLISH))
                .toList();
    }
}
