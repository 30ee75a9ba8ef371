package org.serviceexchange.connection.state;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.serviceexchange.platform.message.LocalizedMessage;
import org.serviceexchange.protocol.wire.ConnectionSide;

/** What has to be asked of peers, and what they said last: one row for each record that ever had to do with either. */
public interface Inquiries {

    /** The questions that are due, the longest overdue first. */
    List<Inquiry> due(Instant now, int limit);

    /** Takes a question so that no other node asks it before {@code until}; false if another one has it. */
    boolean take(Inquiry inquiry, Instant until);

    /** It was not answered and is due again; nothing is due any more if {@code again} is null. Call it after {@link #take}. */
    void failed(Inquiry inquiry, Instant taken, @Nullable Instant again);

    /** Keeps what the peer said, in a transaction that holds the record's lock; nothing stays due but what came meanwhile. */
    void heard(ConnectionSide side, String number, Heard said, @Nullable Instant taken);

    /** What the peer said last. */
    Optional<Heard> heard(String number);

    /**
     * A question that is due.
     *
     * @param tries how often it was not answered since it became due first
     */
    record Inquiry(ConnectionSide side, String number, Instant due, int tries) {}

    /**
     * What a peer said last.
     *
     * @param version of the peer's record
     * @param at when it was adopted
     */
    record Heard(PeerVersion version, PeerState state, PeerReason reason, NextActor next, Instant at) {

        /** What a signed state says, adopted now. */
        static Heard of(StateDocument document, Instant now) {
            StateFacts said = document.facts();
            PeerVersion version = new PeerVersion(document.incarnation(), said.version());
            return new Heard(version, said.state(), said.reason(), said.next(), now);
        }

        /**
         * Whether the peer's record had changed since when it said the other. Only of what is complete is the incarnation
         * known: a database that was set back counts versions from a lower one again, and begins a later incarnation.
         */
        boolean isOlderThan(Heard other) {
            boolean known = state == PeerState.COMPLETE && other.state == PeerState.COMPLETE;
            return (known && version.incarnation != other.version.incarnation)
                    ? version.incarnation < other.version.incarnation
                    : version.version < other.version.version;
        }

        /** Whether the peer's record has ended, or is not there. */
        public boolean over() {
            return state == PeerState.CLOSED || state == PeerState.UNKNOWN;
        }

        /** The state, of a closed record with its reason. */
        public LocalizedMessage label() {
            return state == PeerState.CLOSED ? LocalizedMessage.of("state.peer.closed", reason.label()) : state.label();
        }
    }

    /**
     * How new what a peer said about its record is.
     *
     * @param incarnation number of the incarnation of the peer's database, from 1; of a record that is not complete, 1 without
     *     meaning; 0 if it is not known
     * @param version version of the peer's record; 0 if it has none
     */
    record PeerVersion(long incarnation, long version) {}
}
