package org.serviceexchange.provider.invitation.mail;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.io.IOException;
import java.net.URI;
import java.util.Locale;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.serviceexchange.TestInstanceSettings;
import org.serviceexchange.platform.mail.MailServer;
import org.serviceexchange.platform.mail.MemorySentMails;
import org.serviceexchange.platform.mail.TestReturnedMail;
import org.serviceexchange.platform.mail.MailWriter;
import org.serviceexchange.provider.TestProviderSettings;
import org.serviceexchange.provider.registration.DeliveryFailed;
import org.serviceexchange.provider.registration.DeliveryPostponed;
import org.serviceexchange.provider.registration.RegistrationMail.Comment;
import org.springframework.beans.factory.support.StaticListableBeanFactory;
import org.springframework.mail.javamail.JavaMailSenderImpl;

/** A mail server in every mood: each e-mail is taken, sent again later, or a person reads at once why it was not taken. */
class MailServerMoodsTest {

    private static final String PATIENCE = "2000";

    private final JavaMailSenderImpl sender = new JavaMailSenderImpl();
    private MoodyServer server;

    @BeforeEach
    void start() throws IOException {
        server = new MoodyServer();
        sender.setHost("localhost");
        sender.setPort(server.port());
        sender.setUsername("exchange");
        sender.setPassword("a password");
        for (String patience : new String[] {"connectiontimeout", "timeout", "writetimeout"}) {
            sender.getJavaMailProperties().setProperty("mail.smtp." + patience, PATIENCE);
        }
        sender.getJavaMailProperties().setProperty("mail.smtp.auth", "true");
    }

    @AfterEach
    void stop() throws IOException {
        server.close();
    }

    @Test
    void takesWhatIsSentInAGoodMood() {
        send();
        assertThat(server.taken()).isEqualTo(1);
    }

    @ParameterizedTest
    @ValueSource(strings = {MoodyServer.GREETING, "EHLO", "AUTH", "MAIL", "RCPT", "DATA", MoodyServer.END_OF_DATA})
    void isAskedLaterIfItSaysSoAtWhateverStep(String step) {
        refuseEhloAndHelo(step, "451 4.3.2 Not now");
        assertThatThrownBy(this::send)
                .isInstanceOf(DeliveryPostponed.class)
                .hasMessageContaining("asks to send the e-mail later");
        server.calm();
        send();
        assertThat(server.taken()).isEqualTo(1);
    }

    @ParameterizedTest
    @ValueSource(strings = {MoodyServer.GREETING, "EHLO", "AUTH", "MAIL", "RCPT", "DATA", MoodyServer.END_OF_DATA})
    void isNotAskedAgainIfItRefusesAtWhateverStep(String step) {
        refuseEhloAndHelo(step, "554 5.7.1 Never");
        fails();
        assertThat(server.taken()).isZero();
    }

    @ParameterizedTest
    @ValueSource(strings = {MoodyServer.GREETING, "EHLO", "AUTH", "MAIL", "RCPT", "DATA", MoodyServer.END_OF_DATA})
    void isReportedIfItHangsUpAtWhateverStep(String step) {
        refuseEhloAndHelo(step, MoodyServer.HANGS_UP);
        fails();
    }

    @ParameterizedTest
    @ValueSource(strings = {MoodyServer.GREETING, "RCPT", MoodyServer.END_OF_DATA})
    void isReportedIfItFallsSilent(String step) {
        refuseEhloAndHelo(step, MoodyServer.IS_SILENT);
        fails();
    }

    @ParameterizedTest
    @ValueSource(strings = {MoodyServer.GREETING, "EHLO", "RCPT"})
    void isReportedIfItTalksNonsense(String step) {
        refuseEhloAndHelo(step, "\u0000\u00ff <html>Welcome to this network</html>");
        fails();
    }

    @Test
    void isReportedIfItsTlsIsBroken() {
        sender.getJavaMailProperties().setProperty("mail.smtp.starttls.enable", "true");
        sender.getJavaMailProperties().setProperty("mail.smtp.starttls.required", "true");
        fails();
        assertThat(server.taken()).isZero();
    }

    @Test
    void isReportedIfItIsDown() throws IOException {
        server.close();
        fails();
    }

    private void refuseEhloAndHelo(String step, String answer) {
        server.at(step, answer);
        if (step.equals("EHLO")) {
            server.at("HELO", answer);
        }
    }

    /** A person is told, who can hand over the link by another way. */
    private void fails() {
        assertThatThrownBy(this::send)
                .isInstanceOf(DeliveryFailed.class)
                .message()
                .startsWith("The mail server localhost did not take the e-mail (")
                .endsWith("). Copy the link and send it to the contact by a way you trust.")
                .doesNotContain("a password")
                .doesNotContain("\u0000");
    }

    private void send() {
        StaticListableBeanFactory beans = new StaticListableBeanFactory();
        beans.addBean("sender", sender);
        MailServer server = new MailServer(
                beans.getBeanProvider(JavaMailSenderImpl.class),
                new MailWriter(TestInstanceSettings.valid(), TestProviderSettings.valid()),
                new SimpleMeterRegistry());
        new SmtpRegistrationMail(server, TestReturnedMail.off(), new MemorySentMails())
                .send(new Comment(
                        "REG0001001",
                        "Carla",
                        "carla@acme.example",
                        Locale.ENGLISH,
                        "demo-provider",
                        "Ada Admin",
                        "ada@provider.example",
                        "Please call me.",
                        URI.create("https://provider.example.com/registrations/REG0001001")));
    }
}
