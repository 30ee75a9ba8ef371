package org.serviceexchange.center;

/** Whom cases are pending on, which a case's own state does not always say. */
@FunctionalInterface
public interface Turns {

    /**
     * Whom one case is pending on: people of this instance also where it waits for them for another reason than its state.
     *
     * @param byState what its state says
     */
    PendingOn of(String number, PendingOn byState);
}
