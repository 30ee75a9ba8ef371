/** The messages between two instances and their cryptography, alike on both sides. */
@ApplicationModule(
        displayName = "Protocol",
        allowedDependencies = {"platform :: *", "directory", "kmf", "kmf :: primitive"})
@NullMarked
package org.serviceexchange.protocol;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
