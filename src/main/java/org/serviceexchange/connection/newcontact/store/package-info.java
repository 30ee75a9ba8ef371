/** Contacts that changed, in the database. */
@NullMarked
package org.serviceexchange.connection.newcontact.store;

import org.jspecify.annotations.NullMarked;
