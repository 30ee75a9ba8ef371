/** The command line: what operators and scripts do at an instance, by its API and without starting one. */
@ApplicationModule(
        displayName = "Command line",
        allowedDependencies = {"platform :: *", "connection :: evidence", "checker", "checker :: story"})
@NullMarked
package org.serviceexchange.command;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
