/** The contact's match and consent, and the authorizations that are in progress. */
@NullMarked
package org.serviceexchange.provider.authorization;

import org.jspecify.annotations.NullMarked;
