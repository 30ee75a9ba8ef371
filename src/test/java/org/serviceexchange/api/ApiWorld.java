package org.serviceexchange.api;

import java.util.UUID;
import org.serviceexchange.TestUsers;
import org.serviceexchange.directory.Company;
import org.serviceexchange.directory.CreateCompany;
import org.serviceexchange.directory.CreateContact;
import org.serviceexchange.directory.Person;
import org.serviceexchange.directory.SaveProviderRecord;
import org.springframework.boot.test.context.TestConfiguration;

/** What an admin has prepared before a service comes. */
@TestConfiguration(proxyBeanMethods = false)
public class ApiWorld {

    private final CreateCompany createCompany;
    private final CreateContact createContact;
    private final SaveProviderRecord saveProviderRecord;
    private final IssueToken issueToken;

    ApiWorld(
            CreateCompany createCompany,
            CreateContact createContact,
            SaveProviderRecord saveProviderRecord,
            IssueToken issueToken) {
        this.createCompany = createCompany;
        this.createContact = createContact;
        this.saveProviderRecord = saveProviderRecord;
        this.issueToken = issueToken;
    }

    /** A new company with a contact, as the body of an order for a consumer of its own. */
    public Order order() {
        saveProviderRecord.save("test-provider");
        String id = UUID.randomUUID().toString();
        Company company = createCompany.create("Company " + id);
        String contact = "contact-" + id;
        createContact.create(new Person(contact, "Con", "Tact", ""), company.id(), TestUsers.PASSWORD);
        return new Order(company.id(), contact, "https://" + id + ".example.com");
    }

    public IssueToken.Issued token(String service, Scope scope) {
        return issueToken.issue(ServiceUser.named(service), scope, IssueToken.DEFAULT_DAYS, TestUsers.ADMIN);
    }

    /** What a service may send to create a registration. */
    public record Order(String companyId, String contactId, String consumerUrl) {

        public String json() {
            return "{\"companyId\": \"%s\", \"contactId\": \"%s\", \"consumerUrl\": \"%s\"}"
                    .formatted(companyId, contactId, consumerUrl);
        }
    }
}
