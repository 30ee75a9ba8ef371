/** The Service Exchange Center: lists registrations and connections as cases, with whom each is pending on. */
@ApplicationModule(
        displayName = "Center",
        allowedDependencies = {
            "platform :: *",
            "approval",
            "directory",
            "journal",
            "kmf",
            "protocol :: *",
            "connection :: heartbeat",
            "connection :: heartbeat-web",
            "connection :: overview-web"
        })
@NullMarked
package org.serviceexchange.center;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
