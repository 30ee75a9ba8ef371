/** The life of a connection between two instances, alike on both sides; each feature hands in what differs. */
@ApplicationModule(
        displayName = "Connection",
        allowedDependencies = {
            "platform :: *",
            "directory",
            "kmf",
            "kmf :: primitive",
            "protocol :: *",
            "journal",
            "notice",
            "api",
            "api :: web"
        })
@NullMarked
package org.serviceexchange.connection;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
