/** Proves properties of the two processes of an onboarding by exploring all that can happen to both; only the command line knows of it. */
@ApplicationModule(displayName = "Model checker")
@NullMarked
package org.serviceexchange.checker;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
