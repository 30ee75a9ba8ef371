/** Connects this instance to providers. One package per phase of the process. */
@ApplicationModule(
        displayName = "Consumer",
        allowedDependencies = {
            "platform :: *",
            "approval",
            "approval :: engine",
            "approval :: web",
            "directory",
            "kmf",
            "protocol :: *",
            "connection :: *",
            "block",
            "journal",
            "journal :: web",
            "notice",
            "center",
            "api",
            "api :: web"
        })
@NullMarked
package org.serviceexchange.consumer;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
