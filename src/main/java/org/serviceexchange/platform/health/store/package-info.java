/** Whether the database reads and writes. */
@NullMarked
package org.serviceexchange.platform.health.store;

import org.jspecify.annotations.NullMarked;
