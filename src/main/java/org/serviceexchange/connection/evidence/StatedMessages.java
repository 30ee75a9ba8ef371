package org.serviceexchange.connection.evidence;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.serviceexchange.connection.address.StatedAddress;
import org.serviceexchange.connection.newcontact.StatedContact;
import org.serviceexchange.connection.signature.StatedKey;
import org.serviceexchange.connection.state.StateDocument;
import org.serviceexchange.connection.statement.Statement;
import org.serviceexchange.kmf.primitive.Thumbprint;
import org.serviceexchange.platform.message.LocalizedMessage;
import org.serviceexchange.platform.problem.Problem;
import org.serviceexchange.protocol.claim.ClaimResponse;
import org.serviceexchange.protocol.handshake.M1;
import org.serviceexchange.protocol.handshake.M2;
import org.serviceexchange.protocol.handshake.RotationM1;
import org.serviceexchange.protocol.wire.ConnectionSide;
import org.serviceexchange.protocol.wire.MessageType;
import org.serviceexchange.protocol.wire.SignedEnvelope;
import org.serviceexchange.protocol.wire.Wire;

/** Verifies what the lines of a file say, with the keys that it names: signatures of messages, and that they are about this record. */
final class StatedMessages {

    private static final Map<String, Class<? extends Statement>> STATEMENTS = Map.of(
            MessageType.ADDRESS.payloadType(), StatedAddress.class,
            MessageType.ADDRESS_PROOF.payloadType(), StatedAddress.class,
            MessageType.ADDRESS_ANSWER.payloadType(), StatedAddress.class,
            MessageType.SIGNATURE_KEY.payloadType(), StatedKey.class,
            MessageType.SIGNATURE_KEY_PROOF.payloadType(), StatedKey.class,
            MessageType.SIGNATURE_KEY_ANSWER.payloadType(), StatedKey.class,
            MessageType.CONTACT.payloadType(), StatedContact.class);

    private final EvidenceReport report;
    private final Map<String, byte[]> keys = new HashMap<>();
    private final Map<String, String> whose = new HashMap<>();
    private final Set<String> ofEntry = new HashSet<>();
    private byte @Nullable [] m1;
    private long lastEntry;

    StatedMessages(EvidenceReport report) {
        this.report = report;
    }

    /** The key with this thumbprint, if the file has it. */
    byte @Nullable [] key(String thumbprint) {
        return keys.get(thumbprint);
    }

    void take(EvidenceLine line) {
        if (line instanceof EvidenceLine.Head head) {
            take(head);
        } else if (line instanceof EvidenceLine.Key key) {
            take(key);
        } else if (line instanceof EvidenceLine.Message message) {
            take(message);
        } else if (line instanceof EvidenceLine.Entry entry) {
            take(entry);
        }
    }

    private void take(EvidenceLine.Head head) {
        report.head(head);
        if (head.alteredFrom() > 0) {
            report.found("alteredBefore", head.alteredFrom());
        }
    }

    private void take(EvidenceLine.Key key) {
        if (!Thumbprint.of(key.signatureKey()).equals(key.thumbprint())) {
            report.found("key", key.thumbprint());
        }
        keys.put(key.thumbprint(), key.signatureKey());
        whose.put(key.thumbprint(), key.whose());
    }

    private void take(EvidenceLine.Entry entry) {
        report.entry();
        if (entry.entry() == lastEntry + 2) {
            report.found("missing", lastEntry + 1);
        } else if (entry.entry() > lastEntry + 2) {
            report.found("missingSome", lastEntry + 1, entry.entry() - 1);
        }
        if (entry.entry() <= lastEntry) {
            report.found("order", entry.entry());
        }
        lastEntry = Math.max(lastEntry, entry.entry());
        if (!ofEntry.equals(Set.copyOf(entry.receipts()))) {
            report.found("receipts", entry.entry());
        }
        ofEntry.clear();
    }

    private void take(EvidenceLine.Message line) {
        if (line.entry() > 0) {
            ofEntry.add(line.hash());
        }
        LocalizedMessage name = SealedLines.words(line.name());
        byte[] message = line.message().getBytes(UTF_8);
        if (message.length == 0) {
            report.withheld();
        } else if (!Thumbprint.of(message).equals(line.hash())) {
            report.found("hash", name);
        } else if (line.signer().isEmpty()) {
            report.unsigned();
        } else if (!stands(line, message)) {
            report.found("signature", name, line.signer());
        } else if (!isAboutThisRecord(line, message)) {
            report.found("about", name);
        } else if (line.from().equals(EvidenceLine.PEER)) {
            report.signedByPeer(line.payloadType());
        }
    }

    private boolean stands(EvidenceLine.Message line, byte[] message) {
        byte[] key = keys.get(line.signer());
        if (key == null || !line.from().equals(whose.get(line.signer()))) {
            return false;
        }
        try {
            if (isSecond(line)) {
                M2.Message m2 = Wire.read(message, M2.Message.class);
                return m1 != null && m2.payloadType().equals(line.payloadType()) && m2.isSignedBy(key, m1);
            }
            SignedEnvelope signed = Wire.read(message, SignedEnvelope.class);
            boolean first = Set.of(MessageType.M1.payloadType(), MessageType.ROTATION_M1.payloadType())
                    .contains(line.payloadType());
            m1 = first ? message : m1;
            return signed.payloadType().equals(line.payloadType()) && signed.isSignedBy(key);
        } catch (Problem malformed) {
            return false;
        }
    }

    /** An M2 signs the M1 before it too. */
    private static boolean isSecond(EvidenceLine.Message line) {
        return Set.of(MessageType.M2.payloadType(), MessageType.ROTATION_M2.payloadType())
                .contains(line.payloadType());
    }

    /** A message that names the two instances and the registration must name those of this file. */
    private boolean isAboutThisRecord(EvidenceLine.Message line, byte[] message) {
        EvidenceLine.Head head = report.head();
        if (head == null || isSecond(line)) {
            return true;
        }
        try {
            byte[] payload = Wire.read(message, SignedEnvelope.class).payload();
            if (line.payloadType().equals(MessageType.M1.payloadType())) {
                M1 said = Wire.read(payload, M1.class);
                return names(head, said.registration(), said.provider(), said.consumer());
            }
            if (line.payloadType().equals(MessageType.ROTATION_M1.payloadType())) {
                RotationM1 said = Wire.read(payload, RotationM1.class);
                return names(head, said.registration(), said.provider(), said.consumer());
            }
            if (line.payloadType().equals(MessageType.STATE.payloadType())) {
                StateDocument said = Wire.read(payload, StateDocument.class);
                return names(head, said.registration(), said.provider(), said.consumer());
            }
            Class<? extends Statement> statement = STATEMENTS.get(line.payloadType());
            if (statement != null) {
                Statement said = Wire.read(payload, statement);
                return names(head, said.registration(), said.provider(), said.consumer());
            }
            if (line.payloadType().equals(MessageType.CLAIM_ANSWER.payloadType())) {
                ClaimResponse said = Wire.read(payload, ClaimResponse.class);
                return names(head, said.registration(), line.signer(), said.consumer());
            }
            return true;
        } catch (Problem malformed) {
            return false;
        }
    }

    private boolean names(EvidenceLine.Head head, String registration, String provider, String consumer) {
        boolean atProvider = head.side().equals(ConnectionSide.PROVIDER.name());
        String own = atProvider ? provider : consumer;
        String peer = atProvider ? consumer : provider;
        return registration.equals(head.registration())
                && List.of(EvidenceLine.OWN, EvidenceLine.PEER)
                        .equals(List.of(whose.getOrDefault(own, ""), whose.getOrDefault(peer, "")));
    }
}
