/** Connects this instance to providers. */
@ApplicationModule(
        displayName = "Consumer",
        allowedDependencies = {
            "words",
            "problem",
            "instance",
            "kmf",
            "exchange",
            "exchange :: outbound",
            "journal",
            "journal :: web",
            "engine",
            "web",
            "center",
            "api",
            "api :: web"
        })
@NullMarked
package org.serviceexchange.consumer;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
