package org.serviceexchange.directory.login.web;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpSession;
import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.serviceexchange.directory.User;
import org.serviceexchange.directory.Users;
import org.serviceexchange.platform.web.LoggedInRoles;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.web.context.HttpSessionSecurityContextRepository;
import org.springframework.security.web.context.SecurityContextRepository;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Checks the user of a session: at each request whether it was opened before the user's password was changed or the user
 * deactivated or deleted, and ends it then; in the directory every few seconds, to apply changed roles. Every chain that serves people adds this filter before its authorization filter.
 */
public class SessionRevalidationFilter extends OncePerRequestFilter {

    private static final Duration BELIEVED_FOR = Duration.ofSeconds(5);
    private static final int REMEMBERED = 10_000;

    private final SecurityContextRepository contexts = new HttpSessionSecurityContextRepository();
    private final Users users;
    private final Clock clock;

    /** When this node asked, by session; not kept in the session, which would be written every few seconds. */
    private final ConcurrentHashMap<String, Instant> asked = new ConcurrentHashMap<>();

    public SessionRevalidationFilter(Users users, Clock clock) {
        this.users = users;
        this.clock = clock;
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        HttpSession session = request.getSession(false);
        Authentication known = SecurityContextHolder.getContext().getAuthentication();
        if (session != null && known != null && LoggedInRoles.present(known)) {
            if (outdated(known)) {
                end(session);
            } else if (due(session)) {
                askAgain(known, session, request, response);
            }
        }
        chain.doFilter(request, response);
    }

    private boolean outdated(Authentication known) {
        return known.getDetails() instanceof LoginDetails login
                && login.outdated(users.securityVersion(known.getName()));
    }

    private static void end(HttpSession session) {
        session.invalidate();
        SecurityContextHolder.clearContext();
    }

    private boolean due(HttpSession session) {
        Instant now = clock.instant();
        Instant last = asked.get(session.getId());
        boolean due = last == null || !now.isBefore(last.plus(BELIEVED_FOR));
        if (due) {
            if (asked.size() >= REMEMBERED) {
                asked.clear();
            }
            asked.put(session.getId(), now);
        }
        return due;
    }

    private void askAgain(
            Authentication known, HttpSession session, HttpServletRequest request, HttpServletResponse response) {
        Optional<User> user = users.findActive(known.getName());
        if (user.isEmpty()) {
            end(session);
        } else if (!user.get().roles().equals(LoggedInRoles.of(known))) {
            var context = SecurityContextHolder.createEmptyContext();
            var token = DirectoryLogin.loggedIn(user.get());
            token.setDetails(known.getDetails());
            context.setAuthentication(token);
            SecurityContextHolder.setContext(context);
            contexts.saveContext(context, request, response);
        }
    }
}
