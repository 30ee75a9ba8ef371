package org.serviceexchange.kmf.health;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The progress and the findings of the check of all keys, kept once per instance. */
public interface WholeChecks {

    /** Where the check stands. */
    WholeCheck state();

    /** Where the check stands, locked until the end of the transaction; empty while another node has it locked. */
    Optional<WholeCheck> lock();

    void save(WholeCheck check);

    /** How many keys of modules there are. */
    long countKeys();

    /** The first modules in which the check found something. */
    List<String> suspects(int atMost);

    /**
     * What was found in the modules after one, up to and including another, in the database's order: it replaces what
     * was found there before.
     *
     * @param after null: from the first
     * @param upTo null: to the last
     */
    void replaceSuspects(@Nullable String after, @Nullable String upTo, Collection<String> found, Instant at);

    /** Forgets what was found in a module, which has been repaired. */
    void clearSuspect(String module);
}
