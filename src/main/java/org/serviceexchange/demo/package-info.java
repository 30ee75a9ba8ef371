/** The demonstration pair: two instances on one machine with demo data. No other package depends on this one. */
@ApplicationModule(displayName = "Demonstration")
@NullMarked
package org.serviceexchange.demo;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
