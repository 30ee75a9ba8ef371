/** The security chain of the API, the page of its tokens, and how resources of features are read and written. */
@NamedInterface("web")
@NullMarked
package org.serviceexchange.api.web;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
