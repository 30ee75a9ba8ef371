package org.serviceexchange.connection.repair;

import org.serviceexchange.platform.message.LocalizedMessage;

/**
 * An act on a step, offered or refused.
 *
 * @param what what it does on both sides; why it is not possible if it is not
 */
public record RepairOffer(RepairAct act, boolean possible, LocalizedMessage what) {

    /** The act is possible, and does this. */
    public static RepairOffer of(RepairAct act, String what) {
        return new RepairOffer(act, true, LocalizedMessage.of(what));
    }

    /** The act is not possible, for this reason. */
    public static RepairOffer refused(RepairAct act, String why) {
        return new RepairOffer(act, false, LocalizedMessage.of(why));
    }
}
