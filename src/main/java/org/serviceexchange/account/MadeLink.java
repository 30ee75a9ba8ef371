package org.serviceexchange.account;

import java.net.URI;
import java.time.Instant;

/** A link as it is given to the user, and kept nowhere. */
record MadeLink(URI link, Instant expiresAt) {

    @Override
    public String toString() {
        return "MadeLink[...]";
    }
}
