/** The foundation of all modules: settings, messages, problems, pages, the engine. It knows nothing of onboarding. */
@ApplicationModule(
        displayName = "Platform",
        allowedDependencies = {})
@NullMarked
package org.serviceexchange.platform;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
