package org.serviceexchange.provider.approval;

import java.time.Clock;
import java.util.function.UnaryOperator;
import org.serviceexchange.api.ServiceUsers;
import org.serviceexchange.approval.Approval;
import org.serviceexchange.approval.Approval.Given;
import org.serviceexchange.approval.ApprovalKeeper;
import org.serviceexchange.approval.Approvals;
import org.serviceexchange.journal.Journal;
import org.serviceexchange.platform.message.LocalizedMessage;
import org.serviceexchange.provider.closing.CloseRegistration;
import org.serviceexchange.provider.registration.Registration;
import org.serviceexchange.provider.registration.RegistrationProcess;
import org.serviceexchange.provider.registration.Registrations;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Keeps the approvals of registrations with the record and in the journal; a refusal closes the registration. */
@Service
public class RegistrationApprovals implements ApprovalKeeper {

    private final Registrations registrations;
    private final RegistrationProcess process;
    private final CloseRegistration closeRegistration;
    private final ServiceUsers serviceUsers;
    private final Journal journal;
    private final Clock clock;

    public RegistrationApprovals(
            Registrations registrations,
            RegistrationProcess process,
            CloseRegistration closeRegistration,
            ServiceUsers serviceUsers,
            Journal journal,
            Clock clock) {
        this.registrations = registrations;
        this.process = process;
        this.closeRegistration = closeRegistration;
        this.serviceUsers = serviceUsers;
        this.journal = journal;
        this.clock = clock;
    }

    @Override
    public boolean keeps(String number) {
        return number.startsWith("REG");
    }

    @Override
    @Transactional
    public void required(String number, Approvals model) {
        change(number, known -> known.requiring(model));
    }

    @Override
    @Transactional
    public void asked(String number, Approval approval) {
        change(number, known -> known.asked(approval, clock.instant()));
        journal.workNote(number, Journal.SYSTEM, LocalizedMessage.of("provider.note.approvalAsked", approval.label()));
    }

    @Override
    @Transactional
    public void requireAsked(String number, String approval) {
        asked(registrations.lock(number), approval);
    }

    @Override
    @Transactional
    public void given(String number, String approval, String user, String reason) {
        Registration registration = registrations.lock(number);
        String requester = serviceUsers.personBehind(registration.request().requestedBy());
        String label = asked(registration, approval).label();
        registration.approvals(known -> known.given(approval, new Given(user, clock.instant(), reason), requester));
        registrations.save(registration);
        journal.workNote(
                number, user, decided("provider.note.approved", "provider.note.approvedBecause", label, reason));
    }

    @Override
    @Transactional
    public void refused(String number, String approval, String user, String reason) {
        String label = asked(registrations.lock(number), approval).label();
        journal.workNote(
                number,
                user,
                decided("provider.note.approvalRefused", "provider.note.approvalRefusedBecause", label, reason));
        end(number, LocalizedMessage.of("provider.note.notApproved", label));
    }

    @Override
    @Transactional
    public void notInTime(String number, String approval) {
        registrations
                .lock(number)
                .snapshot()
                .progress()
                .approvals()
                .find(approval)
                .filter(found -> found.askedAt() != null)
                .ifPresent(found -> end(number, LocalizedMessage.of("provider.note.notApprovedInTime", found.label())));
    }

    /** The process has one way to an end from wherever it stands, on which the closed record stays as it is. */
    private void end(String number, LocalizedMessage note) {
        closeRegistration.notApproved(number, note);
        process.cancel(number);
    }

    private static Approval asked(Registration registration, String approval) {
        return registration.snapshot().progress().approvals().requireAsked(approval);
    }

    private void change(String number, UnaryOperator<Approvals> change) {
        Registration registration = registrations.lock(number);
        registration.approvals(change);
        registrations.save(registration);
    }

    private static LocalizedMessage decided(String key, String because, String label, String reason) {
        return reason.isBlank() ? LocalizedMessage.of(key, label) : LocalizedMessage.of(because, label, reason);
    }
}
