package org.serviceexchange.checker.pair;

import org.serviceexchange.protocol.wire.ConnectionSide;
import org.serviceexchange.provider.registration.RegistrationOrder;
import org.serviceexchange.provider.registration.RegistrationProcess;

/** Tells the process of the registration what its engine would be told. */
final class RegistrationTelling implements RegistrationProcess {

    private static final String REVIEW = "userTask_reviewSuspendedRegistration";

    private static final String CONNECTING = "consumerConnecting";
    private static final String CONSENT = "consentGiven";

    private final Pair pair;

    RegistrationTelling(Pair pair) {
        this.pair = pair;
    }

    private boolean tell(String message) {
        return pair.registrationCase.tell(message);
    }

    private void tellOrKeep(String message, String user) {
        pair.tellOrKeep(ConnectionSide.PROVIDER, message, user);
    }

    @Override
    public String start(RegistrationOrder order) {
        pair.registrationCase.begin();
        return ProviderOfPair.NUMBER;
    }

    @Override
    public void consumerConnecting(String number, String userId) {
        pair.provider.code.connecting(userId, () -> tell(CONNECTING));
    }

    @Override
    public void contactConnecting(String number, String userId) {
        pair.provider.code.connecting(userId, () -> tellOrKeep(CONNECTING, userId));
    }

    @Override
    public void consentGiven(String number, String userId) {
        if (!tell(CONSENT)) {
            consumerConnecting(number, userId);
            tellOrKeep(CONSENT, userId);
        }
    }

    @Override
    public void consentDenied(String number) {
        tell("consentDenied");
    }

    @Override
    public void keysConfirmed(String number) {
        tellOrKeep("keysConfirmed", "");
    }

    @Override
    public boolean resend(String number, String user) {
        return tell("resendRequested") || review();
    }

    /** What the review decides is the choice of the gateway behind it. */
    private boolean review() {
        if (!pair.registrationCase.waitsAt(REVIEW)) {
            return false;
        }
        pair.registrationCase.complete(REVIEW);
        return true;
    }

    @Override
    public boolean cancel(String number) {
        return tell("registrationCancellationRequested");
    }

    @Override
    public boolean decline(String number) {
        return tell("registrationDeclined") || cancel(number);
    }

    @Override
    public boolean checkAgain(String number, String user) {
        return false;
    }

    @Override
    public boolean closeAsFailed(String number, String user) {
        return review();
    }

    @Override
    public void addressCorrected(String number, String consumerUrl) {
        // The order of steps does not depend on it
    }

    @Override
    public void contactChanged(String number, String companyId, String contactId) {
        // The order of steps does not depend on it
    }

    @Override
    public boolean retry(String number) {
        return false;
    }

    @Override
    public void suspended(String number) {
        tellOrKeep("keyExchangeSuspended", "");
    }

    @Override
    public boolean handOverLink(String number) {
        return false;
    }

    @Override
    public boolean dropReminder(String number) {
        return false;
    }
}
