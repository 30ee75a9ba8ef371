package org.serviceexchange.kmf.keyring;

import java.util.Base64;
import org.serviceexchange.kmf.KeyedHash;
import org.springframework.stereotype.Service;

/** Computes keyed hashes under IHK. */
@Service
class InstanceHash implements KeyedHash {

    private final KeyHierarchy hierarchy;

    InstanceHash(KeyHierarchy hierarchy) {
        this.hierarchy = hierarchy;
    }

    @Override
    public String of(String purpose, String value) {
        byte[] tag = hierarchy.keys().mac(LengthPrefixedFields.encode("keyed-hash", purpose, value));
        return Base64.getUrlEncoder().withoutPadding().encodeToString(tag);
    }
}
