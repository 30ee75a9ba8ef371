/** Authorizations in progress and used assertions in the database. */
@NullMarked
package org.serviceexchange.provider.authorization.store;

import org.jspecify.annotations.NullMarked;
