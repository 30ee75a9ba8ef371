package org.serviceexchange.journey;

import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.GreenMailUtil;
import com.icegreen.greenmail.util.ServerSetup;
import jakarta.mail.Address;
import jakarta.mail.BodyPart;
import jakarta.mail.MessagingException;
import jakarta.mail.Multipart;
import jakarta.mail.Part;
import jakarta.mail.internet.MimeMessage;
import java.io.IOException;
import java.net.URI;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A real SMTP server and the e-mails that it received. */
public final class Mailbox implements AutoCloseable {

    private static final Pattern LINK = Pattern.compile("http://\\S+/connect\\?\\S+");

    private final GreenMail server = new GreenMail(ServerSetup.SMTP.dynamicPort());

    public Mailbox() {
        server.start();
    }

    public String[] settings() {
        return new String[] {
            "--spring.mail.host=localhost",
            "--spring.mail.port=" + server.getSmtp().getPort()
        };
    }

    /** The link in the plain-text part of the e-mail to this person. */
    public URI awaitLink(String recipient) throws MessagingException, IOException {
        Await.until(
                recipient + " has an e-mail with a registration link",
                () -> !links(recipient).isEmpty());
        return links(recipient).get(0);
    }

    /** A new contact has got an e-mail with a link for the password before. */
    private List<URI> links(String recipient) throws IOException {
        List<URI> links = new ArrayList<>();
        try {
            for (MimeMessage message : messages(recipient)) {
                Matcher link = LINK.matcher(plainText(message));
                if (link.find()) {
                    links.add(URI.create(link.group()));
                }
            }
        } catch (MessagingException e) {
            throw new IllegalStateException(e);
        }
        return links;
    }

    private List<MimeMessage> messages(String recipient) {
        return Arrays.stream(server.getReceivedMessages())
                .filter(message ->
                        GreenMailUtil.getAddressList(recipients(message)).contains(recipient))
                .toList();
    }

    private static Address[] recipients(MimeMessage message) {
        try {
            return message.getAllRecipients();
        } catch (MessagingException e) {
            throw new IllegalStateException(e);
        }
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
