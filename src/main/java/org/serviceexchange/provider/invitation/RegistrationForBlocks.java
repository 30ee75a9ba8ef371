package org.serviceexchange.provider.invitation;

import java.util.Optional;
import org.serviceexchange.api.ServiceUsers;
import org.serviceexchange.block.CaseFacts;
import org.serviceexchange.block.CaseFacts.Reader;
import org.serviceexchange.block.CaseRecords;
import org.serviceexchange.directory.Company;
import org.serviceexchange.directory.Directory;
import org.serviceexchange.platform.problem.Problem;
import org.serviceexchange.platform.problem.ProblemCode;
import org.serviceexchange.provider.registration.Registration;
import org.serviceexchange.provider.registration.RegistrationRequest;
import org.serviceexchange.provider.registration.Registrations;
import org.springframework.stereotype.Component;

/** What building blocks know of a registration. */
@Component
class RegistrationForBlocks implements CaseRecords {

    private static final String PREFIX = "REG";

    private final Registrations registrations;
    private final Directory directory;
    private final ServiceUsers serviceUsers;

    RegistrationForBlocks(Registrations registrations, Directory directory, ServiceUsers serviceUsers) {
        this.registrations = registrations;
        this.directory = directory;
        this.serviceUsers = serviceUsers;
    }

    @Override
    public Optional<CaseFacts> find(String number) {
        return Optional.of(number)
                .filter(one -> one.startsWith(PREFIX))
                .flatMap(registrations::find)
                .map(this::facts);
    }

    private CaseFacts facts(Registration registration) {
        RegistrationRequest request = registration.request();
        Reader contact = directory
                .contact(request.contactId())
                .map(known -> new Reader(known.displayName(), known.mail(), known.language()))
                .orElseThrow(() -> new Problem(ProblemCode.CONTACT_UNKNOWN, request.contactId()));
        return new CaseFacts(
                request.number(),
                directory.company(request.companyId()).map(Company::name).orElse(request.companyId()),
                request.companyId(),
                contact,
                serviceUsers.personBehind(request.requestedBy()),
                request.consumerUrl(),
                "/registrations/" + request.number());
    }
}
