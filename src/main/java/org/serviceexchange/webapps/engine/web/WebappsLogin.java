package org.serviceexchange.webapps.engine.web;

import java.time.Duration;
import java.util.Date;
import java.util.List;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.impl.util.ClockUtil;
import org.camunda.bpm.webapp.impl.security.auth.ContainerBasedAuthenticationFilter;
import org.camunda.bpm.webapp.impl.security.auth.UserAuthentication;
import org.jspecify.annotations.Nullable;

/**
 * Logs the user of our session in at the webapps. Groups and applications of the user were read at this moment; without a time
 * until which they hold, the webapps would read all of them once more in the same request.
 */
class WebappsLogin extends ContainerBasedAuthenticationFilter {

    /** As long as the webapps believe what they have read themselves. */
    static final Duration BELIEVED_FOR = Duration.ofMinutes(5);

    @Override
    protected UserAuthentication createAuthentication(
            ProcessEngine engine, String user, @Nullable List<String> groups, @Nullable List<String> tenants) {
        UserAuthentication made = super.createAuthentication(engine, user, groups, tenants);
        made.setCacheValidationTime(
                Date.from(ClockUtil.getCurrentTime().toInstant().plus(BELIEVED_FOR)));
        return made;
    }
}
