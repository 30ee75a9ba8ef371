/** The Service Exchange Center: registrations and connections as cases that somebody has to move on. */
@ApplicationModule(
        displayName = "Center",
        allowedDependencies = {"platform :: *", "directory"})
@NullMarked
package org.serviceexchange.center;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
