/** Where the validation keeps its records. */
@NullMarked
package org.serviceexchange.provider.validation.store;

import org.jspecify.annotations.NullMarked;
