/** Delegates of the key exchange. */
@NullMarked
package org.serviceexchange.provider.keyexchange.engine;

import org.jspecify.annotations.NullMarked;
