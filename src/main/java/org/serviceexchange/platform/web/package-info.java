/**
 * Shared parts of the web layer: the frame of pages, problem documents, languages, and the order of the security
 * chains.
 */
@NamedInterface("web")
@NullMarked
package org.serviceexchange.platform.web;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
