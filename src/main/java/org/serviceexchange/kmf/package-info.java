/** The Key Management Framework (KMF): this instance's keys, their life cycle and their health. */
@ApplicationModule(
        displayName = "Key Management Framework",
        allowedDependencies = {"platform :: *", "directory"})
@NullMarked
package org.serviceexchange.kmf;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
