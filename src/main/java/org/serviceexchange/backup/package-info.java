/** A copy of everything that an instance must not lose, taken while it runs; and its way back, or to another database. */
@ApplicationModule(
        displayName = "Backup",
        allowedDependencies = {"platform :: *", "kmf", "kmf :: primitive"})
@NullMarked
package org.serviceexchange.backup;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
