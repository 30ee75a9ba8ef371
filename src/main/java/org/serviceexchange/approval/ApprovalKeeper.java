package org.serviceexchange.approval;

import java.time.Clock;
import java.util.List;
import java.util.Optional;
import org.serviceexchange.approval.Approval.Given;
import org.serviceexchange.journal.Journal;
import org.serviceexchange.platform.message.LocalizedMessage;
import org.serviceexchange.platform.problem.Problem;
import org.serviceexchange.platform.problem.ProblemCode;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Keeps the approvals of all kinds of cases with their records and in their journals; a refusal closes the case. */
@Service
public class ApprovalKeeper {

    private final List<ApprovalRecords> kinds;
    private final Journal journal;
    private final Clock clock;

    public ApprovalKeeper(List<ApprovalRecords> kinds, Journal journal, Clock clock) {
        this.kinds = kinds;
        this.journal = journal;
        this.clock = clock;
    }

    /** What is known of the approvals of a case; an unknown number is a problem. */
    public Approvals of(String number) {
        return records(number).approvals(number);
    }

    /** The model of a case requires these. */
    @Transactional
    public void required(String number, Approvals model) {
        records(number).change(number, known -> known.requiring(model));
    }

    /** A person is asked for an approval. */
    @Transactional
    public void asked(String number, Approval approval) {
        ApprovalRecords records = records(number);
        records.change(number, known -> known.asked(approval, clock.instant()));
        journal.workNote(
                number, Journal.SYSTEM, LocalizedMessage.of(records.words() + ".note.approvalAsked", approval.label()));
    }

    /** Refuses what nobody is asked for with an {@code APPROVAL_NOT_ASKED} problem. */
    @Transactional
    public void requireAsked(String number, String approval) {
        records(number).lock(number).requireAsked(approval);
    }

    /** A person approved; an {@code APPROVAL_NOT_ASKED} or {@code SECOND_PERSON_NEEDED} problem if that does not count. */
    @Transactional
    public void given(String number, String approval, String user, String reason) {
        ApprovalRecords records = records(number);
        String label = records.lock(number).requireAsked(approval).label();
        String requester = records.requester(number);
        records.change(number, known -> known.given(approval, new Given(user, clock.instant(), reason), requester));
        journal.workNote(number, user, decided(records, "approved", "approvedBecause", label, reason));
    }

    /** A person refused, which closes the case; an {@code APPROVAL_NOT_ASKED} problem if nobody is asked. */
    @Transactional
    public void refused(String number, String approval, String user, String reason) {
        ApprovalRecords records = records(number);
        String label = records.lock(number).requireAsked(approval).label();
        journal.workNote(number, user, decided(records, "approvalRefused", "approvalRefusedBecause", label, reason));
        records.close(number, label, true);
    }

    /** Nobody answered in time, which closes the case; no effect if nobody is asked any more. */
    @Transactional
    public void notInTime(String number, String approval) {
        ApprovalRecords records = records(number);
        Optional<Approval> open = records.lock(number).find(approval).filter(found -> found.askedAt() != null);
        open.ifPresent(asked -> records.close(number, asked.label(), false));
    }

    private ApprovalRecords records(String number) {
        return kinds.stream()
                .filter(kind -> kind.keep(number))
                .findFirst()
                .orElseThrow(() -> new Problem(ProblemCode.REQUEST_INVALID));
    }

    private static LocalizedMessage decided(
            ApprovalRecords records, String what, String whatBecause, String label, String reason) {
        String note = records.words() + ".note.";
        return reason.isBlank()
                ? LocalizedMessage.of(note + what, label)
                : LocalizedMessage.of(note + whatBecause, label, reason);
    }
}
