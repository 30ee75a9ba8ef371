package org.serviceexchange.connection.evidence;

import java.time.Instant;
import java.util.List;
import org.serviceexchange.kmf.primitive.CompositeSignature;
import org.serviceexchange.protocol.wire.MessageFields;

/** The lines of a file of evidence, each one JSON object (docs/protocol.md, section 14). A text that does not apply is empty. */
sealed interface EvidenceLine {

    /** The format that is written and read. */
    int FORMAT = 1;

    String OWN = "OWN";
    String PEER = "PEER";

    /** What people call the line, the same in the file and in its seal: {@code entry 7}. */
    String name();

    /**
     * The first line: what the file is about.
     *
     * @param signer thumbprint of the key that signed the file
     * @param entries number of entries of the journal
     * @param alteredFrom the entry from which on the instance found its own journal altered; 0 if it is as it was written
     */
    record Head(
            String type,
            int format,
            String side,
            String number,
            String registration,
            String connection,
            String state,
            String instance,
            String version,
            String commit,
            String signer,
            long entries,
            long alteredFrom,
            Instant exportedAt)
            implements EvidenceLine {

        static final String TYPE = "evidence";

        @Override
        public String name() {
            return TYPE;
        }
    }

    /**
     * A signature key of either instance.
     *
     * @param whose {@code OWN} or {@code PEER}
     */
    @SuppressWarnings("ArrayRecordComponent") // never compared
    record Key(String type, String whose, String thumbprint, byte[] signatureKey) implements EvidenceLine {

        static final String TYPE = "key";

        public Key {
            MessageFields.bytes("signatureKey", signatureKey, CompositeSignature.PUBLIC_KEY_LENGTH);
        }

        @Override
        public String name() {
            return TYPE + " " + thumbprint;
        }
    }

    /** The contact's consent, as the provider recorded it. */
    record Consent(String type, String user, Instant matchedAt, Instant at) implements EvidenceLine {

        static final String TYPE = "consent";

        @Override
        public String name() {
            return TYPE;
        }
    }

    /**
     * A message of the protocol, kept as proof of the entry that follows.
     *
     * @param entry number of the entry; 0 for the description of this instance
     * @param place its place among the messages of the entry, from 1
     * @param from who wrote it: {@code OWN} or {@code PEER}
     * @param signer thumbprint of the key that signed it; empty if it carries no signature
     * @param hash SHA-256 of the message, base64url
     * @param message the message itself, character by character; empty if only its hash was kept
     */
    record Message(
            String type,
            long entry,
            int place,
            String payloadType,
            String from,
            String signer,
            String hash,
            String message)
            implements EvidenceLine {

        static final String TYPE = "message";

        @Override
        public String name() {
            return TYPE + " " + entry + "." + place;
        }
    }

    /**
     * An entry of the journal.
     *
     * @param entry its number, from 1
     * @param at when it was written (ISO 8601, UTC, with all digits)
     * @param receipts hashes of the messages that prove it
     * @param chain the instance's own hash over this entry and the ones before; it alone can verify it
     */
    record Entry(
            String type,
            long entry,
            String kind,
            String authorKind,
            String author,
            String text,
            String at,
            List<String> receipts,
            String chain)
            implements EvidenceLine {

        static final String TYPE = "entry";

        public Entry {
            receipts = List.copyOf(receipts);
        }

        @Override
        public String name() {
            return TYPE + " " + entry;
        }
    }
}
