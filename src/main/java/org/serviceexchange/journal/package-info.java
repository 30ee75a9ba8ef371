/** The journal of registrations and connections: work notes, comments, and the hash chain that protects them. */
@ApplicationModule(
        displayName = "Journal",
        allowedDependencies = {"platform :: *", "directory", "kmf", "kmf :: primitive", "api"})
@NullMarked
package org.serviceexchange.journal;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
