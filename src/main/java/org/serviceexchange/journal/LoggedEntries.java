package org.serviceexchange.journal;

import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.serviceexchange.platform.message.LocalizedMessage;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.slf4j.spi.LoggingEventBuilder;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/**
 * Writes one line into the log for everything that happened to a registration or connection, once it is committed, with its
 * number on both sides where this side knows both. What a person typed is not told: neither an entry, nor a text within one.
 */
@Component
class LoggedEntries {

    private static final Logger LOG = LoggerFactory.getLogger("journal");
    private static final String LEFT_OUT = "…";

    private final List<PeerNumbers> peers;

    LoggedEntries(List<PeerNumbers> peers) {
        this.peers = peers;
    }

    /** The other side's number is asked for within the transaction, which has a connection to the database. */
    @EventListener
    void appended(JournalEntryAppended entry) {
        if (!LOG.isInfoEnabled()) {
            return;
        }
        String peer = peers.stream()
                .map(known -> known.of(entry))
                .flatMap(Optional::stream)
                .findFirst()
                .orElse("");
        if (!TransactionSynchronizationManager.isSynchronizationActive()) {
            write(entry, peer);
            return;
        }
        TransactionSynchronizationManager.registerSynchronization(new TransactionSynchronization() {
            @Override
            public void afterCommit() {
                write(entry, peer);
            }
        });
    }

    private static void write(JournalEntryAppended entry, String peer) {
        LoggingEventBuilder line = LOG.atInfo()
                .addKeyValue("event.action", entry.message().key())
                .addKeyValue("case.number", entry.subject())
                .addKeyValue("case.author", entry.author().actor());
        if (!peer.isEmpty()) {
            line = line.addKeyValue("case.peer_number", peer);
        }
        line.log(
                "{}{} {} by {}: {}",
                entry.subject(),
                peer.isEmpty() ? "" : " (" + peer + " there)",
                entry.message().key(),
                entry.author().actor(),
                untyped(entry.message()).inDefault());
    }

    /** Texts among the arguments may be typed by somebody, such as the reason of an off-boarding; the key says what happened. */
    private static LocalizedMessage untyped(LocalizedMessage message) {
        return new LocalizedMessage(
                message.key(),
                message.arguments().stream().map(LoggedEntries::untyped).toList());
    }

    private static Object untyped(Object argument) {
        if (argument instanceof LocalizedMessage message) {
            return untyped(message);
        }
        if (argument instanceof Collection<?> several) {
            return several.stream().map(LoggedEntries::untyped).toList();
        }
        return argument instanceof String ? LEFT_OUT : argument;
    }
}
