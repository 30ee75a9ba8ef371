/** Delegates of the rotation. */
@NullMarked
package org.serviceexchange.connection.rotation.engine;

import org.jspecify.annotations.NullMarked;
