/** What pages show of living connections at a glance. */
@NamedInterface("overview-web")
@NullMarked
package org.serviceexchange.connection.overview.web;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
