/** The settings of this instance, and its clock. */
@NamedInterface("settings")
@NullMarked
package org.serviceexchange.platform.settings;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
