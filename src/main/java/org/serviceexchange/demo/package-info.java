/** The demonstration pair: two instances on one machine with demo data. Nothing outside this package knows of it. */
@ApplicationModule(displayName = "Demonstration")
@NullMarked
package org.serviceexchange.demo;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
