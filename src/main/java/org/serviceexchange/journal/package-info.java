/** What happened to a registration or connection: work notes, comments, and the chain that proves them. */
@ApplicationModule(
        displayName = "Journal",
        allowedDependencies = {"platform :: *", "directory", "kmf", "api"})
@NullMarked
package org.serviceexchange.journal;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
