/** Registers consumers with this instance as their provider. Each phase of the process is a package. */
@ApplicationModule(
        displayName = "Provider",
        allowedDependencies = {
            "platform :: *",
            "directory",
            "directory :: login",
            "kmf",
            "protocol :: *",
            "journal",
            "journal :: web",
            "center",
            "api",
            "api :: web"
        })
@NullMarked
package org.serviceexchange.provider;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
