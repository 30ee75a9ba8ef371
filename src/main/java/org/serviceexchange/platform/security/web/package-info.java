/** What the security log learns from requests: who asks, and what was refused. */
@NamedInterface("security-web")
@NullMarked
package org.serviceexchange.platform.security.web;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
