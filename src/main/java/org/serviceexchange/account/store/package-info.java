/** Rows of password links, and the list of users. */
@NullMarked
package org.serviceexchange.account.store;

import org.jspecify.annotations.NullMarked;
