package org.serviceexchange.connection.signature;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.serviceexchange.platform.problem.Finding;

/** Which peers are to be told this instance's new signature key, and what became of that: one row for each record. */
public interface KeyAnnouncements {

    /** Plans for all records of live connections, and for these others. Who knew the former key, or none of the later ones, is told. */
    void plan(String former, String announced, List<String> others, Instant now);

    /** The peer of this record knows only the key that is pinned, and is told. */
    void plan(String record, String pinned, String announced, Instant now);

    /** Those that are due, the longest overdue first. */
    List<KeyAnnouncement> due(Instant now, int limit);

    /** Takes one so that no other node makes it before {@code until}; false if another one has it. */
    boolean take(KeyAnnouncement announcement, Instant until);

    /** The peer is told this key, and not the one that the announcement names; the announcement of that. */
    KeyAnnouncement instead(KeyAnnouncement announcement, String announced);

    /** The peer does not know the key yet and is told again. */
    void failed(KeyAnnouncement announcement, Finding why, Instant again);

    /** The peer has proved and pinned the key; false if it has to be told another one by now. */
    boolean known(KeyAnnouncement announcement, Instant at);

    /** A person gives up on a peer, which is not told any more; false if it knows, or was given up on. */
    boolean giveUp(String record, String user);

    /** Has everybody told now who does not know the key and was not given up on. */
    void again(Instant now);

    /** Has one peer told now that a person gave up on. */
    boolean again(String record, Instant now);

    Optional<KeyAnnouncement> of(String record);

    /** How far it has come. */
    Progress progress();

    /** Those whose peers do not know the key, in the order of their numbers. */
    List<KeyAnnouncement> open(int limit);

    /** Numbers of the records that were told in vain, without those on which a person gave up. */
    List<String> toldInVain();

    /** Those of records whose connection does not live, and whose peer is not to be asked for its state any more. */
    List<String> ended();

    void remove(String record);

    /**
     * What a peer is told.
     *
     * @param record number of the registration at a provider, of the connection at a consumer
     * @param pinned thumbprint of the key that the peer knows
     * @param announced thumbprint of the key that it is told
     * @param due when it is told next; null if it knows, or was given up on
     * @param tries how often it was told in vain
     * @param failure why it does not know it yet; null before the first try
     * @param knownAt when it has pinned the key
     * @param givenUpBy who gave up on it
     */
    record KeyAnnouncement(
            String record,
            String pinned,
            String announced,
            @Nullable Instant due,
            int tries,
            @Nullable Finding failure,
            @Nullable Instant knownAt,
            @Nullable String givenUpBy) {

        /** The announcement of another key. */
        public KeyAnnouncement instead(String other) {
            return new KeyAnnouncement(record, pinned, other, due, tries, failure, knownAt, givenUpBy);
        }
    }

    /** How many peers were to be told, how many know, and on how many a person gave up. */
    record Progress(long all, long known, long givenUp) {}
}
