package org.serviceexchange.connection.evidence;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.OutputStream;
import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.serviceexchange.journal.Journal;
import org.serviceexchange.journal.JournalEntry;
import org.serviceexchange.journal.Receipt;
import org.serviceexchange.journal.SealedEntry;
import org.serviceexchange.kmf.InstanceKeys;
import org.serviceexchange.kmf.primitive.Thumbprint;
import org.serviceexchange.platform.settings.InstanceSettings;
import org.serviceexchange.platform.settings.ProductVersion;
import org.serviceexchange.protocol.wire.Discovery;
import org.serviceexchange.protocol.wire.MessageType;
import org.springframework.stereotype.Service;

/**
 * Writes what is known of a record, with its proofs, as one file that is signed by this instance.
 *
 * <p>Security guarantees: A file of evidence contains no secret.
 */
@Service
public class ExportEvidence {

    private static final int AT_ONCE = 100;

    private final Journal journal;
    private final InstanceKeys keys;
    private final InstanceSettings instance;
    private final Discovery discovery;
    private final ProductVersion product;
    private final Clock clock;

    public ExportEvidence(
            Journal journal,
            InstanceKeys keys,
            InstanceSettings instance,
            Discovery discovery,
            ProductVersion product,
            Clock clock) {
        this.journal = journal;
        this.keys = keys;
        this.instance = instance;
        this.discovery = discovery;
        this.product = product;
        this.clock = clock;
    }

    /** Writes the file. No transaction may be open, because whoever reads it may be slow. */
    public void export(EvidenceRecord record, OutputStream out) throws IOException {
        String number = record.number();
        long entries = journal.count(number);
        long alteredFrom = journal.read(number)
                .alteration()
                .map(altered -> (Long) altered.finding().arguments().get(1))
                .orElse(0L);
        File file = new File(new EvidenceWriter(out, keys, number));
        file.head(record, entries, alteredFrom);
        long after = 0;
        List<SealedEntry> some = journal.sealed(number, after, AT_ONCE);
        while (!some.isEmpty() && after < entries) {
            for (SealedEntry entry : some) {
                if (entry.number() <= entries) {
                    file.entry(entry);
                }
                after = entry.number();
            }
            some = journal.sealed(number, after, AT_ONCE);
        }
        file.writer.end();
    }

    /** A file that is being written. */
    private final class File {

        private final EvidenceWriter writer;
        private final Set<String> known = new HashSet<>();

        File(EvidenceWriter writer) {
            this.writer = writer;
        }

        void head(EvidenceRecord record, long entries, long alteredFrom) throws IOException {
            writer.write(new EvidenceLine.Head(
                    EvidenceLine.Head.TYPE,
                    EvidenceLine.FORMAT,
                    record.side().name(),
                    record.number(),
                    record.registration(),
                    record.connection(),
                    record.state(),
                    instance.name(),
                    product.version(),
                    product.commit(),
                    keys.thumbprint(),
                    entries,
                    alteredFrom,
                    clock.instant().truncatedTo(ChronoUnit.MILLIS)));
            for (byte[] own : keys.signaturePublicKeys()) {
                key(EvidenceLine.OWN, own);
            }
            byte[] peer = record.peerKey();
            if (peer != null) {
                key(EvidenceLine.PEER, peer);
            }
            if (instance.baseUrl() != null) {
                Receipt description = Receipt.signed(
                        MessageType.DESCRIPTION.payloadType(), true, keys.signaturePublicKey(), discovery.describe());
                message(0, 1, description);
            }
            EvidenceRecord.Consent consent = record.consent();
            if (consent != null) {
                writer.write(new EvidenceLine.Consent(
                        EvidenceLine.Consent.TYPE, consent.user(), consent.matchedAt(), consent.at()));
            }
        }

        void entry(SealedEntry sealed) throws IOException {
            for (int place = 0; place < sealed.receipts().size(); place++) {
                message(sealed.number(), place + 1, sealed.receipts().get(place));
            }
            JournalEntry entry = sealed.entry();
            writer.write(new EvidenceLine.Entry(
                    EvidenceLine.Entry.TYPE,
                    sealed.number(),
                    entry.kind().name(),
                    entry.author().kind().name(),
                    entry.author().id(),
                    entry.text(),
                    entry.at().toString(),
                    sealed.receipts().stream().map(Receipt::hash).toList(),
                    sealed.hash()));
        }

        private void message(long entry, int place, Receipt receipt) throws IOException {
            String whose = receipt.own() ? EvidenceLine.OWN : EvidenceLine.PEER;
            byte[] signer = receipt.signatureKey();
            if (signer != null) {
                key(whose, signer);
            }
            byte[] message = receipt.message();
            writer.write(new EvidenceLine.Message(
                    EvidenceLine.Message.TYPE,
                    entry,
                    place,
                    receipt.payloadType(),
                    whose,
                    signer == null ? "" : Thumbprint.of(signer),
                    receipt.hash(),
                    message == null ? "" : new String(message, UTF_8)));
        }

        /** Once for each key. */
        private void key(String whose, byte[] key) throws IOException {
            if (known.add(Thumbprint.of(key))) {
                writer.write(new EvidenceLine.Key(EvidenceLine.Key.TYPE, whose, Thumbprint.of(key), key));
            }
        }
    }
}
