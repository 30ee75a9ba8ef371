package org.serviceexchange.connection.address;

import java.time.Instant;
import java.util.List;

/** The addresses that this instance has had. */
public interface OwnAddresses {

    /** All of them, the newest first; what several nodes noticed at once counts as one. */
    List<Used> all();

    void add(String address, Instant since);

    /**
     * An address of this instance.
     *
     * @param since when this instance first started with it
     */
    record Used(String address, Instant since) {}
}
