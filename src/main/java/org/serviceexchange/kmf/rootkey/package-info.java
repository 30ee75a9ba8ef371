/** Where the root key is kept, outside the database. */
@NullMarked
package org.serviceexchange.kmf.rootkey;

import org.jspecify.annotations.NullMarked;
