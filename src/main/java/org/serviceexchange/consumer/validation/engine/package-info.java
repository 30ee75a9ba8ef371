/** Delegates of the validation. */
@NullMarked
package org.serviceexchange.consumer.validation.engine;

import org.jspecify.annotations.NullMarked;
