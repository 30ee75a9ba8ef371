/** The key hierarchy, its rows and life cycle, and the operations with keys that the rest of the application uses. */
@NullMarked
package org.serviceexchange.kmf.keyring;

import org.jspecify.annotations.NullMarked;
