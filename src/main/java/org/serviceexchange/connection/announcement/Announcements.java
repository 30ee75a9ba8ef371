package org.serviceexchange.connection.announcement;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.serviceexchange.platform.problem.Finding;

/** Which peers are to be told something, and what became of that: one row for each. */
public interface Announcements {

    /** Those that are due, the longest overdue first. */
    List<Announcement> due(Instant now, int limit);

    /** Takes one so that no other node makes it before {@code until}; false if another one has it. */
    boolean take(Announcement announcement, Instant until);

    /** The peer does not know it yet and is told again. */
    void failed(Announcement announcement, Finding why, Instant again);

    /** The peer has proved and adopted it; false if it knew already, or is to be told something else by now. */
    boolean known(Announcement announcement, Instant at);

    /** A person gives up on a peer, which is not told any more; false if it knows, or was given up on. */
    boolean giveUp(String record, String user);

    /** Has everybody told now who does not know and was not given up on. */
    void again(Instant now);

    /** Has one peer told now that a person gave up on. */
    boolean again(String record, Instant now);

    Optional<Announcement> of(String record);

    /** How far it has come. */
    Progress progress();

    /** Those whose peers do not know, in the order of their numbers. */
    List<Announcement> open(int limit);

    /** How many peers were to be told, how many know, and on how many a person gave up. */
    record Progress(long all, long known, long givenUp) {}
}
