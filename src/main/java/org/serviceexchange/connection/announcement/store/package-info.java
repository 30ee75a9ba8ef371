/** What peers are told, and what became of it, in the database. */
@NullMarked
package org.serviceexchange.connection.announcement.store;

import org.jspecify.annotations.NullMarked;
