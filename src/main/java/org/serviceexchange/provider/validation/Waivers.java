package org.serviceexchange.provider.validation;

/** The decisions of admins to go on without a check of the consumer instance. */
public interface Waivers {

    /** Keeps a decision; it replaces an earlier one for the same registration. */
    void keep(Waiver waiver);

    /** Whether an admin decided so for this registration and this address. */
    boolean exists(String registration, String consumerUrl);
}
