package org.serviceexchange.connection.rotation;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.serviceexchange.connection.life.OpenKeyIds;

/** The agreed and the replaced keys of connections; changes happen while the connection's row is locked. */
public interface KeySets extends OpenKeyIds {

    Optional<KeySet> find(String keyId);

    /** All of a connection, newest first. */
    List<KeySet> of(String connection);

    @Override
    default Optional<String> connectionOf(String keyId) {
        return find(keyId).map(KeySet::connection);
    }

    void add(KeySet set);

    /** Replaces the row of this key id, or adds it. */
    void save(KeySet set);

    void delete(String keyId);

    /** Those that are to be destroyed by now, so many at most. */
    List<KeySet> retired(Instant now, int limit);
}
