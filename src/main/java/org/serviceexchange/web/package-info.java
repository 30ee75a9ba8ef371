/** Security chains, page layout and problem documents. */
@ApplicationModule(
        displayName = "Web",
        allowedDependencies = {"words", "problem", "instance"})
@NullMarked
package org.serviceexchange.web;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
