/** Delegates of the validation. */
@NullMarked
package org.serviceexchange.provider.validation.engine;

import org.jspecify.annotations.NullMarked;
