package org.serviceexchange.consumer.connection;

import org.springframework.stereotype.Service;

/** Creates the connection that a link is for, or resumes it. */
@Service
public class OpenConnection {

    /** What the link's secret is sealed for. */
    public static final String SECRET = "registration-link";

    private final LinkEntry entry;

    public OpenConnection(LinkEntry entry) {
        this.entry = entry;
    }

    /** The connection's number: the same for every use of links for this provider and registration while it is open. */
    public String open(RegistrationLink link, String user) {
        try {
            return entry.enter(link, user);
        } catch (ProviderConnections.AlreadyOpen e) {
            return entry.enter(link, user);
        }
    }
}
