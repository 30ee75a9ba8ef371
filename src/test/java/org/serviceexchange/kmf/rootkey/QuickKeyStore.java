package org.serviceexchange.kmf.rootkey;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.security.GeneralSecurityException;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.serviceexchange.kmf.KmfSettings;
import org.serviceexchange.platform.settings.InstanceSettings;
import org.springframework.context.annotation.Primary;
import org.springframework.stereotype.Component;

/**
 * The file key store of every application context of the tests, which find it where they look for components. It differs from
 * the product's in the number of iterations, and in that all stores of a JVM remember which keys a file gave for a passphrase:
 * deriving keys is most of what the tests of key management would do, and the format derives one for each entry in 51,200
 * iterations that no parameter lowers. Another file or another passphrase is always opened.
 */
@Primary
@Component
class QuickKeyStore extends FileKeyStore {

    private static final int ITERATIONS = 1_000;

    /** By file and passphrase, in a list: instances of journeys are given this class without any other beside it. */
    private static final Map<List<Object>, Map<String, byte[]>> OPENED = new ConcurrentHashMap<>();

    QuickKeyStore(KmfSettings settings, InstanceSettings instance, Passphrase passphrase, Clock clock) {
        super(settings, instance, passphrase, clock, ITERATIONS);
    }

    @Override
    Map<String, byte[]> decode(byte[] content, char[] characters) throws IOException, GeneralSecurityException {
        List<Object> secret = List.of(ByteBuffer.wrap(content.clone()), String.valueOf(characters));
        Map<String, byte[]> known = OPENED.get(secret);
        if (known == null) {
            known = super.decode(content, characters);
            OPENED.put(secret, known);
        }
        return known;
    }
}
