/** What people read, in every language that is offered: phrases, moments, and the words behind their keys. */
@ApplicationModule(
        displayName = "Words",
        allowedDependencies = {})
@NullMarked
package org.serviceexchange.words;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
