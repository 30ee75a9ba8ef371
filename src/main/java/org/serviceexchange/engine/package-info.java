/** What both engine edges share: configuration and deployment. Nothing about onboarding. */
@ApplicationModule(
        displayName = "Engine",
        allowedDependencies = {"words", "problem", "instance", "web"})
@NullMarked
package org.serviceexchange.engine;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
