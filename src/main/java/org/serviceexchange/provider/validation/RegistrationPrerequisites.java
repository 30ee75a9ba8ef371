package org.serviceexchange.provider.validation;

import java.net.URI;
import java.util.List;
import org.serviceexchange.directory.Company;
import org.serviceexchange.directory.Directory;
import org.serviceexchange.kmf.KmfHealth;
import org.serviceexchange.platform.problem.Finding;
import org.serviceexchange.platform.problem.Findings;
import org.serviceexchange.platform.problem.Problem;
import org.serviceexchange.platform.problem.ProblemCode;
import org.serviceexchange.platform.settings.InstanceAddress;
import org.serviceexchange.platform.settings.InstanceSettings;
import org.serviceexchange.provider.authorization.ContactMatch;
import org.serviceexchange.provider.registration.Registration;
import org.serviceexchange.provider.registration.RegistrationMail;
import org.springframework.stereotype.Service;

/** The checks that must pass on this instance before a registration link may be created. */
@Service
public class RegistrationPrerequisites {

    private final Directory directory;
    private final ContactMatch contactMatch;
    private final KmfHealth health;
    private final InstanceSettings instance;
    private final RegistrationMail mail;
    private final ConsumerCheck consumerCheck;
    private final Waivers waivers;

    public RegistrationPrerequisites(
            Directory directory,
            ContactMatch contactMatch,
            KmfHealth health,
            InstanceSettings instance,
            RegistrationMail mail,
            ConsumerCheck consumerCheck,
            Waivers waivers) {
        this.directory = directory;
        this.contactMatch = contactMatch;
        this.health = health;
        this.instance = instance;
        this.mail = mail;
        this.consumerCheck = consumerCheck;
        this.waivers = waivers;
    }

    /** A finding for each check that fails. */
    List<Finding> check(Registration registration) {
        return Findings.of(
                this::requireProviderRecord,
                () -> requireCompany(registration.request().companyId()),
                () -> requireContact(registration),
                health::requireOperational,
                this::requireBaseUrl,
                this::requireMail,
                () -> requireConsumer(registration));
    }

    private void requireProviderRecord() {
        if (directory.providerRecord().isEmpty()) {
            throw new Problem(ProblemCode.PROVIDER_RECORD_MISSING);
        }
    }

    private void requireCompany(String id) {
        Company company = directory.company(id).orElseThrow(() -> new Problem(ProblemCode.COMPANY_NO_LONGER_VALID, id));
        if (!company.active()) {
            throw new Problem(ProblemCode.COMPANY_NO_LONGER_VALID, company.name());
        }
    }

    private void requireContact(Registration registration) {
        String contact = registration.request().contactId();
        if (!contactMatch.isContact(registration, contact)) {
            throw new Problem(ProblemCode.CONTACT_NO_LONGER_VALID, contact);
        }
    }

    private void requireBaseUrl() {
        URI baseUrl = instance.baseUrl();
        if (baseUrl == null) {
            throw new Problem(ProblemCode.BASE_URL_NOT_SET);
        }
        if (!instance.demo() && InstanceAddress.isLoopback(baseUrl)) {
            throw new Problem(ProblemCode.BASE_URL_IS_LOOPBACK, baseUrl);
        }
    }

    /** What stands against the consumer instance, unless an admin decided to go on with it. */
    private void requireConsumer(Registration registration) {
        String url = registration.request().consumerUrl();
        consumerCheck
                .problem(url)
                .filter(found ->
                        !(ConsumerCheck.isWaivable(found.code()) && waivers.exists(registration.number(), url)))
                .ifPresent(found -> {
                    throw found;
                });
    }

    private void requireMail() {
        if (mail.on()) {
            mail.requireReachable();
        }
    }
}
