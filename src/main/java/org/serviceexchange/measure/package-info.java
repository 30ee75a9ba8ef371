/** What one onboarding costs: statements, transactions and jobs, as counters for admins. */
@ApplicationModule(
        displayName = "Measurement",
        allowedDependencies = {})
@NullMarked
package org.serviceexchange.measure;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
