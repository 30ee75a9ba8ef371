package org.serviceexchange.checker.pair;

import java.time.Instant;
import org.serviceexchange.consumer.connection.ConnectionProcess;
import org.serviceexchange.consumer.connection.Invitation;
import org.serviceexchange.protocol.wire.ConnectionSide;

/** Tells the process of the connection what its engine would be told. */
final class ConnectionTelling implements ConnectionProcess {

    private static final String AUTHENTICATE = "userTask_authenticateAtProvider";

    private static final String PROBED = "providerProbed";

    private final Pair pair;

    ConnectionTelling(Pair pair) {
        this.pair = pair;
    }

    private boolean tell(String message) {
        return pair.connectionCase.tell(message);
    }

    @Override
    public void start(Invitation invitation, Instant linkExpiresAt) {
        pair.connectionCase.begin();
    }

    @Override
    public void expiresAt(String number, Instant linkExpiresAt) {
        // The record says when it expires
    }

    @Override
    public void newerLinkOpened(String number) {
        pair.tellOrKeep(ConnectionSide.CONSUMER, "newerLinkOpened", "");
    }

    @Override
    public boolean checkAgain(String number) {
        return false;
    }

    @Override
    public boolean connectToProvider(String number, String companyId, String user) {
        return false;
    }

    @Override
    public void authenticated(String number) {
        if (pair.connectionCase.waitsAt(AUTHENTICATE)) {
            pair.connectionCase.complete(AUTHENTICATE);
        }
    }

    @Override
    public boolean authenticateAgain(String number) {
        return false;
    }

    @Override
    public void probed(String number, boolean activated) {
        if (activated) {
            pair.tellOrKeep(ConnectionSide.CONSUMER, PROBED, "");
        } else {
            tell(PROBED);
        }
    }

    @Override
    public boolean cancel(String number) {
        return tell("connectionCancellationRequested");
    }

    @Override
    public boolean retry(String number) {
        return false;
    }
}
