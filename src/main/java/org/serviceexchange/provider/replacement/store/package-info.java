/** Replaced connections, in the database. */
@NullMarked
package org.serviceexchange.provider.replacement.store;

import org.jspecify.annotations.NullMarked;
