/** Own and peers' addresses, and who was told of a change, in the database. */
@NullMarked
package org.serviceexchange.connection.address.store;

import org.jspecify.annotations.NullMarked;
