package org.serviceexchange.connection.lineage;

import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What a side knows of the other side's heartbeats.
 *
 * @param known the peer's line: the incarnation and the highest counter that was accepted; null before the first heartbeat
 * @param last hash of the last accepted heartbeat; null if none was accepted in this incarnation
 * @param asking the later incarnation that was seen, while the peer is still to be asked
 * @param copy an incarnation of which is known that a copy of the peer's database sends it
 * @param adoptions how often a later incarnation was adopted within the last heartbeats
 * @param beats heartbeats that were accepted since the first of these adoptions
 * @param quarantined whether two databases answer at the peer's address
 */
public record PeerView(
        @Nullable OwnLine known,
        @Nullable String last,
        @Nullable Incarnation asking,
        @Nullable Incarnation copy,
        int adoptions,
        int beats,
        boolean quarantined) {

    /** Nothing is known of the peer. */
    public static final PeerView NOTHING = new PeerView(null, null, null, null, 0, 0, false);

    /** After how many accepted heartbeats adoptions no longer count. */
    static final int ADOPTIONS_COUNT_FOR = 20;

    PeerView accepted(OwnLine line, String hash) {
        boolean over = adoptions == 0 || beats + 1 >= ADOPTIONS_COUNT_FOR;
        return new PeerView(line, hash, asking, copy, over ? 0 : adoptions, over ? 0 : beats + 1, quarantined);
    }

    PeerView asking(@Nullable Incarnation later) {
        return new PeerView(known, last, later, copy, adoptions, beats, quarantined);
    }

    PeerView adopted(OwnLine line) {
        return new PeerView(line, null, null, copy, adoptions + 1, beats, quarantined);
    }

    PeerView withCopy(Incarnation found) {
        return new PeerView(known, last, null, found, adoptions, beats, quarantined);
    }

    PeerView inQuarantine() {
        return new PeerView(known, last, null, copy, adoptions, beats, true);
    }

    /** The incarnation of the peer, if there was a heartbeat. */
    public Optional<Incarnation> incarnation() {
        return Optional.ofNullable(known).map(OwnLine::incarnation);
    }

    /** The highest counter that was accepted in it; 0 before the first. */
    public long highest() {
        return known == null ? 0 : known.counter();
    }
}
