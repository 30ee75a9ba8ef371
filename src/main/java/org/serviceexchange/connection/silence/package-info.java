/** Connections whose other side has not answered for so long that people have to know. */
@NullMarked
package org.serviceexchange.connection.silence;

import org.jspecify.annotations.NullMarked;
