/** Pre-onboarding checks before a link may be made. */
@NullMarked
package org.serviceexchange.provider.validation;

import org.jspecify.annotations.NullMarked;
