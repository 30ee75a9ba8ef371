package org.serviceexchange.connection.rotation;

import java.time.Instant;
import java.util.List;
import org.serviceexchange.connection.life.LivingConnection;

/** The steps of a rotation at one side, for tests of other packages that leave out its messages. */
public final class RotationSteps {

    private final NewKeys newKeys;
    private final KeySets sets;

    public RotationSteps(NewKeys newKeys, KeySets sets) {
        this.newKeys = newKeys;
        this.sets = sets;
    }

    /** The keys from which new ones may be agreed. */
    public List<String> used(LivingConnection connection) {
        return newKeys.used(connection);
    }

    /** The exchange is over. */
    public void agreed(LivingConnection connection, String keyId, Instant now) {
        sets.add(new KeySet(keyId, connection.number(), now, null, null));
    }

    /** The other side has used these keys. */
    public void proved(LivingConnection connection, String keyId) {
        newKeys.proved(connection, keyId);
    }

    /** The other side does not hold these keys. */
    public void drop(KeySet set) {
        newKeys.drop(set);
    }

    /** The time has come to destroy replaced keys. */
    public void retire(Instant now) {
        sets.retired(now, Integer.MAX_VALUE).forEach(newKeys::drop);
    }
}
