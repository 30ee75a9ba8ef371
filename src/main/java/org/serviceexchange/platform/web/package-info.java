/** The frame of every page, problem documents, languages, and the order of the security chains. */
@NamedInterface("web")
@NullMarked
package org.serviceexchange.platform.web;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
