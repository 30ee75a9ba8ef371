/** A database that refuses to work for a time: how that is recognized, and how the instance works again afterwards. */
@NullMarked
package org.serviceexchange.platform.store.refusal;

import org.jspecify.annotations.NullMarked;
