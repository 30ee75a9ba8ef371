package org.serviceexchange.consumer.connection;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** Reads provider connections page by page, newest first. */
public interface ProviderConnectionPages {

    /**
     * At most {@code limit} connections with a number smaller than {@code before}, in this state or, for null, in any.
     */
    List<ProviderConnection> connections(@Nullable ConnectionState state, String before, int limit);
}
