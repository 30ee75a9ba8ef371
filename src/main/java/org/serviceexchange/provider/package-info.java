/** Registers consumers with this instance as their provider. One package per phase of the process. */
@ApplicationModule(
        displayName = "Provider",
        allowedDependencies = {
            "platform :: *",
            "approval",
            "approval :: engine",
            "approval :: web",
            "directory",
            "directory :: login",
            "kmf",
            "protocol :: *",
            "connection :: *",
            "block",
            "block :: field",
            "journal",
            "journal :: web",
            "notice",
            "center",
            "api",
            "api :: web"
        })
@NullMarked
package org.serviceexchange.provider;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
