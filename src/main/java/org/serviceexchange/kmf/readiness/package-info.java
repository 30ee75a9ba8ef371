/** Whether the state of key management counts for the readiness of this instance. */
@NullMarked
package org.serviceexchange.kmf.readiness;

import org.jspecify.annotations.NullMarked;
