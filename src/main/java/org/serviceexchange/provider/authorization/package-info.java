/** Contact match, consent, and authorizations in progress. */
@NullMarked
package org.serviceexchange.provider.authorization;

import org.jspecify.annotations.NullMarked;
