package org.serviceexchange.approval;

import java.util.function.UnaryOperator;

/** The records of one kind of case, which keep the approvals of their cases. Each call is part of the caller's transaction. */
public interface ApprovalRecords {

    /** Whether a case with this number is of this kind. */
    boolean keep(String number);

    /** What is known of the approvals of a case; an unknown number is a problem. */
    Approvals approvals(String number);

    /** The same, with the record locked until the transaction ends. */
    Approvals lock(String number);

    /** Changes what the record knows of them; refused once the case is over. */
    void change(String number, UnaryOperator<Approvals> change);

    /** The person who requested the case, or who stands behind the program that did. */
    String requester(String number);

    /** The first part of the keys of notes, which speak of the kind of case. */
    String words();

    /**
     * Closes a case that is not approved, and ends its process.
     *
     * @param label what was not approved
     * @param inTime whether somebody refused; otherwise nobody answered in time
     */
    void close(String number, String label, boolean inTime);
}
