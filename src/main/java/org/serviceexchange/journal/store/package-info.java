/** Journal entries in the database. */
@NullMarked
package org.serviceexchange.journal.store;

import org.jspecify.annotations.NullMarked;
