package org.serviceexchange.consumer.connection;

/**
 * The keys of a connection as both sides know them, without the keys.
 *
 * @param keyId of the exchange
 * @param inbound whether the provider's probe was opened with them
 * @param outbound whether the provider opened our probe
 */
public record AgreedKeys(String keyId, boolean inbound, boolean outbound) {

    AgreedKeys withInbound() {
        return new AgreedKeys(keyId, true, outbound);
    }

    AgreedKeys withOutbound() {
        return new AgreedKeys(keyId, inbound, true);
    }
}
