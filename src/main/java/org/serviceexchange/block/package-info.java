/** Building blocks that analysts place in the models of processes; alike on both sides, each feature hands in its records. */
@ApplicationModule(
        displayName = "Building blocks",
        allowedDependencies = {"platform :: *", "directory", "journal"})
@NullMarked
package org.serviceexchange.block;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
