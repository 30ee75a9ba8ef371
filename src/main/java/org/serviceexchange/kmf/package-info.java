/** The Key Management Framework: this instance's keys, their life cycle and their health. */
@ApplicationModule(
        displayName = "Key Management Framework",
        allowedDependencies = {"words", "problem", "instance"})
@NullMarked
package org.serviceexchange.kmf;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
