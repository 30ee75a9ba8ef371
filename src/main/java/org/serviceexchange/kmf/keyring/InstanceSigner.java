package org.serviceexchange.kmf.keyring;

import java.security.GeneralSecurityException;
import java.util.Arrays;
import org.serviceexchange.kmf.InstanceKeys;
import org.serviceexchange.kmf.primitive.CompositeSignature;
import org.serviceexchange.kmf.primitive.Thumbprint;
import org.springframework.stereotype.Service;

/** Signs with ISK and provides the public keys of the instance. */
@Service
class InstanceSigner implements InstanceKeys {

    private final InstanceKeyRows instanceKeys;
    private final KeyHierarchy hierarchy;
    private final CompositeSignature signature = new CompositeSignature();

    InstanceSigner(InstanceKeyRows instanceKeys, KeyHierarchy hierarchy) {
        this.instanceKeys = instanceKeys;
        this.hierarchy = hierarchy;
    }

    @Override
    public String thumbprint() {
        return Thumbprint.of(signaturePublicKey());
    }

    @Override
    public byte[] signaturePublicKey() {
        return publicKey(KeyName.SIGNATURE);
    }

    @Override
    public byte[] encryptionPublicKey() {
        return publicKey(KeyName.ENCRYPTION);
    }

    @Override
    public byte[] sign(byte[] message) {
        byte[] key = hierarchy.unwrap(instanceKeys.active(KeyName.SIGNATURE));
        try {
            return signature.sign(key, message);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("The instance signature key does not sign.", e);
        } finally {
            Arrays.fill(key, (byte) 0);
        }
    }

    private byte[] publicKey(KeyName name) {
        KeyRow row = instanceKeys.active(name);
        hierarchy.keysFor(row).verify(row);
        return row.publicPart().clone();
    }
}
