package org.serviceexchange.provider.invitation.mail;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import jakarta.mail.BodyPart;
import jakarta.mail.Multipart;
import jakarta.mail.internet.MimeMessage;
import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.assertj.core.api.InstanceOfAssertFactories;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.serviceexchange.TestInstanceSettings;
import org.serviceexchange.platform.mail.MailServer;
import org.serviceexchange.platform.mail.MailWriter;
import org.serviceexchange.platform.mail.MemorySentMails;
import org.serviceexchange.platform.mail.ReturnedMailSettings;
import org.serviceexchange.platform.mail.SentMail;
import org.serviceexchange.platform.mail.TestReturnedMail;
import org.serviceexchange.provider.TestProviderSettings;
import org.serviceexchange.provider.registration.DeliveryFailed;
import org.serviceexchange.provider.registration.DeliveryPostponed;
import org.serviceexchange.provider.registration.RegistrationMail.Comment;
import org.serviceexchange.provider.registration.RegistrationMail.Invitation;
import org.serviceexchange.provider.registration.RegistrationMail.Occasion;
import org.springframework.beans.factory.support.StaticListableBeanFactory;
import org.springframework.mail.javamail.JavaMailSenderImpl;

class SmtpRegistrationMailTest {

    private static final URI LINK =
            URI.create("https://consumer.example.com/connect?provider=p&registration=REG0001001&secret=s&pin=t");

    private static final URI DECLINING = URI.create("https://provider.example.com/decline?secret=s");

    private final GreenMail server = new GreenMail(new ServerSetup(0, "localhost", ServerSetup.PROTOCOL_SMTP));
    private final JavaMailSenderImpl sender = new JavaMailSenderImpl();
    private final MemorySentMails remembered = new MemorySentMails();
    private ReturnedMailSettings returns = TestReturnedMail.off();

    @AfterEach
    void stop() {
        server.stop();
    }

    @Test
    void saysWhoInvitesWhomWhatWillHappenUntilWhenAndWhomToAsk() throws Exception {
        mail().send(invitation("Carla Contact", "carla@acme.example"));
        MimeMessage received = server.getReceivedMessages()[0];
        assertThat(received.getSubject()).isEqualTo("Connect to demo-provider (REG0001001)");
        assertThat(received.getFrom()[0]).hasToString("no-reply@provider.example.com");
        assertThat(received.getReplyTo()[0]).hasToString("ada@provider.example");
        assertThat(received.getAllRecipients()).hasSize(1);
        assertThat(received.getAllRecipients()[0]).hasToString("carla@acme.example");
        String text = part(received, "text/plain").replace("\r\n", "\n");
        assertThat(text)
                .startsWith("""
                        Hello Carla Contact,

                        Ada Admin of demo-provider invites ACME Ltd to connect its instance
                        https://consumer.example.com to the services of demo-provider.

                        What will happen
                        1. Open the link below. It leads to your own instance; log in there as an
                           admin.
                        """)
                .contains("Log in there as Carla Contact, user name\n   carla.contact, and select “Allow”.")
                .contains("\n" + LINK + "\n")
                .contains("The link can be used until 15 March 2026, 10:00 UTC.")
                .contains("\nQuestions? Ask Ada Admin (ada@provider.example) and name the registration\nREG0001001.\n")
                .contains("If you do not want the connection, say so here; you need no login:\n" + DECLINING + "\n");
        String html = part(received, "text/html");
        assertThat(html)
                .contains("<html lang=\"en\">", "<h1 ", ">Connect to demo-provider</h1>")
                .contains("Ada Admin invites you to connect. The link can be used until 15 March 2026, 10:00 UTC.")
                .contains("href=\"" + LINK.toString().replace("&", "&amp;") + "\"")
                .contains("<strong>The link can be used until 15 March 2026, 10:00 UTC.</strong>");
        assertThat(html).contains("href=\"" + DECLINING + "\"", ">Decline</a>");
        assertThat(received.getHeader("Content-Language")).containsExactly("en");
        assertThat(received.getHeader("Auto-Submitted")).containsExactly("auto-generated");
    }

    @Test
    void writesInTheLanguageChosenForTheContact() throws Exception {
        mail().send(invitation("Carla Contact", "carla@acme.example", Locale.GERMAN));
        MimeMessage received = server.getReceivedMessages()[0];
        assertThat(received.getSubject()).isEqualTo("Mit demo-provider verbinden (REG0001001)");
        assertThat(received.getHeader("Content-Language")).containsExactly("de");
        assertThat(part(received, "text/plain").replace("\r\n", "\n"))
                .startsWith("""
                        Guten Tag, Carla Contact,

                        Ada Admin von demo-provider lädt ACME Ltd ein, die Instanz
                        https://consumer.example.com mit den Diensten von demo-provider zu
                        verbinden.
                        """)
                .contains("\n" + LINK + "\n")
                .contains("Der Link kann bis 15. März 2026, 10:00 UTC verwendet werden.")
                .doesNotContain("??");
        assertThat(part(received, "text/html"))
                .contains("<html lang=\"de\">", ">Mit demo-provider verbinden</h1>")
                .doesNotContain("??");
    }

    @Test
    void breaksLongLinesOfTheTextAndNoLink() throws Exception {
        mail().send(invitation("Carla " + "Contact ".repeat(20), "carla@acme.example"));
        assertThat(part(server.getReceivedMessages()[0], "text/plain").lines())
                .filteredOn(line -> !line.equals(LINK.toString()))
                .allSatisfy(line -> assertThat(line.length()).isLessThanOrEqualTo(76));
    }

    @Test
    void escapesWhatPeopleTypedInHtml() throws Exception {
        mail().send(invitation("<script>alert(1)</script> ${7*7}", "carla@acme.example"));
        MimeMessage received = server.getReceivedMessages()[0];
        assertThat(part(received, "text/html"))
                .contains("Hello &lt;script&gt;alert(1)&lt;/script&gt; ${7*7},")
                .doesNotContain("<script>");
    }

    @Test
    void refusesALineBreakInAHeader() {
        var mail = mail();
        assertThatThrownBy(() -> mail.send(invitation("Carla", "carla@acme.example\r\nBcc: all@acme.example")))
                .isInstanceOf(DeliveryFailed.class)
                .hasMessageStartingWith("The e-mail to \"")
                .hasMessageContaining("could not be written, because its address or another header cannot be used.");
        assertThat(server.getReceivedMessages()).isEmpty();
    }

    @Test
    void takesAnAddressThatIsNoneForAFailedDelivery() {
        var mail = mail();
        assertThatThrownBy(() -> mail.send(invitation("Carla", "")))
                .isInstanceOf(DeliveryFailed.class)
                .hasMessageStartingWith("The e-mail to \"\" could not be written, because its address");
        assertThat(server.getReceivedMessages()).isEmpty();
    }

    @Test
    void saysWhyItWasNotDelivered() {
        var mail = mail();
        server.stop();
        int port = sender.getPort();
        assertThatThrownBy(() -> mail.send(invitation("Carla", "carla@acme.example")))
                .isInstanceOf(DeliveryFailed.class)
                .message()
                .startsWith("The mail server localhost did not take the e-mail (")
                .doesNotContain("secret=")
                .endsWith("). Copy the link and send it to the contact by a way you trust.");
        assertThat(port).isPositive();
        assertThatThrownBy(mail::requireReachable)
                .hasMessage("The mail server localhost does not answer. Check spring.mail.* and the mail server, or"
                        + " switch mail off to send the link by hand.");
    }

    /** As a server does that keeps a list of senders it has never seen. */
    @Test
    void triesAgainLaterWhenTheServerAsksForThat() throws IOException {
        try (RefusingServer refusing = new RefusingServer("451 4.7.1 Greylisted, try again later")) {
            SmtpRegistrationMail mail = mailAt(refusing);
            assertThatThrownBy(() -> mail.send(invitation("Carla", "carla@acme.example")))
                    .isInstanceOf(DeliveryPostponed.class)
                    .hasMessageStartingWith(
                            "The mail server localhost asks to send the e-mail later (451 4.7.1 Greylisted")
                    .asInstanceOf(InstanceOfAssertFactories.type(DeliveryPostponed.class))
                    .satisfies(postponed -> assertThat(postponed.mayPass()).isTrue())
                    .satisfies(postponed -> assertThat(postponed.pause()).isEqualTo(Duration.ofMinutes(30)));
        }
    }

    /** Many servers distrust names that mean nothing outside. */
    @Test
    void namesTheInstanceInTheGreetingAndInTheMessageId() throws Exception {
        mail().send(invitation("Carla", "carla@acme.example"));
        assertThat(server.getReceivedMessages()[0].getMessageID()).matches("<[0-9a-f-]{36}@provider\\.example\\.com>");
        try (RefusingServer refusing = new RefusingServer("550 5.1.1 No such user")) {
            SmtpRegistrationMail mail = mailAt(refusing);
            assertThatThrownBy(() -> mail.send(invitation("Carla", "carla@acme.example")))
                    .isInstanceOf(DeliveryFailed.class);
            assertThat(refusing.said()).startsWith("EHLO provider.example.com");
        }
    }

    @Test
    void remindsInOtherWords() throws Exception {
        Invitation first = invitation("Carla", "carla@acme.example");
        mail().send(new Invitation(
                first.number(),
                first.contactId(),
                first.contactName(),
                first.contactMail(),
                null,
                first.companyName(),
                first.consumerUrl(),
                first.providerName(),
                first.askWhom(),
                first.askMail(),
                first.link(),
                first.declining(),
                first.expiresAt(),
                Occasion.LAST_REMINDER));
        MimeMessage received = server.getReceivedMessages()[0];
        assertThat(received.getSubject()).isEqualTo("Your link expires soon: connect to demo-provider (REG0001001)");
        assertThat(part(received, "text/plain"))
                .contains("This is a reminder: the link below has not been used yet.")
                .contains(LINK.toString());
        assertThat(part(received, "text/html")).contains("This is a reminder:");
    }

    @Test
    void bringsACommentAsItWasTyped() throws Exception {
        mail().send(new Comment(
                "REG0001001",
                "Carla",
                "carla@acme.example",
                Locale.GERMAN,
                "demo-provider",
                "Ada Admin",
                "ada@provider.example",
                "Please call <me>.\n\nAda",
                URI.create("https://provider.example.com/registrations/REG0001001")));
        MimeMessage received = server.getReceivedMessages()[0];
        assertThat(received.getSubject()).isEqualTo("Kommentar von demo-provider zu REG0001001");
        assertThat(received.getReplyTo()[0]).hasToString("ada@provider.example");
        assertThat(part(received, "text/plain").replace("\r\n", "\n"))
                .contains("\n\nPlease call <me>.\n\nAda\n\n", "oder auf diese E-Mail:")
                .doesNotContain("??");
        assertThat(part(received, "text/html")).contains("Please call &lt;me&gt;.");
    }

    @Test
    void takesARefusalForFinal() throws IOException {
        try (RefusingServer refusing = new RefusingServer("550 5.1.1 No such user")) {
            SmtpRegistrationMail mail = mailAt(refusing);
            assertThatThrownBy(() -> mail.send(invitation("Carla", "carla@acme.example")))
                    .isInstanceOf(DeliveryFailed.class)
                    .hasMessageContaining("550 5.1.1 No such user");
        }
    }

    /** Letters outside ASCII: in the domain every server takes them as punycode, before it only with SMTPUTF8. */
    @Test
    void writesToAddressesInAllLanguages() throws Exception {
        mail().send(invitation("Jörg", "joerg@bücher.example"));
        assertThat(server.getReceivedMessages()[0].getAllRecipients()[0]).hasToString("joerg@xn--bcher-kva.example");
        try (RefusingServer refusing = new RefusingServer("550 5.1.1 No such user", "SMTPUTF8")) {
            SmtpRegistrationMail mail = mailAt(refusing);
            assertThatThrownBy(() -> mail.send(invitation("Jörg", "jörg@bücher.example")))
                    .hasMessageContaining("550 5.1.1 No such user");
            assertThat(refusing.said())
                    .contains("MAIL FROM:<no-reply@provider.example.com> SMTPUTF8")
                    .contains("RCPT TO:<jörg@xn--bcher-kva.example>");
            assertThatThrownBy(() -> mail.send(invitation("Carla", "carla@acme.example")))
                    .isInstanceOf(DeliveryFailed.class);
            assertThat(refusing.said()).endsWith("RCPT TO:<carla@acme.example>\nRSET\nQUIT");
        }
        try (RefusingServer old = new RefusingServer("550 5.1.1 No such user")) {
            SmtpRegistrationMail mail = mailAt(old);
            assertThatThrownBy(() -> mail.send(invitation("Jörg", "jörg@bücher.example")))
                    .isInstanceOf(DeliveryFailed.class)
                    .hasMessageContaining("The server does not offer SMTPUTF8, which this address needs.");
            assertThat(old.said()).doesNotContain("RCPT");
        }
    }

    /** The server of the recipient may know no SMTPUTF8: whom to ask stands in the text too. */
    @Test
    void leavesAnAddressForAnswersOutThatWouldHoldTheMailUp() throws Exception {
        Invitation first = invitation("Carla", "carla@acme.example");
        mail().send(answeredBy(first, "jörg@provider.example"));
        MimeMessage received = server.getReceivedMessages()[0];
        assertThat(received.getHeader("Reply-To")).isNull();
        assertThat(part(received, "text/plain")).contains("jörg@provider.example");
    }

    @Test
    void takesADomainThatIsNoneForAFailedDelivery() {
        var mail = mail();
        assertThatThrownBy(
                        () -> mail.send(answeredBy(invitation("Carla", "carla@acme.example"), "ada@ex\u0430mple.com")))
                .isInstanceOf(DeliveryFailed.class)
                .hasMessageContaining("could not be written, because its address or another header cannot be used.");
        assertThat(server.getReceivedMessages()).isEmpty();
    }

    private static Invitation answeredBy(Invitation mail, String address) {
        return new Invitation(
                mail.number(),
                mail.contactId(),
                mail.contactName(),
                mail.contactMail(),
                mail.language(),
                mail.companyName(),
                mail.consumerUrl(),
                mail.providerName(),
                mail.askWhom(),
                address,
                mail.link(),
                mail.declining(),
                mail.expiresAt(),
                mail.occasion());
    }

    private SmtpRegistrationMail mailAt(RefusingServer refusing) {
        sender.setHost("localhost");
        sender.setPort(refusing.port());
        return mailOf(sender);
    }

    /** With the id that a mail server quotes when it returns the e-mail. */
    @Test
    void remembersWhatMayComeBackIfAMailboxForThatIsRead() throws Exception {
        mail().send(invitation("Carla", "carla@acme.example"));
        assertThat(remembered.all()).isEmpty();
        returns = TestReturnedMail.at(143);
        mail().send(invitation("Carla", "carla@acme.example"));
        SentMail sent = remembered.all().get(0);
        assertThat(server.getReceivedMessages()[1].getMessageID()).startsWith("<" + sent.id() + "@");
        assertThat(sent)
                .isEqualTo(new SentMail(sent.id(), "REG0001001", "invitation", Instant.parse("2026-03-15T10:00:00Z")));
    }

    /** The server may have taken it although nobody hears so. */
    @Test
    void remembersItBeforeItIsSent() throws IOException {
        returns = TestReturnedMail.at(143);
        try (RefusingServer refusing = new RefusingServer("550 5.1.1 No such user")) {
            SmtpRegistrationMail mail = mailAt(refusing);
            assertThatThrownBy(() -> mail.send(invitation("Carla", "carla@acme.example")))
                    .isInstanceOf(DeliveryFailed.class);
        }
        assertThat(remembered.all()).hasSize(1);
    }

    @Test
    void isOnOnlyWithAHost() {
        assertThat(mail().on()).isTrue();
        mail().requireReachable();
        sender.setHost("");
        assertThat(mailOf(sender).on()).isFalse();
        assertThat(mailOf(null).on()).isFalse();
    }

    private SmtpRegistrationMail mail() {
        if (!server.isRunning()) {
            server.start();
        }
        sender.setHost("localhost");
        sender.setPort(server.getSmtp().getPort());
        return mailOf(sender);
    }

    private SmtpRegistrationMail mailOf(JavaMailSenderImpl sender) {
        var beans = new StaticListableBeanFactory();
        if (sender != null) {
            beans.addBean("sender", sender);
        }
        var settings = TestProviderSettings.valid();
        var server = new MailServer(
                beans.getBeanProvider(JavaMailSenderImpl.class),
                new MailWriter(TestInstanceSettings.valid(), settings),
                new SimpleMeterRegistry());
        return new SmtpRegistrationMail(server, returns, remembered);
    }

    private static Invitation invitation(String name, String mail) {
        return invitation(name, mail, null);
    }

    private static Invitation invitation(String name, String mail, Locale language) {
        return new Invitation(
                "REG0001001",
                "carla.contact",
                name,
                mail,
                language,
                "ACME Ltd",
                "https://consumer.example.com",
                "demo-provider",
                "Ada Admin",
                "ada@provider.example",
                LINK,
                DECLINING,
                Instant.parse("2026-03-15T10:00:00Z"),
                Occasion.INVITATION);
    }

    private static String part(MimeMessage message, String type) throws Exception {
        List<String> found = new ArrayList<>();
        collect((Multipart) message.getContent(), type, found);
        return found.get(0);
    }

    private static void collect(Multipart parts, String type, List<String> found) throws Exception {
        for (int index = 0; index < parts.getCount(); index++) {
            BodyPart part = parts.getBodyPart(index);
            if (part.getContent() instanceof Multipart nested) {
                collect(nested, type, found);
            } else if (part.isMimeType(type)) {
                found.add((String) part.getContent());
            }
        }
    }
}
