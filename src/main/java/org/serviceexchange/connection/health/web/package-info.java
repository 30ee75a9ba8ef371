/** The page on the health of all connections. */
@NullMarked
package org.serviceexchange.connection.health.web;

import org.jspecify.annotations.NullMarked;
