/** Proves properties of the two processes of an onboarding by exploring all that can happen to both; the command line and those who ship models ask it. */
@ApplicationModule(displayName = "Model checker")
@NullMarked
package org.serviceexchange.checker;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
