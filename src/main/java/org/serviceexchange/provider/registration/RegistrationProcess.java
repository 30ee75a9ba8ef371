package org.serviceexchange.provider.registration;

/** The process of a registration, told what happened. Each call is part of the caller's transaction. */
public interface RegistrationProcess {

    /** Starts a registration, as the start form in Tasklist does, and gives its number; or refuses and starts nothing. */
    String start(RegistrationOrder order);

    /** Someone who is logged in here came from the consumer; the process matches the contact. Has no effect later on. */
    void consumerConnecting(String number, String userId);

    /** This user, who is the contact, allowed the key exchange. Has no effect where the process does not wait for it. */
    void consentGiven(String number, String userId);

    /** The contact denied the key exchange; the process waits for the contact anew. Has no effect elsewhere. */
    void consentDenied(String number);

    /** The consumer's first message under the new keys was opened. Has no effect a second time. */
    void keysConfirmed(String number);

    /** An admin asks for a new link, also at the end of a review; a {@code LINK_NOT_OPEN} problem when there is none to replace. */
    void resend(String number, String user);

    /** An admin withdraws the registration; a {@code REGISTRATION_CLOSED} problem when it is closed. */
    void cancel(String number);

    /** Completes the task "Resolve validation findings" for this user; false if it is not open. */
    boolean checkAgain(String number, String user);

    /** Completes the review of a suspended registration by closing it; false if it is not being reviewed. */
    boolean closeAsFailed(String number, String user);

    /** Repeats a step that has failed, now; false if none has. */
    boolean retry(String number);

    /** The key exchange failed too often. Has no effect a second time. */
    void suspended(String number);
}
