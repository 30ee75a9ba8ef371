/** What people decided during the first start, in the database. */
@NullMarked
package org.serviceexchange.center.guide.store;

import org.jspecify.annotations.NullMarked;
