/** Who was told a new signature key, and former keys of peers, in the database. */
@NullMarked
package org.serviceexchange.connection.signature.store;

import org.jspecify.annotations.NullMarked;
