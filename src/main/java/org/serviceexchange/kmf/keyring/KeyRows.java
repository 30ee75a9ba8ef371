package org.serviceexchange.kmf.keyring;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** Key rows in the database. */
public interface KeyRows {

    /** The instance that this database belongs to; empty before the first start. */
    Optional<InstanceRoot> root();

    /** Assigns the database to this instance; throws a data integrity violation if another node was faster. */
    void claim(InstanceRoot root, Instant at);

    /**
     * Notes that the keys of this set exist; false if that was noted before. Waits for another node that is just noting
     * it.
     */
    boolean keySetMade(int keySet);

    /** Replaces the check value of the root key. */
    void changeRootCheck(byte[] rootCheck);

    Optional<KeyRow> find(String id);

    /** All versions of a key, newest first. */
    List<KeyRow> named(KeyName name);

    /** All rows of a module, by purpose, newest first. */
    List<KeyRow> ofModule(String module);

    /**
     * At most {@code size} rows with an id greater than {@code afterId}, ordered by id: iterates over all rows in
     * little memory.
     */
    List<KeyRow> page(String afterId, int size);

    /** Whether this key wraps a key that is not destroyed. */
    boolean anyWrappedBy(String id);

    /** Names of module keys that were in use and now have no Active key, or more than one. */
    List<KeyName> withoutOneActive();

    /** All versions of a key, newest first, locked until the end of the transaction. */
    List<KeyRow> lock(KeyName name);

    void insert(KeyRow row);

    void update(KeyRow row);

    /** The current time of the database. */
    Instant databaseTime();

    /**
     * Identifies the instance that a database belongs to.
     *
     * @param rootCheck a known text encrypted under the root key
     * @param keySet which instance keys were made for it: 1 without the record key, 2 with it
     */
    @SuppressWarnings("ArrayRecordComponent") // never compared
    record InstanceRoot(String instance, byte[] rootCheck, int keySet) {}
}
