/** What has to be asked of peers, and what they said last, in the database. */
@NullMarked
package org.serviceexchange.connection.state.store;

import org.jspecify.annotations.NullMarked;
