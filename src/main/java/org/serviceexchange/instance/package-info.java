/** This instance: who it is, its settings, its users and their roles, companies, contacts and the provider record. */
@ApplicationModule(
        displayName = "Instance",
        allowedDependencies = {"words", "problem"})
@NullMarked
package org.serviceexchange.instance;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
