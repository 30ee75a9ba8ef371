/** The outbox of notices, and what each user wants, in the database. */
@NullMarked
package org.serviceexchange.notice.store;

import org.jspecify.annotations.NullMarked;
