/** Texts for people in every offered language: messages, times, and the lookup by key. */
@NamedInterface("message")
@NullMarked
package org.serviceexchange.platform.message;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
