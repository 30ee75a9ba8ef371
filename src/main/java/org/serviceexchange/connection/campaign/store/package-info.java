/** The campaign and its connections, in the database. */
@NullMarked
package org.serviceexchange.connection.campaign.store;

import org.jspecify.annotations.NullMarked;
