/** Users and their roles, companies, contacts, and the provider record of this instance. */
@ApplicationModule(
        displayName = "Directory",
        allowedDependencies = {"platform :: *"})
@NullMarked
package org.serviceexchange.directory;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
