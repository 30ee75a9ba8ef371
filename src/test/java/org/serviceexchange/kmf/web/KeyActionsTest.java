package org.serviceexchange.kmf.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.Mockito.doThrow;
import static org.mockito.Mockito.mock;

import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.serviceexchange.kmf.KmfHealth;
import org.serviceexchange.kmf.keyring.KeyLifeCycle;
import org.serviceexchange.kmf.keyring.KeyState;
import org.serviceexchange.platform.problem.Problem;
import org.serviceexchange.platform.problem.ProblemCode;
import org.serviceexchange.platform.security.SecurityLines;
import org.springframework.web.servlet.mvc.support.RedirectAttributesModelMap;

/** What the security log tells of moved keys. */
class KeyActionsTest {

    private final KeyLifeCycle lifeCycle = mock();
    private final KeyActions actions = new KeyActions(lifeCycle, mock(KmfHealth.class));

    @Test
    void tellTheSecurityLogOfAMove() {
        try (SecurityLines lines = new SecurityLines()) {
            actions.move("k1", KeyState.SUSPENDED, Locale.ENGLISH, new RedirectAttributesModelMap());
            assertThat(lines.text()).containsExactly("key-moved: key.id=\"k1\" key.state=\"SUSPENDED\"");
        }
    }

    @Test
    void tellItNothingOfAMoveThatWasRefused() {
        doThrow(new Problem(ProblemCode.KEY_NOT_ROTATABLE, "k1"))
                .when(lifeCycle)
                .move(any(), any());
        try (SecurityLines lines = new SecurityLines()) {
            actions.move("k1", KeyState.SUSPENDED, Locale.ENGLISH, new RedirectAttributesModelMap());
            assertThat(lines.text()).isEmpty();
        }
    }
}
