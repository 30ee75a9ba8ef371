/** Pages for people who have nothing but a link with a secret. */
@NamedInterface("link")
@NullMarked
package org.serviceexchange.platform.web.link;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
