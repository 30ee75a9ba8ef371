package org.serviceexchange.consumer.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.Mockito.doThrow;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.when;

import java.util.Locale;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.serviceexchange.consumer.closing.RequestConnectionCancellation;
import org.serviceexchange.consumer.connection.ConnectionProcess;
import org.serviceexchange.platform.message.LocalizedMessage;
import org.serviceexchange.platform.problem.Problem;
import org.serviceexchange.platform.problem.ProblemCode;
import org.serviceexchange.platform.web.RefusedEntry;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.security.authentication.TestingAuthenticationToken;
import org.springframework.security.core.Authentication;
import org.springframework.web.servlet.mvc.support.RedirectAttributesModelMap;

class ConnectionActionsTest {

    private static final String NUMBER = "PCN0001001";
    private static final Authentication ADA = new TestingAuthenticationToken("ada", "");

    private final ConnectionProcess process = mock();
    private final RequestConnectionCancellation cancellation = mock();
    private final ConnectionActions actions = new ConnectionActions(process, cancellation);
    private final RedirectAttributesModelMap told = new RedirectAttributesModelMap();
    private final MockHttpServletRequest request = new MockHttpServletRequest();

    @BeforeEach
    void inTheWizard() {
        request.setRequestURI("/connect/" + NUMBER + "/action");
    }

    @Test
    void leadsBackToWhereTheActionWasSelected() {
        assertThat(choose("CMP0001001")).isEqualTo("redirect:/connect/" + NUMBER);
        request.setRequestURI("/connections/" + NUMBER + "/retry");
        assertThat(actions.retry(NUMBER, Locale.ENGLISH, request, told)).isEqualTo("redirect:/connections/" + NUMBER);
    }

    @Test
    void saysNothingWhenTheChoiceWasTaken() {
        when(process.connectToProvider(NUMBER, "CMP0001001", "ada")).thenReturn(true);
        choose("CMP0001001");
        assertThat(told.getFlashAttributes()).isEmpty();
    }

    @Test
    void saysAtTheFieldThatACompanyCannotBeChosen() {
        when(process.connectToProvider(NUMBER, "", "ada")).thenThrow(new Problem(ProblemCode.COMPANY_NOT_USABLE));
        choose("");
        assertThat(told.getFlashAttributes().get("refused"))
                .isEqualTo(new RefusedEntry(
                        "company", new Problem(ProblemCode.COMPANY_NOT_USABLE).sentence(Locale.ENGLISH)));
    }

    @Test
    void tellsTheSlowerOfTwoWhoChoseDifferentCompanies() {
        when(process.connectToProvider(NUMBER, "CMP0001002", "ada"))
                .thenThrow(new Problem(
                        ProblemCode.CONNECTION_NOT_THERE_YET, NUMBER, LocalizedMessage.of("consumer.state.CLAIMING")));
        choose("CMP0001002");
        assertThat(notice().text())
                .isEqualTo("The provider connection PCN0001001 is not ready for this step; its state is Claiming"
                        + " Registration. Open the connection; its page says what comes next.");
    }

    @Test
    void saysWhatHappensNow() {
        when(process.checkAgain(NUMBER)).thenReturn(true);
        actions.checkAgain(NUMBER, Locale.GERMAN, request, told);
        assertThat(notice().text())
                .isEqualTo("Die Prüfungen laufen jetzt noch einmal; diese Seite zeigt das Ergebnis von selbst.");
        when(process.retry(NUMBER)).thenReturn(true);
        actions.retry(NUMBER, Locale.ENGLISH, request, told);
        assertThat(notice().text()).isEqualTo("The step is tried again now.");
    }

    @Test
    void saysThatACancellationComesTooLate() {
        doThrow(new Problem(ProblemCode.CONNECTION_CLOSED, NUMBER, LocalizedMessage.of("consumer.reason.cancelled")))
                .when(cancellation)
                .request(NUMBER, "ada");
        actions.cancel(NUMBER, ADA, Locale.ENGLISH, request, told);
        assertThat(notice())
                .isEqualTo(new Notice(
                        "The provider connection PCN0001001 is closed (cancelled.). Ask the provider for a new link.",
                        "SX-6004",
                        "USER"));
    }

    private String choose(String company) {
        return actions.connectToProvider(NUMBER, company, ADA, Locale.ENGLISH, request, told);
    }

    private Notice notice() {
        return (Notice) told.getFlashAttributes().get("notice");
    }
}
