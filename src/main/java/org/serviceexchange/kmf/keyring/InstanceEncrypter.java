package org.serviceexchange.kmf.keyring;

import java.nio.ByteBuffer;
import java.security.GeneralSecurityException;
import java.util.Arrays;
import org.serviceexchange.kmf.Sealing;
import org.serviceexchange.kmf.primitive.Aead;
import org.serviceexchange.platform.problem.Problem;
import org.serviceexchange.platform.problem.ProblemCode;
import org.springframework.stereotype.Service;

/** Seals with the newest version of the encrypter key; a sealed value starts with the key version in four bytes. */
@Service
class InstanceEncrypter implements Sealing {

    private final InstanceKeyRows instanceKeys;
    private final KeyHierarchy hierarchy;

    InstanceEncrypter(InstanceKeyRows instanceKeys, KeyHierarchy hierarchy) {
        this.instanceKeys = instanceKeys;
        this.hierarchy = hierarchy;
    }

    @Override
    public byte[] seal(String purpose, String id, byte[] value) {
        KeyRow row = instanceKeys.active(KeyName.ENCRYPTER);
        byte[] key = hierarchy.unwrap(row);
        try {
            byte[] sealed = Aead.seal(key, associatedData(row, purpose, id), value);
            return ByteBuffer.allocate(Integer.BYTES + sealed.length)
                    .putInt(row.version())
                    .put(sealed)
                    .array();
        } finally {
            Arrays.fill(key, (byte) 0);
        }
    }

    @Override
    public byte[] open(String purpose, String id, byte[] sealed) {
        if (sealed.length < Integer.BYTES) {
            throw altered(purpose, id);
        }
        KeyRow row = instanceKeys.processing(
                KeyName.ENCRYPTER, ByteBuffer.wrap(sealed).getInt());
        byte[] key = hierarchy.unwrap(row);
        try {
            byte[] rest = Arrays.copyOfRange(sealed, Integer.BYTES, sealed.length);
            return Aead.open(key, associatedData(row, purpose, id), rest);
        } catch (GeneralSecurityException e) {
            throw altered(purpose, id);
        } finally {
            Arrays.fill(key, (byte) 0);
        }
    }

    private byte[] associatedData(KeyRow row, String purpose, String id) {
        return LengthPrefixedFields.encode(
                "kmf-seal", hierarchy.keys().instance(), row.id(), row.version(), purpose, id);
    }

    private static Problem altered(String purpose, String id) {
        return new Problem(ProblemCode.SEALED_VALUE_ALTERED, purpose, id);
    }
}
