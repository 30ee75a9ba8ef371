package org.serviceexchange.provider.approval;

import java.util.function.UnaryOperator;
import org.serviceexchange.api.ServiceUsers;
import org.serviceexchange.approval.ApprovalRecords;
import org.serviceexchange.approval.Approvals;
import org.serviceexchange.platform.message.LocalizedMessage;
import org.serviceexchange.provider.closing.CloseRegistration;
import org.serviceexchange.provider.registration.Registration;
import org.serviceexchange.provider.registration.RegistrationProcess;
import org.serviceexchange.provider.registration.Registrations;
import org.springframework.stereotype.Component;

/** The approvals of registrations. */
@Component
public class RegistrationApprovals implements ApprovalRecords {

    private final Registrations registrations;
    private final RegistrationProcess process;
    private final CloseRegistration closeRegistration;
    private final ServiceUsers serviceUsers;

    public RegistrationApprovals(
            Registrations registrations,
            RegistrationProcess process,
            CloseRegistration closeRegistration,
            ServiceUsers serviceUsers) {
        this.registrations = registrations;
        this.process = process;
        this.closeRegistration = closeRegistration;
        this.serviceUsers = serviceUsers;
    }

    @Override
    public boolean keep(String number) {
        return number.startsWith("REG");
    }

    @Override
    public Approvals approvals(String number) {
        return of(registrations.get(number));
    }

    @Override
    public Approvals lock(String number) {
        return of(registrations.lock(number));
    }

    @Override
    public void change(String number, UnaryOperator<Approvals> change) {
        Registration registration = registrations.lock(number);
        registration.approvals(change);
        registrations.save(registration);
    }

    @Override
    public String requester(String number) {
        return serviceUsers.personBehind(registrations.get(number).request().requestedBy());
    }

    @Override
    public String words() {
        return "provider";
    }

    /** The process has one way to an end from wherever it stands, on which the closed record stays as it is. */
    @Override
    public void close(String number, String label, boolean inTime) {
        String note = inTime ? "provider.note.notApproved" : "provider.note.notApprovedInTime";
        closeRegistration.notApproved(number, LocalizedMessage.of(note, label));
        process.cancel(number);
    }

    private static Approvals of(Registration registration) {
        return registration.snapshot().progress().approvals();
    }
}
