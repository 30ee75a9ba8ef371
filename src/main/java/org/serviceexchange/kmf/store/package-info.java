/** Key rows in the database. */
@NullMarked
package org.serviceexchange.kmf.store;

import org.jspecify.annotations.NullMarked;
