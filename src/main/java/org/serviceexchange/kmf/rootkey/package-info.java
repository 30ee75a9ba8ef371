/** Storage of the root key, outside the database. */
@NullMarked
package org.serviceexchange.kmf.rootkey;

import org.jspecify.annotations.NullMarked;
