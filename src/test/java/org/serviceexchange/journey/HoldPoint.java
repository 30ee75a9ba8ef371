package org.serviceexchange.journey;

/**
 * Where an onboarding can be held until an instance is killed.
 *
 * @param at the side whose transaction it is, or to which the message goes
 * @param moment {@code before} or {@code after} the transaction or the work of the receiver
 * @param what the kind of transaction, or method and path of a message
 * @param killed who is killed then: the side of the transaction, or either end of the message
 */
record HoldPoint(FaultySide at, boolean message, String moment, String what, FaultySide killed) {

    @Override
    public String toString() {
        return killed + " killed " + moment + " " + (message ? "the answer of " : "the commit of ") + at + " to " + what;
    }
}
