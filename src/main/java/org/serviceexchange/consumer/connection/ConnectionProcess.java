package org.serviceexchange.consumer.connection;

import java.time.Instant;

/** The process of a provider connection, as the use cases need it. Each call is part of the caller's transaction. */
public interface ConnectionProcess {

    /** Starts the process of a connection; its user tasks are assigned to the person who opened the link. */
    void start(Invitation invitation, Instant linkExpiresAt);

    /** Changes the time at which the process stops waiting for the person. */
    void expiresAt(String number, Instant linkExpiresAt);

    /** Makes the process claim again, as soon as it waits for the person to authenticate. */
    void newerLinkOpened(String number);

    /** Completes the user task in which a person resolves findings; false if the task was not open. */
    boolean checkAgain(String number);

    /** Completes "Connect to Provider" with the chosen company; false if the task was not open. */
    boolean connectToProvider(String number, String companyId, String user);

    /** Completes "Authenticate at provider"; does nothing if it is not open. */
    void authenticated(String number);

    /**
     * Continues the process if it is waiting for the provider's probe.
     *
     * @param activated whether "Activate connection" is over, which otherwise finds on record that the probe came; the process then
     *     hears of it as soon as it waits
     */
    void probed(String number, boolean activated);

    /** Cancels the process for an admin; false if it has ended. */
    boolean cancel(String number);

    /** Retries a failed step now; false if there was none. */
    boolean retry(String number);

    /** The key exchange is left for another login at the provider; false if the process does not stand there. */
    boolean authenticateAgain(String number);
}
