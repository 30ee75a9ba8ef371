package org.serviceexchange.api;

import java.util.UUID;
import org.serviceexchange.TestUsers;
import org.serviceexchange.directory.Company;
import org.serviceexchange.directory.CreateCompany;
import org.serviceexchange.directory.CreateContact;
import org.serviceexchange.directory.Person;
import org.serviceexchange.directory.SaveProviderRecord;
import org.springframework.boot.test.context.TestConfiguration;

/** Records that an admin creates before a service uses the API. */
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

    /** Creates a company with a contact and returns the body of an order for a new consumer. */
    public Order order() {
        saveProviderRecord.save("test-provider");
        String id = UUID.randomUUID().toString();
        Company company = createCompany.create("Company " + id);
        String contact = "contact-" + id;
        createContact.create(new Person(contact, "Con", "Tact", ""), company.id());
        return new Order(company.id(), contact, "https://" + id + ".example.com");
    }

    public IssueToken.Issued token(String service, Scope scope) {
        return issueToken.issue(ServiceUser.named(service), scope, IssueToken.DEFAULT_DAYS, TestUsers.ADMIN);
    }

    /** The request body for creating a registration. */
    public record Order(String companyId, String contactId, String consumerUrl) {

        public String json() {
            return "{\"companyId\": \"%s\", \"contactId\": \"%s\", \"consumerUrl\": \"%s\"}"
                    .formatted(companyId, contactId, consumerUrl);
        }
    }
}
