package org.serviceexchange.platform.mail;

import jakarta.mail.FetchProfile;
import jakarta.mail.Flags;
import jakarta.mail.Folder;
import jakarta.mail.Message;
import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.Store;
import jakarta.mail.UIDFolder;
import jakarta.mail.search.ComparisonTerm;
import jakarta.mail.search.ReceivedDateTerm;
import java.io.IOException;
import java.time.Instant;
import java.util.Date;
import java.util.Properties;
import java.util.Set;
import java.util.function.Predicate;
import org.eclipse.angus.mail.imap.IMAPMessage;
import org.serviceexchange.platform.mail.ReturnedMailSettings.Security;
import org.serviceexchange.platform.problem.Problem;
import org.serviceexchange.platform.problem.ProblemCode;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The mailbox of the sender, read over IMAP. Each message is read once; nothing is removed, and only what was a report about
 * an e-mail of this instance is marked as read.
 */
final class ReturnedMailbox {

    private static final Logger LOG = LoggerFactory.getLogger(ReturnedMailbox.class);

    private static final String CONNECT_MILLIS = "10000";
    private static final String ANSWER_MILLIS = "30000";

    /** How many messages are read in one look; the others come with the next one. */
    private static final int MOST = 500;

    /** Problems that pass only when somebody mends the records; the reports that come later do not wait for that. */
    private static final Set<ProblemCode> ALTERED = Set.of(ProblemCode.RECORD_ALTERED, ProblemCode.JOURNAL_ALTERED);

    private final ReturnedMailSettings settings;
    private long validity;
    private long last;

    ReturnedMailbox(ReturnedMailSettings settings) {
        this.settings = settings;
    }

    /** Hands over the reports among the messages that are new since the last look, at first among those since that time. */
    void read(Instant since, Predicate<DeliveryReport> handler) throws MessagingException {
        try (Store store = Session.getInstance(properties()).getStore(settings.protocol())) {
            store.connect(settings.host(), settings.usedPort(), settings.username(), settings.password());
            Folder folder = store.getFolder(settings.folder());
            folder.open(Folder.READ_WRITE);
            try {
                read(folder, since, handler);
            } finally {
                folder.close(false); // true would remove what somebody else has marked to be removed
            }
        }
    }

    private void read(Folder folder, Instant since, Predicate<DeliveryReport> handler) throws MessagingException {
        UIDFolder numbers = (UIDFolder) folder;
        if (validity != numbers.getUIDValidity()) {
            validity = numbers.getUIDValidity();
            last = 0;
        }
        Message[] messages = folder.search(new ReceivedDateTerm(ComparisonTerm.GE, Date.from(since)));
        // Not how they are built: strangers decide how long an answer that would be
        FetchProfile known = new FetchProfile();
        known.add(UIDFolder.FetchProfileItem.UID);
        known.add(FetchProfile.Item.SIZE);
        folder.fetch(messages, known);
        int count = 0;
        boolean failed = false;
        for (Message message : messages) {
            long number = numbers.getUID(message);
            if (number > last && count < MOST) {
                count++;
                failed |= !handled(folder, message, handler);
                last = failed ? last : number;
            }
        }
    }

    /** False if it has to be read again. */
    private static boolean handled(Folder folder, Message message, Predicate<DeliveryReport> handler)
            throws MessagingException {
        try {
            if (DeliveryReport.of(message).filter(handler).isPresent()) {
                message.setFlag(Flags.Flag.SEEN, true);
            }
            return true;
        } catch (MessagingException | IOException e) {
            if (!folder.isOpen()) {
                throw new MessagingException("The connection to the mailbox broke.", e);
            }
            LOG.info(
                    "A message in the mailbox for returned e-mails cannot be read and is left alone: {}", e.toString());
            return true;
        } catch (StackOverflowError e) {
            LOG.info("A message in the mailbox for returned e-mails is nested too deeply and is left alone.");
            return true;
        } catch (Problem e) {
            boolean again = e.code().retry() && !ALTERED.contains(e.code());
            LOG.warn(
                    "A returned e-mail could not be recorded and is {}: {}",
                    again ? "read again" : "left alone until the next start",
                    e.getMessage());
            return !again;
        } catch (RuntimeException e) {
            LOG.warn("A returned e-mail could not be recorded and is read again.", e);
            return false;
        } finally {
            letGo(message);
        }
    }

    /** A message keeps what was read of it for as long as its folder is open. */
    private static void letGo(Message message) {
        if (message instanceof IMAPMessage read) {
            read.invalidateHeaders();
        }
    }

    private Properties properties() {
        String prefix = "mail." + settings.protocol() + ".";
        Properties properties = new Properties();
        properties.setProperty(prefix + "connectiontimeout", CONNECT_MILLIS);
        properties.setProperty(prefix + "timeout", ANSWER_MILLIS);
        properties.setProperty(prefix + "writetimeout", ANSWER_MILLIS);
        properties.setProperty(prefix + "ssl.checkserveridentity", "true");
        properties.setProperty(prefix + "peek", "true"); // to read a message does not mark it as read
        if (settings.security() == Security.STARTTLS) {
            properties.setProperty(prefix + "starttls.enable", "true");
            properties.setProperty(prefix + "starttls.required", "true");
        }
        return properties;
    }
}
