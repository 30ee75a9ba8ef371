/** Databases read and filled as a whole, whatever their tables hold; H2 and PostgreSQL alike. */
@NullMarked
package org.serviceexchange.backup.store;

import org.jspecify.annotations.NullMarked;
