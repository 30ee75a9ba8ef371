/** Metrics: what an onboarding costs, and values of the whole instance that are read when somebody asks for metrics. */
@NamedInterface("measure")
@NullMarked
package org.serviceexchange.platform.measure;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
