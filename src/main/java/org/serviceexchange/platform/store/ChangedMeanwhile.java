package org.serviceexchange.platform.store;

/** A record changed while somebody outside answered about its earlier state; the step is repeated at once. */
public final class ChangedMeanwhile extends RuntimeException {

    /** Of the record with this number. */
    public ChangedMeanwhile(String number) {
        super(number + " changed while the answer was awaited", null, false, false);
    }
}
