/** Delegates of the key exchange. */
@NullMarked
package org.serviceexchange.consumer.keyexchange.engine;

import org.jspecify.annotations.NullMarked;
