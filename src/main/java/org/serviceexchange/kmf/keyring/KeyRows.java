package org.serviceexchange.kmf.keyring;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

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

    /** All rows of these modules, of one at least, each module's by purpose, newest first. */
    List<KeyRow> ofModules(Collection<String> modules);

    /**
     * All rows of the modules that follow this one (null: of the first ones), in the database's order, leaving out the instance keys: whole
     * modules only, with at most {@code size} rows, or one module with more; empty after the last module.
     */
    List<KeyRow> ofModulesAfter(@Nullable String module, int size);

    /** Whether this key wraps a key that is not destroyed. */
    boolean anyWrappedBy(String id);

    /** All versions of a key, newest first, locked until the end of the transaction. */
    List<KeyRow> lock(KeyName name);

    void insert(KeyRow row);

    void update(KeyRow row);

    /**
     * The current time of the database; empty within a transaction, in which the database keeps reporting the time at
     * which that began.
     */
    Optional<Instant> databaseTime();

    /**
     * Identifies the instance that a database belongs to.
     *
     * @param rootCheck a known text encrypted under the root key
     * @param keySet which instance keys were made for it: 1 without the record key, 2 with it
     */
    @SuppressWarnings("ArrayRecordComponent") // never compared
    record InstanceRoot(String instance, byte[] rootCheck, int keySet) {}
}
