/** Registrations in the database. */
@NullMarked
package org.serviceexchange.provider.registration.store;

import org.jspecify.annotations.NullMarked;
