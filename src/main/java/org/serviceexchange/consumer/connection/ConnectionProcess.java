package org.serviceexchange.consumer.connection;

import java.time.Instant;

/** The process of a provider connection, as far as the use cases need to know of it. */
public interface ConnectionProcess {

    /** Starts the process of a connection; what waits for a person waits for the one who opened the link. */
    void start(String number, Invitation invitation, Instant linkExpiresAt);

    /** Moves the end of the wait for the person. */
    void expiresAt(String number, Instant linkExpiresAt);

    /** Lets the process claim again if it waits for the person to authenticate. */
    void newerLinkOpened(String number);

    /** Completes the user task in which the person resolves findings; tells whether it was open. */
    boolean checkAgain(String number);

    /** Completes "Connect to Provider" with the company record that was chosen; tells whether it was open. */
    boolean connectToProvider(String number, String companyId, String user);

    /** Completes "Authenticate at provider"; does nothing if it is not open. */
    void authenticated(String number);

    /** Wakes the process if it waits for the provider's probe. */
    void probed(String number);

    /** Tells a running process that it was cancelled. */
    void cancel(String number);

    /** Repeats a step that has failed, now; tells whether there was one. */
    boolean retry(String number);
}
