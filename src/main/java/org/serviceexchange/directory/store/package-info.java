/** Companies, contacts and the provider record in the database. */
@NullMarked
package org.serviceexchange.directory.store;

import org.jspecify.annotations.NullMarked;
