package org.serviceexchange.provider.validation;

import java.util.Optional;
import org.serviceexchange.platform.problem.Finding;
import org.serviceexchange.platform.problem.Problem;
import org.serviceexchange.protocol.outbound.CallableAddresses;
import org.serviceexchange.provider.registration.Registration;
import org.serviceexchange.provider.registration.Registrations;
import org.springframework.stereotype.Service;

/** An admin corrects the address of the consumer instance, which is possible until somebody claims the registration. */
@Service
public class CorrectAddress {

    private final Registrations registrations;
    private final CallableAddresses addresses;
    private final ConsumerCheck consumerCheck;
    private final ReplaceAddress replaceAddress;

    public CorrectAddress(
            Registrations registrations,
            CallableAddresses addresses,
            ConsumerCheck consumerCheck,
            ReplaceAddress replaceAddress) {
        this.registrations = registrations;
        this.addresses = addresses;
        this.consumerCheck = consumerCheck;
        this.replaceAddress = replaceAddress;
    }

    /**
     * Checks the consumer instance at the corrected address, then replaces the address and the link. Problems: those of
     * {@link CallableAddresses#entered}, {@code ADDRESS_FIXED}, {@code REGISTRATION_CLOSED},
     * {@code REGISTRATION_EXISTS}, {@code CONNECTION_EXISTS}.
     *
     * @param goOn whether the admin decided to go on although the instance cannot be checked
     * @return what was found at the corrected address, if that is why nothing was changed
     */
    public Optional<Finding> correct(String number, String typed, boolean goOn, String admin) {
        Registration registration = registrations.get(number);
        String address = addresses.entered(typed).value();
        registration.correctAddress(address); // refused before a call is made; this copy is not saved
        Optional<Finding> found = consumerCheck.problem(address).map(Problem::finding);
        boolean waived = goOn
                && found.isPresent()
                && ConsumerCheck.isWaivable(found.get().code());
        if (found.isPresent() && !waived) {
            return found;
        }
        replaceAddress.replace(number, address, found, admin);
        return Optional.empty();
    }
}
