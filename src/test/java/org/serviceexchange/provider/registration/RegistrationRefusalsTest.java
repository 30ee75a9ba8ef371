package org.serviceexchange.provider.registration;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.when;

import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.serviceexchange.TestInstanceSettings;
import org.serviceexchange.directory.Company;
import org.serviceexchange.directory.Contact;
import org.serviceexchange.directory.Directory;
import org.serviceexchange.directory.Users;
import org.serviceexchange.platform.access.Role;
import org.serviceexchange.platform.settings.InstanceSettings;
import org.serviceexchange.platform.settings.InstanceSettings.Mode;
import org.serviceexchange.protocol.outbound.TestCallableAddresses;
import org.serviceexchange.provider.TestRegistrations;

class RegistrationRefusalsTest {

    private static final Contact CARLA =
            new Contact("carla", "acme", "Carla Contact", "carla@acme.example", true, null);
    private static final RegistrationOrder ORDER =
            new RegistrationOrder("acme", "carla", "https://consumer.example.com", "paula");

    private final Directory directory = mock();
    private final Users users = mock();
    private final RegistrationMail mail = mock();
    private final Registrations registrations = mock();
    private RegistrationRefusals refusals = at(TestInstanceSettings.valid());

    @BeforeEach
    void aValidOrder() {
        when(directory.company("acme")).thenReturn(Optional.of(new Company("acme", "ACME Ltd", true)));
        when(directory.contact("carla")).thenReturn(Optional.of(CARLA));
        when(users.has("carla", Role.CONTACT)).thenReturn(true);
    }

    @Test
    void acceptsAValidOrder() {
        assertThat(refusals.check(ORDER).value()).isEqualTo("https://consumer.example.com");
    }

    @Test
    void refusesAnUnknownCompany() {
        when(directory.company("acme")).thenReturn(Optional.empty());
        refuses(
                ORDER,
                "The company does not exist or is deactivated."
                        + " Choose an active company, or create it under Companies first.");
    }

    @Test
    void refusesADeactivatedCompany() {
        when(directory.company("acme")).thenReturn(Optional.of(new Company("acme", "ACME Ltd", false)));
        refuses(
                ORDER,
                "The company does not exist or is deactivated."
                        + " Choose an active company, or create it under Companies first.");
    }

    @Test
    void refusesAnUnknownContact() {
        refuses(
                new RegistrationOrder("acme", "nobody", "https://consumer.example.com", "paula"),
                "There is no contact with the user name nobody. Choose a contact from the list.");
    }

    @Test
    void refusesAContactOfAnotherCompany() {
        contact(new Contact("carla", "other", "Carla Contact", "", true, null));
        refuses(ORDER, "Carla Contact is not a contact of ACME Ltd. Choose a contact of this company.");
    }

    @Test
    void refusesADeactivatedContact() {
        contact(new Contact("carla", "acme", "Carla Contact", "", false, null));
        refuses(ORDER, "Carla Contact is deactivated. Activate the contact under Contacts, or choose another one.");
    }

    @Test
    void refusesAContactWithoutTheRole() {
        when(users.has("carla", Role.CONTACT)).thenReturn(false);
        refuses(
                ORDER,
                "Carla Contact does not have the role sn_sb_pro.consumer."
                        + " Give the user this role, or choose another contact.");
    }

    @Test
    void refusesAContactWithoutMailWhenMailIsOn() {
        contact(new Contact("carla", "acme", "Carla Contact", "", true, null));
        assertThat(refusals.check(ORDER)).isNotNull();
        when(mail.on()).thenReturn(true);
        refuses(
                ORDER,
                "Carla Contact has no valid e-mail address."
                        + " Enter an e-mail address for this contact, or choose another one.");
    }

    @Test
    void refusesAContactWithoutMailInProduction() {
        contact(new Contact(
                "carla", "acme", "Carla Contact", "carla@acme.example\r\nBcc: all@acme.example", true, null));
        refusals = at(TestInstanceSettings.in(Mode.PRODUCTION));
        refuses(
                ORDER,
                "Carla Contact has no valid e-mail address."
                        + " Enter an e-mail address for this contact, or choose another one.");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            consumer.example.com          | "consumer.example.com" is not the address of an instance. Enter an address such as https://consumer.example.com.
            https://                      | "https://" is not the address of an instance. Enter an address such as https://consumer.example.com.
            https://a b.example           | "https://a b.example" is not the address of an instance. Enter an address such as https://consumer.example.com.
            http://consumer.example.com   | The address http://consumer.example.com does not start with https://. Use https. Plain http is for the demonstration on this machine only.
            http://localhost:8081         | The address http://localhost:8081 does not start with https://. Use https. Plain http is for the demonstration on this machine only.
            ftp://consumer.example.com    | The address ftp://consumer.example.com does not start with https://. Use https. Plain http is for the demonstration on this machine only.
            https://me@consumer.example   | The address https://me@consumer.example has a user name, a query or a fragment. Enter only the base address, such as https://consumer.example.com.
            https://consumer.example?a=b  | The address https://consumer.example?a=b has a user name, a query or a fragment. Enter only the base address, such as https://consumer.example.com.
            https://consumer.example#top  | The address https://consumer.example#top has a user name, a query or a fragment. Enter only the base address, such as https://consumer.example.com.
            """)
    void refusesAnAddressThatCannotBeRegistered(String url, String sentence) {
        refuses(new RegistrationOrder("acme", "carla", url, "paula"), sentence);
    }

    @ParameterizedTest
    @CsvSource({
        "HTTPS://Consumer.Example.COM:443/, https://consumer.example.com",
        "https://consumer.example.com/sx//, https://consumer.example.com/sx",
        "https://consumer.example.com:8443, https://consumer.example.com:8443"
    })
    void writesAnAddressInOneWay(String typed, String written) {
        assertThat(refusals.check(new RegistrationOrder("acme", "carla", typed, "paula"))
                        .value())
                .isEqualTo(written);
    }

    @Test
    void acceptsPlainHttpToThisMachineInDemoMode() {
        refusals = at(TestInstanceSettings.in(Mode.DEMO));
        var order = new RegistrationOrder("acme", "carla", "http://localhost:8081", "paula");
        assertThat(refusals.check(order).value()).isEqualTo("http://localhost:8081");
        refuses(
                new RegistrationOrder("acme", "carla", "http://consumer.example.com", "paula"),
                "The address http://consumer.example.com does not start with https://."
                        + " Use https. Plain http is for the demonstration on this machine only.");
    }

    @Test
    void namesTheRegistrationThatIsOpen() {
        when(registrations.occupying("acme", "https://consumer.example.com"))
                .thenReturn(Optional.of(TestRegistrations.open()));
        refuses(
                ORDER,
                "The registration REG0001001 for ACME Ltd and https://consumer.example.com is still open."
                        + " Continue with REG0001001, or cancel it first.");
    }

    @Test
    void namesTheConnectionThatIsLive() {
        Registration complete = TestRegistrations.probed();
        complete.activate();
        when(registrations.occupying("acme", "https://consumer.example.com")).thenReturn(Optional.of(complete));
        refuses(
                ORDER,
                "ACME Ltd is already connected from https://consumer.example.com (CCN0001001)."
                        + " Use the existing connection CCN0001001.");
    }

    private RegistrationRefusals at(InstanceSettings instance) {
        return new RegistrationRefusals(
                directory, users, instance, TestCallableAddresses.of(instance), mail, registrations);
    }

    private void contact(Contact contact) {
        when(directory.contact("carla")).thenReturn(Optional.of(contact));
    }

    private void refuses(RegistrationOrder order, String sentence) {
        assertThatThrownBy(() -> refusals.check(order)).hasMessage(sentence);
    }
}
