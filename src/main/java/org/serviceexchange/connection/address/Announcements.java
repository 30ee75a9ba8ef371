package org.serviceexchange.connection.address;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.serviceexchange.platform.problem.Finding;

/** Which peers are to be told this instance's address, and what became of that: one row for each connection. */
public interface Announcements {

    /** Has the peers of all live connections told that were not told this address yet. */
    void plan(String address, Instant now);

    /** Those that are due, the longest overdue first. */
    List<Announcement> due(Instant now, int limit);

    /** Takes one so that no other node makes it before {@code until}; false if another one has it. */
    boolean take(Announcement announcement, Instant until);

    /** The peer does not know the address yet and is told again. */
    void failed(Announcement announcement, Finding why, Instant again);

    /** The peer has proved and adopted the address. */
    void known(Announcement announcement, Instant at);

    /** A person gives up on a peer, which is not told any more; false if it knows, or was given up on. */
    boolean giveUp(String connection, String user);

    /** Has everybody told now who does not know the address and was not given up on. */
    void again(Instant now);

    /** Has one peer told now that a person gave up on. */
    boolean again(String connection, Instant now);

    Optional<Announcement> of(String connection);

    /** How far it has come. */
    Progress progress();

    /** Those whose peers do not know the address, the oldest connections first. */
    List<Announcement> open(int limit);

    /** Removes rows of connections that have ended; returns how many those were. */
    int removeEnded();

    /**
     * What a peer is told.
     *
     * @param connection number at this instance
     * @param due when it is told next; null if it knows, or was given up on
     * @param tries how often it was told in vain
     * @param failure why it does not know it yet; null before the first try
     * @param knownAt when it has adopted the address
     * @param givenUpBy who gave up on it
     */
    record Announcement(
            String connection,
            String address,
            @Nullable Instant due,
            int tries,
            @Nullable Finding failure,
            @Nullable Instant knownAt,
            @Nullable String givenUpBy) {}

    /** How many peers were to be told, how many know, and on how many a person gave up. */
    record Progress(long all, long known, long givenUp) {}
}
