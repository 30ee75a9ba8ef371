package org.serviceexchange.protocol.wire;

import java.util.regex.Pattern;
import org.serviceexchange.platform.problem.Problem;
import org.serviceexchange.platform.problem.ProblemCode;

/** The type of a payload, which the signature covers. */
public enum MessageType {
    DESCRIPTION("description"),
    CLAIM("claim"),
    CLAIM_ANSWER("claim-answer"),
    M1("m1"),
    M2("m2"),
    M3("m3"),
    M4("m4"),
    PROBE("probe"),
    PROBE_ANSWER("probe-answer"),
    STATE_QUESTION("state-question", ProtocolPaths.LIFE_VERSION),
    STATE("state", ProtocolPaths.LIFE_VERSION),
    HEARTBEAT("heartbeat", ProtocolPaths.LIFE_VERSION),
    HEARTBEAT_ANSWER("heartbeat-answer", ProtocolPaths.LIFE_VERSION),
    IDENTITY("identity", ProtocolPaths.LIFE_VERSION),
    IDENTITY_ANSWER("identity-answer", ProtocolPaths.LIFE_VERSION),
    ROTATION_REQUEST("rotation-request", ProtocolPaths.LIFE_VERSION),
    ROTATION_ANSWER("rotation-answer", ProtocolPaths.LIFE_VERSION),
    ROTATION_M1("rotation-m1", ProtocolPaths.LIFE_VERSION),
    ROTATION_M2("rotation-m2", ProtocolPaths.LIFE_VERSION),
    ROTATION_M3("rotation-m3", ProtocolPaths.LIFE_VERSION),
    ROTATION_M4("rotation-m4", ProtocolPaths.LIFE_VERSION),
    ADDRESS("address", ProtocolPaths.LIFE_VERSION),
    ADDRESS_ANSWER("address-answer", ProtocolPaths.LIFE_VERSION),
    ADDRESS_QUESTION("address-question", ProtocolPaths.LIFE_VERSION),
    ADDRESS_PROOF("address-proof", ProtocolPaths.LIFE_VERSION),
    SIGNATURE_KEY("signature-key", ProtocolPaths.LIFE_VERSION),
    SIGNATURE_KEY_ANSWER("signature-key-answer", ProtocolPaths.LIFE_VERSION),
    SIGNATURE_KEY_QUESTION("signature-key-question", ProtocolPaths.LIFE_VERSION),
    SIGNATURE_KEY_PROOF("signature-key-proof", ProtocolPaths.LIFE_VERSION),
    CONTACT_QUESTION("contact-question", ProtocolPaths.LIFE_VERSION),
    CONTACT("contact", ProtocolPaths.LIFE_VERSION),
    EVIDENCE("evidence", ProtocolPaths.LIFE_VERSION);

    private static final Pattern ANY_VERSION = Pattern.compile("application/vnd\\.service-exchange\\.v[0-9]{1,4}\\..+");

    private final String family;
    private final String payloadType;

    MessageType(String name) {
        this(name, ProtocolPaths.VERSION);
    }

    MessageType(String name, int version) {
        family = "application/vnd.service-exchange.v" + version + ".";
        payloadType = family + name + "+json";
    }

    /** The media type in the message, such as {@code application/vnd.service-exchange.v1.claim+json}. */
    public String payloadType() {
        return payloadType;
    }

    /** Throws {@code VERSION_UNSUPPORTED} for another version, {@code MESSAGE_MALFORMED} for another type. */
    public void require(String received) {
        if (received.equals(payloadType)) {
            return;
        }
        if (ANY_VERSION.matcher(received).matches() && !received.startsWith(family)) {
            throw new Problem(ProblemCode.VERSION_UNSUPPORTED);
        }
        throw MessageRefusal.malformed("payloadType must be " + payloadType);
    }
}
