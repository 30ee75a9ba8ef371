/** The messages between two instances and their cryptography, identical for provider and consumer. */
@ApplicationModule(
        displayName = "Protocol",
        allowedDependencies = {"platform :: *", "directory", "kmf", "kmf :: primitive"})
@NullMarked
package org.serviceexchange.protocol;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
