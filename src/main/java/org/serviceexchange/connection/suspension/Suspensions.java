package org.serviceexchange.connection.suspension;

import java.util.Collection;
import java.util.List;

/** At most two rows for each connection: the own suspension and the other side's. */
public interface Suspensions {

    List<KeptSuspension> of(String connection);

    List<KeptSuspension> ofSubject(String subject);

    /** Puts it in place of the last one of the same side; the caller has locked the connection's record. */
    void save(KeptSuspension suspension);

    void remove(String connection);

    /** Of all these connections, in one statement. */
    List<KeptSuspension> of(Collection<String> connections);
}
