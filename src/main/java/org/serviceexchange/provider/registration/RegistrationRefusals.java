package org.serviceexchange.provider.registration;

import org.serviceexchange.directory.Company;
import org.serviceexchange.directory.Contact;
import org.serviceexchange.directory.Directory;
import org.serviceexchange.directory.Users;
import org.serviceexchange.platform.access.Role;
import org.serviceexchange.platform.mail.MailAddress;
import org.serviceexchange.platform.problem.Problem;
import org.serviceexchange.platform.problem.ProblemCode;
import org.serviceexchange.platform.settings.InstanceAddress;
import org.serviceexchange.platform.settings.InstanceSettings;
import org.serviceexchange.protocol.outbound.CallableAddresses;
import org.springframework.stereotype.Service;

/** Decides which registration orders are refused; checked by the form beforehand and again when the process starts. */
@Service
public class RegistrationRefusals {

    private final Directory directory;
    private final Users users;
    private final InstanceSettings instance;
    private final CallableAddresses addresses;
    private final RegistrationMail mail;
    private final Registrations registrations;

    RegistrationRefusals(
            Directory directory,
            Users users,
            InstanceSettings instance,
            CallableAddresses addresses,
            RegistrationMail mail,
            Registrations registrations) {
        this.directory = directory;
        this.users = users;
        this.instance = instance;
        this.addresses = addresses;
        this.mail = mail;
        this.registrations = registrations;
    }

    /** The address as it will be registered, or the problem for which the order is refused. */
    public InstanceAddress check(RegistrationOrder order) {
        requireContact(order.companyId(), order.contactId());
        InstanceAddress url = addresses.entered(order.consumerUrl());
        requireFree(order.companyId(), url.value());
        return url;
    }

    /** Refuses who cannot be the contact of a registration for this company. */
    public void requireContact(String companyId, String contactId) {
        Company company = directory
                .company(companyId)
                .filter(Company::active)
                .orElseThrow(() -> new Problem(ProblemCode.COMPANY_NOT_USABLE));
        requireUsable(contact(contactId, company));
    }

    private Contact contact(String userId, Company company) {
        Contact contact = directory.contact(userId).orElseThrow(() -> new Problem(ProblemCode.CONTACT_UNKNOWN, userId));
        if (!contact.companyId().equals(company.id())) {
            throw new Problem(ProblemCode.CONTACT_OF_OTHER_COMPANY, contact.displayName(), company.name());
        }
        return contact;
    }

    private void requireUsable(Contact contact) {
        if (!contact.active()) {
            throw new Problem(ProblemCode.CONTACT_DISABLED, contact.displayName());
        }
        if (!users.has(contact.userId(), Role.CONTACT)) {
            throw new Problem(ProblemCode.CONTACT_WITHOUT_ROLE, contact.displayName());
        }
        if ((mail.on() || instance.production()) && !MailAddress.isValid(contact.mail())) {
            throw new Problem(ProblemCode.CONTACT_WITHOUT_MAIL, contact.displayName());
        }
    }

    /** Refuses an address for which the company has another registration or a connection. */
    public void requireFree(String companyId, String url) {
        registrations.occupying(companyId, url).ifPresent(other -> {
            String company = directory.company(companyId).map(Company::name).orElse(companyId);
            String shown = InstanceAddress.shown(url);
            String connection =
                    other.connection().map(ConsumerConnection::number).orElse(other.number());
            throw other.state().closed()
                    ? new Problem(ProblemCode.CONNECTION_EXISTS, connection, company, shown)
                    : new Problem(ProblemCode.REGISTRATION_EXISTS, other.number(), company, shown);
        });
    }
}
