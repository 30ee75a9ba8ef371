/** Processes as they are drawn, read from files. */
@NamedInterface("model")
@NullMarked
package org.serviceexchange.checker.model;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
