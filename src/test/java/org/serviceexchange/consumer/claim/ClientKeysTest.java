package org.serviceexchange.consumer.claim;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.jwk.Curve;
import com.nimbusds.jose.jwk.ECKey;
import com.nimbusds.jose.jwk.gen.ECKeyGenerator;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.serviceexchange.kmf.ModuleKeys;
import org.serviceexchange.protocol.TestModuleKeys;
import org.serviceexchange.protocol.claim.ClientKey;

class ClientKeysTest {

    private static final String NUMBER = "PCN0001001";

    private final TestModuleKeys kmf = new TestModuleKeys();
    private final ClientKeys keys = new ClientKeys(kmf);
    private ECKey jwk;

    @BeforeEach
    void aKeyInTheKmf() throws JOSEException {
        jwk = new ECKeyGenerator(Curve.P_256).keyIDFromThumbprint(true).generate();
        kmf.add(
                NUMBER,
                ModuleKeys.CLIENT_KEY,
                "ES256-JWK",
                "",
                jwk.toJSONString().getBytes(UTF_8));
    }

    @Test
    void takesThePublicPartOfAClientKeyOnly() {
        ClientKey read = keys.publicKey(NUMBER);

        assertThat(read)
                .isEqualTo(ClientKey.of(jwk.getX().toString(), jwk.getY().toString()));
        assertThat(read.json())
                .doesNotContain(jwk.getD().toString())
                .doesNotContain("\"d\"")
                .doesNotContain("kid");
    }

    @Test
    void signsWithTheWholeKeyButNamesNoKeyId() {
        assertThat(keys.privateKey(NUMBER).getD()).isEqualTo(jwk.getD());
        assertThat(keys.privateKey(NUMBER).getKeyID()).isNull();
    }
}
