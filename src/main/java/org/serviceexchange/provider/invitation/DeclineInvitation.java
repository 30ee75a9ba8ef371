package org.serviceexchange.provider.invitation;

import java.net.URI;
import java.time.Clock;
import org.serviceexchange.directory.Company;
import org.serviceexchange.directory.Directory;
import org.serviceexchange.directory.ProviderRecord;
import org.serviceexchange.platform.problem.InputValidation;
import org.serviceexchange.platform.problem.Problem;
import org.serviceexchange.platform.problem.ProblemCode;
import org.serviceexchange.provider.closing.CloseRegistration;
import org.serviceexchange.provider.registration.ClosingReason;
import org.serviceexchange.provider.registration.Registration;
import org.serviceexchange.provider.registration.RegistrationProcess;
import org.serviceexchange.provider.registration.Registrations;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Somebody who has the registration link declines it, without logging in: whoever does not want the connection should not need
 * an account for saying so.
 *
 * <p>Security guarantees: Who does not know the secret of the link in force cannot decline, and learns nothing. Who knows
 * nothing but the link cannot end what the contact consented to.
 */
@Service
public class DeclineInvitation {

    private static final int LONGEST_REASON = 500;

    private final Registrations registrations;
    private final RegistrationLinks links;
    private final RegistrationProcess process;
    private final CloseRegistration closeRegistration;
    private final Directory directory;
    private final Clock clock;

    public DeclineInvitation(
            Registrations registrations,
            RegistrationLinks links,
            RegistrationProcess process,
            CloseRegistration closeRegistration,
            Directory directory,
            Clock clock) {
        this.registrations = registrations;
        this.links = links;
        this.process = process;
        this.closeRegistration = closeRegistration;
        this.directory = directory;
        this.clock = clock;
    }

    /** What the link with this secret invites to; a {@code LINK_REFUSED} problem if nobody can decline it, or no more. */
    @Transactional(readOnly = true)
    public Invited of(String secret) {
        Registration registration = registrations
                .ofSecret(links.hashOf(secret))
                .filter(this::declinable)
                .orElseThrow(() -> new Problem(ProblemCode.LINK_REFUSED));
        String companyId = registration.request().companyId();
        return new Invited(
                registration.number(),
                directory.providerRecord().map(ProviderRecord::name).orElse(""),
                directory.company(companyId).map(Company::name).orElse(companyId),
                registration.request().shownUrl(),
                links.addressOf(registration).orElseThrow());
    }

    /**
     * Declines; the problem of {@link #of} if that cannot be, and an {@code INPUT_INVALID} problem for a reason that cannot be
     * shown.
     *
     * @param reason one line; may be empty
     */
    @Transactional
    public void decline(String secret, String reason) {
        String why = reason.isBlank() ? "" : InputValidation.line("reason", reason, LONGEST_REASON);
        String hash = links.hashOf(secret);
        // Another transaction may have renewed the link between the search and the lock
        String number = registrations
                .ofSecret(hash)
                .map(found -> registrations.lock(found.number()))
                .filter(locked -> locked.link()
                        .filter(link -> link.secretHash().equals(hash))
                        .isPresent())
                .filter(this::declinable)
                .map(Registration::number)
                .orElseThrow(() -> new Problem(ProblemCode.LINK_REFUSED));
        closeRegistration.decline(number, why);
        process.decline(number);
    }

    private boolean declinable(Registration registration) {
        return ClosingReason.declinable(registration.snapshot())
                && registration
                        .link()
                        .filter(link -> !link.expired(clock.instant()))
                        .isPresent();
    }

    /**
     * What one declines.
     *
     * @param link the link itself, for a person who decides otherwise
     */
    public record Invited(String number, String provider, String company, String consumerUrl, URI link) {

        @Override
        public String toString() {
            return "Invited[" + number + "]";
        }
    }
}
