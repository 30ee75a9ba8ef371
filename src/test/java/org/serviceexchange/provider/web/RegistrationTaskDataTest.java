package org.serviceexchange.provider.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.mockito.ArgumentMatchers.anyString;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.when;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.serviceexchange.directory.Company;
import org.serviceexchange.directory.Directory;
import org.serviceexchange.directory.Users;
import org.serviceexchange.platform.engine.TaskFacts;
import org.serviceexchange.platform.engine.TaskFacts.Detail;
import org.serviceexchange.platform.engine.TaskFinding;
import org.serviceexchange.platform.problem.Problem;
import org.serviceexchange.platform.problem.ProblemCode;
import org.serviceexchange.provider.TestRegistrations;
import org.serviceexchange.provider.registration.Registration;
import org.serviceexchange.provider.registration.Registrations;

class RegistrationTaskDataTest {

    private final Registrations registrations = mock();
    private final Directory directory = mock();
    private final RegistrationTaskData data = new RegistrationTaskData(registrations, directory, mock(Users.class));

    @BeforeEach
    void findsOrRefuses() {
        when(registrations.get(anyString())).thenCallRealMethod();
    }

    @Test
    void saysWhoAndWhereAndWhatStandsInTheWay() {
        Registration registration = TestRegistrations.requested();
        registration.checked(List.of(new Problem(ProblemCode.PROVIDER_RECORD_MISSING).finding()));
        when(registrations.find(TestRegistrations.NUMBER)).thenReturn(Optional.of(registration));
        when(directory.companies()).thenReturn(List.of(new Company("acme", "ACME", true)));

        TaskFacts snapshot = data.snapshot(TestRegistrations.NUMBER, Locale.ENGLISH);

        assertThat(snapshot.details())
                .contains(
                        new Detail("Company", "ACME"),
                        new Detail("Contact", TestRegistrations.CONTACT),
                        new Detail("URL of the consumer instance", TestRegistrations.URL));
        assertThat(snapshot.findings())
                .containsExactly(new TaskFinding(
                        "SX-2101",
                        "This instance has no provider record.",
                        "Create it under Provider record.",
                        "An admin of the provider instance"));
        assertThat(data.snapshot(TestRegistrations.NUMBER, Locale.GERMAN).details())
                .extracting(Detail::label)
                .containsExactly("Firma", "Kontakt", "URL der Abnehmer-Instanz", "Beantragt von");
    }

    @Test
    void refusesAnUnknownNumber() {
        assertThatThrownBy(() -> data.snapshot("REG0009999", Locale.ENGLISH))
                .isInstanceOf(Problem.class)
                .hasMessageStartingWith("There is no registration REG0009999.");
    }
}
