package org.serviceexchange.directory.login.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.ArgumentMatchers.anyString;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.times;
import static org.mockito.Mockito.verify;
import static org.mockito.Mockito.when;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.serviceexchange.MovableClock;
import org.serviceexchange.directory.User;
import org.serviceexchange.directory.Users;
import org.serviceexchange.platform.access.Role;
import org.serviceexchange.platform.web.LoggedInRoles;
import org.springframework.mock.web.MockFilterChain;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.mock.web.MockHttpSession;
import org.springframework.security.authentication.AbstractAuthenticationToken;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.context.SecurityContext;
import org.springframework.security.core.context.SecurityContextHolder;

class SessionRevalidationFilterTest {

    private static final Instant START = Instant.parse("2026-01-02T03:04:05Z");
    private static final User CLERK = new User("clerk", "Clara Clerk", "", Set.of(Role.SERVICE_EXCHANGE_ADMIN));

    private final Users users = mock();
    private final MockHttpSession session = new MockHttpSession();
    private final MovableClock clock = MovableClock.standingAt(START);
    private final SessionRevalidationFilter filter = new SessionRevalidationFilter(users, clock);

    @BeforeEach
    void logIn() {
        SecurityContextHolder.getContext().setAuthentication(DirectoryLogin.loggedIn(CLERK));
        when(users.findActive("clerk")).thenReturn(Optional.of(CLERK));
    }

    @AfterEach
    void forget() {
        SecurityContextHolder.clearContext();
    }

    @Test
    void leavesTheSessionOfAUserWhoMayStillLogIn() throws Exception {
        requestAt(START);

        assertThat(session.isInvalid()).isFalse();
        assertThat(current().getName()).isEqualTo("clerk");
    }

    @Test
    void endsTheSessionOfADeactivatedContactSecondsLater() throws Exception {
        requestAt(START);
        when(users.findActive("clerk")).thenReturn(Optional.empty());
        requestAt(START.plus(Duration.ofSeconds(5)));

        assertThat(session.isInvalid()).isTrue();
        assertThat(current()).isNull();
    }

    @Test
    void endsASessionAtOnceThatWasOpenedBeforeThePasswordChanged() throws Exception {
        var details = new LoginDetails(new MockHttpServletRequest(), "", START);
        details.begin(3);
        ((AbstractAuthenticationToken) current()).setDetails(details);
        when(users.securityVersion("clerk")).thenReturn(3L);
        requestAt(START);
        assertThat(session.isInvalid()).isFalse();

        when(users.securityVersion("clerk")).thenReturn(4L);
        requestAt(START);
        assertThat(session.isInvalid()).isTrue();
        assertThat(current()).isNull();
    }

    @Test
    void takesOverChangedRoles() throws Exception {
        when(users.findActive("clerk"))
                .thenReturn(Optional.of(new User("clerk", "Clara Clerk", "", Set.of(Role.CONTACT))));
        Object details = "details";
        ((AbstractAuthenticationToken) current()).setDetails(details);
        requestAt(START);

        assertThat(LoggedInRoles.of(current())).containsExactly(Role.CONTACT);
        assertThat(current().getDetails()).isSameAs(details);
        assertThat(session.getAttribute("SPRING_SECURITY_CONTEXT"))
                .isInstanceOfSatisfying(
                        SecurityContext.class,
                        kept -> assertThat(kept.getAuthentication()).isSameAs(current()));
    }

    @Test
    void asksTheDirectoryAtMostEveryFiveSeconds() throws Exception {
        requestAt(START);
        requestAt(START.plusSeconds(4));
        verify(users, times(1)).findActive(anyString());

        requestAt(START.plusSeconds(5));
        verify(users, times(2)).findActive(anyString());
    }

    private void requestAt(Instant now) throws Exception {
        var request = new MockHttpServletRequest("GET", "/companies");
        request.setSession(session);
        var chain = new MockFilterChain();
        clock.set(Duration.between(START, now));
        filter.doFilter(request, new MockHttpServletResponse(), chain);
        assertThat(chain.getRequest()).as("goes on in any case").isSameAs(request);
    }

    private static Authentication current() {
        return SecurityContextHolder.getContext().getAuthentication();
    }
}
