/** The stories of an onboarding, told from the models of a folder: who does what, at which step, and where both sides end. */
@NamedInterface("story")
@NullMarked
package org.serviceexchange.checker.story;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
