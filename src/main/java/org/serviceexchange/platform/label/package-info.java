/** Names of steps in the languages of their readers: analysts write them into text files beside the models. */
@NamedInterface("label")
@NullMarked
package org.serviceexchange.platform.label;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
