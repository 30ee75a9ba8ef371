package org.serviceexchange.directory.login.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.ArgumentMatchers.anyString;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.times;
import static org.mockito.Mockito.verify;
import static org.mockito.Mockito.when;

import java.time.Duration;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.serviceexchange.MovableClock;
import org.serviceexchange.TestInstanceSettings;
import org.serviceexchange.directory.User;
import org.serviceexchange.directory.Users;
import org.serviceexchange.platform.access.Role;
import org.serviceexchange.platform.problem.Problem;
import org.serviceexchange.platform.problem.ProblemCode;
import org.serviceexchange.platform.web.throttle.LoginThrottleSettings;
import org.serviceexchange.platform.web.throttle.TestThrottles;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.security.authentication.AnonymousAuthenticationToken;
import org.springframework.security.authentication.AuthenticationServiceException;
import org.springframework.security.authentication.BadCredentialsException;
import org.springframework.security.authentication.LockedException;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.GrantedAuthority;
import org.springframework.security.web.authentication.WebAuthenticationDetails;

/** One way in, which slows down whoever guesses from one address. */
class DirectoryLoginTest {

    private static final String REFUSED =
            "User name and password do not match. Try again, or ask an admin to set a new password.";

    private final Users users = mock();
    private final MovableClock clock = MovableClock.standing();
    private final KnownDevices devices = new KnownDevices(
            (purpose, value) -> Optional.of("hash-of-" + value.hashCode()), TestInstanceSettings.valid());
    private final DirectoryLogin login = new DirectoryLogin(
            users, TestThrottles.of(new LoginThrottleSettings(2, 20, Duration.ofMinutes(1)), clock), devices);

    @BeforeEach
    void oneUser() {
        when(users.authenticate(any(), any())).thenReturn(Optional.empty());
        when(users.authenticate("ada", "right"))
                .thenReturn(Optional.of(new User("ada", "Ada Admin", "", Set.of(Role.ADMIN, Role.KMF_ADMIN))));
    }

    @Test
    void givesASessionTheRolesOfItsUserAndNoPassword() {
        Authentication attempt = attempt("ada", "right", "192.0.2.1");
        Authentication session = login.authenticate(attempt);

        assertThat(session.getName()).isEqualTo("ada");
        assertThat(session.isAuthenticated()).isTrue();
        assertThat(session.getCredentials()).isNull();
        assertThat(session.getDetails()).isSameAs(attempt.getDetails());
        assertThat(session.getAuthorities())
                .extracting(GrantedAuthority::getAuthority)
                .containsExactlyInAnyOrder(Role.ADMIN.group(), Role.KMF_ADMIN.group());
    }

    @Test
    void refusesAWrongPasswordAndAnUnknownUserAlike() {
        refused("ada", "wrong", "192.0.2.1");
        refused("nobody", "right", "192.0.2.1");
    }

    @Test
    void asksTheDirectoryNothingDuringAPause() {
        refused("ada", "wrong", "192.0.2.1");
        refused("ada", "wrong", "192.0.2.1");

        assertThatThrownBy(() -> login.authenticate(attempt("ada", "right", "192.0.2.1")))
                .isInstanceOf(LockedException.class)
                .hasMessage("There were too many wrong attempts from here. Wait a minute, then try again.");
        verify(users, times(2)).authenticate(anyString(), anyString());
        assertThat(login.authenticate(attempt("ada", "right", "192.0.2.2")).isAuthenticated())
                .isTrue();
    }

    @Test
    void forgetsWrongPasswordsAfterTheRightOne() {
        refused("ada", "wrong", "192.0.2.1");
        login.authenticate(attempt("ada", "right", "192.0.2.1"));
        refused("ada", "wrong", "192.0.2.1");

        assertThat(login.authenticate(attempt("ada", "right", "192.0.2.1")).isAuthenticated())
                .isTrue();
    }

    @Test
    void doesNotCountAnAttemptForWhichThereWasNoTime() {
        when(users.authenticate("ada", "later")).thenThrow(new Problem(ProblemCode.BUSY));
        for (int time = 0; time < 5; time++) {
            assertThatThrownBy(() -> login.authenticate(attempt("ada", "later", "192.0.2.1")))
                    .isInstanceOf(AuthenticationServiceException.class)
                    .hasCauseInstanceOf(Problem.class);
        }

        assertThat(login.authenticate(attempt("ada", "right", "192.0.2.1")).isAuthenticated())
                .isTrue();
    }

    @Test
    void decidesAboutPasswordsOnly() {
        assertThat(login.supports(UsernamePasswordAuthenticationToken.class)).isTrue();
        assertThat(login.supports(AnonymousAuthenticationToken.class)).isFalse();
    }

    private void refused(String name, String password, String address) {
        assertThatThrownBy(() -> login.authenticate(attempt(name, password, address)))
                .isInstanceOf(BadCredentialsException.class)
                .hasMessage(REFUSED);
    }

    private static Authentication attempt(String name, String password, String address) {
        MockHttpServletRequest request = new MockHttpServletRequest();
        request.setRemoteAddr(address);
        var attempt = UsernamePasswordAuthenticationToken.unauthenticated(name, password);
        attempt.setDetails(new WebAuthenticationDetails(request));
        return attempt;
    }
}
