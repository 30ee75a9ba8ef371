package org.serviceexchange.provider;

import java.time.Clock;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.serviceexchange.provider.authorization.ContactMatch;
import org.serviceexchange.provider.registration.Decision;
import org.serviceexchange.provider.registration.Registration;
import org.serviceexchange.provider.registration.RegistrationOrder;
import org.serviceexchange.provider.registration.RegistrationProcess;
import org.serviceexchange.provider.registration.Registrations;

/** Does at once what the process would do, and records its calls. */
public final class TestProcess implements RegistrationProcess {

    public final List<String> told = new CopyOnWriteArrayList<>();

    private final Registrations registrations;
    private final ContactMatch contactMatch;
    private final Clock clock;

    public TestProcess(Registrations registrations, ContactMatch contactMatch, Clock clock) {
        this.registrations = registrations;
        this.contactMatch = contactMatch;
        this.clock = clock;
    }

    @Override
    public String start(RegistrationOrder order) {
        told.add("start " + order.consumerUrl());
        return TestRegistrations.NUMBER;
    }

    @Override
    public void consumerConnecting(String number, String userId) {
        told.add("connecting " + number + " " + userId);
        Registration registration = registrations.lock(number);
        if (contactMatch.isContact(registration, userId)) {
            registration.contactMatched(new Decision(userId, clock.instant()));
            registrations.save(registration);
        }
    }

    @Override
    public void contactConnecting(String number, String userId) {
        consumerConnecting(number, userId);
    }

    @Override
    public void consentGiven(String number, String userId) {
        told.add("consented " + number + " " + userId);
    }

    @Override
    public void consentDenied(String number) {
        told.add("denied " + number);
    }

    @Override
    public void keysConfirmed(String number) {
        told.add("confirmed " + number);
    }

    @Override
    public boolean resend(String number, String user) {
        return told.add("resend " + number);
    }

    @Override
    public boolean cancel(String number) {
        return told.add("cancel " + number);
    }

    @Override
    public boolean decline(String number) {
        return told.add("decline " + number);
    }

    @Override
    public boolean checkAgain(String number, String user) {
        return told.add("check " + number);
    }

    @Override
    public boolean closeAsFailed(String number, String user) {
        return told.add("close " + number);
    }

    @Override
    public void addressCorrected(String number, String consumerUrl) {
        told.add("corrected " + number + " " + consumerUrl);
    }

    @Override
    public void contactChanged(String number, String companyId, String contactId) {
        told.add("contact " + number + " " + companyId + " " + contactId);
    }

    @Override
    public boolean retry(String number) {
        return told.add("retry " + number);
    }

    @Override
    public void suspended(String number) {
        told.add("suspended " + number);
    }

    @Override
    public boolean handOverLink(String number) {
        return told.add("hand over " + number);
    }

    @Override
    public boolean dropReminder(String number) {
        return told.add("drop reminder " + number);
    }
}
