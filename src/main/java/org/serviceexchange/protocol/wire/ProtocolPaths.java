package org.serviceexchange.protocol.wire;

import java.net.URI;

/** The protocol version and suite, and the paths of the protocol's endpoints below the base URL. */
public final class ProtocolPaths {

    /** The version of the messages that establish a connection; part of their payload types. */
    public static final int VERSION = 1;

    /** The version of the messages of a record's life afterwards; an instance that lacks it still onboards. */
    public static final int LIFE_VERSION = 2;

    /** Name of the only suite of algorithms (docs/protocol.md, sections 2 and 7). */
    public static final String SUITE = "SX-1";

    public static final String DISCOVERY = "/.well-known/service-exchange";
    /** Pattern of everything below which endpoints of the protocol are, in this and any later version. */
    public static final String ALL = "/sx/**";

    public static final String CLAIMS = "/sx/v1/claims";
    public static final String EXCHANGES = "/sx/v1/exchanges";
    public static final String CONFIRMATIONS = "/sx/v1/exchanges/confirmations";
    public static final String PROBES = "/sx/v1/probes";
    public static final String HEARTBEATS = "/sx/v1/heartbeats";
    public static final String STATE = "/sx/v1/state";
    public static final String ROTATIONS = "/sx/v1/rotations/{registration}";
    public static final String ROTATION_CONFIRMATIONS = "/sx/v1/rotations/{registration}/confirmations";
    public static final String ROTATION_REQUESTS = "/sx/v1/rotation-requests";
    public static final String ADDRESSES = "/sx/v1/addresses";
    public static final String ADDRESS_QUESTIONS = "/sx/v1/addresses/questions";
    public static final String SIGNATURE_KEYS = "/sx/v1/signature-keys";
    public static final String SIGNATURE_KEY_QUESTIONS = "/sx/v1/signature-keys/questions";
    public static final String CONTACTS = "/sx/v1/contacts";
    public static final String AUTHORIZATION = "/oauth2/authorize";
    public static final String TOKEN = "/oauth2/token";

    /** The provider's page on which a person declines a registration link; its parameter is the secret of the link. */
    public static final String DECLINE = "/decline";

    private ProtocolPaths() {}

    /** Where an instance describes itself under the signature key with this thumbprint, if it still has that. */
    public static URI describing(String instance, String thumbprint) {
        return URI.create(instance + DISCOVERY + "?key=" + thumbprint);
    }

    /** The address of {@link #DECLINE} for the link with this secret. */
    public static URI declining(String provider, String secret) {
        return URI.create(provider + DECLINE + "?secret=" + secret);
    }

    /** A path with a registration in it. */
    public static String of(String path, String registration) {
        return path.replace("{registration}", registration);
    }
}
