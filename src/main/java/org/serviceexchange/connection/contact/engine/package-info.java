/** Delegates of the contact. */
@NullMarked
package org.serviceexchange.connection.contact.engine;

import org.jspecify.annotations.NullMarked;
