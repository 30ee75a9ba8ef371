/** The hierarchy of keys, their rows and life cycle, and what they do for the rest of the application. */
@NullMarked
package org.serviceexchange.kmf.keyring;

import org.jspecify.annotations.NullMarked;
