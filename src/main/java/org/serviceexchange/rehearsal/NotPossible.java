package org.serviceexchange.rehearsal;

import org.serviceexchange.platform.message.LocalizedMessage;

/** What a story wants to happen cannot happen. */
final class NotPossible extends RuntimeException {

    private final transient LocalizedMessage why;

    NotPossible(LocalizedMessage why) {
        super(why.key());
        this.why = why;
    }

    LocalizedMessage why() {
        return why;
    }
}
