package org.serviceexchange.rehearsal.mail;

import jakarta.mail.MessagingException;
import jakarta.mail.internet.MimeMessage;
import java.time.Clock;
import java.util.Arrays;
import java.util.Map;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.serviceexchange.protocol.wire.ConnectionSide;
import org.springframework.mail.MailSendException;
import org.springframework.mail.javamail.JavaMailSenderImpl;

/** The mail server of one side, which keeps what it is given, or refuses it. */
public final class RecordedMails extends JavaMailSenderImpl {

    private static final String HOST = "mail.rehearsal.invalid";

    /** What the mail server does. */
    public enum Mode {
        TAKES,
        REFUSES,
        DOES_NOT_ANSWER,
        IS_NOT_SET
    }

    private final ConnectionSide side;
    private final Clock clock;
    private final Consumer<RecordedMail> told;
    private volatile Mode mode = Mode.TAKES;

    /** That of a side, which takes everything at first. */
    public RecordedMails(ConnectionSide side, Clock clock, Consumer<RecordedMail> told) {
        this.side = side;
        this.clock = clock;
        this.told = told;
        setHost(HOST);
    }

    /** What it does from now on. */
    public void become(Mode next) {
        mode = next;
        setHost(next == Mode.IS_NOT_SET ? null : HOST);
    }

    @Override
    public void testConnection() throws MessagingException {
        if (mode == Mode.DOES_NOT_ANSWER) {
            throw new MessagingException(HOST);
        }
    }

    @Override
    protected void doSend(MimeMessage[] messages, @Nullable Object @Nullable [] originals) {
        for (MimeMessage message : messages) {
            try {
                if (mode != Mode.TAKES) {
                    throw new MailSendException(Map.of(message, new MessagingException(HOST)));
                }
                String to = Arrays.stream(message.getAllRecipients())
                        .map(Object::toString)
                        .collect(Collectors.joining(", "));
                told.accept(new RecordedMail(side, clock.instant(), to, String.valueOf(message.getSubject())));
            } catch (MessagingException unreadable) {
                throw new MailSendException(Map.of(message, unreadable));
            }
        }
    }
}
