package org.serviceexchange.kmf.keyring;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** Key rows in the database. */
public interface KeyRows {

    /** The instance this database belongs to; empty before the first start. */
    Optional<InstanceRoot> root();

    /** Takes the database for this instance; fails with a data integrity violation if another start was faster. */
    void claim(InstanceRoot root, Instant at);

    /** Replaces the check value of the root key. */
    void changeRootCheck(byte[] rootCheck);

    Optional<KeyRow> find(String id);

    /** All versions, newest first. */
    List<KeyRow> named(KeyName name);

    /** All rows of a module, by purpose, newest first. */
    List<KeyRow> ofModule(String module);

    /** At most so many rows after this id, by id: a way through all rows that needs little memory. */
    List<KeyRow> page(String afterId, int size);

    /** Whether a key that is not destroyed is wrapped by this one. */
    boolean anyWrappedBy(String id);

    /** Names of module keys that were in use and now have no, or more than one, Active key. */
    List<KeyName> withoutOneActive();

    /** All versions, newest first, locked until the end of the transaction. */
    List<KeyRow> lock(KeyName name);

    void insert(KeyRow row);

    void update(KeyRow row);

    /** The time of the database. */
    Instant databaseTime();

    /**
     * Which instance a database belongs to.
     *
     * @param rootCheck a known text under the root key
     */
    @SuppressWarnings("ArrayRecordComponent") // never compared
    record InstanceRoot(String instance, byte[] rootCheck) {}
}
