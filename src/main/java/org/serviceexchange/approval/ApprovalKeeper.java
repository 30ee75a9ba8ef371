package org.serviceexchange.approval;

/** The records of one kind of case, which keep the approvals of their cases. Each call is part of the caller's transaction. */
public interface ApprovalKeeper {

    /** Whether a case with this number is of this kind. */
    boolean keeps(String number);

    /** The model of a new case requires these. */
    void required(String number, Approvals model);

    /** A person is asked for an approval. */
    void asked(String number, Approval approval);

    /** Refuses what nobody is asked for with an {@code APPROVAL_NOT_ASKED} problem. */
    void requireAsked(String number, String approval);

    /** A person approved; an {@code APPROVAL_NOT_ASKED} or {@code SECOND_PERSON_NEEDED} problem if that does not count. */
    void given(String number, String approval, String user, String reason);

    /** A person refused, which closes the case; an {@code APPROVAL_NOT_ASKED} problem if nobody is asked. */
    void refused(String number, String approval, String user, String reason);

    /** Nobody answered in time, which closes the case; no effect if nobody is asked any more. */
    void notInTime(String number, String approval);
}
