package org.serviceexchange.engine.web;

import org.serviceexchange.engine.MyTasks;
import org.serviceexchange.instance.Role;
import org.serviceexchange.web.LoggedInRoles;
import org.springframework.context.event.EventListener;
import org.springframework.security.authentication.event.InteractiveAuthenticationSuccessEvent;
import org.springframework.stereotype.Component;

/** Prepares Tasklist for a user who logs in. */
@Component
class LoginListener {

    private final MyTasks myTasks;

    LoginListener(MyTasks myTasks) {
        this.myTasks = myTasks;
    }

    @EventListener
    void prepareTasklist(InteractiveAuthenticationSuccessEvent login) {
        if (Role.steer(LoggedInRoles.of(login.getAuthentication()))) {
            myTasks.ensure(login.getAuthentication().getName());
        }
    }
}
