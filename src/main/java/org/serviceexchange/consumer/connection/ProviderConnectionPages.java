package org.serviceexchange.consumer.connection;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** Provider connections in parts of a long list, newest first. */
public interface ProviderConnectionPages {

    /** At most {@code limit} with a smaller number than {@code before}, in this state or in any. */
    List<ProviderConnection> connections(@Nullable ConnectionState state, String before, int limit);
}
