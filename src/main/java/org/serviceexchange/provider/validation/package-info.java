/** Pre-onboarding checks, before a link may be created. */
@NamedInterface("validation")
@NullMarked
package org.serviceexchange.provider.validation;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
