package org.serviceexchange.platform.mail;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.mail.MessagingException;
import jakarta.mail.internet.MimeMessage;
import java.io.IOException;
import java.util.Locale;
import org.junit.jupiter.api.Test;

class DeliveryReportTest {

    private static final DeliveryReport REFUSED =
            new DeliveryReport(TestReports.MAIL, "mx.acme.example", "550 5.1.1 No such user");

    @Test
    void namesTheEmailTheServerAndItsWords() throws Exception {
        assertThat(DeliveryReport.of(TestReports.report())).contains(REFUSED);
        assertThat(REFUSED.finding().cause().in(Locale.ENGLISH))
                .isEqualTo("The mail server mx.acme.example did not take the e-mail (550 5.1.1 No such user).");
    }

    /** RFC 3462: instead of the e-mail, its headers may be returned. */
    @Test
    void readsReturnedHeaders() throws Exception {
        assertThat(DeliveryReport.of(TestReports.reportWith("message/rfc822", "text/rfc822-headers")))
                .contains(REFUSED);
    }

    /** RFC 6533: of a recipient with letters outside ASCII. */
    @Test
    void readsInternationalReports() throws Exception {
        MimeMessage report = TestReports.reportWith("message/delivery-status", "message/global-delivery-status");
        assertThat(DeliveryReport.of(report)).contains(REFUSED);
        assertThat(DeliveryReport.of(TestReports.reportWith("message/rfc822", "message/global-headers")))
                .contains(REFUSED);
        assertThat(DeliveryReport.of(TestReports.reportWith("No such", "Kein Jörg"))
                        .orElseThrow()
                        .words())
                .isEqualTo("550 5.1.1 Kein Jörg user");
    }

    /** However many blank lines there are, and whatever they are made of. */
    @Test
    void readsFieldsAfterSeveralBlankLines() throws Exception {
        for (String lines : new String[] {"\n\n\n", "\n \n\t\n", "\n".repeat(100_000)}) {
            MimeMessage report =
                    TestReports.reportWith("(UTC)\n\nFinal-Recipient", "(UTC)" + lines + "Final-Recipient");
            assertThat(DeliveryReport.of(report)).contains(REFUSED);
        }
    }

    @Test
    void readsAStatusOfSeveralLines() throws Exception {
        assertThat(DeliveryReport.of(
                        TestReports.reportWith("Status: 5.1.1", "Status: 5.1.1\n (Bad destination\n mailbox address)")))
                .contains(REFUSED);
        assertThat(DeliveryReport.of(TestReports.reportWith("Status: 5.1.1", "Status:\n 5.1.1")))
                .contains(REFUSED);
    }

    /** Else a stranger could make an instance ask a server for thousands of parts. */
    @Test
    void isFoundInTheFirstParts() throws Exception {
        String before = "--4F1A2.1772359205/mx.provider.example\nContent-Description: Delivery report\n";
        String more = "--4F1A2.1772359205/mx.provider.example\n\nMore\n\n";
        assertThat(DeliveryReport.of(TestReports.reportWith(before, more.repeat(7) + before)))
                .contains(REFUSED);
        assertNone(before, more.repeat(8) + before);
    }

    /** A server may say nothing of the one that refused. */
    @Test
    void namesTheReportingServerIfNoOtherIsNamed() throws Exception {
        MimeMessage report = TestReports.reportWith("Remote-MTA: dns; mx.acme.example\n", "");
        assertThat(DeliveryReport.of(report).orElseThrow().server()).isEqualTo("mx.provider.example");
        MimeMessage silent = TestReports.reportWith("Diagnostic-Code: smtp; 550 5.1.1 No such\n    user\n", "");
        assertThat(DeliveryReport.of(silent).orElseThrow().words()).isEqualTo("5.1.1");
    }

    @Test
    void takesTheRecipientWhoWasRefused() throws Exception {
        MimeMessage report = TestReports.reportWith("Final-Recipient: rfc822; carla@acme.example\n", """
                Final-Recipient: rfc822; copy@acme.example
                Action: relayed
                Status: 2.1.5

                Final-Recipient: rfc822; carla@acme.example
                """);
        assertThat(DeliveryReport.of(report)).contains(REFUSED);
    }

    /** After days in the queue; the last temporary failure is the status. */
    @Test
    void countsAServerThatGaveUp() throws Exception {
        assertThat(DeliveryReport.of(TestReports.reportWith("Status: 5.1.1", "Status: 4.4.1 (no answer)")))
                .isPresent();
        assertThat(DeliveryReport.of(TestReports.reportWith("Action: failed", "action: Failed")))
                .isPresent();
    }

    @Test
    void isNoneWhileTheServerStillTriesOrHasDelivered() throws Exception {
        assertNone("Action: failed", "Action: delayed");
        assertNone("Action: failed", "Action: relayed");
        assertNone("Status: 5.1.1", "Status: 2.0.0");
        assertNone("Status: 5.1.1\n", "");
    }

    @Test
    void isNoneWithoutAMessageIdOfThisApplication() throws Exception {
        assertNone("Message-ID: <0f8fad5b-d9cb-469f-a165-70867728950e@provider.example.com>\n", "");
        assertNone("<0f8fad5b-d9cb-469f-a165-70867728950e@", "<20260301.0f8fad5b-d9cb-469f@");
        assertNone("Content-Type: message/rfc822", "Content-Type: text/plain");
    }

    /** Free text never counts, whatever it says. */
    @Test
    void isNoneInAnyOtherMessage() throws Exception {
        assertNone("multipart/report; report-type=delivery-status;", "multipart/mixed;");
        assertNone("report-type=delivery-status", "report-type=disposition-notification");
        assertNone("Content-Type: message/delivery-status", "Content-Type: text/plain");
        MimeMessage words = TestReports.message("""
                Subject: Undelivered Mail
                Content-Type: text/plain

                Action: failed
                Status: 5.1.1
                Message-ID: <0f8fad5b-d9cb-469f-a165-70867728950e@provider.example.com>
                """);
        assertThat(DeliveryReport.of(words)).isEmpty();
    }

    @Test
    void isShort() throws Exception {
        String long300 = "x".repeat(300);
        MimeMessage report = TestReports.reportWith("550 5.1.1 No such", long300 + "yyy");
        assertThat(DeliveryReport.of(report).orElseThrow().words()).isEqualTo(long300);
    }

    private static void assertNone(String text, String other) throws MessagingException, IOException {
        assertThat(DeliveryReport.of(TestReports.reportWith(text, other)))
                .as(other)
                .isEmpty();
    }
}
