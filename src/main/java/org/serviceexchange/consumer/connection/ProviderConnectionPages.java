package org.serviceexchange.consumer.connection;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.serviceexchange.center.CaseTable;

/** Reads provider connections page by page, newest first, and as the lines of a list. */
public interface ProviderConnectionPages {

    /**
     * At most {@code limit} connections with a number smaller than {@code before}, in this state or, for null, in any.
     */
    List<ProviderConnection> connections(@Nullable ConnectionState state, String before, int limit);

    /** The table in which they are searched as cases. */
    CaseTable table();

    /** The connections with these numbers, with what a list shows of other records. */
    List<Listed> listed(List<String> numbers);

    /**
     * A line of a list.
     *
     * @param openedBy display name of the person who opened the link
     * @param pendingSince since when it is pending on the same people
     */
    record Listed(ConnectionSnapshot snapshot, String openedBy, Instant pendingSince) {}
}
