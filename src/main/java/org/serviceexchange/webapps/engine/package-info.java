/** Authorizations and task filters of the webapps. */
@NullMarked
package org.serviceexchange.webapps.engine;

import org.jspecify.annotations.NullMarked;
