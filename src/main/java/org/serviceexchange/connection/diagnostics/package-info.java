/** What helps to find out what is wrong with a connection, in one archive without secrets. */
@NullMarked
package org.serviceexchange.connection.diagnostics;

import org.jspecify.annotations.NullMarked;
