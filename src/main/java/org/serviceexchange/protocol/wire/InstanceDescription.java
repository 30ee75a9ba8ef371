package org.serviceexchange.protocol.wire;

import java.net.URI;
import java.time.Instant;
import java.util.List;
import org.serviceexchange.kmf.primitive.CompositeSignature;
import org.serviceexchange.kmf.primitive.XWing;

/**
 * The payload of a description: what an instance says about itself, signed by its signature key. JSON; specified in
 * docs/protocol.md, section 4.
 *
 * @param versions protocol versions that the instance supports
 * @param suites cryptographic suites that the instance supports
 * @param name name of the instance
 * @param baseUrl base URL, without a trailing slash
 * @param signatureKey composite public key, 1984 bytes
 * @param encryptionKey X-Wing public key, 1216 bytes; reserved, not used yet: nothing is encrypted to it
 * @param claims where to claim a registration
 * @param probes where to probe a connection
 * @param serverTime its clock when it signed
 */
@SuppressWarnings("ArrayRecordComponent") // never compared
public record InstanceDescription(
        List<Integer> versions,
        List<String> suites,
        String name,
        String baseUrl,
        byte[] signatureKey,
        byte[] encryptionKey,
        URI claims,
        URI probes,
        Instant serverTime) {

    public InstanceDescription {
        MessageFields.text("name", name);
        MessageFields.text("baseUrl", baseUrl);
        MessageFields.bytes("signatureKey", signatureKey, CompositeSignature.PUBLIC_KEY_LENGTH);
        MessageFields.bytes("encryptionKey", encryptionKey, XWing.PUBLIC_KEY_LENGTH);
        MessageFields.require(XWing.usable(encryptionKey), "encryptionKey must be a usable X-Wing key");
        versions = List.copyOf(versions);
        suites = List.copyOf(suites);
    }

    /** The instance's identity to pin. */
    public Party party() {
        return new Party(baseUrl, signatureKey);
    }
}
