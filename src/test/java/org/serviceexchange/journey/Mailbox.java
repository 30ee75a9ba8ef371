package org.serviceexchange.journey;

import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import jakarta.mail.BodyPart;
import jakarta.mail.MessagingException;
import jakarta.mail.Multipart;
import jakarta.mail.Part;
import jakarta.mail.internet.MimeMessage;
import java.io.IOException;
import java.net.URI;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A real SMTP server and what arrived there. */
final class Mailbox implements AutoCloseable {

    private static final Pattern LINK = Pattern.compile("http://\\S+/connect\\?\\S+");
    private static final int PATIENCE_MILLIS = 90_000;

    private final GreenMail server = new GreenMail(ServerSetup.SMTP.dynamicPort());

    Mailbox() {
        server.start();
    }

    String[] settings() {
        return new String[] {
            "--spring.mail.host=localhost",
            "--spring.mail.port=" + server.getSmtp().getPort()
        };
    }

    /** The link in the only e-mail, in its part for people without HTML. */
    URI awaitLink() throws MessagingException, IOException {
        if (!server.waitForIncomingEmail(PATIENCE_MILLIS, 1)) {
            throw new AssertionError("No e-mail has arrived.");
        }
        MimeMessage message = server.getReceivedMessages()[0];
        Matcher link = LINK.matcher(plainText(message));
        if (!link.find()) {
            throw new AssertionError("There is no link in:\n" + plainText(message));
        }
        return URI.create(link.group());
    }

    @Override
    public void close() {
        server.stop();
    }

    private static String plainText(Part part) throws MessagingException, IOException {
        if (part.isMimeType("text/plain")) {
            return (String) part.getContent();
        }
        if (part.getContent() instanceof Multipart parts) {
            for (int i = 0; i < parts.getCount(); i++) {
                BodyPart inner = parts.getBodyPart(i);
                String text = plainText(inner);
                if (!text.isEmpty()) {
                    return text;
                }
            }
        }
        return "";
    }
}
