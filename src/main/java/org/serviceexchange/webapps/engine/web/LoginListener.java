package org.serviceexchange.webapps.engine.web;

import java.util.Locale;
import org.serviceexchange.platform.access.Role;
import org.serviceexchange.platform.message.Languages;
import org.serviceexchange.platform.web.LoggedInRoles;
import org.serviceexchange.webapps.engine.MyTasks;
import org.springframework.context.event.EventListener;
import org.springframework.security.authentication.event.InteractiveAuthenticationSuccessEvent;
import org.springframework.stereotype.Component;
import org.springframework.web.context.request.RequestContextHolder;
import org.springframework.web.context.request.ServletRequestAttributes;
import org.springframework.web.servlet.LocaleResolver;

/** Prepares Tasklist for a user who has just logged in. */
@Component
class LoginListener {

    private final MyTasks myTasks;
    private final LocaleResolver languages;

    LoginListener(MyTasks myTasks, LocaleResolver languages) {
        this.myTasks = myTasks;
        this.languages = languages;
    }

    @EventListener
    void prepareTasklist(InteractiveAuthenticationSuccessEvent login) {
        if (Role.administer(LoggedInRoles.of(login.getAuthentication()))) {
            myTasks.ensure(login.getAuthentication().getName(), language());
        }
    }

    private Locale language() {
        return RequestContextHolder.getRequestAttributes() instanceof ServletRequestAttributes current
                ? languages.resolveLocale(current.getRequest())
                : Languages.DEFAULT;
    }
}
