package org.serviceexchange.protocol.wire;

import java.net.URI;
import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.function.Consumer;
import org.serviceexchange.kmf.InstanceKeys;
import org.serviceexchange.platform.problem.Problem;
import org.serviceexchange.platform.problem.ProblemCode;
import org.serviceexchange.platform.settings.InstanceAddress;
import org.serviceexchange.platform.settings.InstanceSettings;
import org.springframework.stereotype.Service;

/** Writes, signs, reads and verifies descriptions of instances (docs/protocol.md, section 4). */
@Service
public class Discovery {

    private final InstanceSettings instance;
    private final InstanceKeys keys;
    private final Clock clock;

    public Discovery(InstanceSettings instance, InstanceKeys keys, Clock clock) {
        this.instance = instance;
        this.keys = keys;
        this.clock = clock;
    }

    /**
     * The signed description of this instance, JSON in UTF-8; a {@code BASE_URL_NOT_SET} problem without a base URL.
     */
    public byte[] describe() {
        return describe(keys.thumbprint());
    }

    /** The same under an earlier signature key that may still sign; under the active one if this is none of them. */
    public byte[] describe(String thumbprint) {
        InstanceKeys signer = keys.thumbprints().contains(thumbprint) ? keys.as(thumbprint) : keys;
        URI baseUrl = instance.baseUrl();
        if (baseUrl == null) {
            throw new Problem(ProblemCode.BASE_URL_NOT_SET);
        }
        InstanceDescription description = new InstanceDescription(
                List.of(ProtocolPaths.VERSION, ProtocolPaths.LIFE_VERSION),
                List.of(ProtocolPaths.SUITE),
                instance.name(),
                baseUrl.toString(),
                signer.signaturePublicKey(),
                signer.encryptionPublicKey(),
                URI.create(baseUrl + ProtocolPaths.CLAIMS),
                URI.create(baseUrl + ProtocolPaths.PROBES),
                clock.instant().truncatedTo(ChronoUnit.MILLIS));
        return SignedEnvelope.write(MessageType.DESCRIPTION, description, signer);
    }

    /**
     * Reads a description. Another signature key than the pinned one is a {@code PROVIDER_PIN_DIFFERS} problem; a
     * server time more than 10 s from ours is {@code CLOCKS_DIFFER}; another version or suite is
     * {@code VERSION_UNSUPPORTED}; endpoints outside its base URL, a malformed description or an invalid signature are
     * {@code PEER_ANSWER_INVALID}.
     */
    public InstanceDescription read(byte[] envelope, String pinnedThumbprint) {
        return read(envelope, pinnedThumbprint, description -> {
            if (!description.party().thumbprint().equals(pinnedThumbprint)) {
                throw new Problem(ProblemCode.PROVIDER_PIN_DIFFERS, InstanceAddress.shown(description.baseUrl()));
            }
        });
    }

    /** As {@link #read}, of an instance whose key is not known yet: the description is signed by the key that it names. */
    public InstanceDescription readUnpinned(byte[] envelope) {
        return read(envelope, "", description -> {});
    }

    private InstanceDescription read(byte[] envelope, String peer, Consumer<InstanceDescription> pinned) {
        SignedEnvelope signed = Responses.read(envelope, MessageType.DESCRIPTION, peer);
        InstanceDescription description = Responses.payload(signed, InstanceDescription.class, peer);
        String url = description.baseUrl();
        pinned.accept(description);
        Responses.require(signed.isSignedBy(description.signatureKey()), url, "signature");
        Responses.require(InstanceAddress.isBelow(url, description.claims().toString()), url, "endpoint");
        Responses.require(InstanceAddress.isBelow(url, description.probes().toString()), url, "endpoint");
        if (!description.versions().contains(ProtocolPaths.VERSION)
                || !description.suites().contains(ProtocolPaths.SUITE)) {
            throw new Problem(ProblemCode.VERSION_UNSUPPORTED);
        }
        Clocks.requireClose(clock.instant(), description.serverTime());
        return description;
    }
}
