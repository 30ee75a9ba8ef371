package org.serviceexchange.consumer.claim;

import com.nimbusds.jose.jwk.ECKey;
import java.nio.charset.StandardCharsets;
import java.text.ParseException;
import org.serviceexchange.kmf.ModuleKeys;
import org.serviceexchange.protocol.claim.ClientKey;
import org.springframework.stereotype.Component;

/**
 * The key with which a connection authenticates at the provider's token endpoint; one per connection, stored by the
 * KMF.
 */
@Component
public class ClientKeys {

    private final ModuleKeys keys;

    public ClientKeys(ModuleKeys keys) {
        this.keys = keys;
    }

    /**
     * Creates the connection's key if it does not exist. The key must be committed before the claim that names it is
     * sent.
     */
    void make(String number) {
        keys.generateClientKey(number);
    }

    /** The public key, in the form used in a claim. */
    ClientKey publicKey(String number) {
        ECKey key = privateKey(number);
        return ClientKey.of(key.getX().toString(), key.getY().toString());
    }

    /**
     * The private key, for signing an assertion; callers must not store it. Without a key id, because the claim names
     * none.
     */
    public ECKey privateKey(String number) {
        return keys.use(number, ModuleKeys.CLIENT_KEY, ClientKeys::parse);
    }

    private static ECKey parse(byte[] json) {
        try {
            ECKey key = ECKey.parse(new String(json, StandardCharsets.UTF_8));
            return new ECKey.Builder(key).keyID(null).build();
        } catch (ParseException e) {
            throw new IllegalStateException("The OAuth client key is not a JWK.", e);
        }
    }
}
