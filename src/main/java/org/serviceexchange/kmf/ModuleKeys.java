package org.serviceexchange.kmf;

import java.util.Collection;
import java.util.List;
import java.util.Map;
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
     * @param label what the module calls this key, such as the key id that its peers know; public, and authenticated with
     *     the key
     */
    String add(String module, String purpose, String algorithm, String label, byte[] key);

    /**
     * Generates an Active ES256 key (RFC 7517 JWK, {@code kid} = RFC 7638 thumbprint) with the purpose
     * {@link #CLIENT_KEY}; if the module already has one, that one stays.
     *
     * @return the public JWK as JSON; {@link #use} passes the private JWK as JSON in UTF-8
     */
    String generateClientKey(String module);

    /**
     * Makes the key with this label the one Active key of its module and purpose; the one before becomes Deactivated. Has no
     * effect if it is Active already.
     */
    void activate(String module, String purpose, String label);

    /**
     * Calls the function with the newest Generated or Active key of the module and purpose, and wipes the copy
     * afterwards.
     */
    <T> T use(String module, String purpose, Function<byte[], T> function);

    /**
     * The same with the newest key of this label that is Generated, Active or Deactivated: what a key protected is opened
     * and answered with it after another one replaced it. Keys of versions before labels answer to every label that no
     * other key of the module and purpose has.
     */
    <T> T use(String module, String purpose, String label, Function<byte[], T> function);

    /** The keys of a module that are not destroyed, newest first within a purpose; without any key bytes. */
    List<ModuleKey> describe(String module);

    /** The same for many modules in one statement, by module; without those that have no key. */
    Map<String, List<ModuleKey>> describe(Collection<String> modules);

    /** Deactivates and destroys the keys of the module with this label, whatever their purpose. */
    void destroy(String module, String label);

    /** Deactivates and destroys every key of the module; the rows remain without the key bytes. */
    void destroyAll(String module);
}
