/** Silent connections in the database. */
@NullMarked
package org.serviceexchange.connection.silence.store;

import org.jspecify.annotations.NullMarked;
