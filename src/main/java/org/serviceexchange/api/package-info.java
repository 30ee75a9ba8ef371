/** The API for integrators: tokens of services, idempotent requests, and what its resources share. */
@ApplicationModule(
        displayName = "API",
        allowedDependencies = {"platform :: *", "directory", "kmf"})
@NullMarked
package org.serviceexchange.api;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
