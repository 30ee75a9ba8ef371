package org.serviceexchange.platform.mail;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import jakarta.mail.MessagingException;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import org.serviceexchange.platform.background.BackgroundRound;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/** Looks again and again for e-mails that came back. */
@Component
public class ReturnedMailRounds extends BackgroundRound {

    /** How long an e-mail may take to come back; mail servers give up after a few days. */
    public static final Duration KEPT = Duration.ofDays(30);

    private static final Logger LOG = LoggerFactory.getLogger(ReturnedMailRounds.class);

    private final ReturnedMailSettings settings;
    private final ReturnedMailbox mailbox;
    private final List<ReturnedMailReader> readers;
    private final Counter returned;
    private final Clock clock;

    public ReturnedMailRounds(
            ReturnedMailSettings settings, List<ReturnedMailReader> readers, MeterRegistry meters, Clock clock) {
        super("returned mail", "The mailbox for returned e-mails could not be read.");
        this.settings = settings;
        this.mailbox = new ReturnedMailbox(settings);
        this.readers = List.copyOf(readers);
        this.returned = MailServer.counter(meters, "returned");
        this.clock = clock;
    }

    /** Has no effect if no mailbox is configured. */
    @Override
    protected void round() {
        if (!settings.on()) {
            return;
        }
        try {
            mailbox.read(clock.instant().minus(KEPT), this::handled);
        } catch (MessagingException e) {
            LOG.warn(
                    "The mailbox for returned e-mails at {} could not be read and is tried again after {}: {}",
                    settings.host(),
                    settings.interval(),
                    e.toString());
        }
    }

    private boolean handled(DeliveryReport report) {
        boolean known = readers.stream().anyMatch(reader -> reader.returned(report.mail(), report.finding()));
        if (known) {
            returned.increment();
        }
        return known;
    }
}
