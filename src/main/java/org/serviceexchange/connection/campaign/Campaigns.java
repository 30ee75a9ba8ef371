package org.serviceexchange.connection.campaign;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** The campaign that runs, or ran last, and the connections that were asked in it. */
public interface Campaigns {

    Optional<Campaign> last();

    /** Locks it until the transaction ends. */
    Optional<Campaign> lock();

    void save(Campaign campaign);

    /** Forgets the connections of the one before. */
    void forgetConnections();

    /** Adds a connection that is asked now; false if it was asked already. */
    boolean asked(Asked connection);

    /** Connections whose new keys were not seen yet, those that wait longest first. */
    List<Asked> waiting(int limit);

    void renewed(String connection, Instant at);

    /** Forgets a connection that is over. */
    void forget(String connection);

    /**
     * How far the campaign is.
     *
     * @param askedBefore who was asked before and has no new keys is late
     */
    Counts counts(Instant askedBefore);

    /**
     * A connection of a campaign.
     *
     * @param subject whose page it has
     * @param keyBefore id of the keys that are to be replaced
     */
    record Asked(String connection, String subject, String keyBefore, Instant at) {}

    /**
     * How many connections of a campaign are how far.
     *
     * @param asked all that were asked
     * @param renewed those with new keys
     * @param late those that have had none for too long
     */
    record Counts(long asked, long renewed, long late) {}
}
