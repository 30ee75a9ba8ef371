package org.serviceexchange.kmf.keyring;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.serviceexchange.kmf.keyring.KeyMaker.Draft;
import org.serviceexchange.kmf.keyring.KeyRows.InstanceRoot;
import org.serviceexchange.kmf.rootkey.RootKeyStore;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Creates the key store and all instance keys in one transaction; if two nodes start at once, one wins. */
@Component
class KeyRingInitialization {

    private final KeyRows rows;
    private final RootKeyStore rootKeys;
    private final KeyMaker maker;

    KeyRingInitialization(KeyRows rows, RootKeyStore rootKeys, KeyMaker maker) {
        this.rows = rows;
        this.rootKeys = rootKeys;
        this.maker = maker;
    }

    @Transactional
    public void makeKeys() {
        String instance = UUID.randomUUID().toString();
        rows.claim(new InstanceRoot(instance, new byte[0]), maker.now());
        rootKeys.create();
        byte[] rootKey = rootKeys.rootKey();
        rows.changeRootCheck(Sentinel.seal(rootKey, instance));

        Draft keyEncryption = maker.instanceKey(KeyName.KEY_ENCRYPTION, 1, RootKeyStore.ROOT_KEY_ID);
        Draft hmac = maker.instanceKey(KeyName.HMAC, 1, RootKeyStore.ROOT_KEY_ID);
        WrappingKeys wrapping = new WrappingKeys(
                instance,
                Map.of(RootKeyStore.ROOT_KEY_ID, rootKey, keyEncryption.row().id(), keyEncryption.secret()),
                hmac.secret());
        List<Draft> drafts = List.of(
                keyEncryption,
                hmac,
                below(keyEncryption, KeyName.SIGNATURE),
                below(keyEncryption, KeyName.ENCRYPTION),
                below(keyEncryption, KeyName.ENCRYPTER));
        for (Draft draft : drafts) {
            rows.insert(wrapping.wrap(draft.row(), draft.secret()));
        }
        drafts.stream().skip(2).forEach(draft -> Arrays.fill(draft.secret(), (byte) 0));
    }

    private Draft below(Draft keyEncryption, KeyName name) {
        return maker.instanceKey(name, 1, keyEncryption.row().id());
    }
}
