/** The messages and the cryptography between two instances. */
@ApplicationModule(
        displayName = "Exchange",
        allowedDependencies = {"words", "problem", "instance", "kmf", "kmf :: primitive", "web"})
@NullMarked
package org.serviceexchange.exchange;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
