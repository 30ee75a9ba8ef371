package org.serviceexchange.connection.state;

import java.util.Comparator;

/**
 * How new what a peer said about its record is. A database that was set back counts versions from a lower one again, and
 * begins a later incarnation: therefore that comes first.
 *
 * @param incarnation number of the incarnation of the peer's database, from 1; 0 if it is not known
 * @param version version of the peer's record; 0 if it has none
 */
public record PeerVersion(long incarnation, long version) implements Comparable<PeerVersion> {

    private static final Comparator<PeerVersion> ORDER =
            Comparator.comparingLong(PeerVersion::incarnation).thenComparingLong(PeerVersion::version);

    @Override
    public int compareTo(PeerVersion other) {
        return ORDER.compare(this, other);
    }
}
