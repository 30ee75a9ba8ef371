package org.serviceexchange.consumer;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.jwk.Curve;
import com.nimbusds.jose.jwk.ECKey;
import com.nimbusds.jose.jwk.KeyUse;
import com.nimbusds.jose.jwk.gen.ECKeyGenerator;
import java.nio.charset.StandardCharsets;
import java.text.ParseException;
import org.serviceexchange.exchange.ClientKey;
import org.serviceexchange.kmf.ModuleKeys;
import org.springframework.stereotype.Component;

/** The key with which a connection proves itself at the provider's token endpoint; one per connection, kept by the KMF. */
@Component
public class ClientKeys {

    static final String PURPOSE = "oauth-client";
    static final String ALGORITHM = "ES256-JWK";

    private final ModuleKeys keys;

    ClientKeys(ModuleKeys keys) {
        this.keys = keys;
    }

    /** Makes the connection's key unless it exists. The claim names it, so it is committed before the claim is sent. */
    void make(String number) {
        if (!keys.has(number, PURPOSE)) {
            keys.activate(keys.add(number, PURPOSE, ALGORITHM, json(generate())));
        }
    }

    /** The public half, as a claim names it. */
    ClientKey publicKey(String number) {
        ECKey key = privateKey(number);
        return ClientKey.of(key.getX().toString(), key.getY().toString());
    }

    /** The key itself, for signing an assertion; never keep it. */
    public ECKey privateKey(String number) {
        return keys.use(number, PURPOSE, ClientKeys::parse);
    }

    private static ECKey generate() {
        try {
            return new ECKeyGenerator(Curve.P_256)
                    .keyUse(KeyUse.SIGNATURE)
                    .algorithm(JWSAlgorithm.ES256)
                    .generate();
        } catch (JOSEException e) {
            throw new IllegalStateException("No ES256 key could be made.", e);
        }
    }

    private static byte[] json(ECKey key) {
        return key.toJSONString().getBytes(StandardCharsets.UTF_8);
    }

    private static ECKey parse(byte[] json) {
        try {
            return ECKey.parse(new String(json, StandardCharsets.UTF_8));
        } catch (ParseException e) {
            throw new IllegalStateException("The OAuth client key is not a JWK.", e);
        }
    }
}
