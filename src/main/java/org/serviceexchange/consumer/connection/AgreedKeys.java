package org.serviceexchange.consumer.connection;

/**
 * The state of a connection's keys, without the keys themselves.
 *
 * @param keyId id of the keys, the same on both sides, base64url
 * @param inbound whether this instance verified a probe of the provider with these keys
 * @param outbound whether the provider verified a probe of this instance with these keys
 */
public record AgreedKeys(String keyId, boolean inbound, boolean outbound) {

    AgreedKeys received() {
        return new AgreedKeys(keyId, true, outbound);
    }

    AgreedKeys sent() {
        return new AgreedKeys(keyId, inbound, true);
    }

    /** Whether both directions are proved. */
    public boolean confirmed() {
        return inbound && outbound;
    }
}
