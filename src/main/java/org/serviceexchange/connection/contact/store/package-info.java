/** Raised alarms, in the database. */
@NullMarked
package org.serviceexchange.connection.contact.store;

import org.jspecify.annotations.NullMarked;
