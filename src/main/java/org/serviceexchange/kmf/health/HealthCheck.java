package org.serviceexchange.kmf.health;

import java.util.List;
import org.serviceexchange.kmf.keys.KeyRow;

/** Proves that one component works. An exception is a malfunction whose message people read. */
interface HealthCheck {

    /** The component's name on the page. */
    String component();

    /**
     * What was found.
     *
     * @param rows all key rows, read once for all checks
     */
    Finding check(List<KeyRow> rows) throws Exception;
}
