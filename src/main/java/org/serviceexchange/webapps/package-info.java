/** The engine's webapps Tasklist, Cockpit and Admin, behind this application's login. */
@ApplicationModule(
        displayName = "Webapps",
        allowedDependencies = {"platform :: *", "directory", "directory :: login"})
@NullMarked
package org.serviceexchange.webapps;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
