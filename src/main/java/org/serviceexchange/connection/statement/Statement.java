package org.serviceexchange.connection.statement;

import java.time.Instant;
import java.util.Arrays;
import org.serviceexchange.protocol.wire.ConnectionSide;
import org.serviceexchange.protocol.wire.MessageFields;

/** What the payloads of all signed messages about a living connection have. */
public interface Statement {

    int NONCE_LENGTH = 32;

    /** Number at the provider. */
    String registration();

    /** Of the instance that signs: {@code PROVIDER} or {@code CONSUMER}. */
    String side();

    /** Thumbprint of the provider. */
    String provider();

    /** Thumbprint of the consumer. */
    String consumer();

    /** 32 random bytes of a message that is answered; its answer repeats them. */
    byte[] nonce();

    /** The signer's clock, in milliseconds. */
    Instant issuedAt();

    /** The side that receives it. */
    default ConnectionSide receiver() {
        return ConnectionSide.valueOf(side()).other();
    }

    /** Thumbprint of the instance that signs. */
    default String signer() {
        return receiver() == ConnectionSide.CONSUMER ? provider() : consumer();
    }

    /** Thumbprint of the instance that receives it. */
    default String addressee() {
        return receiver() == ConnectionSide.CONSUMER ? consumer() : provider();
    }

    /** Refuses a malformed message. */
    static void require(String registration, String side, String provider, String consumer, byte[] nonce) {
        MessageFields.token("registration", registration);
        MessageFields.require(
                Arrays.stream(ConnectionSide.values())
                        .anyMatch(known -> known.name().equals(side)),
                "side must be one of " + Arrays.toString(ConnectionSide.values()));
        MessageFields.thumbprint("provider", provider);
        MessageFields.thumbprint("consumer", consumer);
        MessageFields.bytes("nonce", nonce, NONCE_LENGTH);
    }
}
