package org.serviceexchange.kmf;

import java.util.function.Function;

/**
 * Keys of modules, such as the two directions of a connection; sealed at rest, with a life cycle.
 *
 * <p>Security guarantees: No key is in clear in the database. The copy that a function is called with is wiped
 * afterwards. A key whose row was altered is neither used nor moved to another state. Of a destroyed key only the
 * metadata is left.
 */
public interface ModuleKeys {

    /** Purpose of the key with which a consumer authenticates at the provider's authorization server. */
    String CLIENT_KEY = "oauth-client";

    /**
     * Imports a key in the state Generated and returns its id.
     *
     * @param module owner of the key, such as {@code CCN0001001}
     * @param purpose such as {@code inbound}
     * @param algorithm such as {@code AES-256-GCM} or {@code ES256-JWK}
     */
    String add(String module, String purpose, String algorithm, byte[] key);

    /**
     * Generates an Active ES256 key (RFC 7517 JWK, {@code kid} = RFC 7638 thumbprint) with the purpose
     * {@link #CLIENT_KEY}; if the module already has one, that one stays.
     *
     * @return the public JWK as JSON; {@link #use} passes the private JWK as JSON in UTF-8
     */
    String generateClientKey(String module);

    /**
     * Makes the Generated key of a module and purpose its one Active key; the one before becomes Deactivated. Has no effect
     * if the newest is Active already.
     */
    void activate(String module, String purpose);

    /**
     * Calls the function with the newest Generated or Active key of the module and purpose, and wipes the copy
     * afterwards.
     */
    <T> T use(String module, String purpose, Function<byte[], T> function);

    /** Deactivates and destroys every key of the module; the rows remain without the key bytes. */
    void destroyAll(String module);
}
