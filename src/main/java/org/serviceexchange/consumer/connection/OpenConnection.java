package org.serviceexchange.consumer.connection;

import org.springframework.stereotype.Service;

/** Creates the connection for a registration link, or resumes it. */
@Service
public class OpenConnection {

    /** Purpose for which the link's secret is sealed. */
    public static final String SECRET = "registration-link";

    private final LinkEntry entry;

    public OpenConnection(LinkEntry entry) {
        this.entry = entry;
    }

    /**
     * The connection's number: the same for every link to this provider and registration while the connection is open.
     */
    public String open(RegistrationLink link, String user) {
        try {
            return entry.enter(link, user);
        } catch (ProviderConnections.AlreadyOpen e) {
            return entry.enter(link, user);
        }
    }
}
