package org.serviceexchange.account.mail;

import static org.assertj.core.api.Assertions.assertThat;

import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.GreenMailUtil;
import com.icegreen.greenmail.util.ServerSetup;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import jakarta.mail.Multipart;
import jakarta.mail.internet.MimeMessage;
import java.net.URI;
import java.time.Instant;
import java.util.Locale;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.serviceexchange.TestInstanceSettings;
import org.serviceexchange.account.PasswordLinkMail.Letter;
import org.serviceexchange.platform.mail.MailServer;
import org.serviceexchange.platform.mail.MailWriter;
import org.serviceexchange.provider.TestProviderSettings;
import org.springframework.beans.factory.support.StaticListableBeanFactory;
import org.springframework.mail.javamail.JavaMailSenderImpl;

class SmtpPasswordLinkMailTest {

    private static final URI LINK = URI.create("https://provider.example.com/password/link?secret=s");

    private final GreenMail server = new GreenMail(new ServerSetup(0, "localhost", ServerSetup.PROTOCOL_SMTP));

    @AfterEach
    void stop() {
        server.stop();
    }

    @Test
    void saysForWhichUserWhereAndUntilWhen() throws Exception {
        MimeMessage received = sent(Locale.ENGLISH, true);
        assertThat(received.getSubject()).isEqualTo("Set your password for the-provider");
        assertThat(GreenMailUtil.getAddressList(received.getAllRecipients())).isEqualTo("abel@example.com");
        assertThat(text(received)).startsWith("""
                Hello Abel <Tuter>,

                an account was made for you at the-provider (https://provider.example.com).
                Your user name there is abel.tuter. Set your password with this link:

                https://provider.example.com/password/link?secret=s

                The link can be used until 15 March 2026, 10:00 UTC. It works once.""");
        assertThat(part(received, 1))
                .contains("href=\"" + LINK + "\"", "Abel &lt;Tuter&gt;")
                .doesNotContain("??");
    }

    @Test
    void asksWhoeverHasAPasswordToSetANewOneInTheirLanguage() throws Exception {
        MimeMessage received = sent(Locale.GERMAN, false);
        assertThat(received.getSubject()).isEqualTo("Passwort für the-provider setzen");
        assertThat(text(received))
                .contains("mit diesem Link setzen Sie ein neues Passwort bei the-provider")
                .doesNotContain("??");
    }

    private MimeMessage sent(Locale language, boolean first) {
        server.start();
        JavaMailSenderImpl sender = new JavaMailSenderImpl();
        sender.setHost("localhost");
        sender.setPort(server.getSmtp().getPort());
        var beans = new StaticListableBeanFactory();
        beans.addBean("sender", sender);
        new SmtpPasswordLinkMail(new MailServer(
                        beans.getBeanProvider(JavaMailSenderImpl.class),
                        new MailWriter(TestInstanceSettings.valid(), TestProviderSettings.valid()),
                        new SimpleMeterRegistry()))
                .send(new Letter(
                        "abel.tuter",
                        "Abel <Tuter>",
                        "abel@example.com",
                        language,
                        first,
                        "the-provider",
                        "https://provider.example.com",
                        LINK,
                        Instant.parse("2026-03-15T10:00:00Z")));
        return server.getReceivedMessages()[0];
    }

    private static String text(MimeMessage message) throws Exception {
        return part(message, 0);
    }

    private static String part(MimeMessage message, int number) throws Exception {
        Multipart mixed = (Multipart) message.getContent();
        Multipart related = (Multipart) mixed.getBodyPart(0).getContent();
        Multipart alternative = (Multipart) related.getBodyPart(0).getContent();
        return alternative.getBodyPart(number).getContent().toString().replace("\r\n", "\n");
    }
}
