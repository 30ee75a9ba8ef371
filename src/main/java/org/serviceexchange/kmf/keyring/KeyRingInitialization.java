package org.serviceexchange.kmf.keyring;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.serviceexchange.kmf.keyring.KeyMaker.Draft;
import org.serviceexchange.kmf.keyring.KeyRows.InstanceRoot;
import org.serviceexchange.kmf.rootkey.RootKeyStore;
import org.serviceexchange.platform.problem.Problem;
import org.serviceexchange.platform.problem.ProblemCode;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Creates the key store and all instance keys in one transaction, and in a database of an earlier version the keys that
 * version did not have; if two nodes start at once, one wins.
 */
@Component
class KeyRingInitialization {

    /** The instance keys that this version makes, see {@link InstanceRoot#keySet}. */
    static final int KEY_SET = 2;

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
        rows.claim(new InstanceRoot(instance, new byte[0], KEY_SET), maker.now());
        rootKeys.create();
        byte[] rootKey = rootKeys.rootKeys().get(RootKeyStore.ROOT_KEY_ID);
        if (rootKey == null) {
            // A store that was there, after a rotation: it belongs to rows elsewhere
            throw new Problem(ProblemCode.KEY_STORE_FOREIGN, rootKeys.name());
        }
        rows.changeRootCheck(Sentinel.seal(rootKey, instance));

        Draft keyEncryption = maker.instanceKey(KeyName.KEY_ENCRYPTION, 1, RootKeyStore.ROOT_KEY_ID);
        Draft hmac = maker.instanceKey(KeyName.HMAC, 1, RootKeyStore.ROOT_KEY_ID);
        WrappingKeys wrapping = new WrappingKeys(
                instance,
                Map.of(
                        RootKeyStore.ROOT_KEY_ID,
                        rootKey,
                        keyEncryption.row().id(),
                        keyEncryption.secret().clone()),
                hmac.secret());
        List<Draft> drafts = List.of(
                keyEncryption,
                hmac,
                below(keyEncryption, KeyName.SIGNATURE),
                below(keyEncryption, KeyName.ENCRYPTION),
                below(keyEncryption, KeyName.ENCRYPTER),
                below(keyEncryption, KeyName.RECORD));
        drafts.forEach(draft -> insert(wrapping, draft));
    }

    /**
     * Makes the record key of a database that has none yet. That it was made is noted beside the root key's check value,
     * so that a record key that somebody deleted is never silently made anew.
     */
    @Transactional
    public void addRecordKey(WrappingKeys wrapping) {
        if (rows.keySetMade(KEY_SET)) {
            KeyRow keyEncryption = KeyHierarchy.active(KeyName.KEY_ENCRYPTION, rows.named(KeyName.KEY_ENCRYPTION));
            wrapping.verify(keyEncryption);
            insert(wrapping, maker.instanceKey(KeyName.RECORD, 1, keyEncryption.id()));
        }
    }

    private void insert(WrappingKeys wrapping, Draft draft) {
        rows.insert(wrapping.wrap(draft.row(), draft.secret()));
        Arrays.fill(draft.secret(), (byte) 0);
    }

    private Draft below(Draft keyEncryption, KeyName name) {
        return maker.instanceKey(name, 1, keyEncryption.row().id());
    }
}
