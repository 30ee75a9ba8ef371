/** Delegates of the authorization. */
@NullMarked
package org.serviceexchange.provider.authorization.engine;

import org.jspecify.annotations.NullMarked;
