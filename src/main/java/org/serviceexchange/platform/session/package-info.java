/** The sessions of people who are logged in, kept in the database, so that any node serves any request. */
@NamedInterface("session")
@NullMarked
package org.serviceexchange.platform.session;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
