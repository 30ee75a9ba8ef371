package org.serviceexchange.provider.registration;

/** The process of a registration, as the use cases need it. Each call is part of the caller's transaction. */
public interface RegistrationProcess {

    /**
     * Starts a registration, as the start form in Tasklist does, and returns its number; a refused order starts
     * nothing.
     */
    String start(RegistrationOrder order);

    /** A logged-in user came from the consumer; the process matches the contact. Has no effect where it does not wait for one. */
    void consumerConnecting(String number, String userId);

    /** The same for the contact, who was not matched yet: the process does it when it gets there. */
    void contactConnecting(String number, String userId);

    /** This user, who is the contact, allowed the key exchange. A process that does not wait for it yet hears of it when it does. */
    void consentGiven(String number, String userId);

    /** The contact denied the key exchange; the process waits for the contact anew. Has no effect elsewhere. */
    void consentDenied(String number);

    /** The consumer's first message under the new keys was opened. A process that does not wait for it yet hears of it when it does. */
    void keysConfirmed(String number);

    /** Requests a new link for an admin, also as the result of a review; false if there is none to replace. */
    boolean resend(String number, String user);

    /** Cancels the registration for an admin; false if it is closed. */
    boolean cancel(String number);

    /** Ends for a registration that was declined; false if it has ended. */
    boolean decline(String number);

    /** Completes the task "Resolve validation findings" as this user; false if it is not open. */
    boolean checkAgain(String number, String user);

    /** Completes the review of a suspended registration by closing it; false if it is not under review. */
    boolean closeAsFailed(String number, String user);

    /** The address of the consumer was corrected. */
    void addressCorrected(String number, String consumerUrl);

    /** The contact was replaced, perhaps by one of another company. */
    void contactChanged(String number, String companyId, String contactId);

    /** Retries a failed step now; false if there was none. */
    boolean retry(String number);

    /** An admin hands the link over instead of the e-mail that could not be sent; false if the process does not stand there. */
    boolean handOverLink(String number);

    /** A reminder that could not be sent is given up; false if the process does not stand there. */
    boolean dropReminder(String number);

    /** The key exchange failed too often. A process that does not wait for it yet hears of it when it does. */
    void suspended(String number);
}
