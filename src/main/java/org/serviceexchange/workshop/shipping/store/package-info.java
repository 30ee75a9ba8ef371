/** Shipped versions and their files, in the database. */
@NullMarked
package org.serviceexchange.workshop.shipping.store;

import org.jspecify.annotations.NullMarked;
