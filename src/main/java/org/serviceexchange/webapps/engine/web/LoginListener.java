package org.serviceexchange.webapps.engine.web;

import java.util.Locale;
import org.serviceexchange.platform.access.Role;
import org.serviceexchange.platform.message.Languages;
import org.serviceexchange.platform.web.LoggedInRoles;
import org.serviceexchange.webapps.engine.MyTasks;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.event.EventListener;
import org.springframework.security.authentication.event.InteractiveAuthenticationSuccessEvent;
import org.springframework.stereotype.Component;
import org.springframework.web.context.request.RequestContextHolder;
import org.springframework.web.context.request.ServletRequestAttributes;
import org.springframework.web.servlet.LocaleResolver;

/** Prepares Tasklist for a user who has just logged in. */
@Component
class LoginListener {

    private static final Logger LOG = LoggerFactory.getLogger(LoginListener.class);

    private final MyTasks myTasks;
    private final LocaleResolver languages;

    LoginListener(MyTasks myTasks, LocaleResolver languages) {
        this.myTasks = myTasks;
        this.languages = languages;
    }

    @EventListener
    void prepareTasklist(InteractiveAuthenticationSuccessEvent login) {
        if (Role.administer(LoggedInRoles.of(login.getAuthentication()))) {
            prepare(login.getAuthentication().getName());
        }
    }

    /** A login does not depend on a filter: without it the person works, and the next login tries again. */
    private void prepare(String user) {
        try {
            myTasks.ensure(user, language());
        } catch (RuntimeException failure) {
            LOG.warn(
                    "The filter \"My tasks\" of user {} could not be made; the next login tries again.", user, failure);
        }
    }

    private Locale language() {
        return RequestContextHolder.getRequestAttributes() instanceof ServletRequestAttributes current
                ? languages.resolveLocale(current.getRequest())
                : Languages.DEFAULT;
    }
}
