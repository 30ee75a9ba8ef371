/** Registers consumers with this instance as their provider. */
@ApplicationModule(
        displayName = "Provider",
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
package org.serviceexchange.provider;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
