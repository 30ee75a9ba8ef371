package org.serviceexchange.consumer.claim;

import com.nimbusds.jose.jwk.ECKey;
import java.nio.charset.StandardCharsets;
import java.text.ParseException;
import org.serviceexchange.kmf.ModuleKeys;
import org.serviceexchange.protocol.claim.ClientKey;
import org.springframework.stereotype.Component;

/** The key with which a connection proves itself at the provider's token endpoint; one per connection, kept by the KMF. */
@Component
public class ClientKeys {

    private final ModuleKeys keys;

    public ClientKeys(ModuleKeys keys) {
        this.keys = keys;
    }

    /** Makes the connection's key unless it exists. The claim names it, so it is committed before the claim is sent. */
    void make(String number) {
        keys.generateClientKey(number);
    }

    /** The public half, as a claim names it. */
    ClientKey publicKey(String number) {
        ECKey key = privateKey(number);
        return ClientKey.of(key.getX().toString(), key.getY().toString());
    }

    /** The key itself, for signing an assertion; never keep it. Without a key id, because the claim names none. */
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
