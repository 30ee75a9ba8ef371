/** The command line: what operators and scripts do at an instance, by its API or on its machine; only a rehearsal starts instances, of its own. */
@ApplicationModule(
        displayName = "Command line",
        allowedDependencies = {
            "platform :: *",
            "connection :: evidence",
            "checker",
            "checker :: story",
            "rehearsal",
            "backup",
            "backup :: *"
        })
@NullMarked
package org.serviceexchange.command;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
