/** Agreed and replaced keys, in the database. */
@NullMarked
package org.serviceexchange.connection.rotation.store;

import org.jspecify.annotations.NullMarked;
