/** Pre-onboarding checks, before a link may be created. */
@NullMarked
package org.serviceexchange.provider.validation;

import org.jspecify.annotations.NullMarked;
