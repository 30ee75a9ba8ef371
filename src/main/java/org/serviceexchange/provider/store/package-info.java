/** The provider's records in the database. */
@NullMarked
package org.serviceexchange.provider.store;

import org.jspecify.annotations.NullMarked;
