package org.serviceexchange.provider.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.ArgumentMatchers.anyString;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.never;
import static org.mockito.Mockito.verify;
import static org.mockito.Mockito.when;
import static org.serviceexchange.provider.TestRegistrations.NUMBER;

import java.util.Locale;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.serviceexchange.journal.Journal;
import org.serviceexchange.journal.web.NoteForm;
import org.serviceexchange.platform.access.Role;
import org.serviceexchange.platform.problem.Problem;
import org.serviceexchange.platform.problem.ProblemCode;
import org.serviceexchange.provider.TestRegistrations;
import org.serviceexchange.provider.invitation.MailComment;
import org.springframework.security.authentication.TestingAuthenticationToken;
import org.springframework.transaction.support.TransactionTemplate;
import org.springframework.web.servlet.mvc.support.RedirectAttributesModelMap;

/** A comment that cannot be sent by e-mail is kept all the same, and the page says why. */
class RegistrationNotesTest {

    private final Readers readers = mock();
    private final MailComment mailComment = mock();
    private final RedirectAttributesModelMap attributes = new RedirectAttributesModelMap();
    private final RegistrationNotes notes =
            new RegistrationNotes(readers, mock(Journal.class), mailComment, new TransactionTemplate(mock()));

    @BeforeEach
    void aRegistrationWhoseContactCannotBeReached() {
        when(readers.open(anyString(), any())).thenReturn(TestRegistrations.open());
        when(mailComment.send(any(), any(), any())).thenThrow(new Problem(ProblemCode.CONTACT_UNKNOWN, "carla"));
    }

    @Test
    void sendsNothingWhileMailIsOff() {
        add();
        verify(mailComment, never()).send(any(), any(), any());
        assertThat(attributes.getFlashAttributes()).containsOnlyKeys("noteAdded");
    }

    @Test
    void saysWhyItWasNotSent() {
        when(mailComment.on()).thenReturn(true);
        add();
        assertThat(attributes.getFlashAttributes().get("refused"))
                .isEqualTo(new Problem(ProblemCode.CONTACT_UNKNOWN, "carla").finding());
    }

    private void add() {
        var paula = new TestingAuthenticationToken("paula", "", Role.SERVICE_EXCHANGE_ADMIN.group());
        notes.add(NUMBER, new NoteForm("COMMENT", "Hello"), true, paula, Locale.ENGLISH, attributes);
    }
}
